"""Repairs: words that a machine misread, and what they must have been.

A word is repaired only where one letter of like shape turns it into one word and something proves that word: a pair of
words that belong together, a name of the lexicon, another place in the report, the grammar of its place, or that it is
among the words that news uses most. Where two readings are left, none is made. The text itself keeps the misreading.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from mithaq.grammar.page import Page
from mithaq.lexicon.confusions import Confusions, confusions
from mithaq.lexicon.lexicon import Lexicon
from mithaq.reading.proof import Place
from mithaq.record import Repair
from mithaq.text.clitics import P, S
from mithaq.text.fold import FILLER

_FATHATAN = "\u064b"
_NOMINAL = frozenset({"noun", "masdar", "adj", "participle", "given", "surname", "place"})


@dataclass(frozen=True, slots=True)
class Form:
    """What may be wrong with a folded word form, whatever its place; a form about which nothing is wrong has none."""

    unknown: bool = False
    dots: tuple[str, ...] = ()  # words that it is one letter away from, by its dots
    shapes: tuple[str, ...] = ()  # the same, by a letter of like shape
    cut: tuple[str, ...] = ()  # words of names that it lacks the last letter of
    rivals: frozenset[str] = frozenset()  # those of `dots` that are entries as they stand, or with و ف ب ل ال only
    hamza: bool = False  # a present verb in alef: a hamza with a tanwin over it was a hamza


class Mender:
    """The forms of one lexicon, each looked at once."""

    def __init__(self, lexicon: Lexicon, table: Confusions) -> None:
        self.lexicon, self.table = lexicon, table
        self.forms: dict[str, Form | None] = {}
        self.names: set[tuple[str, str]] = set()
        for key, phrases in lexicon.phrases.items():
            for phrase in phrases:
                if phrase.kind != "role":
                    words = ("ال" + key if phrase.article else key, *phrase.rest)
                    self.names.update(zip(words, words[1:], strict=False))
        self._named = {word for pair in self.names for word in pair}
        self._paired = {word for pair in table.fixed for word in pair}

    def form(self, word: str) -> Form | None:
        """What may be wrong with a form."""
        if len(self.forms) > 200_000:
            self.forms.clear()
        found = self.forms[word] = self._look(word)
        return found

    def _look(self, word: str) -> Form | None:
        if len(word) < 3 or not "\u0621" <= word[0] <= "\u064a":
            return None
        classes, mask, _ = self.lexicon.analyse(word)
        table = self.table
        if "unk" in classes:
            if len(word) > 20:
                return None
            dots = tuple(v for v in table.variants(word) if self._known(v))
            shapes = tuple(v for v in table.shapes(word) if self._known(v))
            cut = tuple(word + letter for letter in table.lost if word + letter in self._named)
            rivals = frozenset(v for v in dots if not self.lexicon.analyse(v)[1] & P)
            return Form(True, dots, shapes, cut, rivals)
        members = self._paired
        dots = tuple(v for v in table.variants(word) if v in members or v[1:] in members)
        cut = tuple(word + letter for letter in table.lost if word + letter in self._named)
        hamza = word[-1] == "ا" and len(word) > 3 and "present" in classes and classes.isdisjoint(_NOMINAL)
        return Form(False, dots, (), cut, hamza=hamza) if dots or cut or hamza or word == "يعد" else None

    def _known(self, word: str) -> bool:
        """Whether a word is known, without the readings that take a pronoun off three letters or fewer."""
        classes, mask, stem = self.lexicon.analyse(word)
        return "unk" not in classes and not (mask & P and len(stem) < 4) and not (mask & S and len(stem) < 4)


@cache
def _mender(lexicon: Lexicon) -> Mender:
    return Mender(lexicon, confusions())


def repair(page: Page) -> list[Repair]:
    """The repairs of a page, in order; its words and its lowest line read as repaired from now on."""
    mender = _mender(page.grammar.lexicon)
    forms, found = mender.forms, []
    words = page.text.words
    place = Place(page, mender.table, mender.names)
    for i, word in enumerate(words):
        form = forms[word] if word in forms else mender.form(word)
        if form is None:
            continue
        settled = _settle(place, mender, i, form)
        if settled is None:
            continue
        better, why = settled
        span = page.text.span(i, i + 1)
        found.append((i, better, Repair(span, _respell(page, mender.table, i, better), f"ocr: {why}")))
    if found:
        for i, better, _ in found:
            words[i] = better
        page.classify()
    return [r for _, _, r in found]


def _settle(place: Place, mender: Mender, i: int, form: Form) -> tuple[str, str] | None:
    """The word that token i must have been, and what proves it; None where nothing or too much does."""
    word = place.words[i]
    if form.hamza and _FATHATAN in place.original(i):
        return word, "a verb has no tanwin"
    if word == "يعد" and place.begins_after(i):
        return "بعد", "a clause that a verb follows begins with it"
    if form.unknown:
        return _unknown(place, i, form)
    proved = [v for v in form.dots if place.fixed(i, v)]
    if len(proved) == 1 and not place.fixed(i, word):
        return proved[0], "the words beside it"
    completed = [v for v in form.cut if place.named(i, v)]
    if len(completed) == 1:
        return completed[0], "a name that lacks a letter"
    return None


def _unknown(place: Place, i: int, form: Form) -> tuple[str, str] | None:
    """A word that nobody knows: the strongest proof decides, and it must prove one word only."""
    near = (*form.dots, *form.shapes)
    for why, proves, among in (
        ("the words beside it", place.paired, near),
        ("a name of which one letter differs", place.part_of_name, near),
        ("the same words elsewhere in the report", place.repeated, near),
    ):
        proved = {v for v in among if proves(i, v)}
        if proved:
            return (proved.pop(), why) if len(proved) == 1 else None
    completed = [v for v in form.cut if place.named(i, v)]
    if len(completed) == 1:
        return completed[0], "a name that lacks a letter"
    if not form.dots or place.many(i) or place.may_be_name(i):
        return None
    for why, proves in (
        ("a tanwin on a word that takes it", place.tanwin),
        ("a verb of saying at the head of its sentence", place.says),
        ("one of the commonest words", place.common),
    ):
        proved = {v for v in form.dots if proves(i, v)}
        if proved:
            return (proved.pop(), why) if len(proved) == 1 and not form.rivals - proved else None
    return None


def _respell(page: Page, table: Confusions, i: int, better: str) -> str:
    """The repaired word in the spelling of the original, with only the misread letter changed."""
    original = page.cite(i, i + 1)
    word = page.text.words[i]
    if better == word:  # the hamza under a tanwin
        return original.replace(_FATHATAN, "").removesuffix("ا") + "أ"
    if len(better) > len(word):
        return original + better[len(word) :]
    at = next(k for k, (a, b) in enumerate(zip(word, better, strict=True)) if a != b)
    letter = better[at]
    if letter in "يهاو":  # one of several letters of the original spelling: take it from where the word is spelt
        spelt = _spelling(page, table, better)
        if spelt and len(spelt) == len(better):
            letter = spelt[at]
    seen = -1
    folded = page.text.folded[page.text.starts[i] : page.text.ends[i]]
    for k, sign in enumerate(folded):
        seen += sign != FILLER
        if seen == at:
            return original[:k] + letter + original[k + 1 :]
    return better


def _spelling(page: Page, table: Confusions, better: str) -> str:
    """How a folded word is spelt, in the report or in the table of common words; "" where neither has it."""
    words = page.text.words
    if better in words:
        i = words.index(better)
        return page.cite(i, i + 1)
    for cut in range(min(4, len(better) - 3)):
        spelt = table.spelling.get(better[cut:])
        if spelt:
            return better[:cut] + spelt
    return ""
