"""Quotation marks: which opens, which closes, and what stands between them.

Real reports mix «», “”, "", '' and {}, turn them round, leave a space on the wrong side, nest them and leave them open.
Whether a mark opens is told by its form and by its neighbours (an opening mark has a space before it and a letter behind
it), and neither is certain: of all ways to read the marks of a paragraph the one is taken that contradicts least.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mithaq.text.fold import FILLER

OPEN, CLOSE = "«", "»"
# Marks that stand for each other; the sign says whether the form opens (1), closes (-1) or does not tell (0).
_FORMS: dict[str, tuple[str, int]] = {
    "«": ("«", 1), "»": ("«", -1), "‹": ("«", 1), "›": ("«", -1), "{": ("{", 1), "}": ("{", -1),
    "“": ('"', 0), "”": ('"', 0), "„": ('"', 0), "‟": ('"', 0), '"': ('"', 0), "″": ('"', 0), "＂": ('"', 0),
    "‘": ("'", 0), "’": ("'", 0), "'": ("'", 0), "`": ("'", 0),
}  # fmt: skip
_SHAPES = {"“": 1, "”": -1, "‘": 1, "’": -1}  # told only where the neighbours do not tell: they are often turned round
MARKS = frozenset(_FORMS)

_BEFORE_OPENING = frozenset("([:،,.-–—/؛{«")
_PROCLITICS = frozenset("وفبلك")
_BEHIND_CLOSING = frozenset(")]،,.؟?!؛:}»…")

# What a reading of a paragraph costs: a mark against its neighbours or its form, one inside another of its kind (which
# the forms show for « and not for "), one that is never closed, one that closes nothing.
_AGAINST, _INSIDE, _INSIDE_STRAIGHT, _ALONE, _NEVER = 1.0, 0.35, 0.9, 1.2, 1e9
_DEEPEST = 3
_PUSH, _POP, _LEFT, _STRAY = range(4)  # roles of a mark: opens, closes, opens and is left open, closes nothing
_MOST = 400  # marks of one kind in a paragraph: beyond that they are taken as they look
_SLASHED = 3  # tokens between slashes that stand for marks: / داعش /


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation: the tokens of its marks (`close` is None where it is missing) and the tokens `[first, last)` inside."""

    open: int
    close: int | None
    first: int
    last: int


def pair(
    folded: str,
    starts: Sequence[int],
    ends: Sequence[int],
    words: list[str],
    marks: Iterable[int],
    breaks: Sequence[int],
) -> list[Quotation]:
    """The quotations of a text, in order of their opening marks; the `marks` in `words` become `OPEN` and `CLOSE`.

    `marks` are the tokens that are quotation marks, `breaks` those that end a paragraph: a quotation that is left open is
    closed there (`close` None).
    """
    found: list[Quotation] = []
    paragraphs: dict[int, list[tuple[int, str, int]]] = {}
    for i in marks:
        kind, hint = _FORMS[words[i]]
        before, behind, proclitic = _neighbours(folded, starts[i], ends[i])
        if kind == "'" and before.isalnum() and behind.isalnum() and not proclitic:
            continue  # an apostrophe inside a word (d'Etat)
        seen = _hint(before, behind) or (1 if proclitic and behind.isalnum() else 0)
        if kind == "«":
            hint = hint if seen != -hint else 0
        elif kind != "{":
            hint = seen or _SHAPES.get(words[i], 0)
        paragraphs.setdefault(bisect_right(breaks, i), []).append((i, kind, hint))
    for number, group in paragraphs.items():
        last = breaks[number] if number < len(breaks) else len(words)
        found.extend(_paragraph(words, group, last))
    found.sort(key=lambda q: q.open)
    return found


def _neighbours(folded: str, start: int, end: int) -> tuple[str, str, bool]:
    """The characters before and behind a mark, a space where the text ends, and whether a proclitic is before it (لـ"…).

    Signs without a width are looked through.
    """
    start -= 1
    while start >= 0 and folded[start] == FILLER:
        start -= 1
    while end < len(folded) and folded[end] == FILLER:
        end += 1
    before = folded[start] if start >= 0 else " "
    proclitic = before in _PROCLITICS and (start == 0 or not folded[start - 1].isalpha())
    return before, folded[end] if end < len(folded) else " ", proclitic


def _hint(before: str, behind: str) -> int:
    """Whether a mark between these characters opens (1) or closes (-1); 0 where they do not tell."""
    closes = behind.isspace() or behind in _BEHIND_CLOSING
    opens = before in _BEFORE_OPENING or (before.isspace() and behind not in _BEHIND_CLOSING)
    return opens - closes


def _paragraph(words: list[str], group: list[tuple[int, str, int]], last: int) -> list[Quotation]:
    """The quotations of one paragraph from its marks (token, kind, hint)."""
    found: list[Quotation] = []
    alone: list[tuple[int, bool]] = []  # marks without another of their kind, and whether they open
    for kind in dict.fromkeys(kind for _, kind, _ in group):
        own = [(i, hint) for i, k, hint in group if k == kind]
        stack: list[int] = []
        for (i, _), role in zip(own, _roles([hint for _, hint in own], kind), strict=True):
            words[i] = OPEN if role in (_PUSH, _LEFT) else CLOSE
            if role == _PUSH:
                stack.append(i)
            elif role == _POP:
                start = stack.pop()
                found.append(Quotation(start, i, start + 1, i))
            else:
                alone.append((i, role == _LEFT))
    left: list[int] = []
    for i, opens in sorted(alone):  # opened with a mark of one kind, closed with one of another
        if opens:
            left.append(i)
        elif left:
            start = left.pop()
            found.append(Quotation(start, i, start + 1, i))
    found.extend(Quotation(start, None, start + 1, last) for start in left)
    return found


def _roles(hints: list[int], kind: str) -> list[int]:
    """The role of each mark of one kind: the reading of the paragraph that costs least."""
    if len(hints) % 2 == 0 and all(hint == (-1 if n % 2 else 1) for n, hint in enumerate(hints)):
        return [_POP if n % 2 else _PUSH for n in range(len(hints))]
    if len(hints) > _MOST:
        return [_PUSH, _POP] * (len(hints) // 2) + [_STRAY] * (len(hints) % 2)
    inside = _INSIDE_STRAIGHT if kind in "\"'" else _INSIDE
    costs = [0.0] + [_NEVER] * _DEEPEST  # by how many are open
    steps: list[list[tuple[int, int]]] = []  # for each mark, by how many are open behind it: how many before, its role
    for hint in hints:
        open_cost, close_cost = _AGAINST * (hint < 0), _AGAINST * (hint > 0)
        alone = _ALONE + min(open_cost, close_cost)
        after = [cost + alone + inside * (depth > 0) for depth, cost in enumerate(costs)]
        step = [(depth, _LEFT if open_cost <= close_cost else _STRAY) for depth in range(_DEEPEST + 1)]
        for depth, cost in enumerate(costs[:-1]):
            pushed, popped = cost + open_cost + inside * (depth > 0), costs[depth + 1] + close_cost
            if pushed < after[depth + 1]:
                after[depth + 1], step[depth + 1] = pushed, (depth, _PUSH)
            if popped < after[depth]:
                after[depth], step[depth] = popped, (depth + 1, _POP)
        costs = after
        steps.append(step)
    roles: list[int] = []
    depth = 0
    for step in reversed(steps):
        depth, role = step[depth]
        roles.append(role)
    return roles[::-1]


def pair_slashes(words: list[str], slashes: Sequence[int]) -> list[Quotation]:
    """The quotations of the Saudi Press Agency, which writes `تنظيم / داعش /`; other slashes stay what they are.

    Its titles (الدكتور / فلان), dates (10 / 8 / 2015) and its last line (// انتهى //) have no word between two slashes.
    """
    if "واس" not in words:
        return []
    found: list[Quotation] = []
    last = -1
    for start, close in pairwise(slashes):
        if not 1 < close - start <= _SLASHED + 1 or start <= last:
            continue
        around = words[max(start - 1, 0) : close + 2]
        if "/" in (words[start - 1], words[min(close + 1, len(words) - 1)]) or any(w.isdigit() for w in around):
            continue
        if all(word.isalpha() for word in words[start + 1 : close]):
            found.append(Quotation(start, close, start + 1, close))
            words[start], words[close] = OPEN, CLOSE
            last = close
    return found
