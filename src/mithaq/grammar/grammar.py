"""The grammar: the lexicon, the alphabet and the levels, made once and used for every report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from os import PathLike
from typing import NamedTuple

from mithaq.collector import paused
from mithaq.engine import Alphabet, Form, Level, Line, Rule
from mithaq.engine.pattern import WORD, words_of
from mithaq.grammar import amount, numeral, time
from mithaq.grammar.statement.rules import FORMS as STATEMENT_FORMS
from mithaq.lexicon.lexicon import Lexicon
from mithaq.lexicon.load import load
from mithaq.text.clitics import MARKS
from mithaq.text.tokens import Text

FilePath = str | PathLike[str]

_TOKEN_CLASSES = {
    "،": "comma", ",": "comma", ".": "stop", "؟": "stop", "?": "stop", "!": "stop", "؛": "semicolon", ";": "semicolon",
    ":": "colon", "…": "ellipsis", "\n": "break", "«": "open", "»": "close", "(": "bracket", ")": "bracketed",
    "[": "bracket", "]": "bracketed", "-": "dash", "–": "dash", "—": "dash", "ـ": "dash", "/": "slash", "%": "percent", "٪": "percent",
}  # fmt: skip

# Classes that many units of a report have, by how many: rules are tried at rarer ones where they can be.
_COMMON = {
    "any": 9, "unk": 8, "mark": 8, "=من": 7, "=في": 7, "=علي": 7, "=الي": 6, "=ال": 5, "=و": 6, "comma": 6, "stop": 6, "break": 5,
    "num": 4, "digits": 4, "d_day": 3, "=ما": 5, "=لا": 5, "=او": 4, "=بين": 3, "=بعد": 3, "=قبل": 3, "=يوم": 2, "open": 4, "close": 4,
    "ordinal": 4, "bracket": 4, "bracketed": 4, "span_prep": 4, "dx_last": 1, "dx_next": 1, "=حتي": 2, "=ل": 4, "colon": 4,
}  # fmt: skip


class Grammar:
    """Everything that reading needs and that does not depend on a report. `forms` are the rules that procedures carry out."""

    def __init__(self, levels: dict[str, list[Rule]], lexicon: Lexicon, forms: Sequence[Form] = ()) -> None:
        self.lexicon = lexicon
        rules = [rule for group in levels.values() for rule in group]
        for mark, name in _TOKEN_CLASSES.items():
            lexicon.add_folded(mark, name, "mark")
        for rule in rules:
            for word in words_of(rule.pattern):
                lexicon.add(word, WORD + word)
        self.alphabet = Alphabet([*lexicon.sets(), *(rule.classes for rule in rules)], MARKS)
        self._entries = _Entries(lexicon, self.alphabet)
        self.forms = {form.id: form for form in forms}
        self.levels = {name: Level(name, group, self.alphabet, _COMMON) for name, group in levels.items()}

    def line(self, text: Text, entries: list[Entry] | None = None) -> Line:
        """The lowest line of a text: one unit a token."""
        entries = entries or self.look_up(text.words)
        count = len(entries)
        return Line(
            self.alphabet,
            "".join([entry.unit for entry in entries]),
            range(count),
            range(1, count + 1),
            [None] * count,
            text.words,
            [entry.stem for entry in entries],
            self.lexicon.value,
        )

    def look_up(self, words: list[str]) -> list[Entry]:
        """What the lexicon says of each word."""
        known = self._entries
        if len(known) > _MOST:
            known.clear()
        return [known[word] for word in words]


class Entry(NamedTuple):
    """A word as the lexicon reads it: its unit in the lowest line, its stem, its classes and the mask of its clitics."""

    unit: str
    stem: str
    classes: frozenset[str]
    mask: int


_MOST = 200_000  # word forms kept: far more than a newspaper's vocabulary, little enough to hold


class _Entries(dict[str, Entry]):
    """The entries of word forms, made when a form is first met: few forms make up most of a text."""

    def __init__(self, lexicon: Lexicon, alphabet: Alphabet) -> None:
        super().__init__()
        self._analyse, self._unit = lexicon.analyse, alphabet.unit

    def __missing__(self, word: str) -> Entry:
        classes, mask, stem = self._analyse(word)
        entry = self[word] = Entry(self._unit(classes, mask), stem, classes, mask)
        return entry


@cache
def default_grammar() -> Grammar:
    """The grammar with the lexicon that ships, made at the first call."""
    return grammar_with()


def grammar_with(gazetteers: Iterable[FilePath] = (), lexicons: Iterable[FilePath] = ()) -> Grammar:
    """A new grammar whose lexicon also has the names of a user's files (`docs/lexicon.md`); LexiconError if one is wrong.

    Nothing of what is made here is ever garbage, so that the collector need not look for any.
    """
    with paused():
        return Grammar(_levels(), load(gazetteers, lexicons), STATEMENT_FORMS)


def _levels() -> dict[str, list[Rule]]:
    """The levels in the order in which they run."""
    return {
        "numeral": numeral.RULES,
        "calendar": time.CALENDAR,
        "date": time.DATE,
        "moment": time.MOMENT,
        "ellipsis": time.ELLIPSIS,
        "amount": amount.RULES,
    }
