"""Every rule's examples run: what it must find, and what it must not."""

import pytest

from mithaq.document import Document
from mithaq.grammar.grammar import default_grammar
from mithaq.grammar.page import Page

GRAMMAR = default_grammar()
CASES = [
    pytest.param(level, rule.id, text, expected, id=f"{rule.id}-{'yes' if expected else 'no'}-{n}")
    for level, group in GRAMMAR.levels.items()
    for rule in group.rules
    for expected, texts in ((True, rule.yes), (False, rule.no))
    for n, text in enumerate(texts)
]


def found_by(text, level):
    """The ids of the rules that find something in a text, at the level and below it."""
    page = Page(Document(text), GRAMMAR)
    line, found = page.line, set()
    for name, rules in GRAMMAR.levels.items():
        finds, line, _ = rules.run(line)
        found |= {find.rule.id for find in finds}
        if name == level:
            return found
    raise AssertionError(level)


@pytest.mark.parametrize(("level", "rule", "text", "expected"), CASES)
def test_example(level, rule, text, expected):
    assert (rule in found_by(text, level)) is expected, sorted(found_by(text, level))


def test_rules_have_one_name_each_and_an_example():
    rules = [rule for group in GRAMMAR.levels.values() for rule in group.rules]
    assert len({rule.id for rule in rules}) == len(rules)
    assert [rule.id for rule in rules if not rule.yes] == []
