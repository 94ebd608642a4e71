"""The register that ships: reports, index, places and the expected entries agree with each other."""

import csv
import json
from datetime import date
from importlib.resources import files

import pytest

FOLDER = files("mithaq") / "demo" / "register"
EXPECTED = json.loads((FOLDER / "expected.json").read_text("utf-8"))
INDEX = list(csv.DictReader((FOLDER / "index.tsv").read_text("utf-8").splitlines(), delimiter="\t"))
TEXTS = {row["file"]: (FOLDER / row["file"]).read_text("utf-8") for row in INDEX}
STATUSES = {
    "planned", "conditional", "in force", "in progress", "claimed fulfilled", "fulfilled", "partly", "overdue", "extended",
    "suspended", "disputed", "violated (claimed)", "violated (confirmed)", "cancelled", "superseded",
}  # fmt: skip


def quotes(value):
    """Everything with a report and a quote, wherever it stands."""
    if isinstance(value, dict):
        if "quote" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from quotes(inner)


def test_the_index_names_every_report_with_its_title_in_order():
    assert [row["file"] for row in INDEX] == sorted(p.name for p in FOLDER.iterdir() if p.name.endswith(".txt"))
    days = [date.fromisoformat(row["published"]) for row in INDEX]
    assert days == sorted(days)
    for row in INDEX:
        assert TEXTS[row["file"]].splitlines()[0] == row["title"]
        assert 90 <= len(TEXTS[row["file"]].split()) <= 260
    assert [(s["file"], s["published"]) for s in EXPECTED["series"]] == [(r["file"], r["published"]) for r in INDEX]


@pytest.mark.parametrize("quote", list(quotes(EXPECTED)), ids=lambda q: f"{q['report']}:{q['quote'][:20]}")
def test_a_quote_stands_once_in_its_report(quote):
    assert TEXTS[quote["report"]].count(quote["quote"]) == 1


def test_what_is_said_of_a_commitment_names_one_that_exists():
    commitments = {c["key"]: c for c in EXPECTED["commitments"]}
    keys = commitments.keys() | {a["key"] for a in EXPECTED["agreements"]}
    published = {row["file"]: row["published"] for row in INDEX}
    known = {key: min(published[m["report"]] for m in c["mentions"]) for key, c in commitments.items()}
    assert {c["about"] for c in EXPECTED["claims"]} <= keys
    assert {c["agreement"] for c in commitments.values()} <= keys | {None}
    for day in sorted({s["as_of"] for s in EXPECTED["status"]}):
        rows = [s for s in EXPECTED["status"] if s["as_of"] == day]
        assert sorted(s["commitment"] for s in rows) == sorted(key for key, first in known.items() if first <= day)
        assert {s["status"] for s in rows} <= STATUSES


def test_actors_are_named_as_the_list_names_them():
    names = {a["name"] for a in EXPECTED["actors"]} | {"document"}
    for c in EXPECTED["commitments"]:
        assert set(c["bearer"]) <= names
    for c in EXPECTED["claims"]:
        assert set(c["by"]) <= names


def test_the_places_have_the_columns_of_the_lexicon():
    shipped = (files("mithaq") / "lexicon" / "places.csv").read_text("utf-8").splitlines()
    ours = (FOLDER / "places.csv").read_text("utf-8").splitlines()
    assert ours[0] == shipped[0]
    kinds = {row["kind"] for row in csv.DictReader(shipped)}
    written = "\n".join(TEXTS.values())
    for row in csv.DictReader(ours):
        assert row["kind"] in kinds
        assert row["country"] == ""  # no state has these places
        assert row["name"] in written
