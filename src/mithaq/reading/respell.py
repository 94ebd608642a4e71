"""The spelling of a repaired word: that of the original, with only the misread letter changed."""

from __future__ import annotations

from mithaq.grammar.page import Page
from mithaq.lexicon.confusions import Confusions
from mithaq.text.fold import FILLER

_FATHATAN = "\u064b"
_SEVERAL = "يهاو"  # folded letters that stand for several of the original spelling (ي for ي ى ئ)


def respell(page: Page, table: Confusions, token: int, better: str) -> str:
    """How the folded word `better` is written in place of a token."""
    original = page.cite(token, token + 1)
    word = page.text.words[token]
    if word.isdecimal():
        return original[::-1]
    if better == word:  # a tanwin that was a hamza
        return original.replace(_FATHATAN, "").removesuffix("ا") + "أ"
    if len(better) > len(word):
        return original + better[len(word) :]
    at = next(k for k, (old, new) in enumerate(zip(word, better, strict=True)) if old != new)
    letter = better[at]
    if letter in _SEVERAL:
        spelt = _spelling(page, table, better)
        letter = spelt[at] if len(spelt) == len(better) else letter
    places = _places(page.text.folded[page.text.starts[token] : page.text.ends[token]])
    if len(places) != len(word):  # a ligature stands for several letters
        return better
    place = places[at]
    return original[:place] + letter + original[place + 1 :]


def _places(folded: str) -> list[int]:
    """Where the letters of a word stand in its original, which may have vowel signs between them."""
    return [k for k, sign in enumerate(folded) if sign != FILLER]


def _spelling(page: Page, table: Confusions, better: str) -> str:
    """How a folded word is spelt elsewhere in the report, or in the table of common words; "" where neither has it."""
    words = page.text.words
    if better in words:
        i = words.index(better)
        return page.cite(i, i + 1)
    for cut in range(min(4, len(better) - 3)):
        spelt = table.spelling.get(better[cut:])
        if spelt:
            return better[:cut] + spelt
    return ""
