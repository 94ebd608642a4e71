"""Rules as values: a pattern, what to build from its parts, and examples that run as tests."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mithaq.engine.level import Line


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a rule builds where the words leave two readings open: nothing is kept, and the reason goes to the issues."""

    what: str


@dataclass(frozen=True)
class Rule:
    """One rule.

    `pattern` is in the language of `engine.pattern`; `build` turns a match into the value of the find (None: the rule does not
    apply here; a `Doubt`: it applies and cannot be settled). `classes` are those of the find for the next level. The find
    spans the part named `span`, or else the whole match. Of two finds at one place the longer wins, then the one with the
    higher `priority`, then the earlier rule. `yes` are texts in which it finds something, `no` texts in which it must not.
    """

    id: str
    pattern: str
    build: Callable[[Match], Any]
    classes: frozenset[str]
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    priority: int = 0
    source: str = ""


@dataclass(slots=True)
class Find:
    """What a rule found: tokens `[first, last)`, the value built, and the tokens of each named part."""

    rule: Rule
    first: int
    last: int
    value: Any
    parts: dict[str, tuple[int, int]] = field(default_factory=dict)


class Match:
    """The parts of a match, as rules see them: words and values, never offsets."""

    __slots__ = ("_match", "line")

    def __init__(self, line: Line, match: re.Match[str]) -> None:
        self.line = line
        self._match = match

    def has(self, part: str) -> bool:
        """Whether the named part matched."""
        return self._match.start(part) >= 0

    def units(self, part: str | None = None) -> range:
        """The units of the line that the part covers (empty where it did not match)."""
        start, end = self._match.span(part or 0)
        return range(start // 2, end // 2) if start >= 0 else range(0)

    def word(self, part: str, n: int = 0) -> str:
        """The n-th word of a part, folded, with its proclitics."""
        return self.line.word(self.units(part)[n])

    def stem(self, part: str, n: int = 0) -> str:
        """The n-th word of a part, folded, without proclitics and article."""
        return self.line.stem(self.units(part)[n])

    def stems(self, part: str | None = None) -> list[str]:
        """All words of a part without proclitics and article."""
        return [self.line.stem(u) for u in self.units(part)]

    def value(self, part: str, n: int = 0) -> Any:
        """The value of the find of a lower level that the n-th unit of a part is, or None for a plain token."""
        return self.line.values[self.units(part)[n]]

    def marked(self, part: str, mark: str, n: int = 0) -> bool:
        """Whether the n-th unit of a part carries the mark."""
        return self.line.has_mark(self.units(part)[n], mark)

    def tokens(self, part: str | None = None) -> tuple[int, int]:
        """The tokens `[first, last)` of a part."""
        units = self.units(part)
        return self.line.firsts[units.start], self.line.lasts[units.stop - 1]

    def find(self, rule: Rule, value: Any) -> Find:
        """The find that this match gives."""
        named = self._match.re.groupindex
        parts = {name: self.tokens(name) for name in named if self._match.start(name) >= 0 and self.units(name)}
        first, last = parts["span"] if "span" in parts else self.tokens()
        return Find(rule, first, last, value, parts)
