"""Line breaks inside a sentence: where a page ended, or where a text was wrapped at a fixed width.

A break is inside a sentence when the line before it ends in a comma or in a word that cannot end one, or when a
quotation opened before it is closed behind it. Where all lines of a text are of one width, a full line goes on in the
next. Titles, subheads, datelines and the items of a list stay apart.
"""

from __future__ import annotations

from collections.abc import Sequence

_STOPS = frozenset(".؟?!…")
_HALTS = frozenset(':؛;"»”}«')  # what may stand at the end of a full line, and at the end of a paragraph
_MARKS = frozenset('"»”}«“')
_BULLETS = frozenset("-*•–—▪●·")
_COMMAS = frozenset("،,")
_WIDEST = 140  # columns: beyond that lines are paragraphs
_FEWEST = 5  # lines that show a width
_HEADLINE = 8  # tokens: a shorter line may be a title that ends as no sentence does
_LONG = 12

# Words that cannot end a sentence nor a title: prepositions, conjunctions, complementisers, relatives (folded).
_CANNOT_END = frozenset(
    "في من الي علي عن مع بين حتي منذ خلال عبر ضد لدي ان التي الذي الذين اللذين اللتين او و ثم بل لكن كما حيث بان لان وان "
    "كي لكي اذا لو قد لم لن سوي تحت فوق امام وراء بسبب بشان بحسب وفق ضمن عند مثل تجاه ازاء اثناء طوال وسط اي ايه الا "
    "مما عما فيما بينما عندما حينما كلما سوف كان كانت يكون تكون ليس ليست ذي ذو ذات بن ابو عبد".split()
)
# Words that seldom end one: only behind a line that is too long for a title.
_SELDOM_END = frozenset(
    "هذا هذه كل بعض غير دون بدون بعد قبل حول نحو لا جميع عده رييس رييسه وزير وزيره زعيم قايد مدير وزاره محافظه "
    "مدينه منطقه".split()
)


def find_joins(
    folded: str, starts: Sequence[int], ends: Sequence[int], words: Sequence[str], lines: Sequence[int]
) -> list[int]:
    """Those of the `lines`, the tokens that are line breaks, that stand inside a sentence."""
    found: list[int] = []
    width = _width(folded, starts, ends, words, lines)
    first = 0
    for n, i in enumerate(lines):
        if 0 < i < len(words) - 1:
            stop = lines[n + 1] if n + 1 < len(lines) else len(words)
            if _inside(folded, starts, ends, words, (first, i, stop), width):
                found.append(i)
        first = i + 1
    return found


def _inside(
    folded: str,
    starts: Sequence[int],
    ends: Sequence[int],
    words: Sequence[str],
    line: tuple[int, int, int],
    width: int,
) -> bool:
    """Whether the break at token i, between the lines `[first, i)` and `[i + 1, stop)`, is inside a sentence."""
    first, i, stop = line
    if first == i or _ends(words, i) or _item(words, i + 1):
        return False
    last = words[i - 1]
    if last in _COMMAS or _bare(last) in _CANNOT_END:
        return True
    if not first or words[first] == "#":  # a title
        return False
    if i - first >= _LONG and last in _SELDOM_END:
        return True
    if width and folded.count("\n", starts[i], ends[i]) == 1 and _full(starts, words, first, i, width):
        return True
    if i - first <= _HEADLINE or last in _HALTS:
        return False
    return _opens(folded[starts[first] : starts[i]]) and _closes(folded[ends[i] : ends[stop - 1]])


def _ends(words: Sequence[str], i: int) -> bool:
    """Whether a sentence ends before token i: in a stop, or in one inside the quotation that closes, or in a rule."""
    last = words[i - 1]
    return last in _STOPS or last in _BULLETS or (last in _MARKS and i > 1 and words[i - 2] in _STOPS)


def _bare(word: str) -> str:
    """A word without the conjunction written onto it (وفي, فإن)."""
    return word[1:] if len(word) > 2 and word[0] in "وف" else word


def _item(words: Sequence[str], i: int) -> bool:
    """Whether an item of a list begins at token i: a bullet, or a number with a dash, a point or a bracket behind it."""
    if words[i] in _BULLETS:
        return True
    return words[i].isdigit() and i + 1 < len(words) and words[i + 1] in "-.)–"


def _width(folded: str, starts: Sequence[int], ends: Sequence[int], words: Sequence[str], lines: Sequence[int]) -> int:
    """The width at which the lines of the text were wrapped, 0 where they were not.

    They were if nearly every line that ends in a single break has no room for the next word, and one at least ends in a
    word that ends no sentence.
    """
    wrapped: list[tuple[int, int]] = []
    first = widest = 0
    open_end = False
    for i in lines:
        if first < i < len(words) - 1 and folded.count("\n", starts[i], ends[i]) == 1:
            widest = max(widest, starts[i] - starts[first])
            if widest > _WIDEST:
                return 0
            if not _ends(words, i):
                wrapped.append((first, i))
                open_end = open_end or words[i - 1] in _COMMAS or _bare(words[i - 1]) in _CANNOT_END
        first = i + 1
    if len(wrapped) < _FEWEST or not open_end:
        return 0
    full = sum(_full(starts, words, a, b, widest) for a, b in wrapped)
    return widest if full > 0.7 * len(wrapped) else 0


def _full(starts: Sequence[int], words: Sequence[str], first: int, i: int, width: int) -> bool:
    """Whether the next word had no room in the line `[first, i)`; letters are not all of one width, so nearly none."""
    return (starts[i] - starts[first]) + 1 + len(words[i + 1]) > 0.9 * width


def _opens(part: str) -> bool:
    """Whether a quotation opened in `part` is not closed in it."""
    return part.count('"') % 2 == 1 or part.count("«") > part.count("»") or part.count("“") > part.count("”")


def _closes(part: str) -> bool:
    """Whether a quotation closed in `part` was not opened in it."""
    return part.count('"') % 2 == 1 or part.count("»") > part.count("«") or part.count("”") > part.count("“")
