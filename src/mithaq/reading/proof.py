"""What proves a misreading: the questions that a place in a report answers about a word that might have stood there."""

from __future__ import annotations

from collections import Counter

from mithaq.grammar.page import Page
from mithaq.lexicon.confusions import Confusions
from mithaq.text.clitics import AL, B, L, P, W, suffixes

_NAMELIKE = frozenset({"given", "surname", "name_part", "honorific", "rank", "role", "unk", "latin"})
_NAME = frozenset({"given", "surname", "name_part", "latin"})
_ROLE = frozenset({"role", "rank", "honorific"})
_OFTEN = frozenset({"country", "capital", "demonym", "month", "weekday"})
_SAID = frozenset({"cue_past"})
_STARTS = frozenset({".", "\n", "«", "؟", "!", ":", "…", ""})
_YEAR = frozenset({"عام", "سنه", "اعوام", "عامي", "سنتي", "سنوات"})
_FATHATAN = "\u064b"
# Letters that inflection changes: يقول، تقول، نقول; حكومته, حكومتي; a difference in them is no misreading.
_INFLECTED = frozenset("يتن")
_NOT_ADJECTIVE = frozenset(
    {"noun", "masdar", "verb", "prep", "adverb", "rel", "month", "weekday", "country", "capital"}
)


class Place:
    """A report as the repairs see it: every question is about token i and a word that may have stood there."""

    __slots__ = ("_counts", "_pairs", "names", "page", "table", "words")

    def __init__(self, page: Page, table: Confusions, names: set[tuple[str, str]]) -> None:
        self.page, self.table, self.names = page, table, names
        self.words = page.text.words
        self._counts: Counter[str] | None = None
        self._pairs: set[tuple[str, str]] | None = None

    def original(self, i: int) -> str:
        """The token as it stands, with its vowel signs."""
        return self.page.cite(i, i + 1)

    @property
    def counts(self) -> Counter[str]:
        """How often each word stands in the report."""
        if self._counts is None:
            self._counts = Counter(self.words)
        return self._counts

    def many(self, i: int) -> bool:
        """Whether the report has the word more than once: machines seldom misread a word twice alike."""
        return self.counts[self.words[i]] > 1

    def _among(self, i: int, better: str, pairs: set[tuple[str, str]] | frozenset[tuple[str, str]]) -> bool:
        """Whether the word and one of its neighbours are one of the pairs, whatever is written onto the first."""
        word = self.page.word
        return any((form, word(i + 1)) in pairs for form in _bare(better)) or any(
            (form, better) in pairs for form in _bare(word(i - 1))
        )

    def fixed(self, i: int, better: str) -> bool:
        """Whether the pair is one that stands for itself, so that even a known word gives way to it."""
        return self._among(i, better, self.table.fixed)

    def paired(self, i: int, better: str) -> bool:
        """Whether the word belongs together with the one before or behind it."""
        return self._among(i, better, self.table.loose)

    def part_of_name(self, i: int, better: str) -> bool:
        """Whether the word makes a name of the lexicon with the word before or behind it."""
        return len(better) > 3 and better[0] != "ل" and self._among(i, better, self.names)

    def repeated(self, i: int, better: str) -> bool:
        """Whether the report has it so often that it is what the report is about: twice, an unknown word thrice."""
        times = self.counts[better]
        if times < 2 or len(better) < 5 or self.many(i) or self._inflection(i, better):
            return False
        word = self.words[i]
        if better not in self.table.variants(word):  # letters of like shape only, which may be a word of its own
            return len(better) > 6 and better[0] == word[0]
        return times > 2 or "unk" not in self.page.grammar.lexicon.analyse(better)[0]

    def named(self, i: int, better: str) -> bool:
        """Whether a name of the lexicon lacks the last letter of this word, before a mark and nowhere said so."""
        page = self.page
        word = page.word
        if word(i + 1) and not page.has(i + 1, "mark"):
            return False
        firsts = [form for form in _bare(word(i - 1)) if (form, better) in self.names]
        if not firsts or any((form, word(i)) in self.names for form in firsts):
            return False
        if self.counts[better]:
            return True
        return bool(page.mask(i) & AL) and firsts[0].startswith("ال") and not page.has(i, "adj", "nisba", "participle")

    def _inflection(self, i: int, better: str) -> bool:
        """Whether the two words differ as two forms of one word do."""
        word = self.words[i]
        if len(word) != len(better):
            return True
        at = next((k for k, (a, b) in enumerate(zip(word, better, strict=True)) if a != b), 0)
        pair = {word[at], better[at]}
        if at < 2:
            return pair <= _INFLECTED or (better[at] == "ب" and bool(self.page.grammar.lexicon.analyse(better)[1] & B))
        return pair <= _INFLECTED and at >= len(word) - 3

    def may_be_name(self, i: int) -> bool:
        """Whether a name may stand here: beside names, titles and words that nobody knows, or alone between marks."""
        page = self.page
        before, behind = page.classes(i - 1), page.classes(i + 1)
        if not before.isdisjoint(_NAMELIKE) or not behind.isdisjoint(_NAME) or page.word(i + 1) == "بن":
            return True
        return page.word(i - 1) in ("«", "(", "#", "_", "-") and page.word(i + 1) in ("»", ")", "_", "-")

    def tanwin(self, i: int, better: str) -> bool:
        """A verbal noun with a tanwin at the head of a clause, its object behind it: تعزيزاً لإنهاء; no name has one."""
        page = self.page
        if better[-1] != "ا" or _FATHATAN not in self.original(i) or page.word(i - 1) not in _STARTS | {"،", ","}:
            return False
        return bool(page.mask(i + 1) & L) and "masdar" in page.grammar.lexicon.analyse(better)[0]

    def purpose(self, i: int, better: str) -> bool:
        """One of the verbal nouns that are used so, where a known word with a tanwin is not: تعزيراً لإنهاء."""
        return better in self.table.purpose and self.words[i] not in self.table.purpose and self.tanwin(i, better)

    def says(self, i: int, better: str) -> bool:
        """A verb of saying at the head of its sentence, before its subject."""
        page = self.page
        classes = page.grammar.lexicon.analyse(better)[0]
        if classes.isdisjoint(_SAID) or page.word(i - 1) not in _STARTS:
            return False
        return bool(page.mask(i + 1) & AL) or page.has(i + 1, "role", "given", "noun", "honorific", "complementiser")

    def common(self, i: int, better: str) -> bool:
        """One of the words that news uses most; an adjective only where it agrees with the word before."""
        page = self.page
        classes, mask, stem = page.grammar.lexicon.analyse(better)
        often = stem in self.table.common or (len(stem) > 4 and not classes.isdisjoint(_OFTEN))
        if len(stem) < 4 or not often or self._inflection(i, better) or self._right(i):
            return False
        if mask & AL and page.mask(i - 1) & AL and not page.has(i - 1, "role", "mark"):
            return self._agrees(i, mask, stem)
        return not classes.isdisjoint(_NOT_ADJECTIVE) or self._agrees(i, mask, stem)

    def _right(self, i: int) -> bool:
        """Whether the word as it stands is a rare one that is right, without what is written onto it."""
        right = self.table.right
        return any(
            form in right or not right.isdisjoint(suffixes(form))
            for bare in _bare(self.words[i])
            for form in (bare, bare.removeprefix("ال"))
        )

    def _agrees(self, i: int, mask: int, stem: str) -> bool:
        """Whether an adjective with these clitics follows a noun with which it agrees in article and gender."""
        page = self.page
        before = page.word(i - 1)
        if not page.has(i - 1, "noun", "masdar", "force", "org_head") or bool(page.mask(i - 1) & AL) != bool(mask & AL):
            return False
        return not mask & ~AL and (not stem.endswith("ه") or before[-1] in "هتا")

    def begins_after(self, i: int) -> bool:
        """`بعد دراسة وتقييم الوضع، نعلن`: at the head, before a verbal noun, and a verb follows the comma."""
        page = self.page
        if page.word(i - 1) not in _STARTS or page.mask(i + 1) & ~P or not page.has(i + 1, "masdar"):
            return False
        if not (page.mask(i + 2) & AL or (page.mask(i + 2) & W and page.has(i + 2, "masdar"))):
            return False
        words = self.words
        for k in range(i + 2, min(i + 20, len(words) - 1)):
            if words[k] in "،,":
                return page.has(k + 1, "verb", "present", "past") and not page.mask(k + 1)
            if words[k] in _STARTS:
                break
        return False

    def written_backwards(self, i: int) -> list[int]:
        """The numbers that are backwards with token i, a year if it is: ٣١/٢١/٦٩٩١, عام ٦٩٩١, ٥١ مارس ٤١٠٢.

        In a date of three numbers all are backwards, or there is no telling what it is.
        """
        page = self.page
        if page.word(i - 1) == "/" and page.word(i - 3) == "/":
            found = self._date_backwards(i)
        elif page.has(i - 1, "month"):
            found = [i] if self._day(page.word(i - 2)) or not self._day(page.word(i - 2)[::-1]) else [i - 2, i]
        elif page.stem(i - 1) in _YEAR or (page.word(i - 1) == "و" and page.stem(i - 3) in _YEAR):
            found = [i]
        else:
            return []
        where = page.text.span(found[0] if found else i, i + 1)
        page.issue(f"digits: {page.document.text[where.start : where.end]} is written backwards", where)
        return found

    def _date_backwards(self, i: int) -> list[int]:
        words = self.words
        day, month = words[i - 4], words[i - 2]
        if not (self._day(day[::-1]) and month.isdecimal() and 1 <= int(month[::-1]) <= 12):
            return []
        return [k for k in (i - 4, i - 2, i) if words[k] != words[k][::-1]]

    @staticmethod
    def _day(word: str) -> bool:
        return word.isdecimal() and len(word) < 3 and 1 <= int(word) <= 31


def _bare(word: str) -> tuple[str, ...]:
    """A word and what it may be without what is written onto it (والظرف, بالظرف, للظرف)."""
    if len(word) < 4 or word[0] not in "وفبلك":
        return (word,)
    if word.startswith("لل"):
        return (word, "ا" + word[1:])
    if word.startswith("ولل"):
        return (word, "ا" + word[2:], word[1:])
    return (word, word[1:], word[2:]) if word[1] in "بلك" else (word, word[1:])
