"""Folding: the spellings of one word become one, and every letter keeps its offset.

`fold` maps each code point of a text to exactly one code point, so an offset in the folded text is an offset in the
original. What is dropped from a word (diacritics, tatweel, joiners, bidirectional controls) becomes `FILLER` in place.
The classes of letters follow the light normalisation that Arabic retrieval uses (Larkey, Ballesteros and Connell 2002).
"""

from __future__ import annotations

import unicodedata

FILLER = "\x1f"

_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي",
    "ک": "ك", "ڪ": "ك", "ی": "ي", "ې": "ي", "ے": "ي", "ہ": "ه", "ھ": "ه", "ۀ": "ه", "ە": "ه", "ۃ": "ه", "ۆ": "و",
}  # fmt: skip
_DIGITS = {chr(base + i): str(i) for base in (0x660, 0x6F0, 0xFF10) for i in range(10)}
# Diacritics and Koranic marks (U+0610-061A, 064B-065F, 0670, 06D6-06ED), tatweel, zero-width and bidirectional
# controls (Unicode Standard Annex 9), the soft hyphen and the byte order mark.
_DROPPED = (
    *range(0x610, 0x61B), *range(0x64B, 0x660), 0x670, *range(0x6D6, 0x6DD), *range(0x6DF, 0x6E9), *range(0x6EA, 0x6EE),
    0x640, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xAD, 0xFEFF, 0x61C, 0x1F,
)  # fmt: skip
_SPACES = (0xA0, 0x2007, 0x202F, 0x3000, *range(0x2000, 0x2007), *range(0x2008, 0x200B), 0x9, 0xB, 0xC)

# Superscript, circled and other digits that are part of no number (Unicode: Numeric_Type=Digit): a space each, so that
# what is a digit in the folded text is a digit to `int` too.
_NO_NUMBERS = (
    0xB2, 0xB3, 0xB9, *range(0x1369, 0x1372), 0x19DA, 0x2070, *range(0x2074, 0x207A), *range(0x2080, 0x208A),
    *range(0x2460, 0x2469), *range(0x2474, 0x247D), *range(0x2488, 0x2491), 0x24EA, *range(0x24F5, 0x24FE), 0x24FF,
    *range(0x2776, 0x277F), *range(0x2780, 0x2789), *range(0x278A, 0x2793), *range(0x10A40, 0x10A44),
    *range(0x10E60, 0x10E69), *range(0x11052, 0x1105B), *range(0x1F100, 0x1F10B),
)  # fmt: skip


def _table() -> dict[int, str]:
    table = {ord(a): b for a, b in (_LETTERS | _DIGITS).items()}
    for point in (*range(0xFB50, 0xFDFC), *range(0xFE70, 0xFEFD)):  # Arabic presentation forms A and B
        plain = unicodedata.normalize("NFKC", chr(point)).strip()
        if len(plain) == 1:
            table[point] = _LETTERS.get(plain, plain)
        if all(ord(sign) in _DROPPED for sign in plain):  # the forms of vowel signs that stand by themselves
            table[point] = FILLER
    table.update(dict.fromkeys(_DROPPED, FILLER))
    table.update(dict.fromkeys((*_SPACES, *_NO_NUMBERS), " "))
    table.update({0x2028: "\n", 0x2029: "\n", 0x85: "\n", 0xD: "\n"})
    return table


_TABLE = _table()


def fold(text: str) -> str:
    """The folded text, of the same length as `text`, code point for code point."""
    return text.translate(_TABLE)


def fold_word(word: str) -> str:
    """The folded form of one word, as the lexicons hold it: what `fold` drops is gone, ligatures are opened."""
    return unicodedata.normalize("NFKC", word).translate(_TABLE).replace(FILLER, "")
