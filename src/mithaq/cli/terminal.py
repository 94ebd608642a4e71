"""What goes to a terminal: text from reports made harmless and readable, JSON lines, errors and progress."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import unicodedata
from dataclasses import dataclass
from typing import Any

# Characters that a report or a file name must not send to a terminal: controls, surrogates, line separators, and the
# format characters that reorder or hide text (UAX 9). The zero-width joiners stay: they only shape letters.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
# What JSON may hold as it is, but a terminal or a reader that cuts lines may not: written as \uXXXX, the same value.
_ESCAPED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_ISOLATE, _RTL_ISOLATE, _END = "\u2066", "\u2067", "\u2069"


def visible(text: str) -> str:
    """The text with every character that could act on a terminal shown as an escape; a line break as ⏎."""
    return _UNSAFE.sub(lambda m: "⏎" if m[0] == "\n" else f"\\u{{{ord(m[0]):x}}}", text)


def isolated(text: str, terminal: bool) -> str:
    """`visible(text)`, and for a terminal inside isolates of its own direction, so that what stands beside it on the
    line (offsets, values) is not drawn into it."""
    shown = visible(text)
    if not terminal:
        return shown
    for char in shown:
        direction = unicodedata.bidirectional(char)
        if direction in ("R", "AL"):
            return _RTL_ISOLATE + shown + _END
        if direction == "L":
            return _ISOLATE + shown + _END
    return shown


_STYLE = re.compile("\x1b\\[[0-9;]*m|[\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Look:
    """How standard output shows things.

    `terminal` says that a person looks, `colour` that styles may be used; `width` is in columns.
    """

    terminal: bool = False
    colour: bool = False
    width: int = 100

    @classmethod
    def of_stdout(cls) -> Look:
        """The look of standard output as it is now."""
        if not sys.stdout.isatty():
            return cls()
        colour = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
        return cls(True, colour, max(60, min(120, shutil.get_terminal_size().columns)))

    def bold(self, text: str) -> str:
        """For headings."""
        return f"\x1b[1m{text}\x1b[0m" if self.colour else text

    def dim(self, text: str) -> str:
        """For offsets."""
        return f"\x1b[2m{text}\x1b[0m" if self.colour else text

    @staticmethod
    def length(text: str) -> int:
        """How many columns the text takes: styles, isolates and combining marks take none."""
        return sum(1 for char in _STYLE.sub("", text) if not unicodedata.combining(char))


def write(line: str) -> None:
    """One line to standard output, in UTF-8 whatever the locale says."""
    sys.stdout.buffer.write(line.encode("utf-8", "backslashreplace") + b"\n")


def write_json(value: Any) -> None:
    """One JSON object on one line of standard output."""
    line = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    write(_ESCAPED.sub(lambda m: f"\\u{ord(m[0]):04x}", line))


def error(message: str) -> None:
    """One line on standard error, behind whatever standard output has so far."""
    sys.stdout.flush()
    Progress.clear()
    line = f"{visible(message)}\n"
    sys.stderr.buffer.write(line.encode("utf-8", "backslashreplace"))
    sys.stderr.flush()


def described(fault: BaseException) -> str:
    """A fault of the program in a few words: what failed, and where in the code."""
    trace = fault.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f" at {trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else ""
    return f"{type(fault).__name__}: {fault}{where}"


class Progress:
    """How many reports are read, on a terminal only, and only where the output itself goes elsewhere."""

    shown = False

    def __init__(self, files: int | None, always: bool = False) -> None:
        self.files, self.count = files, 0
        self.on = sys.stderr.isatty() and (always or not sys.stdout.isatty()) and (files is None or files > 1)

    def step(self, name: str) -> None:
        """One more report, the one at `name`, is being read."""
        self.count += 1
        if self.on:
            of = f" of {self.files}" if self.files else ""
            sys.stderr.write(f"\r\x1b[K{self.count}{of}  {visible(name)[-60:]}")
            sys.stderr.flush()
            Progress.shown = True

    @classmethod
    def clear(cls) -> None:
        """Take the line of progress away."""
        if cls.shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            cls.shown = False
