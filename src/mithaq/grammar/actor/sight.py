"""What the actor grammar sees of a page: one integer of features a token, its clitics, the quotations and known names.

The features are computed once for each set of classes and looked up by symbol, so that a test is one `&`.
"""

from __future__ import annotations

from functools import cache

from mithaq.engine.alphabet import Alphabet
from mithaq.grammar.page import Page
from mithaq.text.clitics import AL, B, K, L, P, S, W
from mithaq.text.quotes import Quotation

_BITS = (
    "PREP FUNC VERB NOMINAL ADJ ROLE RANK HON ORG PLACE PEOPLE NAME GIVEN SURNAME PART WEAK UNK LATIN PUNCT COMMA OPEN CLOSE "
    "TIME DIGIT QUANT ADVERB PRESENT PLURAL FEM BRACKET DEM REL NISBA MOD MINISTRY NAME_AL NAME_BARE NOUN MARK FORCE FIRST "
    "DEMONYM SAY INDEF WEAKROLE"
).split()
(
    PREP, FUNC, VERB, NOMINAL, ADJ, ROLE, RANK, HON, ORG, PLACE, PEOPLE, NAME, GIVEN, SURNAME, PART, WEAK, UNK, LATIN, PUNCT, COMMA,
    OPEN, CLOSE, TIME, DIGIT, QUANT, ADVERB, PRESENT, PLURAL, FEM, BRACKET, DEM, REL, NISBA, MOD, MINISTRY, NAME_AL, NAME_BARE,
    NOUN, MARK, FORCE, FIRST, DEMONYM, SAY, INDEF, WEAKROLE,
) = (1 << i for i in range(len(_BITS)))  # fmt: skip

_CLASSES = {
    "prep": PREP, "conj": FUNC, "comp": FUNC, "rel": REL, "dem": DEM, "neg": FUNC, "pronoun": FUNC, "modal": FUNC, "interrog": FUNC,
    "exceptive": FUNC, "prep_bound": FUNC, "verb": VERB, "noun": NOMINAL | NOUN, "group": ORG, "place_noun": PLACE, "time_noun": TIME, "person_noun": PEOPLE, "masdar": NOMINAL | NOUN,
    "participle": NOMINAL | ADJ, "adj": NOMINAL | ADJ, "role": NOMINAL | ROLE, "weak_role": WEAKROLE, "rank": NOMINAL | RANK,
    "honorific": NOMINAL | HON, "org_head": NOMINAL | NOUN | ORG, "force": NOMINAL | NOUN | FORCE | ORG, "place_word": NOMINAL | NOUN | PLACE,
    "people": NOMINAL | PEOPLE, "demonym": NOMINAL | ADJ | DEMONYM, "country": NAME, "capital": NAME, "place": NAME, "org": NAME,
    "facility": NAME, "given": GIVEN, "surname": SURNAME, "name_part": PART, "weak_name": WEAK, "unk": UNK, "latin": LATIN,
    "mark": PUNCT, "comma": COMMA, "open": OPEN, "close": CLOSE, "bracket": BRACKET, "timeword": TIME, "month": TIME, "weekday": TIME,
    "digits": DIGIT, "quant": QUANT, "adverb": ADVERB, "opener": ADVERB, "maybe_present": PRESENT, "pl": PLURAL, "f": FEM,
    "role_pl": PLURAL, "role_f": FEM, "nisba": NISBA, "role_mod": NOMINAL | ADJ | MOD, "ministry": MINISTRY,
    "name_al": NAME_AL, "name_bare": NAME_BARE, "name_first": FIRST, "say": SAY, "fut": PRESENT,
}  # fmt: skip

PROCLITIC = W | B | L | K | S
CASED = B | L | K | S


class _Features(dict[str, int]):
    """Features by symbol, computed when a symbol is first met."""

    def __init__(self, alphabet: Alphabet) -> None:
        self._classes = alphabet.classes_of

    def __missing__(self, symbol: str) -> int:
        bits = 0
        for name in self._classes[symbol]:
            bits |= _CLASSES.get(name, 0)
        self[symbol] = bits
        return bits


@cache
def _features(alphabet: Alphabet) -> _Features:
    return _Features(alphabet)


class Sight:
    """One page as the actor grammar sees it."""

    __slots__ = ("bits", "count", "known", "masks", "page", "phrases", "quoted", "stems", "value", "words")

    def __init__(self, page: Page) -> None:
        self.page = page
        features = _features(page.grammar.alphabet)
        symbols = page.line.symbols
        self.bits = [features[c] for c in symbols[::2]]
        self.masks = [ord(c) & 0xFF for c in symbols[1::2]]
        self.words = page.text.words
        self.stems = page.line.stems
        self.count = len(self.words)
        self.phrases = page.grammar.lexicon.phrases
        self.value = page.grammar.lexicon.value
        self.quoted: dict[int, Quotation] = {q.open: q for q in page.text.quotations if q.close is not None}
        self.known: dict[int, tuple[int, str, object] | None] = {}

    def known_name(self, i: int) -> tuple[int, str, object] | None:
        """The longest name of the lexicon that begins at token i: its end, kind and value."""
        if i not in self.known:
            self.known[i] = self._known_name(i)
        return self.known[i]

    def _known_name(self, i: int) -> tuple[int, str, object] | None:
        stem = self.stems[i]
        phrases = self.phrases.get(stem)
        articled = bool(self.masks[i] & AL)
        words = self.words
        if phrases and i + 1 < self.count:
            if words[i + 1] == "_":  # a hashtag: كوريا_الشمالية
                return self._hashtag(i, articled)
            for p in phrases:
                end = i + 1 + len(p.rest)
                if p.article == articled and words[i + 1] == p.rest[0] and tuple(words[i + 1 : end]) == p.rest:
                    return end, p.kind, p.value
        bits = self.bits[i]
        if bits & NAME and bits & (NAME_AL if articled else NAME_BARE) and not self.masks[i] & P:
            for kind in ("country", "capital", "org", "place", "facility"):
                value = self.value(kind, stem)
                if value is not None:
                    return i + 1, kind, value
        return None

    def _hashtag(self, i: int, articled: bool) -> tuple[int, str, object] | None:
        """A name whose words are joined by low lines."""
        end = i + 1
        while end + 1 < self.count and self.words[end] == "_":
            end += 2
        rest = tuple(self.words[i + 2 : end : 2])
        for p in self.phrases[self.stems[i]]:
            if p.article == articled and p.rest == rest[: len(p.rest)]:
                return i + 1 + 2 * len(p.rest), p.kind, p.value
        return None

    def feminine(self, i: int) -> bool:
        """Whether a token is feminine: ة in the original spelling, or its class says so."""
        return bool(self.bits[i] & FEM) or self.page.document.text[self.page.text.ends[i] - 1] == "ة"


def sight(page: Page) -> Sight:
    """The sight of a page, made once."""
    found = page.memo.get("actor")
    if found is None:
        found = page.memo["actor"] = Sight(page)
    assert isinstance(found, Sight)
    return found


__all__ = [*_BITS, "AL", "CASED", "PROCLITIC", "B", "K", "L", "P", "S", "Sight", "W", "sight"]
