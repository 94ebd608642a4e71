"""Repairs: words that a machine misread, and what they must have been.

A word is repaired only where one letter of like shape turns it into one word and something proves that word: a pair of
words that belong together, a name of the lexicon, another place in the report, the grammar of its place, or that it is
among the words that news uses most. Where two readings are left, none is made. The text itself keeps the misreading.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise

from mithaq.grammar.page import Page
from mithaq.lexicon.confusions import Confusions, confusions
from mithaq.lexicon.lexicon import Lexicon
from mithaq.reading.proof import Place
from mithaq.reading.respell import respell
from mithaq.record import Repair
from mithaq.text.clitics import P, S

_NOMINAL = frozenset({"noun", "masdar", "adj", "participle", "given", "surname", "place"})
_FATHATAN = "\u064b"
_LONGEST = 20  # letters; beyond that it is damage, not a misread word


@dataclass(frozen=True, slots=True)
class Form:
    """What may be wrong with a folded word form, wherever it stands; most forms have none."""

    unknown: bool = False
    variants: tuple[str, ...] = ()  # whatever it is one letter away from, by its dots
    dots: tuple[str, ...] = ()  # those of `variants` that are words
    shapes: tuple[str, ...] = ()  # words that it is one letter of like shape away from
    cut: tuple[str, ...] = ()  # words of names that it lacks the last letter of
    rivals: frozenset[str] = frozenset()  # those of `dots` that are words without a pronoun taken off
    hamza: bool = False  # a verb that ends in a hamza over an alef, which a tanwin is mistaken for
    backwards: bool = False  # a number that is a year when read backwards, and none as it stands


class Forms(dict[str, Form | None]):
    """The word forms that were met so far, each looked at once."""

    def __init__(self, lexicon: Lexicon, table: Confusions) -> None:
        self.lexicon, self.table = lexicon, table
        self.names: set[tuple[str, str]] = set()
        for key, seconds in lexicon.phrases.items():
            for phrase in chain.from_iterable(seconds.values()):
                if phrase.kind != "role":
                    self.names.update(pairwise(("ال" + key if phrase.article else key, *phrase.rest)))
        self._named = {word for pair in self.names for word in pair}
        self._paired = {word for pair in table.fixed for word in pair} | table.purpose

    def __missing__(self, word: str) -> Form | None:
        if len(self) > 200_000:
            self.clear()
        found = self[word] = self._look(word)
        return found

    def _look(self, word: str) -> Form | None:
        if not "\u0621" <= word[0] <= "\u064a":
            return Form(backwards=True) if _backwards(word) else None
        if not 2 < len(word) <= _LONGEST:
            return None
        classes, _, _ = self.lexicon.analyse(word)
        table = self.table
        cut = tuple(word + letter for letter in table.lost if word + letter in self._named)
        if "unk" in classes:
            variants = tuple(table.variants(word))
            dots = tuple(v for v in variants if self._known(v))
            rivals = frozenset(v for v in dots if not self.lexicon.analyse(v)[1] & P)
            shapes = tuple(v for v in table.shapes(word) if self._known(v))
            return Form(True, variants, dots, shapes, cut, rivals)
        dots = tuple(v for v in table.variants(word) if v in self._paired or v[1:] in self._paired)
        hamza = self._ends_in_hamza(word, classes)
        return Form(dots=dots, cut=cut, hamza=hamza) if dots or cut or hamza or word == "يعد" else None

    def _ends_in_hamza(self, word: str, classes: frozenset[str]) -> bool:
        """Whether it is a verb only, and of those that keep the letter in their plural: يتهيأون, not يحسبون."""
        if word[-1] != "ا" or len(word) < 4 or "present" not in classes or classes & _NOMINAL:
            return False
        return self.lexicon.knows(word + "ون")

    def _known(self, word: str) -> bool:
        """Whether a word is known, without the readings that take a pronoun or س off three letters or fewer."""
        classes, mask, stem = self.lexicon.analyse(word)
        return "unk" not in classes and not (mask & (P | S) and len(stem) < 4)


@cache
def _forms(lexicon: Lexicon) -> Forms:
    return Forms(lexicon, confusions())


def repair(page: Page) -> list[Repair]:
    """The repairs of a page, in order; its words and its lowest line read as repaired from now on."""
    forms = _forms(page.grammar.lexicon)
    words = page.text.words
    suspects = [(i, form) for i, form in enumerate(map(forms.__getitem__, words)) if form is not None]
    place = Place(page, forms.table, forms.names)
    settled = {i: (better, why) for at, form in suspects for i, better, why in _settle(place, at, form)}
    if not settled:
        return []
    spelt = {i: respell(page, forms.table, i, better) for i, (better, _) in settled.items()}
    for i, (better, _) in settled.items():
        words[i] = better
    page.classify()
    return [Repair(page.text.span(i, i + 1), spelt[i], f"ocr: {settled[i][1]}") for i in sorted(settled)]


def _settle(place: Place, i: int, form: Form) -> Iterator[tuple[int, str, str]]:
    """The tokens that are misread, what they must have been and what proves it; none where nothing or too much does."""
    if form.backwards:
        for k in place.written_backwards(i):
            yield k, place.words[k][::-1], "digits written backwards"
        return
    found = _unknown(place, i, form) if form.unknown else _known(place, i, form)
    if found:
        yield i, *found


def _known(place: Place, i: int, form: Form) -> tuple[str, str] | None:
    """A word that is one, and cannot be the one that stands here."""
    word = place.words[i]
    if form.hamza and _FATHATAN in place.original(i):
        return word, "a verb has no tanwin"
    if word == "يعد" and place.begins_after(i):
        return "بعد", "a clause that a verb follows begins with it"
    proved = [v for v in form.dots if place.fixed(i, v)]
    if len(proved) == 1 and not place.fixed(i, word):
        return proved[0], "the words beside it"
    proved = [v for v in form.dots if place.purpose(i, v)]
    if len(proved) == 1:
        return proved[0], "a tanwin on a word that takes it"
    return _completed(place, i, form)


def _completed(place: Place, i: int, form: Form) -> tuple[str, str] | None:
    completed = [v for v in form.cut if place.named(i, v)]
    return (completed[0], "a name that lacks a letter") if len(completed) == 1 else None


def _unknown(place: Place, i: int, form: Form) -> tuple[str, str] | None:
    """A word that nobody knows: the strongest proof decides, and it must prove one word only."""
    near = (*form.dots, *form.shapes)
    for why, proves, among in (
        ("the words beside it", place.paired, near),
        ("a name of which one letter differs", place.part_of_name, near),
        ("the same word elsewhere in the report", place.repeated, (*form.variants, *form.shapes)),
    ):
        proved = {v for v in among if proves(i, v)}
        if proved:
            return (proved.pop(), why) if len(proved) == 1 else None
    if form.cut and (found := _completed(place, i, form)):
        return found
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


def _backwards(word: str) -> bool:
    """Whether a number is a year when read backwards (٦٩٩١) and cannot be one as it stands."""
    if len(word) != 4 or not word.isdecimal():
        return False
    return not 1000 <= int(word) <= 2150 and 1900 <= int(word[::-1]) <= 2100
