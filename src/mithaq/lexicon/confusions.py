"""What print is misread as: letters of one shape, the words that news uses most, pairs of words that belong together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from mithaq.lexicon.lexicon import table
from mithaq.text.fold import fold_word

_ENDINGS = ("", "ه", "ا", "ات", "ين", "ون", "ان")


def _others(groups: list[str]) -> dict[str, str]:
    """Each letter with the letters that it is mistaken for."""
    found: dict[str, str] = {}
    for group in groups:
        for letter in group:
            found[letter] = "".join(sorted({*found.get(letter, ""), *group} - {letter}))
    return found


class Confusions:
    """The letters that are mistaken for each other, and what proves that one was."""

    def __init__(self) -> None:
        data = table("confusions.toml")
        letters = data["letters"]
        self._inside, self._final = _others(letters["inside"]), _others(letters["final"])
        self._shapes = _others(letters["shapes"])
        self.lost: str = letters["lost"]
        self.common: dict[str, str] = {}
        for word in data["common"]["words"].split():
            folded = fold_word(word)
            for form in (folded[:-1] + "ات" if folded.endswith("ه") else folded, *(folded + e for e in _ENDINGS)):
                self.common.setdefault(form, word)
        self.right = frozenset(fold_word(word) + end for word in data["common"]["right"].split() for end in _ENDINGS)
        self.spelling: dict[str, str] = {}
        self.fixed = self._pairs(data["fixed"]["pairs"])
        self.loose = self.fixed | self._pairs(data["loose"]["pairs"])
        for word in data["common"]["words"].split():
            self.spelling.setdefault(fold_word(word), word)
        self._after: dict[str, set[str]] = {}
        self._before: dict[str, set[str]] = {}
        for first, second in self.fixed:
            self._after.setdefault(first, set()).add(second)
            self._before.setdefault(second, set()).add(first)

    def _pairs(self, text: str) -> frozenset[tuple[str, str]]:
        found = set()
        for pair in text.replace("\n", "|").split("|"):
            if pair:
                first, second = pair.split()
                found.add((fold_word(first), fold_word(second)))
                self.spelling.setdefault(fold_word(first), first)
                self.spelling.setdefault(fold_word(second), second)
        return frozenset(found)

    def variants(self, word: str) -> Iterator[str]:
        """The folded words of which `word` is a misreading by one letter that differs in its dots."""
        last = len(word) - 1
        for i, letter in enumerate(word):
            for other in (self._final if i == last else self._inside).get(letter, ""):
                yield word[:i] + other + word[i + 1 :]

    def shapes(self, word: str) -> Iterator[str]:
        """The folded words of which `word` is a misreading by one letter of like shape."""
        for i, letter in enumerate(word):
            for other in self._shapes.get(letter, ""):
                yield word[:i] + other + word[i + 1 :]


@cache
def confusions() -> Confusions:
    """The table that ships, made at the first call."""
    return Confusions()
