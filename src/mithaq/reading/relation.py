"""Deadline relations: what the words before a time expression say of an act and that time."""

from __future__ import annotations

from mithaq.grammar.page import Page
from mithaq.text.clitics import AL, B

_ONE = {
    "بحلول": "by", "حتي": "until", "لغايه": "until", "الي": "until", "خلال": "within", "غضون": "within", "مهله": "within",
    "ظرف": "within", "اقصاه": "by", "اقصاها": "by", "قبل": "before", "قبيل": "before", "بعد": "after", "عقب": "after",
    "منذ": "since", "من": "from", "في": "on", "لمده": "during", "مده": "during", "اجل": "within", "بموعد": "by", "بين": "from",
}  # fmt: skip
_FROM = frozenset(("اعتبارا", "ابتداء", "بدءا", "انطلاقا", "وابتداء", "بدايه"))


def relation(page: Page, first: int, last: int, kind: str, mod: str | None, value: str) -> str | None:
    """by, until, within, on, before, after, from, during, since, or None where no word says it."""
    before = page.stem(first - 1) or page.word(first - 1)
    word = page.word(first - 1)
    if word in ("يتجاوز", "تتجاوز", "يتعدي") and page.word(first - 2) == "لا":
        return "by"
    if kind == "DURATION" and word in ("اقصاه", "اقصاها"):
        return "within"
    if word in ("اقصاه", "اقصاها") or (before in ("اقصي", "اقصاه") and page.has(first - 2, "mark") is False):
        return "by"
    found = _ONE.get(word) or _ONE.get(before)
    if found == "from" and page.word(first - 2) in _FROM:
        return "from"
    if before == "مده" and page.stem(first - 2) in ("خلال", "في", "غضون"):
        return "within"
    if (word == "مع" or (word == "حلول" and page.stem(first - 2) == "قبل")) and mod == "END":
        return "by"
    if before == "مهله" and page.mask(first - 1) & AL:
        return None
    if found == "before":
        return "by" if mod == "END" else "before"
    if found == "within" and kind != "DURATION":
        return "during"
    if found == "on" and kind == "DURATION":
        return "within"
    if found == "until" and kind == "DURATION":
        return None
    if found:
        return found
    mask = page.mask(first)
    if kind == "DURATION":
        return None
    if mask & B and mod == "END":
        return "by"
    if page.word(first) == "يوم" or (kind == "DATE" and len(value) == 10):
        return "on"
    return None
