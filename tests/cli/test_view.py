"""The view for a person: whole, harmless, and shown in the right direction on a terminal only."""

import re
from datetime import date

from mithaq import Document, Reader
from mithaq.cli.read import LAYERS
from mithaq.cli.terminal import Look, isolated, visible
from mithaq.cli.view import lines
from mithaq.entity import Actor, Entity, Mention
from mithaq.record import Commitment, Deadline, Issue, Place, Presence, Repair
from mithaq.span import Span
from mithaq.timex import Timex

TEXT = "خبر\n\nستسحب الوزارة 2500 جندي من القاعدة قبل نهاية يونيو 2025 إذا صادق البرلمان."


def span(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


def record():
    made = Reader().read(Document(TEXT, "x.txt"))
    made.timexes = [
        Timex(
            "t1",
            span("نهاية يونيو 2025"),
            "DATE",
            "2025-06",
            "END",
            date(2025, 6, 21),
            date(2025, 6, 30),
            relation="by",
            found_by="r",
        )
    ]
    made.mentions = [Mention("m1", span("الوزارة"), "organization", "الوزارة", entity="e1")]
    made.entities = [Entity("e1", "organization", "الوزارة", mentions=["m1"])]
    bearer = Actor("الوزارة", entity="e1", mention=span("الوزارة"))
    deadline = Deadline("by", "t1", "2025-06", "END")
    made.commitments = [
        Commitment("c1", span("ستسحب"), [bearer], "will", deadline=deadline, conditions=[span("إذا صادق البرلمان")])
    ]
    made.presences = [
        Presence("p1", span("2500 جندي"), span("جندي"), [2000, 2500], True, places=[Place("القاعدة", None, "base")])
    ]
    made.repairs = [Repair(span("خبر"), "خبز", "ocr")]
    made.issues = [Issue("quotation: odd", span("جندي")), Issue("language: odd")]
    return made.to_json()


PIPE = Look()


def view(look=PIPE):
    return "\n".join(lines(record(), LAYERS, look))


def test_every_layer_with_words_values_and_offsets():
    shown = view()
    assert "nothing" not in shown
    for part in [
        "x.txt",
        "published   not known",
        "title       خبر 0:3",
        "repair      خبر 0:3 → خبز · why ocr",
        "timexes (1)",
        "type DATE · value 2025-06 · mod END · days 2025-06-21 … 2025-06-30 · relation by",
        "entities (1)",
        f"الوزارة  label organization · at {':'.join(map(str, span('الوزارة')))}",
        "bearer الوزارة · modality will · polarity positive · deadline by 2025-06 END",
        "conditions إذا صادق البرلمان",
        "count 2000–2500 · approx yes · places القاعدة (base)",
        "جندي  quotation: odd",
        "–           language: odd",
    ]:
        assert part in shown, (part, shown)


def test_a_pipe_gets_no_isolates_and_no_styles():
    assert not re.search("[\u2066-\u2069\x1b]", view())


def test_a_terminal_gets_arabic_inside_isolates_that_close():
    for line in view(Look(terminal=True)).splitlines():
        assert line.count("\u2067") + line.count("\u2066") == line.count("\u2069")
        outside = re.sub("[\u2066\u2067][^\u2069]*\u2069", "", line)
        assert not re.search("[\u0600-\u06ff]", outside), line


def test_lines_fit_the_terminal():
    look = Look(terminal=True, colour=True, width=60)
    assert all(look.length(line) <= 80 for line in view(look).splitlines())
    assert "\x1b[1m" in view(look)


def test_what_could_act_on_a_terminal_is_shown_as_an_escape():
    assert visible("a\x1b[31mb\u202ec\x9bd\u2067e\nf\u200fg\u200dh") == (
        "a\\u{1b}[31mb\\u{202e}c\\u{9b}d\\u{2067}e⏎f\\u{200f}g\u200dh"
    )


def test_a_report_cannot_close_the_isolate_that_it_stands_in():
    shown = isolated("نص\u2069نص", terminal=True)
    assert shown.count("\u2069") == 1 and shown.endswith("\u2069")


def test_the_isolate_has_the_direction_of_the_words():
    assert isolated("نص 1", True)[0] == "\u2067"
    assert isolated("1 text", True)[0] == "\u2066"
    assert isolated("12:30", True) == "12:30"
    assert isolated("نص", False) == "نص"


def test_reasons_for_a_day_that_was_inferred_are_listed():
    data = record()
    data["document"]["published"] = {
        "value": None, "earliest": "2024-09-20", "latest": "2024-09-28", "basis": "inferred",
        "because": ["first", "second"],
    }  # fmt: skip
    shown = "\n".join(lines(data, (), Look()))
    assert "published   2024-09-20 to 2024-09-28 (inferred)\n" in shown
    assert "              first" in shown and "              second" in shown
