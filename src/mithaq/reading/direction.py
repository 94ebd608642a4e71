"""Direction: whether a weekday or month without a year lies before or after the day of writing, by the verb that governs it."""

from __future__ import annotations

from mithaq.grammar.page import Page
from mithaq.text.clitics import S

_WINDOW = 30
_PLANNED = frozenset(
    "مقرر مقرره مرتقب مرتقبه مزمع مزمعه منتظر منتظره متوقع متوقعه مفترض مفترضه مرجح مرجحه مقررا مقبل مقبله قادم قادمه يتوقع ينتظر "
    "يفترض يعتزم تعتزم اعتزام عشيه عزمه عزم".split()
)
_FUTURE = frozenset("سوف لن".split())
_WAS = frozenset("كان كانت كانوا".split())


def direction(page: Page, first: int, last: int) -> int:
    """-1 where the nearest governing verb is past, 1 where it is future, 0 where no verb shows.

    The words before the expression in its sentence are read backwards, then the few behind it: the first that shows a tense
    decides. A plan that was (`كان من المقرر`) is past.
    """
    start, end = page.text.sentence_of(first)
    passed = 0
    for token in range(first - 1, max(start, first - _WINDOW) - 1, -1):
        found = _tense(page, token, start)
        if found:
            return found
        passed += 1
    for token in range(last, min(end, last + 8)):
        found = _tense(page, token, start)
        if found:
            return found
    return 0


def _tense(page: Page, token: int, start: int) -> int:
    word, stem = page.word(token), page.stem(token)
    classes = page.classes(token)
    if stem in _PLANNED:
        return -1 if any(page.stem(t) in _WAS for t in range(max(start, token - 4), token)) else 1
    if stem in _FUTURE:
        return 1
    if "fut" in classes or (page.mask(token) & S and "present" in classes):
        return -1 if _was(page, token, start) else 1
    if "past" in classes and not classes & _NOUNS:
        return -1
    return 0 if word else 0


_NOUNS = frozenset({"noun", "masdar", "adj", "name", "place", "timeword", "numword", "participle"})


def _was(page: Page, token: int, start: int) -> bool:
    return any(page.stem(t) in _WAS for t in range(max(start, token - 2), token))
