"""The alphabet: one private-use character for each set of word classes, and one for each set of marks.

A unit of a line (a token, or a find of a lower level) is two characters: the symbol of its classes, then its marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mithaq.errors import RuleError

_MARKS = 0xE000  # marks: a bit mask of at most 8 marks
_SETS = 0xE100  # class sets, up to the end of the private use area of the basic plane
_LAST = 0xF8FF


class Alphabet:
    """Symbols for a fixed collection of class sets; `marks` names at most eight features that a unit can carry beside."""

    def __init__(self, sets: Iterable[frozenset[str]], marks: Sequence[str]) -> None:
        self.marks = {mark: 1 << i for i, mark in enumerate(marks)}
        ordered = sorted({frozenset(s) for s in sets} | {frozenset()}, key=sorted)
        if _SETS + len(ordered) > _LAST:
            raise RuleError(f"{len(ordered)} distinct sets of word classes; {_LAST - _SETS} is the most")
        self._symbols = {s: chr(_SETS + i) for i, s in enumerate(ordered)}
        self._having: dict[str, set[str]] = {}
        for classes, symbol in self._symbols.items():
            for name in classes:
                self._having.setdefault(name, set()).add(symbol)
        self.classes_of = {symbol: classes for classes, symbol in self._symbols.items()}
        self._any = frozenset(self.classes_of)
        self._masks: dict[tuple[tuple[int, ...], int], str] = {}
        self.units: dict[
            tuple[str, str], str
        ] = {}  # what `engine.pattern` has compiled: rules say the same things often

    def unit(self, classes: frozenset[str], mask: int = 0) -> str:
        """The two characters of a unit with these classes and marks; KeyError if the set is not in the alphabet."""
        return self._symbols[classes] + chr(_MARKS + mask)

    def knows(self, name: str) -> bool:
        """Whether some set of the alphabet has the class."""
        return name in self._having

    def having(self, name: str) -> frozenset[str]:
        """The symbols of all sets that have the class `name` (`any`: of all sets)."""
        if name == "any":
            return self._any
        return frozenset(self._having.get(name, ()))

    def mask_class(self, wanted: Iterable[int], unwanted: int) -> str:
        """A regular expression for the mark character: for each mask of `wanted` one of its bits is set, none of `unwanted` is."""
        asked = (tuple(wanted), unwanted)
        if asked not in self._masks:
            masks = [m for m in range(256) if not m & unwanted and all(m & w for w in asked[0])]
            self._masks[asked] = _char_class(chr(_MARKS + m) for m in masks)
        return self._masks[asked]


def _char_class(chars: Iterable[str]) -> str:
    """A regular-expression class of the characters, as ranges."""
    points = sorted(map(ord, chars))
    if not points:
        return "[^\\x00-\\U0010ffff]"
    parts, start, last = [], points[0], points[0]
    for p in [*points[1:], -1]:
        if p != last + 1:
            parts.append(chr(start) if start == last else f"{chr(start)}-{chr(last)}")
            start = p
        last = p
    return f"[{''.join(parts)}]"


char_class = _char_class
