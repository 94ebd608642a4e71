"""The words of the interface: both languages, and every key that is asked for."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from mithaq.register.judged import FIELDS, VERBS
from mithaq.register.lifecycle import RULES, STATUSES
from mithaq.web import layers
from mithaq.web.pages import conflict, timeline
from mithaq.web.words import LANGUAGES, count, knows, say, table

WEB = Path(str(files("mithaq.web")))
SOURCES = [*WEB.glob("templates/*.html"), *WEB.glob("**/*.py")]
# Keys that are put together: the beginning in the templates, and all the ends that there are.
ENDS = {
    "status": STATUSES,
    "rule": [*(r.id for r in RULES), "a person decided"],
    "verb": VERBS,
    "field": FIELDS,
    "layer": layers.LAYERS,
    "lane": timeline.ALL,
    "what": [k for kinds in timeline.LANES.values() for k in kinds],
    "conflict": conflict.KINDS,
    "month": [f"m{n}" for n in range(1, 13)],
    "barometer": ["b0", "b1", "b2", "b3"],
    "modality": ["will", "must", "must-not", "may", "intends"],
    "relation": ["by", "until", "within", "on", "before", "after", "from", "during"],
    "stage": ["negotiated", "announced", "concluded", "in-force", "ended"],
    "stance": ["support", "oppose", "conditional"],
    "side": ["bearer", "counterparty", "third"],
    "claim": (
        "started progressing fulfilled partly delayed extended suspended violated withdrawn cancelled rejected "
        "entered-into-force signed doubted"
    ).split(),
}


def test_every_key_has_words_in_both_languages() -> None:
    for key, words in table().items():
        assert set(words) == set(LANGUAGES)
        assert words["ar"].strip(), key
        assert words["en"].strip() or key.startswith("count."), key
        assert set(re.findall(r"\{\w+\}", words["ar"])) == set(re.findall(r"\{\w+\}", words["en"])), key


def test_arabic_words_are_arabic() -> None:
    latin = [
        k for k, w in table().items() if not re.search("[\u0621-\u064a]", w["ar"]) and k not in ("nav.other", "ui.and")
    ]
    assert latin == []


def test_every_key_that_is_asked_for_exists() -> None:
    for path in SOURCES:
        text = path.read_text("utf-8")
        for key in re.findall(r"""\b(?:t|say|nothing)\((?:language, )?["']([\w.-]+\.[\w-]+)["'](?! ~)""", text):
            assert knows(key), f"{path.name}: {key}"
        for noun in re.findall(r"""\bnumber\(["'](\w+)["']""", text):
            assert knows(f"count.{noun}.few"), f"{path.name}: {noun}"
        for key in re.findall(r"""Fault\(\s*[^,]+, ["']([\w-]+)["']""", text):
            assert knows(f"fault.{key}") and knows(f"todo.{key}"), f"{path.name}: {key}"


def test_every_key_that_is_put_together_exists() -> None:
    for group, ends in ENDS.items():
        for end in ends:
            assert knows(f"{group}.{end}"), f"{group}.{end}"


@pytest.mark.parametrize(
    ("number", "arabic"),
    [(0, "لا أخبار"), (1, "خبر واحد"), (2, "خبران"), (3, "3 أخبار"), (10, "10 أخبار"), (11, "11 خبرًا"), (99, "99 خبرًا"),
     (100, "100 خبر"), (102, "102 خبر"), (103, "103 أخبار"), (31000, "31,000 خبر")],
)  # fmt: skip
def test_arabic_counts(number: int, arabic: str) -> None:
    assert count("ar", "report", number) == arabic


def test_english_counts_and_unknown_names() -> None:
    assert count("en", "report", 1) == "1 report"
    assert count("en", "report", 0) == "0 reports"
    assert say("en", "status.something new") == "something new"
