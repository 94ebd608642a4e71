"""A claim in tokens, and how far its clause goes."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.grammar.clause.ground import COMMAS, STOPS, Ground
from mithaq.text.clitics import W


@dataclass(slots=True)
class Claimed:
    """One claim: its clause `[first, last)`, the words it is about, its kind."""

    first: int
    last: int
    cue: int
    claim: str
    about: tuple[int, int] | None
    rule: str


def in_title(ground: Ground, token: int) -> bool:
    """Whether a token stands in the title, whose present tense tells what has happened."""
    paragraphs = ground.page.text.paragraphs
    return bool(paragraphs) and token < paragraphs[0][1]


def clause_end(ground: Ground, token: int, limit: int) -> int:
    """The end of a short clause: its comma, a new verb, or its limit."""
    page = ground.page
    i = token + 1
    while i < min(limit, token + 18):
        word = page.word(i)
        if (
            word in STOPS
            or word == "»"
            or page.mask(i) & W
            and ground.verb_like(i)
            or word in ("بعد", "عقب", "لان", "حيث")
        ):
            break
        if word in COMMAS and page.word(i + 1) not in ("لا", "لاسيما", "ولاسيما", "خصوصا"):
            break
        i += 1
    return i
