"""Looking words up in a lexicon of stems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from mithaq.lexicon.endings import LONGEST_SUFFIX, PARADIGMS, PREFIXES, SUFFIXES
from mithaq.lexicon.inflect import Stem, without_pronoun

Entry = TypeVar("Entry")


class FormIndex(Generic[Entry]):
    """Stems and the entries that they belong to.

    >>> from mithaq.lexicon.inflect import verb_stems
    >>> index: FormIndex[str] = FormIndex()
    >>> index.add(verb_stems("قال", "يقول", "قائل"), "قال")
    >>> list(index.find("يقولون")), list(index.find_suffixed("قالوه"))
    ([('قال', 'present')], [('قال', 'past', 'ه')])
    """

    def __init__(self) -> None:
        self._entries: dict[str, list[tuple[str, Entry]]] = {}

    def add(self, stems: Iterable[Stem], entry: Entry) -> None:
        """Put an entry under its stems."""
        entries = self._entries
        for stem, paradigm in stems:
            known = entries.get(stem)
            if known is None:
                entries[stem] = [(paradigm, entry)]
            else:
                known.append((paradigm, entry))

    def find(self, word: str) -> Iterator[tuple[Entry, str]]:
        """The entries that a folded word, without proclitics or pronoun, is a form of, with labels."""
        for entry, label in self._splits(word):
            if not label.endswith("bound"):
                yield entry, label

    def find_suffixed(self, word: str) -> Iterator[tuple[Entry, str, str]]:
        """The entries that a folded word with a pronoun suffix is a form of, with labels and pronoun."""
        for stem, pronoun in without_pronoun(word):
            for entry, label in self._splits(stem):
                yield entry, label.removesuffix("_bound"), pronoun

    def _splits(self, word: str) -> Iterator[tuple[Entry, str]]:
        """Every reading of a word as a prefix, a stem and a suffix of the stem's paradigm."""
        entries = self._entries
        starts = ("", word[0]) if word and word[0] in PREFIXES else ("",)
        for cut in range(len(word), max(0, len(word) - LONGEST_SUFFIX - 1), -1):
            suffix = word[cut:]
            if suffix not in SUFFIXES:
                continue
            for prefix in starts:
                for paradigm, entry in entries.get(word[len(prefix) : cut], ()):
                    for label in PARADIGMS[paradigm].get((prefix, suffix), ()):
                        yield entry, label
