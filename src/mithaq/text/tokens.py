"""Tokens: words, numbers and marks of a text, with their offsets, sentences, paragraphs and quotations."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from itertools import accumulate

from mithaq.span import Span
from mithaq.text.fold import FILLER, fold
from mithaq.text.quotes import pair

# A word is a run of letters of one script; a number a run of digits with inner points or commas; a clock time and an
# ellipsis are one token; a run of line breaks is one token; every other sign stands alone.
_TOKEN = re.compile(
    r"(?:[\u0621-\u063a\u0641-\u064a\u0671-\u06d3\u06fa-\u06ff\ufb50-\ufdfc\ufe70-\ufefc]\x1f*)+"
    r"|\d{1,2}:\d{2}(?!\d)|\d+(?:[.,٫٬]\d+)*|[A-Za-z\u00c0-\u024f]+(?:['’][A-Za-z]+)?|\.{2,}|\n[\s\x1f]*|[^\s\x1f]"
)
_STOPS = frozenset(".؟?!")
_PRESENTATION = re.compile("[\ufb50-\ufdfc\ufe70-\ufefc]")


class Text:
    """A text in tokens.

    `words[i]` is token i folded (quotation marks as « and », a line break as a newline, an ellipsis as …), `starts[i]` and
    `ends[i]` its offsets in code points of `original`. `sentences` and `paragraphs` are token ranges `[first, last)`;
    `joins` are the line breaks that stand inside a sentence.
    """

    __slots__ = (
        "ends", "folded", "joins", "marked", "original", "paragraphs", "quotations", "sentence_starts", "sentences",
        "starts", "words",
    )  # fmt: skip

    def __init__(self, original: str) -> None:
        self.original = original
        self.folded = folded = fold(original)
        spans = [m.span() for m in _TOKEN.finditer(folded)]
        self.starts = [s for s, _ in spans]
        self.ends = [e for _, e in spans]
        words = [folded[s:e] for s, e in spans]
        if FILLER in folded:
            words = [w.replace(FILLER, "") if FILLER in w else w for w in words]
            self.ends = [self._trim(e) for e in self.ends]
        if _PRESENTATION.search(folded):
            words = [fold(unicodedata.normalize("NFKC", w)).replace(FILLER, "") for w in words]
        for i, word in enumerate(words):
            if "\n" in word:
                words[i] = "\n"
            elif word[0] == "." and len(word) > 1:
                words[i] = "…"
        self.words = words
        lines = [i for i, w in enumerate(words) if w == "\n"]
        self.joins = self._joins(lines)
        joined = frozenset(self.joins)
        breaks = frozenset(i for i in lines if i not in joined)
        self.quotations = pair(original, self.starts, self.ends, words, breaks)
        self.paragraphs = self._cut(breaks)
        self.sentences = self._sentences()
        self.sentence_starts = [s for s, _ in self.sentences]

    def _trim(self, end: int) -> int:
        """An end offset without the dropped signs that hang on a word but are not of it (bidirectional controls)."""
        while end and self.folded[end - 1] == FILLER and not unicodedata.combining(self.original[end - 1]):
            if self.original[end - 1] == "\u0640":
                break
            end -= 1
        return end

    def _joins(self, lines: list[int]) -> list[int]:
        """The line breaks that a page or a column put inside a sentence.

        A break is inside a sentence when the line before it ends in a comma or in a word that cannot end one, or when a
        quotation opened before it is closed behind it and was not complete; never behind a full stop, and never where
        the line before is a title.
        """
        joins: list[int] = []
        words, text = self.words, self.folded
        for n, i in enumerate(lines):
            if i == 0 or i + 1 >= len(words):
                continue
            last, following = words[i - 1], words[i + 1]
            if last in _STOPS or last in '…:؛"»”}' or following in "-*•–—":
                continue
            first = lines[n - 1] + 1 if n else 0
            if first == 0 and not joins:  # the first line is the title
                continue
            if last in "،," or last in _CANNOT_END:
                joins.append(i)
                continue
            stop = lines[n + 1] if n + 1 < len(lines) else len(words)
            before = text[self.starts[first] : self.starts[i]]
            after = text[self.ends[i] : self.ends[stop - 1]]
            if i - first > 8 and _open_mark(before) and _close_mark(after):
                joins.append(i)
        return joins

    def _cut(self, breaks: frozenset[int]) -> list[tuple[int, int]]:
        """The token ranges between breaks, without the breaks themselves."""
        cut, first = [], 0
        for i in sorted(breaks):
            if i > first:
                cut.append((first, i))
            first = i + 1
        if first < len(self.words):
            cut.append((first, len(self.words)))
        return cut

    def _sentences(self) -> list[tuple[int, int]]:
        """Sentences inside paragraphs: cut behind . ؟ ! unless they stand inside a quotation or behind an initial."""
        depth = [0] * (len(self.words) + 1)  # by how many a token opens or closes quotations: linear for nested ones too
        for q in self.quotations:
            if q.close is not None:
                depth[q.first] += 1
                depth[q.last] -= 1
        inside = list(accumulate(depth))
        words, found = self.words, []
        for first, last in self.paragraphs:
            start = first
            for i in range(first, last):
                if words[i] in _STOPS and not inside[i]:
                    if words[i] == "." and i > first and len(words[i - 1]) == 1 and words[i - 1].isalpha():
                        continue
                    end = i + 1
                    if end < last and words[end] == "»":
                        end += 1
                    if end > start:
                        found.append((start, end))
                    start = end
            if start < last:
                found.append((start, last))
        return found

    def sentence_of(self, token: int) -> tuple[int, int]:
        """The sentence `[first, last)` that a token belongs to."""
        return self.sentences[max(0, bisect_right(self.sentence_starts, token) - 1)]

    def span(self, first: int, last: int) -> Span:
        """The span of the tokens `[first, last)`."""
        return Span(self.starts[first], self.ends[last - 1])

    def __len__(self) -> int:
        return len(self.words)


# Words that cannot stand at the end of a sentence: prepositions, conjunctions, complementisers, relatives (folded).
_CANNOT_END = frozenset(
    "في من الي علي عن مع بين حتي منذ خلال عبر حول ضد لدي نحو بعد قبل ان التي الذي الذين اللذين او و ثم بل لكن كما حيث "
    "بان لان وان كي لكي اذا لو قد لا لم لن هذا هذه تلك ذلك كل بعض غير سوي دون بدون تحت فوق امام وراء بسبب بشان".split()
)


def _open_mark(part: str) -> bool:
    """Whether a quotation opened in `part` is not closed in it."""
    return part.count('"') % 2 == 1 or part.count("«") > part.count("»") or part.count("“") > part.count("”")


def _close_mark(part: str) -> bool:
    """Whether a quotation closed in `part` was not opened in it."""
    return part.count('"') % 2 == 1 or part.count("»") > part.count("«") or part.count("”") > part.count("“")
