"""The names that ship: quick readers give what TOML says, and names keep their articles and clitics."""

from __future__ import annotations

import pytest

from mithaq.grammar.grammar import default_grammar
from mithaq.lexicon.lexicon import blocks, records, table
from mithaq.lexicon.names import has_article

FILES = [
    ("organisations.toml", "organisation"),
    ("countries.toml", "country"),
    ("peoples.toml", "people"),
    ("roles.toml", "role"),
]


@pytest.mark.parametrize(("name", "key"), FILES)
def test_records_are_those_of_the_toml_file(name: str, key: str) -> None:
    assert records(name, key) == table(name)[key]


def test_blocks_are_those_of_the_toml_file() -> None:
    assert blocks("persons.toml", "person") == table("persons.toml")["person"]


def test_an_alef_of_a_name_is_no_article() -> None:
    assert has_article("العراق") and has_article("الري")
    assert not has_article("ألمانيا") and not has_article("إلياس")


@pytest.mark.parametrize(
    ("word", "name", "stem"),
    [("وبألمانيا", "country", "المانيا"), ("للعراق", "country", "عراق"), ("ولبنان", "country", "لبنان")],
)
def test_a_country_is_known_behind_its_clitics(word: str, name: str, stem: str) -> None:
    classes, _, found = default_grammar().lexicon.analyse(word.translate(str.maketrans("أإ", "اا")))
    assert name in classes and found == stem


def test_there_is_room_for_more_classes() -> None:
    assert len(default_grammar().lexicon.sets()) < 5000
