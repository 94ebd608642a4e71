"""`mithaq explain`: the words, the entries and the rules at a place."""

from datetime import date

import pytest

from mithaq import Document, Reader
from mithaq.cli.explain import explanation
from mithaq.cli.terminal import Look
from mithaq.engine import Rule
from mithaq.grammar.grammar import Grammar
from mithaq.grammar.page import Page
from mithaq.lexicon import Lexicon
from mithaq.timex import Timex

TEXT = "بدأ العمل في الميناء يوم الأحد."


def test_a_word_with_its_classes(run, report):
    text = report.read_text("utf-8")
    ran = run("explain", report, "--at", text.index("وزارة النقل"))
    assert (ran.status, ran.err) == (0, "")
    assert f"offset {text.index('وزارة النقل')}: و (U+0648)" in ran.out
    assert "word      وزارة" in ran.out and "classes" in ran.out


def test_an_entry_with_what_found_it(run, report):
    text = report.read_text("utf-8")
    ran = run("explain", report, "--at", text.index("لن نؤجل"), "--published", "2025-03-03")
    assert "statements " in ran.out and "(in its content)" in ran.out
    assert "found by" in ran.out


def test_between_words(run, report):
    ran = run("explain", report, "--at", report.read_text("utf-8").index("\n"))
    assert "a line break (U+000A)" in ran.out


@pytest.mark.parametrize("offset", [-1, 10_000])
def test_an_offset_outside_the_text(run, report, offset):
    ran = run("explain", report, "--at", offset)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith(f"{report}: no offset {offset} in a text of ")


def test_an_offset_that_is_no_number(run, report):
    assert run("explain", report, "--at", "x").status == 2


@pytest.fixture
def grammar():
    """Two levels: a weekday, then a day with its weekday."""
    lexicon = Lexicon()
    lexicon.add("الأحد", "weekday")
    lexicon.add("يوم", "day")
    weekday = Rule("weekday.bare", "w=weekday", lambda m: "7", frozenset({"time"}), yes=("الأحد",), no=("أحد",))
    day = Rule("day.named", "'يوم' name=time", lambda m: m.value("name").value, frozenset({"time"}), source="ISO 8601")
    return Grammar({"words": [weekday], "times": [day]}, lexicon)


def test_the_derivation_goes_down_to_the_words(grammar):
    document = Document(TEXT, "x.txt", date(2025, 3, 3))
    record = Reader().read(document)
    start = TEXT.index("يوم")
    record.timexes = [Timex("t1", page_span(start), "DATE", "2025-03-02", found_by="day.named")]
    page = Page(document, grammar)
    lines = list(explanation(record.to_json(), page, TEXT.index("الأحد"), Look()))
    shown = "\n".join(lines)
    assert "  times     يوم الأحد · rule day.named" in lines
    assert "    words     الأحد · rule weekday.bare" in lines
    assert "name = الأحد · classes weekday" in shown
    assert "found by  day.named, a rule of the level times" in shown
    assert "pattern   'يوم' name=time" in shown
    assert "after     ISO 8601" in shown


def test_the_examples_of_a_rule_are_shown(grammar):
    document = Document(TEXT, "x.txt", date(2025, 3, 3))
    record = Reader().read(document)
    record.timexes = [Timex("t1", page_span(TEXT.index("الأحد")), "DATE", "2025-03-02", found_by="weekday.bare")]
    lines = list(explanation(record.to_json(), Page(document, grammar), TEXT.index("الأحد"), Look()))
    assert "    yes       الأحد" in lines
    assert "    no        أحد" in lines


def page_span(start):
    from mithaq.span import Span

    return Span(start, TEXT.index("."))
