"""Tokens: words, numbers and marks of a text, with their offsets, sentences, paragraphs and quotations."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from itertools import accumulate, pairwise
from unicodedata import combining

from mithaq.span import Span
from mithaq.text.fold import FILLER, fold
from mithaq.text.joins import find_joins
from mithaq.text.quotes import MARKS, pair, pair_slashes
from mithaq.text.sentences import STOPS, cut_sentences

# A word is a run of letters of one script; a number a run of digits with inner points or commas; a clock time and an
# ellipsis are one token; a run of line breaks is one token; every other sign stands alone. Each alternative takes what it
# has begun to take, so that the time is linear whatever the text is.
_TOKEN = re.compile(
    "([\u0621-\u063a\u0641-\u064a\u0671-\u06d3\u06fa-\u06ff\ufb50-\ufdfc\ufe70-\ufefc]"
    f"[\u0621-\u063a\u0641-\u064a\u0671-\u06d3\u06fa-\u06ff\ufb50-\ufdfc\ufe70-\ufefc{FILLER}]*"
    r"|(?:[01]?\d|2[0-4]):[0-5]\d(?!\d)|\d+(?:[.,٫٬]\d+)*|[A-Za-z\u00c0-\u024f]+(?:['’][A-Za-z]+)?|\.{2,}"
    rf"|\n[\s{FILLER}]*|[^\s{FILLER}])"
)
_PRESENTATION = re.compile("[\ufb50-\ufdfc\ufe70-\ufefc]")
_SPECIAL = MARKS | STOPS | {"\n", "…", "/"}
_TATWEEL = "\u0640"


class Text:
    """A text in tokens.

    `words[i]` is token i folded (quotation marks as « and », a line break as a newline, an ellipsis as …), `starts[i]` and
    `ends[i]` its offsets in code points of `original`. `sentences` and `paragraphs` are token ranges `[first, last)`;
    `joins` are the line breaks inside a sentence, which are no tokens.
    """

    __slots__ = (
        "ends", "folded", "joins", "original", "paragraphs", "quotations", "sentence_starts", "sentences", "starts", "words",
    )  # fmt: skip

    def __init__(self, original: str) -> None:
        self.original = original
        self.folded = folded = fold(original)
        # Split by tokens: what lies between them and the tokens themselves, in turn; their lengths add up to the offsets.
        parts = _TOKEN.split(folded)
        edges = list(accumulate(map(len, parts)))
        self.words = words = parts[1::2]
        self.starts = edges[0:-1:2]
        self.ends = edges[1::2]
        if FILLER in folded:
            self._take_out_fillers()
        if _PRESENTATION.search(folded):
            words[:] = [_open_ligatures(w) if _PRESENTATION.search(w) else w for w in words]
        special = self._special()
        self.joins: list[Span] = []
        joins = find_joins(folded, self.starts, self.ends, words, [i for i in special if words[i] == "\n"])
        if joins:
            self._take_out(joins)
            words, special = self.words, self._special()
        breaks = [i for i in special if words[i] == "\n"]
        slashes = [i for i in special if words[i] == "/"]
        stops = [i for i in special if words[i] in STOPS]
        marks = [i for i in special if words[i] in MARKS]
        self.quotations = pair(folded, self.starts, self.ends, words, marks, breaks)
        if len(slashes) > 1:
            self.quotations += pair_slashes(words, slashes)
            self.quotations.sort(key=lambda q: q.open)
        self.paragraphs = [(a + 1, b) for a, b in pairwise((-1, *breaks, len(words))) if b > a + 1]
        self.sentences = cut_sentences(folded, self.starts, self.ends, words, self.paragraphs, self.quotations, stops)
        self.sentence_starts = [first for first, _ in self.sentences]

    def _special(self) -> list[int]:
        """The tokens that are marks, line breaks, slashes or stops; line breaks and ellipses are of one form from now on."""
        words = self.words
        found = [i for i, word in enumerate(words) if word[0] in _SPECIAL]
        for i in found:
            if len(words[i]) > 1:
                words[i] = "\n" if words[i][0] == "\n" else "…"
        return found

    def _take_out_fillers(self) -> None:
        """Take the dropped signs out of the words, and off their ends what hangs on them and is not theirs."""
        words, ends, folded, original = self.words, self.ends, self.folded, self.original
        for i in [i for i, word in enumerate(words) if FILLER in word]:
            end = ends[i]
            while folded[end - 1] == FILLER and original[end - 1] != _TATWEEL and not combining(original[end - 1]):
                end -= 1
            ends[i] = end
            words[i] = words[i].replace(FILLER, "")

    def _take_out(self, joins: list[int]) -> None:
        """Take the line breaks inside sentences out of the tokens; what remains of them are the spans of `joins`."""
        self.joins = [self.span(i, i + 1) for i in joins]
        gone = frozenset(joins)
        kept = [i for i in range(len(self.words)) if i not in gone]
        self.words = [self.words[i] for i in kept]
        self.starts = [self.starts[i] for i in kept]
        self.ends = [self.ends[i] for i in kept]

    def sentence_of(self, token: int) -> tuple[int, int]:
        """The sentence `[first, last)` that a token belongs to."""
        return self.sentences[max(0, bisect_right(self.sentence_starts, token) - 1)]

    def span(self, first: int, last: int) -> Span:
        """The span of the tokens `[first, last)`."""
        return Span(self.starts[first], self.ends[last - 1])

    def __len__(self) -> int:
        return len(self.words)


def _open_ligatures(word: str) -> str:
    return fold(unicodedata.normalize("NFKC", word)).replace(FILLER, "").strip() or word
