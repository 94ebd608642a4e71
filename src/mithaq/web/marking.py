"""Marks in a running text: the text cut at every edge of every mark, so that marks may overlap as they like.

Pieces are never isolated or padded, so the text is laid out exactly as without marks: letters join across the edges, and
quotation marks and digits stay where the Unicode algorithm puts them. Characters that reorder or hide text are taken out
of the flow and shown by name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

# Controls, format characters that reorder or hide text, separators; the zero-width joiners only shape letters and stay.
CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that are marked: of which layer, for which entry, as which part of it."""

    start: int
    end: int
    layer: str
    entry: str
    part: str = ""


@dataclass(slots=True)
class Piece:
    """A stretch of text under the same marks; `control` where it is one character that is shown by name."""

    start: int
    text: str
    marks: list[Mark] = field(default_factory=list)
    control: str = ""

    @property
    def layers(self) -> list[str]:
        """The layers of its marks, each once."""
        return list(dict.fromkeys(m.layer for m in self.marks))

    @property
    def entries(self) -> list[str]:
        """The entries of its marks, each once."""
        return list(dict.fromkeys(m.entry for m in self.marks))


def paragraphs(text: str, marks: Iterable[Mark]) -> Iterator[list[Piece]]:
    """The lines of a text (line breaks left out), each in pieces; empty lines give nothing."""
    ordered = sorted(marks, key=lambda m: (m.start, -m.end, m.layer, m.entry))
    cuts = {0, len(text)}
    for m in ordered:
        cuts |= {m.start, m.end}
    for found in re.finditer("\n", text):
        cuts |= {found.start(), found.end()}
    for found in CONTROL.finditer(text):
        cuts |= {found.start(), found.end()}
    edges = sorted(c for c in cuts if 0 <= c <= len(text))
    covering: dict[int, list[Mark]] = {}
    for m in ordered:
        for n in range(bisect_right(edges, m.start) - 1, len(edges) - 1):
            if edges[n] >= m.end:
                break
            covering.setdefault(n, []).append(m)
    line: list[Piece] = []
    for n, (start, end) in enumerate(pairwise(edges)):
        words = text[start:end]
        if words == "\n":
            if line:
                yield line
            line = []
            continue
        if CONTROL.fullmatch(words):
            line.append(Piece(start, "", covering.get(n, []), f"U+{ord(words):04X}"))
        else:
            line.append(Piece(start, words, covering.get(n, [])))
    if line:
        yield line


def shown(words: str) -> Iterator[tuple[str, str]]:
    """Words in parts: plain text, or the name of a character that is shown and not obeyed."""
    last = 0
    for found in CONTROL.finditer(words):
        if found.start() > last:
            yield words[last : found.start()], ""
        yield "", f"U+{ord(found[0]):04X}"
        last = found.end()
    if last < len(words):
        yield words[last:], ""
