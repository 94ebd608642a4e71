"""The rules that procedures carry out: each `yes` gives an entry found by the rule, each `no` gives none."""

from datetime import date

import pytest

from mithaq import Document, Reader
from mithaq.grammar.grammar import default_grammar
from mithaq.record import ENTRY_LAYERS

FORMS = default_grammar().forms.values()


def found_by(text: str) -> set[str]:
    record = Reader().read(Document(text, published=date(2024, 5, 1)))
    return {entry.found_by for layer in ENTRY_LAYERS for entry in getattr(record, layer)}


@pytest.mark.parametrize(("rule", "text"), [(f.id, t) for f in FORMS for t in f.yes])
def test_yes(rule: str, text: str) -> None:
    assert rule in found_by(text)


@pytest.mark.parametrize(("rule", "text"), [(f.id, t) for f in FORMS for t in f.no])
def test_no(rule: str, text: str) -> None:
    assert rule not in found_by(text)
