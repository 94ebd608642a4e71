"""The grammar: the lexicon, the alphabet and the levels, made once and used for every report."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from mithaq.engine import Alphabet, Form, Level, Line, Rule
from mithaq.engine.pattern import WORD, words_of
from mithaq.grammar import amount, numeral, time
from mithaq.grammar.statement.rules import FORMS as STATEMENT_FORMS
from mithaq.lexicon.lexicon import Lexicon
from mithaq.lexicon.load import load
from mithaq.text.clitics import MARKS
from mithaq.text.tokens import Text

_TOKEN_CLASSES = {
    "،": "comma", ",": "comma", ".": "stop", "؟": "stop", "?": "stop", "!": "stop", "؛": "semicolon", ";": "semicolon",
    ":": "colon", "…": "ellipsis", "\n": "break", "«": "open", "»": "close", "(": "bracket", ")": "bracketed",
    "[": "bracket", "]": "bracketed", "-": "dash", "–": "dash", "—": "dash", "ـ": "dash", "/": "slash", "%": "percent", "٪": "percent",
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
        self.forms = {form.id: form for form in forms}
        self.levels = {name: Level(name, group, self.alphabet) for name, group in levels.items()}

    def line(self, text: Text) -> Line:
        """The lowest line of a text: one unit a token."""
        analyse, unit = self.lexicon.analyse, self.alphabet.unit
        analyses = [analyse(word) for word in text.words]
        symbols = "".join([unit(classes, mask) for classes, mask, _ in analyses])
        count = len(text.words)
        stems = [stem for _, _, stem in analyses]
        return Line(self.alphabet, symbols, range(count), range(1, count + 1), [None] * count, text.words, stems, self.lexicon.value)


@cache
def default_grammar() -> Grammar:
    """The grammar with the lexicon that ships, made at the first call."""
    return Grammar(_levels(), load(), STATEMENT_FORMS)


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
