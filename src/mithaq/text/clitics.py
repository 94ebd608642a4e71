"""Proclitics and pronoun suffixes of Arabic words (after Buckwalter's prefix and suffix tables), over folded words.

Clitics are taken off at the two ends of a word only, and only where what remains is a word that somebody knows; of several
readings the one that takes off least wins.
"""

from __future__ import annotations

from collections.abc import Iterator

MARKS = ("w", "b", "l", "k", "s", "al", "p")
W, B, L, K, S, AL, P = (1 << i for i in range(7))

# Every stack of proclitics: a conjunction, then a preposition or the future particle, then the article.
_CONJUNCTIONS = (("", 0), ("و", W), ("ف", W))
_PREPOSITIONS = (
    ("", 0),
    ("ب", B),
    ("ل", L),
    ("ك", K),
    ("ال", AL),
    ("بال", B | AL),
    ("كال", K | AL),
    ("لل", L | AL),
    ("س", S),
)
PREFIXES = tuple(
    sorted(((c + p, m | n) for c, m in _CONJUNCTIONS for p, n in _PREPOSITIONS if c + p), key=lambda x: len(x[0]))
)
_ARTICLED = tuple(sorted(((x, m) for x, m in PREFIXES if m & AL), key=lambda x: -len(x[0])))
# Pronoun suffixes, longest first.
_SUFFIXES = ("هما", "كما", "هم", "ها", "هن", "كم", "نا", "ني", "ه", "ي", "ك")


def prefixes(word: str) -> Iterator[tuple[int, str]]:
    """The readings of a word as (mask of proclitics, what remains), what takes off least first.

    Behind `لل` the article's alef is gone; where the stem begins with lam itself (للاجئين) one lam is given back.
    """
    for prefix, mask in PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 2:
            yield mask, word[len(prefix) :]
            if mask & L and mask & AL:
                yield mask, "ل" + word[len(prefix) :]


def suffixes(word: str) -> Iterator[str]:
    """What remains of a word without a pronoun at its end, a feminine ending given back (حكومته: حكومه)."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 2:
            stem = word[: -len(suffix)]
            if stem[-1] == "ت":
                yield stem[:-1] + "ه"
            yield stem
            if stem[-1] == "ا":
                yield stem[:-1] + "ي"


def article(word: str) -> tuple[int, str]:
    """The proclitics of a word that no lexicon knows: only stacks that end in the article are sure."""
    for prefix, mask in _ARTICLED:
        if word.startswith(prefix) and len(word) - len(prefix) >= 2:
            return mask, word[len(prefix) :]
    return 0, word


def _letters(mask: int) -> int:
    if mask & L and mask & AL:
        return 1 if mask & W else 0
    return sum(1 for bit in (W, B, L, K) if mask & bit)


_LETTERS = tuple(_letters(mask) for mask in range(128))


def letters(mask: int) -> int:
    """How many letters of a word its proclitics before the article take: what a span leaves out.

    A preposition that has swallowed the article's alef (`لل`) stays: the article cannot be cut out of `للأسبوع`.
    """
    return _LETTERS[mask]
