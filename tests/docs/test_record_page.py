"""docs/record.md names every field that a record can have, and nothing else."""

import re
from datetime import date
from pathlib import Path

import pytest

from mithaq import Document
from mithaq import record as nouns
from mithaq.citation import LAYERS
from mithaq.entity import Actor, Entity, Mention
from mithaq.record import Record
from mithaq.span import Span
from mithaq.timex import Timex

PAGE = (Path(__file__).parent.parent.parent / "docs" / "record.md").read_text("utf-8")
SECTIONS = {
    title.strip("`"): re.findall(r"^\| `(\w+)` ", body, re.MULTILINE)
    for title, body in re.findall(r"^#{2,3} ([^\n]+)\n(.*?)(?=^##|\Z)", PAGE, re.DOTALL | re.MULTILINE)
}
S = Span(0, 3)
DAY = date(2025, 3, 1)


def full_record():
    """A record in which every field that can hold a part holds one."""
    actor = Actor("خبر", S, "e1", S)
    deadline = nouns.Deadline("by", "t1", "2025", "END", DAY)
    return Record(
        Document("خبر", "x"),
        S,
        None,
        nouns.Published(DAY, DAY, DAY, "given", ["…"]),
        repairs=[nouns.Repair(S, "خبز", "ocr")],
        joins=[S],
        timexes=[Timex("t1", S, "DATE", "2025")],
        mentions=[Mention("m1", S, "person", "خبر", S)],
        entities=[Entity("e1", "person", "خبر")],
        statements=[nouns.Statement("s1", S, S, "direct", [actor], S, S)],
        commitments=[nouns.Commitment("c1", S, [actor], "will", deadline=deadline, conditions=[S])],
        demands=[nouns.Demand("d1", [actor], [actor], S, S, deadline)],
        status_claims=[nouns.StatusClaim("k1", S, "started", [actor], S)],
        positions=[nouns.Position("p1", [actor], S, "support", S)],
        presences=[nouns.Presence("f1", S, S, 3, True, places=[nouns.Place("خبر", None, None)])],
        events=[nouns.Event("v1", S, "AGREE", None, "happened", [actor])],
        agreements=[nouns.Agreement("a1", S, [actor], "concluded")],
        issues=[nouns.Issue("…", S)],
    ).to_json()


RECORD = full_record()
SPAN, ACTOR, DEADLINE = "A span", "An actor", "A deadline"
PARTS = {
    "The top level": RECORD,
    SPAN: RECORD["statements"][0]["content"],
    ACTOR: RECORD["statements"][0]["source"][0],
    DEADLINE: RECORD["commitments"][0]["deadline"],
    "document": RECORD["document"],
    "document.published": RECORD["document"]["published"],
    "document.repairs": RECORD["document"]["repairs"][0],
    "presences.places": RECORD["presences"][0]["places"][0],
    **{layer: RECORD[layer][0] for layer in (*LAYERS, "issues")},
}
ARE_SPANS = {"timexes", "mentions", "document.repairs"}  # their pages leave out the fields of a span


@pytest.mark.parametrize("section", PARTS)
def test_the_fields_are_those_of_the_page(section):
    fields = set(PARTS[section]) - (set(PARTS[SPAN]) if section in ARE_SPANS else set())
    assert set(SECTIONS[section]) == fields


def test_every_part_of_a_record_has_a_section():
    """No object inside a record has a form that the page does not describe."""
    forms = {frozenset(part) for part in PARTS.values()} | {frozenset({"start", "end"})}

    def walk(value):
        if isinstance(value, dict):
            assert frozenset(value) in forms, value
            value = list(value.values())
        if isinstance(value, list):
            for part in value:
                walk(part)

    walk(RECORD)
    assert set(SECTIONS) == {*PARTS, "Parts that recur"}
