"""Fitness: whether a text is an Arabic report at all, and what in its writing may mislead whoever reads it.

Nothing is changed or refused here: what is seen goes to the issues of the record.
"""

from __future__ import annotations

import re
from collections import Counter

from mithaq.grammar.page import Page
from mithaq.span import Span

_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\ufb50-\ufdfb\ufe70-\ufefc]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # Bidi_Control (UAX 9)
_LEAST_ARABIC = 0.3  # share of the letters: reports that quote other scripts at length have well above half

# Other languages in Arabic script: letters that Arabic does not write (Persian, Urdu, Kurdish, Pashto, Uyghur), and the
# words that no Arabic report is without. Both must speak against Arabic: a Persian keyboard alone types ی and ک.
_FOREIGN = re.compile("[\u0679-\u06bf\u06c0-\u06c2\u06c4-\u06d3\u06d5]")
_MOST_FOREIGN = 0.04  # share of the letters; in Persian and Urdu it is 0.08 and more
_COMMON = frozenset("في من علي الي عن ان مع التي الذي هذا هذه بعد قبل بين كما او لم لا قد".split())
_LEAST_COMMON = 0.15  # share of the words that are common or have the article; in Arabic reports 0.4 and more
_LONGEST_WORD = 100  # letters; beyond that it is damage, not a word


def examine(page: Page) -> bool:
    """Whether the page can be read as a report in Arabic; what speaks against it or may mislead goes to its issues."""
    text = page.document.text
    if not page.text.paragraphs:
        page.issue("language: there are no words in the text")
        return False
    if not _is_arabic(page, text):
        return False
    _controls(page, text)
    for quotation in page.text.quotations:
        if quotation.close is None:
            page.issue("quotation: opened here and never closed", page.text.span(quotation.open, quotation.open + 1))
    for token, word in enumerate(page.text.words):
        if len(word) > _LONGEST_WORD:
            page.issue(f"word: {len(word)} characters without a break are no word", page.text.span(token, token + 1))
    return True


def _is_arabic(page: Page, text: str) -> bool:
    letters = sum(map(len, _LETTERS.findall(text)))
    arabic = sum(map(len, _ARABIC.findall(text)))
    if arabic < _LEAST_ARABIC * letters or not arabic:
        page.issue(f"language: {arabic} of {letters} letters are Arabic, too few for Arabic; nothing was read")
        return False
    if len(_FOREIGN.findall(text)) > _MOST_FOREIGN * arabic:
        words = [word for word in page.text.words if word[0].isalpha()]
        common = sum(1 for word in words if word in _COMMON or word.startswith(("ال", "وال", "لل", "بال")))
        if common < _LEAST_COMMON * len(words):
            page.issue("language: the script is Arabic, the language is another; nothing was read")
            return False
    return True


def _controls(page: Page, text: str) -> None:
    """Characters that reorder a text for the eye: they are read as data, and nobody is to be misled by them."""
    found = _CONTROLS.search(text)
    if found:
        counts = sorted(Counter(_CONTROLS.findall(text)).items())
        named = ", ".join(f"U+{ord(char):04X} ({n})" for char, n in counts)
        page.issue(f"controls: bidirectional control characters {named}", Span(*found.span()))
