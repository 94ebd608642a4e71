"""The table of rules, one case a rule, and the order in which they win."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mithaq.register.case import Case
from mithaq.register.lifecycle import RULES, STATUSES, phases, status

PAGE = (Path(__file__).parents[2] / "docs" / "lifecycle.md").read_text("utf-8")


def mention(published="2031-01-01", **more):
    return {
        "report": f"{published}.txt", "document": published, "start": 0, "end": 4, "text": "وعد ما", "published": published, "due": None,
        "relation": None, "value": None, "mod": None, "conditions": [], "copy": False, "reject": None, "reasons": None, "entry": "c", **more,
    }  # fmt: skip


def claim(kind, published="2031-02-01", side="third", source=None, **more):
    return {
        "claim": kind, "by": ["س"], "day": published, "report": f"{published}.txt", "document": published + kind, "start": 0, "end": 4,
        "text": "قول ما", "side": side, "published": published, "outlet": more.pop("outlet", None), "copy": False,
        "source": source or f"{side}-{kind}-{published}", "denies": False, "admits": False, "document_voice": side == "third", "ends": False,
        "scope": "commitment", "accept": None, "reject": None, **more,
    }  # fmt: skip


def matter(*claims, mentions=(), standing=False, event=False, **more):
    return {"mentions": list(mentions) or [mention()], "claims": list(claims), "standing": standing, "event": event, "amended": False,
            "superseded_by": None, "judged": [], **more}  # fmt: skip


def due(day, published="2031-01-01", relation="by"):
    return mention(published, due=day, relation=relation, value=day)


CASES = [
    ("planned", 0, matter()),
    ("planned", 0, matter(mentions=[due("2031-06-30")])),
    ("in force", 2, matter(standing=True)),
    ("conditional", 0, matter(mentions=[mention(conditions=["إذا توقف القتال"])])),
    ("planned", 0, matter(mentions=[mention(conditions=["وفقا للدستور"])])),
    ("planned", 0, matter(mentions=[mention(conditions=["بعد 120 يوما"])])),
    ("planned", 0, matter(mentions=[mention(conditions=["إذا أمكن"]), mention("2031-01-05")])),
    ("in progress", 1, matter(claim("started"))),
    ("in progress", 2, matter(claim("progressing"), mentions=[due("2031-12-01")])),
    ("claimed fulfilled", 2, matter(claim("fulfilled", side="bearer"))),
    ("fulfilled", 3, matter(claim("fulfilled", side="counterparty"))),
    ("fulfilled", 3, matter(claim("fulfilled"))),
    ("claimed fulfilled", 2, matter(claim("fulfilled", side="bearer"), claim("fulfilled", copy=True))),
    ("fulfilled", 3, matter(claim("signed"), event=True)),
    ("planned", 0, matter(claim("signed"))),
    ("partly", 1, matter(claim("partly"))),
    ("fulfilled", 3, matter(claim("partly", "2031-02-01"), claim("fulfilled", "2031-03-01"))),
    ("overdue", 0, matter(mentions=[due("2031-06-29")])),
    ("overdue", 1, matter(claim("started"), mentions=[due("2031-06-29")])),
    ("fulfilled", 3, matter(claim("fulfilled"), mentions=[due("2031-01-29")])),
    ("extended", 0, matter(claim("extended"), mentions=[due("2031-03-01"), due("2031-09-01", "2031-02-01")])),
    ("overdue", 0, matter(claim("extended"), mentions=[due("2031-03-01"), due("2031-04-01", "2031-02-01")])),
    ("suspended", 0, matter(claim("suspended"))),
    ("in progress", 1, matter(claim("suspended", "2031-02-01"), claim("started", "2031-03-01"))),
    ("violated (claimed)", 2, matter(claim("violated"), standing=True)),
    ("violated (claimed)", 2, matter(claim("violated"), claim("violated", "2031-02-02", copy=True), standing=True)),
    ("violated (claimed)", 2, matter(claim("violated", outlet="ص"), claim("violated", "2031-02-02", outlet="ص"), standing=True)),
    ("violated (confirmed)", 0, matter(claim("violated"), claim("violated", "2031-02-02"), standing=True)),
    ("violated (confirmed)", 0, matter(claim("violated", side="bearer", admits=True), standing=True)),
    ("in force", 2, matter(claim("violated"), claim("progressing", "2031-03-01"), standing=True)),
    ("disputed", 1, matter(claim("fulfilled", side="bearer"), claim("violated", side="counterparty"))),
    ("disputed", 1, matter(claim("signed", source="a"), claim("doubted", source="b", denies=True), event=True)),
    ("planned", 0, matter(claim("doubted"), claim("rejected"))),
    ("cancelled", None, matter(claim("cancelled"), claim("fulfilled", "2031-01-15"))),
    ("in progress", 1, matter(claim("cancelled"), claim("started", "2031-04-01"))),
    ("cancelled", None, matter(claim("cancelled", scope="agreement", ends=True))),
    ("superseded", None, matter(superseded_by=mention("2031-05-01"))),
    ("fulfilled", 3, matter(claim("fulfilled", "2031-03-01", source="x"), claim("started", "2031-02-01", source="x"))),
    ("in progress", 1, matter(claim("fulfilled", "2031-02-01", source="x"), claim("started", "2031-03-01", source="x"))),
    ("fulfilled", 3, matter(mentions=[due("2031-05-01", relation="until")], standing=True)),
    ("conditional", 0, matter(mentions=[mention(conditions=["قبل أن نقرأ الملاحق"])], standing=True, modality="must-not")),
    ("planned", 0, matter(mentions=[mention(conditions=["قبل أن نقرأ الملاحق"])])),
    ("in force", 2, matter(mentions=[due("2031-05-01", relation="on")], standing=True, modality="must-not")),
    ("violated (claimed)", 2, matter(claim("progressing", "2031-02-01", side="bearer"), claim("violated", "2031-03-01"), standing=True)),
    ("disputed", 1, matter(claim("progressing", "2031-03-01", side="bearer"), claim("violated", "2031-03-01"), standing=True)),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "barometer", "what"), CASES)
def test_the_status(expected, barometer, what):
    found = status(what, "2031-06-30", "2031-06-30")
    assert (found.status, found.barometer) == (expected, barometer)
    assert found.because
    assert all(r.words.get("text") for r in found.because)


def test_every_status_has_a_case():
    assert {c[0] for c in CASES} == set(STATUSES)


def test_what_is_published_later_is_not_known():
    what = matter(claim("fulfilled", "2031-03-01"))
    assert status(what, "2031-06-30", "2031-02-28").status == "planned"
    assert status(what, "2031-02-01", "2031-06-30").status == "planned"  # nor was it so before the day it speaks of
    assert status(what, "2031-06-30", "2030-12-31") is None


def test_the_due_day_itself_is_not_late():
    what = matter(mentions=[due("2031-05-01")])
    assert status(what, "2031-05-01", "2031-05-01").status == "planned"
    assert status(what, "2031-05-02", "2031-05-02").status == "overdue"


def test_a_later_day_in_later_reports_counts_though_the_earlier_one_was_named_more_often():
    what = matter(mentions=[due("2031-05-01"), due("2031-05-01", "2031-01-05"), due("2031-08-01", "2031-03-01")])
    assert Case(what, "2031-06-01", "2031-06-01").due == "2031-08-01"
    assert Case(what, "2031-06-01", "2031-02-01").due == "2031-05-01"
    again = matter(mentions=[*what["mentions"], due("2031-05-01", "2031-04-01")])
    assert Case(again, "2031-06-01", "2031-06-01").due == "2031-05-01"


@pytest.mark.parametrize("what", [c[2] for c in CASES])
def test_the_phases_say_what_the_status_says(what):
    from datetime import date, timedelta

    found = phases(what)
    day = date(2031, 1, 1)
    while day < date(2031, 10, 1):
        now = day.isoformat()
        here = next(s for a, b, s in found if a <= now < b)
        assert here.status == status(what, now, now).status
        day += timedelta(days=1)


def test_the_page_shows_the_table():
    rows = re.findall(r"^\| `([\w-]+)` \| ([^|]+) \|", PAGE, re.MULTILINE)
    assert [(i, s.strip()) for i, s in rows] == [(r.id, r.status) for r in RULES]
