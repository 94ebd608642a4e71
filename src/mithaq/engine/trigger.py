"""Triggers: where in a line a pattern can begin.

A pattern needs some unit in every match (a month, a word). Where that unit stands, and only there, the pattern is tried: a
rule whose unit is not in the line costs nothing, and reading stays linear.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mithaq.engine.alphabet import Alphabet
from mithaq.engine.pattern import WORD, Node, parse, symbols_of

_FAR = 8  # units: a trigger that may stand further from the beginning of the match is no use


@dataclass(frozen=True, slots=True)
class Trigger:
    """A unit with one of `symbols` stands `low` to `high` units behind the beginning of a match."""

    symbols: frozenset[str]
    low: int
    high: int


def triggers_of(pattern: str, alphabet: Alphabet, common: Mapping[str, int]) -> list[Trigger]:
    """Triggers of which every match of the pattern has one. `common` ranks classes that are frequent (others are 0).

    Of several units that a match must have the least common is chosen, then the first.
    """
    found = _best(parse(pattern), alphabet, common)
    return found[1] if found else [Trigger(alphabet.having("any"), 0, 0)]


def _best(node: Node, alphabet: Alphabet, common: Mapping[str, int]) -> tuple[int, list[Trigger]] | None:
    """The rank and the triggers of a part, or None where it may be absent."""
    if node.times[0] == 0:
        return None
    if node.atom:
        return _rank(node.atom, common), [Trigger(symbols_of(node.atom, alphabet), 0, 0)]
    worst, triggers = 0, []
    for sequence in node.alternatives:
        best: tuple[int, list[Trigger]] | None = None
        low = high = 0
        for part in sequence:
            found = _best(part, alphabet, common)
            if found and (best is None or found[0] < best[0]) and high <= _FAR:
                best = found[0], [Trigger(t.symbols, t.low + low, t.high + high) for t in found[1]]
            length = part.length()
            low, high = low + length[0], high + length[1]
        if best is None:
            return None
        worst = max(worst, best[0])
        triggers.extend(best[1])
    return worst, triggers


def _rank(atom: str, common: Mapping[str, int]) -> int:
    """How frequent the units of an atom are: the rank of its rarest class."""
    names = [n for n in atom.split("&") if not n.startswith("!")]
    return min((common.get(WORD + n[1:-1] if n[0] == "'" else n, 0) for n in names), default=9)
