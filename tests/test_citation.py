"""The check of a record: every way in which a record can be unsound is found and named."""

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.citation import check
from mithaq.document import Document

TEXT = "قالت الوزارة السبت إن العمل سيبدأ قبل نهاية يونيو."


def span(words):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def record():
    return {
        "document": {"id": Document(TEXT).id, "text": TEXT, "title": None, "joins": [{"start": 4, "end": 5}]},
        "timexes": [
            {"id": "t1", **span("السبت"), "anchor": "published"},
            {"id": "t2", **span("نهاية يونيو"), "anchor": "t1"},
        ],
        "mentions": [{"id": "m1", **span("الوزارة"), "entity": "e1"}],
        "entities": [{"id": "e1", "name": "الوزارة", "mentions": ["m1"]}],
        "statements": [
            {
                "id": "s1",
                "content": span("العمل سيبدأ قبل نهاية يونيو"),
                "cue": span("قالت"),
                "source": [{"name": "الوزارة", "entity": "e1", "mention": span("الوزارة")}],
                "said": "t1",
                "within": None,
            }
        ],
        "commitments": [
            {"id": "c1", "act": span("العمل"), "deadline": {"relation": "by", "timex": "t2"}, "agreement": "a1"}
        ],
        "agreements": [{"id": "a1", "name": span("العمل"), "commitments": ["c1"], "date": None}],
        "events": [{"id": "v1", "cue": span("سيبدأ"), "place": "e1", "time": "t2"}],
        "issues": [{"where": None, "what": "…"}],
    }


def test_a_sound_record_has_no_problems():
    checked = check(record())
    assert checked.problems == []
    assert checked.spans == 10


def set_at(path, value):
    def change(data):
        *way, last = path
        for step in way:
            data = data[step]
        data[last] = value

    return change


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (set_at(["document", "text"], None), "document.text: there is no text"),
        (set_at(["document", "id"], "0" * 16), "document.id: is '0000000000000000', the text has the id"),
        (set_at(["timexes", 1, "start"], 0), "timexes[1]: says 'نهاية يونيو' at 0:"),
        (set_at(["timexes", 0, "text"], "الأحد"), "timexes[0]: says 'الأحد' at 13:18, the text has 'السبت'"),
        (set_at(["statements", 0, "source", 0, "mention", "end"], 999), "statements[0].source[0].mention: no words at"),
        (set_at(["statements", 0, "cue", "end"], 0), "statements[0].cue: no words at 0:0"),
        (set_at(["statements", 0, "cue", "start"], -1), "statements[0].cue: no words at -1:4"),
        (set_at(["statements", 0, "cue", "start"], "0"), "not two whole numbers"),
        (set_at(["statements", 0, "cue", "start"], True), "not two whole numbers"),
        (set_at(["document", "joins", 0, "end"], 5000), "document.joins[0]: no words at 4:5000"),
        (set_at(["timexes", 1, "id"], "t1"), "timexes[1].id: 't1' is also the id of timexes[0]"),
        (set_at(["entities", 0, "id"], "s1"), "statements[0].id: 's1' is also the id of entities[0]"),
        (set_at(["events", 0, "id"], None), "events[0]: has no id"),
        (set_at(["events"], {}), "events: is not a list"),
        (set_at(["timexes", 0, "anchor"], "t9"), "timexes[0].anchor: there is no 't9' among the timexes"),
        (set_at(["mentions", 0, "entity"], ""), "mentions[0].entity: there is no '' among the entities"),
        (set_at(["entities", 0, "mentions"], ["m1", "m2"]), "entities[0].mentions: there is no 'm2'"),
        (set_at(["statements", 0, "source", 0, "entity"], "e2"), "statements[0].source[0].entity: there is no 'e2'"),
        (set_at(["statements", 0, "within"], "s2"), "statements[0].within: there is no 's2' among the statements"),
        (set_at(["commitments", 0, "deadline", "timex"], "t3"), "commitments[0].deadline.timex: there is no 't3'"),
        (set_at(["commitments", 0, "agreement"], "a2"), "commitments[0].agreement: there is no 'a2'"),
        (set_at(["agreements", 0, "commitments"], ["c2"]), "agreements[0].commitments: there is no 'c2'"),
        (set_at(["events", 0, "place"], "e9"), "events[0].place: there is no 'e9' among the entities"),
    ],
)
def test_what_is_unsound_is_named(change, problem):
    data = record()
    change(data)
    assert any(problem in str(found) for found in check(data).problems), check(data).problems


@pytest.mark.parametrize("value", [None, [], "x", 3, {}, {"document": 3}, {"document": {}}])
def test_what_is_no_record_is_said_to_be_none(value):
    assert [str(problem) for problem in check(value).problems] == [
        "document.text: there is no text: this is not a record"
    ]


def test_a_layer_left_out_is_not_missed():
    data = record()
    del data["timexes"], data["entities"]
    assert check(data).problems == []


@given(st.recursive(st.none() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)))
def test_any_json_is_checked_without_failing(value):
    check(value)
    data = record()
    data["statements"] = value
    check(data)


@given(at=st.integers(0, 9), by=st.integers(1, 5))
def test_a_span_that_is_moved_is_found(at, by):
    data = copy.deepcopy(record())
    spans = []

    def collect(value):
        if isinstance(value, dict):
            if "start" in value:
                spans.append(value)
            value = list(value.values())
        if isinstance(value, list):
            for part in value:
                collect(part)

    collect(data)
    spans[at]["end"] += by
    changed = check(json.loads(json.dumps(data)))
    assert len(changed.problems) == ("text" in spans[at])
