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

from mithaq.engine.alphabet import Alphabet, char_class
from mithaq.errors import RuleError

_PIECE = re.compile(
    r"\s*(?:(?P<name>[a-z_][a-z0-9_]*)=)?(?:(?P<open>\()|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<atom>(?:!?(?:'[^']+'|[a-z_][a-z0-9_]*))(?:&!?(?:'[^']+'|[a-z_][a-z0-9_]*))*)(?P<marks>\[[^\]]*\])?)"
)
_QUANTIFIER = re.compile(r"[?*+]|\{\d+(?:,\d*)?\}")
AGAIN = "__"  # between a name and the number of its use, where a pattern has the name in several alternatives
WORD = "="  # the class of a literal word is "=" and the word


def words_of(pattern: str) -> Iterator[str]:
    """The literal words of a pattern."""
    yield from re.findall(r"'([^']+)'", pattern)


def first_symbols(pattern: str, alphabet: Alphabet) -> frozenset[str]:
    """The symbols with which a match can begin; all of the alphabet for a pattern that can match nothing."""
    first, nullable, _ = _first(pattern, 0, alphabet)
    return alphabet.having("any") if nullable else first


def _first(pattern: str, at: int, alphabet: Alphabet) -> tuple[frozenset[str], bool, int]:
    """Of the alternatives from `at` to the bracket that closes them: first symbols, whether they can be empty, and the end."""
    whole: frozenset[str] = frozenset()
    empty = False
    first: frozenset[str] = frozenset()
    nullable = True
    while at < len(pattern) and not pattern[at:].isspace():
        piece = _PIECE.match(pattern, at)
        if not piece:
            break
        at = piece.end()
        if piece["close"]:
            break
        if piece["bar"]:
            whole, empty = whole | first, empty or nullable
            first, nullable = frozenset(), True
            continue
        if piece["open"]:
            inner, optional, at = _first(pattern, at, alphabet)
        else:
            inner, optional = _symbols(piece["atom"], alphabet, pattern), False
        quantifier = _QUANTIFIER.match(pattern, at)
        if quantifier:
            at = quantifier.end()
            optional = optional or quantifier[0] in "?*" or quantifier[0].startswith("{0")
        if nullable:
            first |= inner
        nullable = nullable and optional
    return whole | first, empty or nullable, at


def compile_pattern(pattern: str, alphabet: Alphabet) -> re.Pattern[str]:
    """The regular expression of a pattern; RuleError where the pattern cannot be understood or names an unknown class."""
    out: list[str] = []
    depth, at = 0, 0
    used: dict[str, int] = {}

    def group(name: str) -> str:
        """A group name that `re` has not seen: the second use of `d` is `d__2`."""
        used[name] = used.get(name, 0) + 1
        return name if used[name] == 1 else f"{name}{AGAIN}{used[name]}"

    while at < len(pattern):
        if pattern[at:].isspace():
            break
        piece = _PIECE.match(pattern, at)
        if not piece:
            raise RuleError(f"cannot read {pattern[at:at + 20]!r}", where=pattern)
        at = piece.end()
        if piece["open"]:
            out.append(f"(?P<{group(piece['name'])}>" if piece["name"] else "(?:")
            depth += 1
            continue
        if piece["bar"]:
            out.append("|")
            continue
        if piece["close"]:
            depth -= 1
            out.append(")")
        else:
            unit = _unit(piece["atom"], piece["marks"] or "", alphabet, pattern)
            name = group(piece["name"]) if piece["name"] else None
            out.append(f"(?P<{name}>{unit})" if name else f"(?:{unit})")
        quantifier = _QUANTIFIER.match(pattern, at)
        if quantifier:
            if piece["name"] and not piece["close"]:
                out[-1] = f"(?P<{name}>(?:{unit}){quantifier[0]})"
            else:
                out.append(quantifier[0])
            at = quantifier.end()
    if depth:
        raise RuleError("brackets do not close", where=pattern)
    return re.compile("".join(out))


def _unit(atom: str, marks: str, alphabet: Alphabet, pattern: str) -> str:
    """The regular expression of one element of a pattern."""
    unit = alphabet.units.get((atom, marks))
    if unit is None:
        unit = alphabet.units[atom, marks] = _compile_unit(atom, marks, alphabet, pattern)
    return unit


def _symbols(atom: str, alphabet: Alphabet, pattern: str) -> frozenset[str]:
    """The symbols that an element matches."""
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


def _compile_unit(atom: str, marks: str, alphabet: Alphabet, pattern: str) -> str:
    symbols = _symbols(atom, alphabet, pattern)
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
    return char_class(symbols) + alphabet.mask_class(wanted, unwanted)
