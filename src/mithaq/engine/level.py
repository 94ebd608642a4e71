"""Lines and levels: a level's rules run over a line of symbols, and their finds become single symbols of the next line."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from mithaq.engine.alphabet import Alphabet
from mithaq.engine.pattern import expression_of
from mithaq.engine.rule import Doubt, Find, Match, Rule
from mithaq.engine.trigger import triggers_of


class Line:
    """A text at one level: `symbols` has two characters a unit; unit u covers the tokens `[firsts[u], lasts[u])`.

    `values[u]` is the find that unit u is, or None for a token; `words` and `stems` are by token. `value_of` says what a
    class knows of a word form (the number of a month).
    """

    __slots__ = ("alphabet", "firsts", "lasts", "stems", "symbols", "value_of", "values", "words")

    def __init__(
        self,
        alphabet: Alphabet,
        symbols: str,
        firsts: Sequence[int],
        lasts: Sequence[int],
        values: list[Any],
        words: list[str],
        stems: list[str],
        value_of: Callable[[str, str], Any] = lambda name, form: None,
    ) -> None:
        self.alphabet, self.symbols, self.firsts, self.lasts = alphabet, symbols, firsts, lasts
        self.values, self.words, self.stems, self.value_of = values, words, stems, value_of

    def __len__(self) -> int:
        return len(self.firsts)

    def word(self, unit: int) -> str:
        """The first word of a unit, folded ("" outside the line, as for `stem`)."""
        return self.words[self.firsts[unit]] if 0 <= unit < len(self.firsts) else ""

    def stem(self, unit: int) -> str:
        """The first word of a unit, folded, without proclitics."""
        return self.stems[self.firsts[unit]] if 0 <= unit < len(self.firsts) else ""

    def classes(self, unit: int) -> frozenset[str]:
        """The classes of a unit."""
        return self.alphabet.classes_of[self.symbols[2 * unit]]

    def has(self, unit: int, name: str) -> bool:
        """Whether a unit has a class; no unit outside the line has one."""
        return 0 <= unit < len(self.firsts) and name in self.alphabet.classes_of[self.symbols[2 * unit]]

    def marked(self, unit: int, mark: str) -> bool:
        """Whether a unit carries a mark; no unit outside the line does."""
        return 0 <= unit < len(self.firsts) and bool(
            (ord(self.symbols[2 * unit + 1]) & 0xFF) & self.alphabet.marks[mark]
        )

    def replaced(self, finds: Sequence[Find], units: Sequence[tuple[int, int]]) -> Line:
        """The next line: each find, over its units `[a, b)`, as one unit with the classes of its rule."""
        symbols: list[str] = []
        firsts: list[int] = []
        lasts: list[int] = []
        values: list[Any] = []
        at = 0
        for find, (a, b) in zip(finds, units, strict=True):
            symbols.append(self.symbols[2 * at : 2 * a])
            firsts.extend(self.firsts[at:a])
            lasts.extend(self.lasts[at:a])
            values.extend(self.values[at:a])
            mask = ord(self.symbols[2 * a + 1]) & 0xFF
            symbols.append(self.alphabet.unit(find.rule.classes, mask))
            firsts.append(self.firsts[a])
            lasts.append(self.lasts[b - 1])
            values.append(find)
            at = b
        symbols.append(self.symbols[2 * at :])
        firsts.extend(self.firsts[at:])
        lasts.extend(self.lasts[at:])
        values.extend(self.values[at:])
        return Line(self.alphabet, "".join(symbols), firsts, lasts, values, self.words, self.stems, self.value_of)


class Level:
    """Rules that run together over one line."""

    def __init__(
        self, name: str, rules: Sequence[Rule], alphabet: Alphabet, common: Mapping[str, int] = MappingProxyType({})
    ) -> None:
        """`common` ranks the classes that are frequent in texts: rules are not tried at them where they need a rarer one."""
        self.name, self.rules, self.alphabet = name, tuple(rules), alphabet
        # Compiled when a rule is first tried: a report needs few of them, and compiling takes most of the time to load.
        self._expressions = [expression_of(rule.pattern, alphabet) for rule in self.rules]
        self._patterns: list[re.Pattern[str] | None] = [None] * len(self.rules)
        self._spans: list[int | str] = ["span" if "(?P<span>" in e else 0 for e in self._expressions]
        self._tries: dict[
            str, list[tuple[int, int, int]]
        ] = {}  # symbol: rules to try, from `low` to `high` units before
        for number, rule in enumerate(self.rules):
            for trigger in triggers_of(rule.pattern, alphabet, common):
                for symbol in trigger.symbols:
                    self._tries.setdefault(symbol, []).append((number, trigger.low, trigger.high))

    def matches(self, line: Line) -> list[tuple[Rule, Match, int, int]]:
        """All matches of all rules as (rule, match, first unit, last unit), leftmost and longest first.

        The units are those of the part named `span`, where a rule has one: what stands around it is looked at and left to
        other rules.
        """
        symbols, tries = line.symbols, self._tries
        found = []
        tried: set[tuple[int, int]] = set()
        for unit, symbol in enumerate(symbols[::2]):
            if symbol not in tries:
                continue
            for number, low, high in tries[symbol]:
                for start in range(unit - low, max(-1, unit - high - 1), -1):
                    if (number, start) in tried:
                        continue
                    tried.add((number, start))
                    m = (self._patterns[number] or self._compiled(number)).match(symbols, 2 * start)
                    if m:
                        first, last = m.span(self._spans[number])
                        if last > first:
                            rule = self.rules[number]
                            found.append((first // 2, -(last // 2), -rule.priority, number, rule, m))
        found.sort(key=lambda f: f[:4])
        return [(rule, Match(line, m), a, -b) for a, b, _, _, rule, m in found]

    def _compiled(self, number: int) -> re.Pattern[str]:
        found = self._patterns[number] = re.compile(self._expressions[number])
        return found

    def run(self, line: Line) -> tuple[list[Find], Line, list[tuple[Doubt, int, int]]]:
        """The finds in order, the next line, and the doubts with the tokens they are about."""
        finds: list[Find] = []
        units: list[tuple[int, int]] = []
        doubts: list[tuple[Doubt, int, int]] = []
        at = 0
        for rule, match, a, b in self.matches(line):
            if a < at:
                continue
            value = rule.build(match)
            if value is None:
                continue
            if isinstance(value, Doubt):
                first, last = match.tokens()
                doubts.append((value, first, last))
            else:
                find = match.find(rule, value)
                finds.append(find)
                units.append((a, b))
            at = b
        return finds, line.replaced(finds, units), doubts
