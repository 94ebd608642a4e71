"""Patterns over word classes, compiled to regular expressions over the symbols of a line.

    day=number (comma? month=month[!prep]) | 'في' year=year{1,2}

An element is a class name, a word in quotation marks (folded, matching whatever proclitics the marks allow), `any`, or a
group in brackets; `a&b` has both classes, `a&!b` has a and not b. Behind it may stand `[marks]` (all must hold; `x|y` one of
them; `!x` not) and a quantifier `?`, `*`, `+`, `{m,n}`. `name=` captures; a name may stand in several alternatives.
`|` separates alternatives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from mithaq.engine.alphabet import Alphabet, char_class
from mithaq.errors import RuleError

_PIECE = re.compile(
    r"\s*(?:(?P<name>[a-z_][a-z0-9_]*)=)?(?:(?P<open>\()|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<atom>(?:!?(?:'[^']+'|[a-z_][a-z0-9_]*))(?:&!?(?:'[^']+'|[a-z_][a-z0-9_]*))*)(?P<marks>\[[^\]]*\])?)"
)
_QUANTIFIER = re.compile(r"[?*+]|\{\d+(?:,\d*)?\}")
AGAIN = "__"  # between a name and the number of its use, where a pattern has the name in several alternatives
WORD = "="  # the class of a literal word is "=" and the word
MANY = 1_000  # how many units an unbounded quantifier is taken to match


def words_of(pattern: str) -> Iterator[str]:
    """The literal words of a pattern."""
    yield from re.findall(r"'([^']+)'", pattern)


@dataclass(slots=True)
class Node:
    """A part of a pattern: alternatives of sequences of parts, or (`atom` set) one unit; `least` to `most` times."""

    atom: str = ""
    marks: str = ""
    name: str = ""
    quantifier: str = ""
    alternatives: list[list[Node]] = field(default_factory=lambda: [[]])

    @property
    def times(self) -> tuple[int, int]:
        """How often the quantifier lets it stand."""
        match self.quantifier:
            case "":
                return 1, 1
            case "?":
                return 0, 1
            case "*":
                return 0, MANY
            case "+":
                return 1, MANY
            case _:
                low, comma, high = self.quantifier[1:-1].partition(",")
                return int(low), int(high) if high else MANY if comma else int(low)

    def length(self) -> tuple[int, int]:
        """The least and the most units that it matches."""
        low, high = self.times
        if self.atom:
            return low, high
        sums = [tuple(map(sum, zip(*(n.length() for n in seq), strict=True))) or (0, 0) for seq in self.alternatives]
        return low * min(s[0] for s in sums), min(MANY, high * max(s[1] for s in sums))


def parse(pattern: str) -> Node:
    """The tree of a pattern; RuleError where it cannot be understood."""
    root = Node()
    stack, at = [root], 0
    while at < len(pattern) and not pattern[at:].isspace():
        piece = _PIECE.match(pattern, at)
        if not piece:
            raise RuleError(f"cannot read {pattern[at : at + 20]!r}", where=pattern)
        at = piece.end()
        if piece["bar"]:
            stack[-1].alternatives.append([])
            continue
        if piece["open"]:
            node = Node(name=piece["name"] or "")
            stack[-1].alternatives[-1].append(node)
            stack.append(node)
            continue
        if piece["close"]:
            if len(stack) == 1:
                raise RuleError("a bracket closes that did not open", where=pattern)
            node = stack.pop()
        else:
            node = Node(piece["atom"], piece["marks"] or "", piece["name"] or "")
            stack[-1].alternatives[-1].append(node)
        quantifier = _QUANTIFIER.match(pattern, at)
        if quantifier:
            node.quantifier = quantifier[0]
            at = quantifier.end()
    if len(stack) > 1:
        raise RuleError("brackets do not close", where=pattern)
    return root


def expression_of(pattern: str, alphabet: Alphabet) -> str:
    """The regular expression of a pattern, not compiled; RuleError where the pattern cannot be understood or names an unknown class."""
    used: dict[str, int] = {}

    def expression(node: Node) -> str:
        if node.atom:
            body = _unit(node.atom, node.marks, alphabet, pattern)
        else:
            body = "|".join("".join(map(expression, seq)) for seq in node.alternatives)
        if not node.name:
            return f"(?:{body}){node.quantifier}"
        used[node.name] = used.get(node.name, 0) + 1
        name = node.name if used[node.name] == 1 else f"{node.name}{AGAIN}{used[node.name]}"
        if node.quantifier and node.atom:
            return f"(?P<{name}>(?:{body}){node.quantifier})"
        return f"(?P<{name}>{body}){node.quantifier}"

    return expression(parse(pattern))


def _unit(atom: str, marks: str, alphabet: Alphabet, pattern: str) -> str:
    """The regular expression of one unit, compiled once for an alphabet."""
    unit = alphabet.units.get((atom, marks))
    if unit is None:
        unit = char_class(symbols_of(atom, alphabet, pattern)) + _marks(marks, alphabet, pattern)
        alphabet.units[atom, marks] = unit
    return unit


def symbols_of(atom: str, alphabet: Alphabet, pattern: str = "") -> frozenset[str]:
    """The symbols of the units that an atom (`a&!b`) matches."""
    symbols = alphabet.having("any")
    for term in atom.split("&"):
        negated, name = term.startswith("!"), term.lstrip("!")
        if name[0] == "'":
            name = WORD + name[1:-1]
        if name != "any" and not alphabet.knows(name):
            raise RuleError(f"no word has the class {name!r}", where=pattern)
        having = alphabet.having(name)
        symbols = symbols - having if negated else symbols & having
    return symbols


def _marks(marks: str, alphabet: Alphabet, pattern: str) -> str:
    """The regular expression for the mark character of a unit."""
    wanted: list[int] = []
    unwanted = 0
    for term in marks.strip("[]").split():
        bits = 0
        for name in term.lstrip("!").split("|"):
            if name not in alphabet.marks:
                raise RuleError(f"no mark {name!r}", where=pattern)
            bits |= alphabet.marks[name]
        if term.startswith("!"):
            unwanted |= bits
        else:
            wanted.append(bits)
    return alphabet.mask_class(wanted, unwanted)
