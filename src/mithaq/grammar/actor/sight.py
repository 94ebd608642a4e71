"""What the actor grammar sees of a page: one integer of features a token, its clitics, the quotations and known names.

The features are computed once for each unit (a set of classes and a set of clitics) and looked up by its symbols, so that a
test is one `&`.
"""

from __future__ import annotations

from functools import cache

from mithaq.engine.alphabet import Alphabet
from mithaq.grammar.page import Page
from mithaq.text.clitics import AL, B, K, L, P, S, W
from mithaq.text.quotes import Quotation

(
    PREP, FUNC, VERB, PAST, NOUN, ADJ, ROLE, RANK, HON, GROUP, FORCE, PLACE, PEOPLE, PERSON, NAME, GIVEN, SURNAME, WEAK, PART, WEAKPART,
    TAIL, WEAKTAIL, UNK, LATIN, PUNCT, COMMA, OPEN, TIME, DIGIT, QUANT, ADVERB, PRESENT, PLURAL, FEM, DEM, REL, NISBA, MOD, MINISTRY,
    DEMONYM, SAY, WEAKROLE, MASDAR, ART, CASE, CONJ, PRON, BOUND, ACT, ORDINAL, MEDIUM, LATER,
) = (1 << i for i in range(52))  # fmt: skip

NOMINAL = NOUN | ADJ | ROLE | RANK | HON | GROUP | PLACE | PEOPLE | PERSON
TITLE = ROLE | RANK | HON
NAMED = GIVEN | SURNAME
PROCLITIC = CASE | CONJ
CLOSED = PREP | FUNC | REL | PUNCT | QUANT | DIGIT | BOUND

_CLASSES = {
    "prep": PREP, "conj": FUNC, "comp": FUNC, "rel": REL, "dem": DEM | FUNC, "neg": FUNC, "pronoun": FUNC, "modal": FUNC, "interrogative": FUNC,
    "exceptive": FUNC, "prep_bound": BOUND, "verb": VERB, "past": PAST, "noun": NOUN, "masdar": NOUN | MASDAR, "participle": ADJ,
    "adj": ADJ, "role": ROLE, "weak_role": WEAKROLE, "rank": RANK, "honorific": HON, "org_head": NOUN | GROUP, "group": GROUP,
    "force": FORCE, "place_word": NOUN | PLACE, "place_noun": PLACE, "people": PEOPLE, "person": PERSON, "demonym": ADJ | DEMONYM,
    "country": NAME, "capital": NAME, "place": NAME, "region": NAME, "org": NAME, "facility": NAME, "given": GIVEN, "surname": SURNAME,
    "name_part": PART, "weak_name_part": WEAKPART, "name_tail": TAIL, "weak_name_tail": WEAKTAIL, "weak_name": WEAK, "unk": UNK,
    "latin": LATIN, "mark": PUNCT, "comma": COMMA, "open": OPEN, "month": TIME, "dayword": TIME, "part": TIME, "now": TIME, "digits": DIGIT,
    "numword": DIGIT, "ordinal": ORDINAL, "quant": QUANT, "adverb": ADVERB, "opener": ADVERB, "maybe_present": PRESENT, "fut": PRESENT,
    "present": PRESENT, "pl": PLURAL, "f": FEM, "role_pl": PLURAL, "role_f": FEM, "nisba": NISBA, "role_mod": ADJ | MOD,
    "ministry": MINISTRY, "say": SAY, "cue": SAY, "medium": MEDIUM, "event": ACT, "agreement": ACT,
}  # fmt: skip


_UNSURE = frozenset(("name_first", "weak_org", "weak_country"))


def features(classes: frozenset[str], mask: int) -> int:
    """The features of a unit: those of its classes, less what its clitics or a stronger reading exclude."""
    bits = 0
    for name in classes:
        bits |= _CLASSES.get(name, 0)
    if not bits and not classes.isdisjoint(_UNSURE):
        bits = UNK
    if "clash" in classes and bits & (PREP | FUNC | QUANT):
        bits &= ~(VERB | PAST | SAY)
    if mask & AL:
        bits = bits & ~(PREP | FUNC | DEM | QUANT | ADVERB | VERB | PAST | PRESENT | SAY | PART | WEAKPART) | ART
        if bits & TIME and not classes.isdisjoint(("surname_al", "weak_name_al")):
            bits &= ~TIME  # الصباح
        if "weekday" in classes:
            bits |= TIME
        if "surname_al" in classes:
            bits |= SURNAME
        elif "weak_name_al" in classes:
            bits |= WEAK
        elif bits & SURNAME and not bits & UNK:
            bits &= ~SURNAME
        if "name_al" not in classes:
            bits &= ~NAME
    else:
        if "name_bare" not in classes:
            bits &= ~NAME
        if "weak_name_al" in classes or "surname_al" in classes:
            bits |= LATER
    if "weak" in classes:  # months that are other words too: مايو، مارس
        bits &= ~TIME
    if mask & P:
        bits = bits & ~(NAMED | WEAK | NAME | PART | WEAKPART | TAIL | WEAKTAIL) | PRON
    if mask & W:
        bits |= CONJ
    if mask & (B | L | K | S):
        bits |= CASE
    if bits & ORDINAL and bits & DIGIT:
        bits = bits & ~DIGIT | ADJ
    if bits & WEAKPART or (bits & DEMONYM and mask & AL):  # ذو, اليمني
        bits &= ~(NAMED | WEAK)
    if bits & SURNAME and bits & (NOUN | ADJ | VERB):  # القدرة, الصدر: also common words
        bits = bits & ~SURNAME | WEAK
    if bits & ROLE:
        if "role_pl" not in classes:  # أمين is also the dual of أم
            bits &= ~PLURAL
        if "role_f" in classes and bits & NISBA and not mask & AL:  # دبلوماسية أوباما
            bits &= ~ROLE
        if bits & WEAKROLE and ((bits & VERB and not mask & AL) or bits & (PLACE | MEDIUM | ACT | TIME)):
            bits &= ~ROLE
        if "role_f" in classes and bits & NOUN and not bits & PERSON:  # محافظة, مؤسسة, معارضة
            bits &= ~ROLE
    if bits & (NOUN | ADJ | ROLE) and not bits & (GIVEN | SURNAME):
        bits &= ~UNK
    return bits


class _Features(dict[str, int]):
    """Features by unit (two characters), computed when a unit is first met."""

    def __init__(self, alphabet: Alphabet) -> None:
        self._classes = alphabet.classes_of

    def __missing__(self, unit: str) -> int:
        bits = self[unit] = features(self._classes[unit[0]], ord(unit[1]) & 0xFF)
        return bits


@cache
def _features(alphabet: Alphabet) -> _Features:
    return _Features(alphabet)


Known = tuple[int, str, object]  # end, kind, value


class Sight:
    """One page as the actor grammar sees it."""

    __slots__ = ("bits", "count", "dotted_ya", "known", "page", "phrases", "quoted", "stems", "value", "words")

    def __init__(self, page: Page) -> None:
        self.page = page
        table = _features(page.grammar.alphabet)
        self.count = len(page.text.words)
        self.bits = list(map(table.__getitem__, page.units))
        self.words = page.text.words
        self.stems = page.line.stems
        self.phrases = page.grammar.lexicon.phrases
        self.value = page.grammar.lexicon.value
        self.quoted: dict[int, Quotation] = {q.open: q for q in page.text.quotations if q.close is not None}
        self.known: dict[int, Known | None] = {}
        # Where a report writes على, its علي is the name; some write both alike.
        self.dotted_ya = "على" in page.document.text

    def known_name(self, i: int) -> Known | None:
        """The longest name of the lexicon that begins at token i: its end, kind and value."""
        try:
            return self.known[i]
        except KeyError:
            found = self.known[i] = self._known_name(i)
            return found

    def _known_name(self, i: int) -> Known | None:
        stem = self.stems[i]
        bits = self.bits[i]
        phrases = self.phrases.get(stem)
        if not phrases and not bits & NAME:
            return None
        if phrases and i + 1 < self.count:
            articled = bool(bits & ART)
            words = self.words
            if words[i + 1] == "_":  # a hashtag: كوريا_الشمالية
                return self._hashtag(i, articled)
            for p in phrases.get(words[i + 1], ()):
                end = i + 1 + len(p.rest)
                if p.article == articled and (end == i + 2 or tuple(words[i + 1 : end]) == p.rest):
                    return end, p.kind, p.value
        if bits & NAME and not (bits & (NOUN | ADJ | VERB | GROUP) and self._common(i, bits)):
            for kind in ("country", "capital", "org", "place", "region", "facility"):
                value = self.value(kind, stem)
                if value is not None:
                    return i + 1, kind, value
        return None

    def _common(self, i: int, bits: int) -> bool:
        """Whether a word that is a name and a common word too stands as the common word."""
        before = self.bits[i - 1] if i else 0
        if bits & DEMONYM or self.value("country", self.stems[i]) or self.value("capital", self.stems[i]):
            return bool(bits & ADJ and before & NOMINAL and not before & (VERB | PREP) and not bits & PROCLITIC)
        if self.value("org", self.stems[i]):
            return bool(bits & VERB) and not before & OPEN
        return not (before & PLACE or before & PREP or bits & CASE) or bool(bits & VERB)

    def _hashtag(self, i: int, articled: bool) -> Known | None:
        """A name whose words are joined by low lines."""
        end = i + 1
        while end + 1 < self.count and self.words[end] == "_":
            end += 2
        rest = tuple(self.words[i + 2 : end : 2])
        for p in self.phrases[self.stems[i]].get(rest[0], ()) if rest else ():
            if p.article == articled and p.rest == rest[: len(p.rest)]:
                return i + 1 + 2 * len(p.rest), p.kind, p.value
        return None

    def feminine(self, i: int) -> bool:
        """Whether a token is feminine: ة in the original spelling, or its class says so; نظيره is نظير with a pronoun."""
        if self.words[i].endswith("ه"):
            return self.ends_in(i, "ة")
        return bool(self.bits[i] & FEM) and not self.bits[i] & (DEMONYM | NISBA)

    def possessed(self, i: int) -> bool:
        """Whether a token has a pronoun, also one that folding makes a ة (نائبه)."""
        return bool(self.bits[i] & PRON) or (
            self.words[i].endswith("ه") and self.ends_in(i, "ه") and len(self.words[i]) > 3
        )

    def ends_in(self, i: int, letter: str) -> bool:
        """The last letter of a token as it was written: the folded word does not tell ة from ه."""
        return self.page.document.text[self.page.text.ends[i] - 1] == letter

    def touches(self, i: int) -> bool:
        """Whether nothing stands between token i and the next one."""
        return i + 1 < self.count and self.page.text.ends[i] == self.page.text.starts[i + 1]


def sight(page: Page) -> Sight:
    """The sight of a page, made once."""
    found = page.memo.get("actor")
    if not isinstance(found, Sight):
        found = page.memo["actor"] = Sight(page)
    return found
