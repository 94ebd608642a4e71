"""The public persons: what any reader of the table may rely on."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from mithaq.text.fold import fold_word

PERSONS = tomllib.loads((files("mithaq.lexicon") / "persons.toml").read_text(encoding="utf-8"))["person"]
STATES = tomllib.loads((files("mithaq.lexicon") / "countries.toml").read_text(encoding="utf-8"))["country"]


def test_parses() -> None:
    assert len(PERSONS) >= 150
    for person in PERSONS:
        assert set(person) <= {"name", "aliases", "country", "weak"}, person
        assert set(person.get("weak", ())) <= set(person["aliases"]), person
        assert " " in person["name"] and person["name"] == person["name"].strip(), person


def test_states_are_known() -> None:
    assert {person["country"] for person in PERSONS} <= {state["iso"] for state in STATES}


def test_no_form_names_two_persons() -> None:
    seen: dict[str, str] = {}
    for person in PERSONS:
        for form in (person["name"], *person["aliases"]):
            assert fold_word(form) not in seen, (form, person["name"], seen[fold_word(form)])
            seen[fold_word(form)] = person["name"]
