"""What print is misread as: letters of one shape; and the words and pairs of words that prove a misreading."""

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
        common = data["common"]["words"].split()
        folded = [fold_word(word) for word in common]
        self.common = frozenset(word + ending for word in folded for ending in _ENDINGS)
        self.common |= {word[:-1] + "ات" for word in folded if word[-1] == "ه"}
        self.right = frozenset(fold_word(word) + end for word in data["common"]["right"].split() for end in _ENDINGS)
        self.purpose = frozenset(map(fold_word, data["purpose"]["words"].split()))
        self.spelling: dict[str, str] = {}
        self.fixed = self._pairs(data["fixed"]["pairs"])
        self.loose = self.fixed | self._pairs(data["loose"]["pairs"])
        self.spelling.update(zip(folded, common, strict=True))

    def _pairs(self, text: str) -> frozenset[tuple[str, str]]:
        found = set()
        for pair in text.replace("\n", "|").split("|"):
            if pair.strip():
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
