"""Words for comparing: light stems, roots and concepts of Arabic words.

`light` takes off what Larkey, Ballesteros and Connell's light stemming takes off (2002); `root` goes further and drops the
weak letters and the letters that only derive a form, so that `ينسحب`, `سحب` and `انسحاب` meet. Neither is morphology: both
only say that two words may be one.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from mithaq.text.fold import FILLER, fold, fold_word

WORD = re.compile(
    r"(?:[\u0621-\u063a\u0641-\u064a\u0671-\u06d3\ufb50-\ufdfc\ufe70-\ufefc]\x1f*)+|\d+(?:[.,]\d+)*|[A-Za-z]+"
)
_FRONT = ("وبال", "وكال", "ولل", "وال", "فال", "بال", "كال", "لل", "ال")
_BACK = ("ها", "ان", "ات", "ون", "ين", "يه", "هم", "هما", "ه", "ي")
_PRONOUNS = ("ها", "هم", "هما", "ه", "ي")
_WHOLE = frozenset({"سلام"})  # peace is no handing over (تسليم)
_WEAK = str.maketrans("", "", "اويءه")


@lru_cache(maxsize=100_000)
def light(word: str) -> str:
    """The light stem of a folded word."""
    for front in _FRONT:
        if word.startswith(front) and len(word) - len(front) >= 3:
            word = word[len(front) :]
            break
    else:
        if word[:1] in ("و", "ف") and len(word) > 4:
            word = word[1:]
            if word.startswith(("ال", "لل")) and len(word) > 4:
                word = word[2:]
        if word[:1] in ("ب", "ل", "س") and len(word) > 4:
            word = word[1:]
    for back in _BACK:
        if word.endswith(back) and len(word) - len(back) >= 3:
            found = word[: -len(back)]
            # اسلحتها is اسلحه with a pronoun behind it
            return (
                found[:-1] if back in _PRONOUNS and len(found) > 4 and found[-1] == "ت" and found[-2] != "ا" else found
            )
    return word


@lru_cache(maxsize=100_000)
def root(word: str) -> str:
    """What the forms of one root share, roughly: the light stem without weak letters and deriving consonants in front."""
    stem = light(word)
    if stem in _WHOLE:
        return stem
    if len(stem) > 3 and stem[0] in "يتن" and not stem.startswith("نا"):
        stem = stem[1:]
    bare = stem.translate(_WEAK)
    while len(bare) > 3 and bare[0] in "تنمسا":
        bare = bare[1:]
    return bare if len(bare) >= 3 else stem


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`words.toml`, stemmed."""

    stop: frozenset[str]
    light: frozenset[str]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    standing: frozenset[str]
    once: frozenset[str]
    attend: frozenset[str]
    kinds: frozenset[str]
    generic: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The words that ship."""
    data = tomllib.loads((files("mithaq.register") / "words.toml").read_text("utf-8"))
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, wordings in data["concepts"].items():
        for wording in wordings:
            roots = tuple(root(fold_word(w)) for w in wording.split())
            phrases.setdefault(roots[0], []).append((roots, "=" + name))
    return Vocabulary(
        frozenset(fold_word(w) for w in data["stop"].split())
        | frozenset(light(fold_word(w)) for w in data["stop"].split()),
        frozenset(root(fold_word(w)) for w in data["light"].split()),
        {first: tuple(sorted(set(found), key=lambda p: -len(p[0]))) for first, found in phrases.items()},
        frozenset("=" + c for c in data["standing"]["concepts"])
        | frozenset(root(fold_word(w)) for w in data["standing"]["words"].split()),
        frozenset(root(fold_word(w)) for w in data["standing"]["once"].split()),
        frozenset(root(fold_word(w)) for w in data["standing"]["attend"].split()),
        frozenset(root(fold_word(w)) for w in data["agreement"]["kinds"].split()),
        frozenset(light(fold_word(w)) for w in data["parties"]["generic"].split()),
    )


def folded_words(text: str) -> list[str]:
    """The words and numbers of a text, folded."""
    return [fold_word(w) for w in WORD.findall(fold(text))]


def content(text: str) -> list[str]:
    """What a wording is about: concepts, roots and numbers in order, without what carries no meaning."""
    known = vocabulary()
    words = [w for w in folded_words(text) if w not in known.stop and light(w) not in known.stop]
    roots = [w if w[0].isdigit() else root(w) for w in words]
    found, i = [], 0
    while i < len(roots):
        for phrase, concept in known.phrases.get(roots[i], ()):
            if tuple(roots[i : i + len(phrase)]) == phrase:
                found.append(concept)
                i += len(phrase)
                break
        else:
            if len(roots[i]) > 1:
                found.append(roots[i])
            i += 1
    return found


def head(tokens: list[str]) -> str:
    """The token that says what is done: the first that tells something."""
    return next((t for t in tokens if weight(t) >= 1.0 and not t[0].isdigit()), "")


def weight(token: str) -> float:
    """How much a token of `content` tells."""
    if token[0] == "=":
        return 1.4
    if token[0] == "~":
        return 0.3
    return 0.35 if token in vocabulary().light else 1.0


def search_words(text: str) -> list[tuple[str, int, int]]:
    """The words of a text as the full-text search holds them, with their offsets in the text."""
    found = []
    for m in WORD.finditer(fold(text)):
        end = m.end()
        while end > m.start() and m.string[end - 1] == FILLER:
            end -= 1
        found.append((light(fold_word(text[m.start() : m.end()])), m.start(), end))
    return found
