"""The gazetteer: what any reader of the table may rely on."""

from __future__ import annotations

import csv
import tomllib
from importlib.resources import files

from mithaq.text.fold import fold_word

HEADER = ["name", "aliases", "kind", "country", "province", "lat", "lon", "en", "weak"]
KINDS = {
    "city", "province", "region", "base", "camp", "airport", "crossing", "port", "strait", "island", "sea", "river",
    "mountain", "border", "facility", "site", "square",
}  # fmt: skip
# What a province is called in front of a name that its chief town has too.
TITLES = ("", "محافظة ", "ولاية ", "منطقة ", "إقليم ", "مقاطعة ", "شعبية ", "إمارة ")
# South, north, west, east: the land with its sea and islands, and a little more.
BOXES = {
    "DZ": (18.9, 37.2, -8.8, 12.1), "BH": (25.5, 26.5, 50.2, 50.9), "KM": (-12.6, -11.2, 43.1, 44.7),
    "DJ": (10.8, 12.8, 41.7, 43.6), "EG": (21.6, 32.6, 24.6, 37.0), "IQ": (29.0, 37.5, 38.7, 48.9),
    "JO": (29.1, 33.5, 34.8, 39.4), "KW": (28.4, 30.2, 46.5, 49.3), "LB": (33.0, 34.8, 35.0, 36.7),
    "LY": (19.4, 33.5, 9.2, 25.3), "MR": (14.6, 27.4, -17.2, -4.7), "MA": (27.6, 36.1, -13.3, -0.9),
    "OM": (16.5, 26.6, 51.8, 60.0), "PS": (31.1, 32.7, 34.1, 35.7), "QA": (24.4, 26.3, 50.6, 51.8),
    "SA": (16.2, 32.3, 34.4, 55.8), "SO": (-1.8, 12.2, 40.8, 51.6), "SD": (8.6, 23.2, 21.7, 38.7),
    "SY": (32.2, 37.4, 35.5, 42.5), "TN": (30.1, 37.6, 7.4, 11.7), "AE": (22.5, 26.5, 51.4, 56.5),
    "YE": (11.9, 19.1, 41.7, 54.7), "EH": (20.7, 27.8, -17.2, -8.5),
}  # fmt: skip
# Towns called as a state is: Amman and Oman, Bologna and Poland, São Tomé.
NAMESAKES = {("عمان", "JO"), ("بولونيا", "IT"), ("ساو تومي", "ST")}


def _text(name: str) -> str:
    return (files("mithaq.lexicon") / name).read_text(encoding="utf-8")


ROWS = list(csv.DictReader(_text("places.csv").splitlines()))
STATES = tomllib.loads(_text("countries.toml"))["country"]


def _forms(row: dict[str, str]) -> list[str]:
    return [row["name"], *(alias for alias in row["aliases"].split("|") if alias)]


def test_parses() -> None:
    reader = csv.reader(_text("places.csv").splitlines(), strict=True)
    assert next(reader) == HEADER
    assert all(len(row) == len(HEADER) for row in reader)
    assert len(ROWS) >= 1300
    for row in ROWS:
        assert row["name"] and row["en"], row
        assert row["weak"] in {"", "1"}, row
        assert all(form == form.strip() and "  " not in form for form in _forms(row)), row
        assert all(value == value.strip() for value in row.values()), row


def test_kinds_are_known() -> None:
    assert {row["kind"] for row in ROWS} == KINDS


def test_states_are_known() -> None:
    assert {row["country"] for row in ROWS} <= {state["iso"] for state in STATES} | {""}


def test_no_name_twice_in_a_state() -> None:
    seen: dict[tuple[str, str], str] = {}
    twice = []
    for row in ROWS:
        for form in _forms(row):
            key = (fold_word(form), row["country"])
            if key in seen:
                twice.append((form, row["name"], seen[key]))
            seen[key] = row["name"]
    assert not twice


def test_states_have_their_own_table() -> None:
    states = {fold_word(name) for state in STATES for name in state["ar"]}
    both = {(form, row["country"]) for row in ROWS for form in _forms(row) if fold_word(form) in states}
    assert both <= NAMESAKES


def test_provinces_have_rows() -> None:
    provinces = {
        (fold_word(form), row["country"])
        for row in ROWS
        if row["kind"] in {"province", "region"}
        for form in _forms(row)
    }
    lost = {
        (row["province"], row["country"])
        for row in ROWS
        if row["province"]
        and not any((fold_word(title + row["province"]), row["country"]) in provinces for title in TITLES)
    }
    assert not lost


def test_coordinates_are_in_bounds() -> None:
    for row in ROWS:
        assert bool(row["lat"]) == bool(row["lon"]), row
        if row["lat"]:
            assert -90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180, row
            assert all(len(row[axis].partition(".")[2]) == 2 for axis in ("lat", "lon")), row


def test_coordinates_are_in_their_state() -> None:
    astray = []
    for row in ROWS:
        if row["lat"] and row["country"] in BOXES:
            south, north, west, east = BOXES[row["country"]]
            if not (south <= float(row["lat"]) <= north and west <= float(row["lon"]) <= east):
                astray.append((row["name"], row["country"], row["lat"], row["lon"]))
    assert not astray


def test_places_of_the_news_are_there() -> None:
    forms = {fold_word(form) for row in ROWS for form in _forms(row)}
    for name in ("سامراء", "عين الأسد", "التنف", "حميميم", "رأس جدير", "باب الهوى", "المنطقة الخضراء", "الفاشر"):
        assert fold_word(name) in forms
