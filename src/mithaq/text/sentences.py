"""Sentences: cut behind . ؟ ! unless these stand inside a quotation, behind an initial or inside a number or an address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mithaq.text.quotes import CLOSE, Quotation

STOPS = frozenset(".؟?!")
_CLOSING = frozenset((CLOSE, ")", "]", *STOPS))
_ABBREVIATIONS = frozenset(("Mr", "Mrs", "Ms", "Dr", "St", "No", "vs", "Gen", "Col", "Lt", "Sen", "Rep", "Prof"))


def cut_sentences(
    folded: str,
    starts: Sequence[int],
    ends: Sequence[int],
    words: Sequence[str],
    paragraphs: Iterable[tuple[int, int]],
    quotations: Iterable[Quotation],
    stops: Iterable[int],
) -> list[tuple[int, int]]:
    """The sentences `[first, last)` of the paragraphs, whose `stops` are the tokens . ؟ ! in order."""
    found: list[tuple[int, int]] = []
    cuts = iter([*_outside(stops, quotations), len(words)])
    cut = next(cuts)
    for first, last in paragraphs:
        start = first
        while cut < last:
            if cut >= start and _is_end(folded, starts, ends, words, cut):
                end = cut + 1
                while end < last and words[end] in _CLOSING:
                    end += 1
                found.append((start, end))
                start = end
            cut = next(cuts)
        if start < last:
            found.append((start, last))
    return found


def _outside(stops: Iterable[int], quotations: Iterable[Quotation]) -> Iterator[int]:
    """The stops that stand in no closed quotation."""
    edges = sorted(edge for q in quotations if q.close is not None for edge in ((q.first, 1), (q.last, -1)))
    at = depth = 0
    for stop in stops:
        while at < len(edges) and edges[at][0] <= stop:
            depth += edges[at][1]
            at += 1
        if not depth:
            yield stop


def _is_end(folded: str, starts: Sequence[int], ends: Sequence[int], words: Sequence[str], i: int) -> bool:
    """Whether a stop ends its sentence: not behind an initial (ج. د. فانس), not inside an address (spa.gov.sa, No.1)."""
    if words[i] != "." or i == 0 or i + 1 >= len(words):
        return True
    before, behind = words[i - 1], words[i + 1]
    if len(before) == 1 and before.isalpha() and behind[0].isalpha():
        # The م of 2003م and the ص of a clock time are no initials.
        return i > 1 and words[i - 2].isdigit()
    if ends[i] < len(folded) and not folded[ends[i]].isspace() and starts[i] == ends[i - 1]:
        return not (_western(before[-1]) and _western(behind[0]))
    return before not in _ABBREVIATIONS


def _western(letter: str) -> bool:
    return letter.isdigit() or "A" <= letter <= "z"
