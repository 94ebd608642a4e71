"""The runner of the specs, tried on a record made by hand: it must be able to fail."""

import copy
import datetime

import pytest

import specs

TEXT = "قالت بغداد السبت إن القوات ستنسحب قبل نهاية سبتمبر 2025."


def span(words):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


BAGHDAD = {"name": "بغداد", "role": None, "entity": "e1", "mention": span("بغداد")}
RECORD = {
    "document": {
        "text": TEXT,
        "published": {"value": "2024-09-28", "basis": "given", "because": []},
        "repairs": [],
    },
    "timexes": [
        {"id": "t1", **span("السبت"), "type": "DATE", "value": "2024-09-28", "mod": None, "anchor": "published"},
        {"id": "t2", **span("نهاية سبتمبر 2025"), "type": "DATE", "value": "2025-09", "mod": "END", "anchor": None},
    ],
    "entities": [{"id": "e1", "label": "place", "name": "بغداد", "mentions": ["m1"]}],
    "mentions": [{"id": "m1", **span("بغداد"), "label": "place", "name": "بغداد", "entity": "e1"}],
    "statements": [
        {
            "id": "s1",
            "content": span("القوات ستنسحب قبل نهاية سبتمبر 2025"),
            "cue": span("قالت"),
            "source": [BAGHDAD, {"name": "أربيل", "role": "مصدر"}],
            "said": "t1",
        }
    ],
    "commitments": [
        {
            "id": "c1",
            "act": span("القوات ستنسحب"),
            "bearer": [],
            "conditions": [span("السبت"), span("بغداد")],
            "deadline": {"relation": "by", "timex": "t2", "value": "2025-09", "mod": "END", "due": "2025-09-30"},
            "statement": "s1",
        }
    ],
    "presences": [{"id": "p1", "span": span("القوات"), "count": [100, 999], "approx": True}],
    "demands": [],
    "issues": [{"where": None, "what": "..."}],
}


def spec(*expected, attributes="", between="\n"):
    blocks = "".join(f"{between}```expect {block}\n```\n" for block in expected)
    return f"# Title\n\n```arabic{attributes}\n{TEXT}\n```\n{blocks}"


def diff(*expected, record=RECORD):
    (example,) = specs.examples("x.md", spec(*expected))
    assert example.problem is None
    return specs.differences(example, record)


def problems(markdown):
    return [(example.where, example.problem) for example in specs.examples("x.md", markdown) if example.problem]


@pytest.mark.parametrize(
    "block",
    [
        "times\nالسبت | value=2024-09-28 | mod=none | anchor=published\nنهاية سبتمبر 2025 | type=DATE | mod=END",
        "times\nالسبت\nنهاية سبتمبر 2025",
        "times includes\nنهاية سبتمبر 2025 | value=2025-09",
        "mentions\nبغداد | label=place | entity=بغداد",
        "statements\nالقوات ستنسحب قبل نهاية سبتمبر 2025 | cue=قالت | source=بغداد + أربيل | said=2024-09-28",
        "statements\nالقوات ستنسحب قبل نهاية سبتمبر 2025 | source.role=none + مصدر",
        "commitments\nالقوات ستنسحب | bearer=none | deadline=by 2025-09 END | deadline.timex=2025-09 END",
        "commitments\nالقوات ستنسحب | deadline.due=2025-09-30 | conditions=السبت + بغداد",
        "commitments\nالقوات ستنسحب | statement=القوات ستنسحب قبل نهاية سبتمبر 2025",
        "presences\nالقوات | count=100..999 | approx=true",
        "published\n2024-09-28 | basis=given | because=none",
        "issues\nnone | what=...",
        "demands",
        "repairs\n",
    ],
)
def test_what_the_record_has_passes(block):
    assert diff(block) == ""


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        ("times\nالسبت", ["+ نهاية سبتمبر 2025"]),
        ("times\nنهاية سبتمبر 2025\nالسبت", ["+ السبت", "  نهاية سبتمبر 2025", "- السبت"]),
        ("times\nالسبت | mod=END\nنهاية سبتمبر 2025", ["- السبت | mod=END", "+ السبت | mod=none"]),
        ("times\nالسبت\nسبتمبر 2025 | mod=END", ["- سبتمبر 2025 | mod=END", "+ نهاية سبتمبر 2025 | mod=END"]),
        ("times\nالسبت | moed=END\nنهاية سبتمبر 2025", ["+ السبت | moed=(no field moed)"]),
        ("times includes\nالسبت\nالسبت", ["- السبت", "+ نهاية سبتمبر 2025"]),
        ("times includes\nالسبت | type=TIME", ["- السبت | type=TIME", "+ السبت | type=DATE"]),
        ("demands\nالقوات ستنسحب", ["- القوات ستنسحب"]),
        ("commitments", ["+ القوات ستنسحب"]),
        ("tokens\nقالت", ["the record has no layer 'tokens'"]),
    ],
)
def test_what_it_has_not_fails_with_a_diff(block, lines):
    shown = diff(block).splitlines()
    assert [line for line in lines if line not in shown] == []


def test_a_span_that_is_not_its_quote_fails_whatever_is_expected():
    record = copy.deepcopy(RECORD)
    record["statements"][0]["cue"]["start"] += 1
    assert "text[start:end] is not the quote" in diff("demands", record=record)


def test_a_line_break_in_a_span_is_written_as_a_space():
    record = copy.deepcopy(RECORD)
    record["document"]["text"] = "القوات\nستنسحب"
    record = {"document": record["document"], "demands": [{"act": {"start": 0, "end": 14, "text": "القوات\nستنسحب"}}]}
    assert diff("demands\nالقوات ستنسحب", record=record) == ""


def test_an_example_knows_its_place_text_and_day():
    markdown = spec("times\nالسبت", "demands", attributes=" published=2024-09-28")
    first, second = specs.examples("x.md", markdown)
    assert (first.where, first.layer, first.items) == ("x.md:7", "times", (specs.Item("السبت", {}),))
    assert (second.where, second.layer, second.items) == ("x.md:11", "demands", ())
    assert first.text == second.text == TEXT
    assert first.published == second.published == datetime.date(2024, 9, 28)


def test_lines_of_the_text_stay_as_they_are():
    (example,) = specs.examples("x.md", "```arabic\nأولاً \n\nثانياً\n```\n```expect times\n```")
    assert example.text == "أولاً \n\nثانياً"
    assert example.published is None


def test_other_blocks_are_prose():
    assert list(specs.examples("x.md", f"````\n{spec()}````\n\n```python\nx\n```\n")) == []


@pytest.mark.parametrize(
    ("markdown", "line", "problem"),
    [
        (spec(), 3, "no expect block"),
        (spec() + "\n```text\n```\n\n```expect times\n```", 3, "no expect block"),
        (spec("times", between="Prose.\n"), 3, "no expect block"),
        (spec("times", between="Prose.\n"), 7, "no arabic block"),
        ("```expect times\n```", 1, "no arabic block"),
        (spec("verbs"), 7, "there is no layer 'verbs'"),
        (spec(""), 7, "there is no layer ''"),
        (spec("times excludes"), 7, "only `includes`"),
        (spec("times includes"), 7, "expects nothing"),
        (spec("times\nالسبت | END"), 7, "'END' is not field=value"),
        (spec("times\nالسبت | mod="), 7, "'mod=' is not field=value"),
        (spec("times", attributes=" date=2024-09-28"), 7, "'date=2024-09-28'"),
        (spec("times", attributes=" published=28.9.2024"), 7, "28.9.2024"),
        (spec("times").removesuffix("```\n"), 7, "not closed"),
        (spec("times", between="\n  "), 7, "at the margin"),
    ],
)
def test_a_block_that_cannot_be_run_is_a_problem(markdown, line, problem):
    assert any(where == f"x.md:{line}" and problem in text for where, text in problems(markdown))
