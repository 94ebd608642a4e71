"""Mentions: everything in a report that names a person, an organisation, a place or a facility."""

# ruff: noqa: I001 - the features are imported many to a line
from __future__ import annotations

from mithaq.entity import Mention
from mithaq.grammar.actor.body import organisation_end, place_at
from mithaq.grammar.actor.person import FREE, STRONG, person_end
from mithaq.grammar.actor.phrase import one
from mithaq.grammar.actor.shape import ActorPhrase
from mithaq.grammar.actor.sight import (
    ADJ, ART, CLOSED, CONJ, FORCE, FUNC, GROUP, MINISTRY, NAME, NAMED, NISBA, NOMINAL, NOUN, PART, PLACE, PREP,
    PRESENT, PROCLITIC, PRON, PUNCT, QUANT, SAY, SURNAME, TAIL, TIME, TITLE, UNK, VERB, WEAK, WEAKPART, WEAKROLE,
    Sight, sight,
)  # fmt: skip
from mithaq.grammar.actor.title import title_behind
from mithaq.grammar.actor.words import PLACE_HEADS
from mithaq.grammar.page import Page
from mithaq.span import Span
from mithaq.text.clitics import AL, L

_PERSON = NAMED | PART
_START = TITLE | _PERSON | GROUP | FORCE | NAME | PLACE | MINISTRY
_CLITICS = "وفبلك"


class Mentions:
    """The mentions of one page while they are gathered, and the titles that stand without a name."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.s = sight(page)
        self.found: list[Mention] = []
        self.unnamed: list[ActorPhrase] = []
        self.roles: list[tuple[Mention, tuple[int, int]]] = []
        self._taken: dict[str, set[int]] = {"person": set(), "organization": set(), "place": set(), "facility": set()}
        self._titles: set[int] = set()
        self._until = 0

    def read(self) -> list[Mention]:
        """All mentions, in the order of the text."""
        s = self.s
        phrases, stems, words = s.phrases, s.stems, [*s.words, ""]
        look = _START | SAY
        for i in [
            i
            for i, (bits, stem) in enumerate(zip(s.bits, stems, strict=True))
            if bits & look or stem in phrases or stem == "علي"
        ]:
            bits, stem = s.bits[i], stems[i]
            if (
                bits & _START
                or (stem in phrases and (words[i + 1] in phrases[stem] or words[i + 1] == "_"))
                or (stem == "علي" and bits & WEAK)
            ):
                self._at(i, bits)
            elif bits & SAY and bits & VERB and not bits & (PREP | QUANT | NOUN | TIME):
                self._subject(i + 1)
        self._again()
        self.found.sort(key=lambda m: m.span)
        return self.found

    def _at(self, i: int, bits: int) -> None:
        """What begins at token i, if anything does."""
        s = self.s
        known = s.known_name(i)
        kind = known[1] if known else ""
        stop = min(i + 40, s.count)
        if known and kind in ("country", "capital", "place", "region"):
            self._add("place", i, known[0])
        elif known and kind == "facility":
            self._add("facility", i, known[0])
        elif known and kind in ("person", "surname"):
            if i not in self._taken["person"]:
                self._person(i, known[0], stop)
        elif bits & TITLE or kind in ("role", "rank", "honorific"):
            if i >= self._until and i not in self._titles and not self._describing(i, bits):
                self._titled(i, stop)
            if bits & GROUP:
                self._organisation(i, stop)
        elif kind == "org" or bits & (GROUP | FORCE) or (bits & MINISTRY and bits & ART):
            if not known and (s.stems[i] in PLACE_HEADS or s.stems[i] == "معسكر"):
                self._place(i, stop)
            else:
                self._organisation(i, stop)
        elif bits & PLACE:
            self._place(i, stop)
        elif (bits & _PERSON or s.words[i] == "علي") and i not in self._taken["person"]:
            first = self._first(i)
            end = person_end(s, first, stop, FREE)
            if end <= i and first < i:
                first, end = i, person_end(s, i, stop, FREE)
            if end > first:
                self._person(first, end, stop)

    def _first(self, i: int) -> int:
        """Where the name begins of which token i is a sure word: weak and unknown words before it belong to it."""
        s = self.s
        first = i
        while first and i - first < 2 and not s.bits[first] & PROCLITIC and first - 1 not in self._taken["person"]:
            bits = s.bits[first - 1]
            if bits & ART or not bits & (WEAK | UNK) or bits & (PREP | FUNC | PRON | QUANT):
                break
            if bits & VERB and (bits & (CONJ | SAY) or s.value("cue", s.stems[first - 1]) is not None):
                break
            if bits & UNK and (
                bits & PRESENT
                or s.ends_in(first - 1, "ة")
                or (first > 1 and s.bits[first - 2] & NOMINAL and not s.bits[first - 2] & PRON)
            ):
                break
            first -= 1
        return first

    def _describing(self, i: int, bits: int) -> bool:
        """Whether a word that can be a title is an adjective here (القوى السياسية, الحملة العسكرية)."""
        if not bits & (WEAKROLE | NISBA) or not bits & (ADJ | NISBA) or not i or bits & CONJ:
            return False
        before = self.s.bits[i - 1]
        return (bool(before & (NOMINAL | UNK)) and not before & (VERB | PREP | PUNCT)) or bool(before & ART)

    def _titled(self, i: int, stop: int) -> None:
        phrase = one(self.s, i, stop)
        if phrase is None or phrase.label != "person":
            return
        for part in phrase.parts:
            if part.name and part.role:
                self._add("person", *part.name, role=part.role)
        if phrase.name:
            if not self._taken["person"].isdisjoint(range(*phrase.name)):
                return
            self._add("person", *phrase.name, role=phrase.role)
            if phrase.role and phrase.role[1] <= phrase.name[0]:
                self._until = phrase.role[1]  # titles inside this one have no other holder
        elif phrase.role:
            self.unnamed.append(phrase)

    def _person(self, i: int, end: int, stop: int) -> None:
        phrase = ActorPhrase(i, end, (i, end))
        title_behind(self.s, phrase, stop)
        if phrase.role:
            self._titles.add(phrase.role[0])
        self._add("person", i, end, role=phrase.role)

    def _subject(self, i: int) -> None:
        """A name behind a verb of saying: even of one unknown word, or of two that are names and common words (ربيع نادر)."""
        s = self.s
        if i >= s.count or i in self._taken["person"]:
            return
        bits = s.bits[i]
        if not bits & (UNK | WEAK) or bits & (PUNCT | PROCLITIC | PREP | FUNC):
            return
        common = bits & WEAK and bits & (NOMINAL | VERB | TIME)
        if common:
            following = s.bits[i + 1] if i + 1 < s.count else 0
            if bits & (ART | PRESENT) or following & (PROCLITIC | CLOSED) or not following & (WEAK | UNK | SURNAME):
                return
            if following & ART and following & (NOUN | ADJ):
                return
        end = person_end(s, i, min(i + 8, s.count), STRONG)
        if end > i + bool(common):
            self._person(i, end, min(i + 40, s.count))

    def _organisation(self, i: int, stop: int) -> None:
        if i not in self._taken["organization"]:
            last = organisation_end(self.s, i, stop)
            if last > i:
                self._add("organization", i, last)

    def _place(self, i: int, stop: int) -> None:
        found = place_at(self.s, i, stop)
        if found:
            self._add(found[0], i, found[1])

    def _again(self) -> None:
        """Short and full forms of persons named elsewhere in the report (ظريف, وظريف, لبن سلمان)."""
        s = self.s
        taken = self._taken["person"]
        forms: dict[str, list[tuple[str, ...]]] = {}
        for m in self.found:
            if m.label != "person" or m.last - m.first < 2:
                continue
            words = tuple(s.stems[m.first : m.last])
            tail = s.bits[m.last - 1] & TAIL or s.bits[m.last - 2] & (PART | WEAKPART)
            if tail and words[-2] == "ال":
                short = words[-1:] if s.bits[m.last - 1] & (UNK | SURNAME) else words
            else:
                short = words[-2:] if tail else words[-1:]
            for form in (words, short):
                known = forms.setdefault(form[0], [])
                if form not in known:
                    known.append(form)
        if not forms:
            return
        for known in forms.values():
            known.sort(key=len, reverse=True)
        for i in [
            i
            for i, (bits, stem) in enumerate(zip(s.bits, s.stems, strict=True))
            if stem in forms or bits & UNK and stem[0] in _CLITICS and stem[1:] in forms
        ]:
            if i in taken:
                continue
            stem = s.stems[i]
            skip = 0
            if stem not in forms:
                skip, stem = 1, stem[1:]
            for form in forms[stem]:
                size = len(form)
                if size > 1 and tuple(s.stems[i + 1 : i + size]) != form[1:]:
                    continue
                if size > 1 or skip or s.bits[i] & (UNK | SURNAME | ART) or not s.bits[i] & (VERB | PREP | FUNC):
                    self._add("person", i, i + size, skip=skip)
                    break

    def _beside(self, i: int) -> None:
        """An unknown name of two words or more joined to a name with و."""
        s = self.s
        if (
            i + 1 >= s.count
            or not s.bits[i] & UNK
            or s.bits[i] & PROCLITIC
            or s.words[i][0] != "و"
            or len(s.words[i]) < 5
        ):
            return
        if (
            s.words[i][1] in "يتابل"
            or i in self._taken["person"]
            or not s.bits[i + 1] & (UNK | NAMED)
            or s.bits[i + 1] & (PROCLITIC | PRESENT)
        ):
            return
        end = person_end(s, i + 1, min(i + 5, s.count), STRONG)
        if end > i + 1:
            self._add("person", i, end, skip=1)

    def _add(self, label: str, first: int, last: int, role: tuple[int, int] | None = None, skip: int = 0) -> None:
        """One mention; `skip` is how many letters of its first word are clitics that no lexicon took off."""
        taken = self._taken[label]
        if first in taken:
            return
        taken.update(range(first, last))
        if label == "person":
            self.s.known[first] = (last, "person", None)
        if label == "person" and last - first > 1 and not skip:
            self._beside(last)
        span = self.page.span(first, last)
        if skip:
            span = Span(span.start + skip, span.end)
        where = self.page.span(*role) if role else None
        mention = Mention(
            f"m{span.start}-{span.end}",
            span,
            label,
            display(self.s, first, span),
            where,
            "",
            None,
            first,
            last,
            "actor",
        )
        self.found.append(mention)
        if role:
            self.roles.append((mention, role))


def display(s: Sight, first: int, span: Span) -> str:
    """The words of a name as it would stand alone: without proclitics, with its article."""
    text = span.cite(s.page.document.text)
    mask = s.page.mask(first)
    if mask & L and mask & AL:
        text = "ال" + text[2:]
    return text


def read_mentions(page: Page) -> list[Mention]:
    """All mentions of persons, organisations, places and facilities of a report."""
    gathered = Mentions(page)
    page.memo["mentions"] = gathered
    return gathered.read()
