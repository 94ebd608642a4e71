"""Rules as values: a pattern, what to build from its parts, and examples that run as tests."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mithaq.engine.pattern import AGAIN

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
    spans the part named `span`, or else the whole match; what a pattern has around `span` is context, which other rules may
    claim. Of two finds at one place the longer wins, then the one with the
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


@dataclass(frozen=True, slots=True)
class Form:
    """A rule that a procedure carries out, since what it finds has no bounded pattern: its form in words, with examples as a `Rule` has."""

    id: str
    form: str
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
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

    def _span(self, part: str) -> tuple[int, int]:
        """Where a part matched: the first of the alternatives that have its name and took part."""
        named, name, n = self._match.re.groupindex, part, 1
        while name in named:
            if self._match.start(name) >= 0:
                return self._match.span(name)
            n += 1
            name = f"{part}{AGAIN}{n}"
        return -1, -1

    def has(self, part: str) -> bool:
        """Whether the named part matched (False for a name that the pattern does not have)."""
        return self._span(part)[0] >= 0

    def units(self, part: str | None = None) -> range:
        """The units of the line that the part covers (empty where it did not match)."""
        start, end = self._match.span() if part is None else self._span(part)
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

    def table(self, name: str, form: str) -> Any:
        """What the lexicon says of a folded form as a word of class `name`, or None."""
        return self.line.value_of(name, form)

    def marked(self, part: str, mark: str, n: int = 0) -> bool:
        """Whether the n-th unit of a part carries the mark."""
        return self.line.marked(self.units(part)[n], mark)

    def number(self, part: str, n: int = 0) -> int:
        """The unit of the line that is the n-th of a part (-1 where the part did not match)."""
        units = self.units(part)
        return units[n] if units else -1

    def before(self, back: int = 1) -> int:
        """The unit `back` places before the match, or -1 where the line begins."""
        return max(-1, self.units().start - back)

    def after(self, on: int = 1) -> int:
        """The unit `on` places behind the last of the match, or -1 where the line ends."""
        unit = self.units().stop - 1 + on
        return unit if unit < len(self.line) else -1

    def tokens(self, part: str | None = None) -> tuple[int, int]:
        """The tokens `[first, last)` of a part."""
        units = self.units(part)
        return self.line.firsts[units.start], self.line.lasts[units.stop - 1]

    def find(self, rule: Rule, value: Any) -> Find:
        """The find that this match gives."""
        named = {name.split(AGAIN)[0] for name in self._match.re.groupindex}
        parts = {name: self.tokens(name) for name in named if self.units(name)}
        first, last = parts["span"] if "span" in parts else self.tokens()
        return Find(rule, first, last, value, parts)
