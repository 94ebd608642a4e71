"""Quotation marks: which opens, which closes, and what stands between them.

Real reports mix «», “”, "", '' and {} and leave pairs open. A mark whose form does not say whether it opens or closes
is read by its neighbours: an opening mark has a space, a bracket or a proclitic before it and a letter behind it.
"""

from __future__ import annotations

from dataclasses import dataclass

OPEN, CLOSE = "«", "»"
STRAIGHT = "\"'`“”„‟″＂‘’‹›"
PAIRED = {"«": "»", "{": "}", "“": "”", "‘": "’", "‹": "›"}
MARKS = frozenset("«»{}" + STRAIGHT)


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation: the tokens of its marks (`close` is None where the mark is missing) and the tokens `[first, last)` inside."""

    open: int
    close: int | None
    first: int
    last: int


def _opens(text: str, start: int, end: int, open_now: bool) -> bool:
    """Whether the mark at `text[start:end]` opens, from what touches it; `open_now` says that a quotation is running."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    space_before = before.isspace() or before in "([:،,.-–—/؛"
    space_after = after.isspace() or after in ")]،,.؟?!؛:"
    if space_before and not space_after:
        return True
    if space_after and not space_before:
        return False
    if not space_before and not space_after:  # بـ"كلمة" , و"كلمة": a proclitic before an opening mark
        return not open_now
    return not open_now


def pair(text: str, starts: list[int], ends: list[int], words: list[str], breaks: frozenset[int]) -> list[Quotation]:
    """The quotations of a text, in order of their opening marks; marks in `words` become `OPEN` and `CLOSE`.

    `breaks` holds the tokens that end a paragraph: a quotation left open is closed there (`close` None) unless the next
    paragraph goes on inside it, which a closing mark without an opening one shows.
    """
    found: list[Quotation] = []
    stack: list[int] = []
    count = len(words)
    for i in range(count):
        word = words[i]
        if i in breaks:
            while stack:
                opened = stack.pop()
                found.append(Quotation(opened, None, opened + 1, i))
            continue
        if word not in MARKS:
            continue
        if word in "'’‘`" and _inside_word(text, starts[i], ends[i]):
            continue
        if word in ("«", "{", "“", "‹"):
            opens = True
        elif word in ("»", "}", "›"):
            opens = not stack and word == "»" and _reversed_mark(text, starts[i], ends[i])
        else:
            opens = _opens(text, starts[i], ends[i], bool(stack))
        if word == "«" and stack and _closes_reversed(text, starts[i], ends[i]):
            opens = False
        if word == "“" and stack and not _opens(text, starts[i], ends[i], True):
            opens = False
        if opens:
            stack.append(i)
            words[i] = OPEN
        elif stack:
            opened = stack.pop()
            found.append(Quotation(opened, i, opened + 1, i))
            words[i] = CLOSE
        else:
            words[i] = CLOSE
    while stack:
        opened = stack.pop()
        found.append(Quotation(opened, None, opened + 1, count))
    found.sort(key=lambda q: q.open)
    return found


def _inside_word(text: str, start: int, end: int) -> bool:
    """An apostrophe between two letters of one word (d'Etat)."""
    return 0 < start and end < len(text) and text[start - 1].isalpha() and text[end].isalpha()


def _reversed_mark(text: str, start: int, end: int) -> bool:
    """A » that opens: nothing but space before it, a letter behind it."""
    return (start == 0 or text[start - 1].isspace()) and end < len(text) and text[end].isalpha()


def _closes_reversed(text: str, start: int, end: int) -> bool:
    """A « that closes: a letter before it, space or punctuation behind it."""
    return start > 0 and not text[start - 1].isspace() and (end >= len(text) or not text[end].isalnum())
