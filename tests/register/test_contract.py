"""What every register does, whatever database it is kept in."""

from __future__ import annotations

import json
from datetime import date

import pytest

from mithaq import open_register
from mithaq.register.address import RegisterError
from register.making import process, reading, report

DOCUMENTS, READ = process()


def fill(register, documents=DOCUMENTS):
    return [register.add(d, read=READ) for d in documents]


def account(register):
    """All that a register says, as one value."""
    return json.dumps(
        [
            list(register.commitments()), list(register.agreements()), list(register.claims()), list(register.actors()),
            list(register.presences()), list(register.conflicts()), list(register.timeline()), register.judgements(),
            [list(register.statuses(d, d)) for d in (date(2031, 3, 25), date(2031, 5, 2), date(2031, 7, 2))],
        ],
        ensure_ascii=False, sort_keys=True,
    )  # fmt: skip


def one(register, words, day=None, known=None):
    found = [c for c in register.statuses(day, known) if words in c["act"]]
    assert len(found) == 1, [c["act"] for c in found]
    return found[0]


def test_mentions_of_one_commitment_are_one(register):
    fill(register)
    crossing = one(register, "فتح معبر الرمال")
    assert [m["report"] for m in crossing["mentions"]] == ["one.txt", "three.txt"]
    assert crossing["bearer"][0]["name"] == "حكومة نهران"
    assert crossing["bearer"][0]["entity"] in {a["id"] for a in register.actors()}
    assert crossing["agreement"] in {a["id"] for a in register.agreements()}


def test_every_quote_stands_in_its_report(register):
    fill(register)
    texts = {d.source: d.text for d in DOCUMENTS}
    for c in register.commitments():
        for m in [*c["mentions"], *c["claims"], *c["because"]]:
            assert texts[m["report"]][m["start"] : m["end"]] == m["text"]
    for c in register.claims():
        assert texts[c["report"]][c["start"] : c["end"]] == c["text"]


def test_status_over_time(register):
    fill(register)
    port = "تسليم ميناء السلام"
    assert one(register, port, date(2031, 3, 1))["status"] == "planned"
    assert one(register, port, date(2031, 3, 25))["status"] == "claimed fulfilled"
    confirmed = one(register, port, date(2031, 4, 29))
    assert confirmed["status"] == "fulfilled"
    assert confirmed["barometer"] == 3
    assert one(register, port, date(2031, 4, 29), date(2031, 4, 1))["status"] == "claimed fulfilled"


def test_a_moved_day_is_extended_with_its_history_then_overdue(register):
    fill(register)
    act = "فتح معبر الرمال"
    assert one(register, act, date(2031, 4, 27))["status"] == "planned"
    moved = one(register, act, date(2031, 5, 2))
    assert moved["status"] == "extended"
    assert [h["due"] for h in moved["deadline"]["history"]] == ["2031-05-01", "2031-06-15"]
    assert one(register, act, date(2031, 6, 15))["status"] == "extended"  # the day itself is not late
    late = one(register, act, date(2031, 6, 16))
    assert late["status"] == "overdue"
    assert "no report" in late["because"][0]["note"]
    assert [d["act"] for d in register.due(date(2031, 6, 1), 30)] == [act]
    assert [d["status"] for d in register.due(date(2031, 6, 20), 30)] == ["overdue"]


def test_an_accusation_is_a_claim(register):
    fill(register)
    truce = one(register, "وقف إطلاق النار", date(2031, 5, 11))
    assert truce["status"] == "violated (claimed)"
    assert truce["because"][0]["report"] == "four.txt"
    assert one(register, "وقف إطلاق النار", date(2031, 5, 9))["status"] == "in force"


def test_adding_twice_changes_nothing(register):
    assert all(fill(register))
    before = account(register)
    assert not any(fill(register))
    assert account(register) == before


def test_the_order_of_arrival_changes_nothing(register, tmp_path):
    fill(register)
    with open_register(str(tmp_path / "other.db")) as other:
        fill(other, DOCUMENTS[::-1])
        assert account(other) == account(register)
        other.rebuild()
        assert account(other) == account(register)


def test_the_register_is_sound(register):
    fill(register)
    assert list(register.check()) == []


def test_conflicts_show_both_sides(register):
    fill(register)
    found = {c["what"]: c for c in register.conflicts()}
    assert [s["value"] for s in found["count"]["sides"]] == [300, 450]
    assert [s["value"] for s in found["position"]["sides"]] == ["oppose", "support"]


def test_search_finds_other_spellings_and_marks_the_original(register):
    fill(register)
    found = register.search("المعبر الرمال")
    assert found["total"] == 6
    for r in found["reports"]:
        text = next(d.text for d in DOCUMENTS if d.source == r["report"])
        assert all(text[m["start"] : m["end"]] == m["text"] for m in r["marks"])
    assert register.search("لا يوجد")["total"] == 0
    assert register.search("\"' OR *")["total"] == 0
    assert register.search("؟")["reports"] == []


def test_what_changed_between_two_days(register):
    fill(register)
    found = {d["act"]: d for d in register.difference(date(2031, 3, 1), date(2031, 5, 2))}
    assert found["تسليم ميناء السلام"]["changes"]["status"] == {"from": "planned", "to": "fulfilled"}
    assert found["فتح معبر الرمال"]["changes"]["deadline"] == {"from": "2031-05-01", "to": "2031-06-15"}


def test_show_knows_every_id(register):
    fill(register)
    for found in (
        register.commitments(),
        register.agreements(),
        register.claims(),
        register.actors(),
        register.presences(),
    ):
        for thing in list(found):
            assert register.show(thing["id"]) is not None
    assert register.show("one.txt")["kind"] == "report"
    assert register.show(DOCUMENTS[0].id)["kind"] == "report"
    assert register.show("c-nothing") is None


def test_a_republished_copy_confirms_nothing(register):
    words = " ".join(f"كلمة{i} حديث{i} خبر{i}" for i in range(30))
    first, r1 = report(
        "تعهدت جبهة الساحل {c:bearer=جبهة الساحل|تسليم مفاتيح القلعة} يوما ما.", "2031-01-01", "a.txt", "س"
    )
    second, r2 = report(f"{{k:claim=violated|لم تسلم مفاتيح القلعة}} جبهة الساحل {words}", "2031-02-01", "b.txt", "ص")
    third, r3 = report(
        f"{{k:claim=violated|لم تسلم مفاتيح القلعة}} جبهة الساحل {words} نقلا", "2031-02-02", "c.txt", "ع"
    )
    read = reading({first.id: r1, second.id: r2, third.id: r3})
    for d in (first, second, third):
        register.add(d, read=read)
    assert register.counts()["copies"] == 1
    assert one(register, "القلعة", date(2031, 3, 1))["status"] == "violated (claimed)"
    assert register.show("c.txt")["copy_of"]["document"] == second.id


# --- judgements
def test_a_judgement_counts_from_its_day_and_survives_rereading(register):
    fill(register)
    port = one(register, "تسليم ميناء السلام")["id"]
    register.judge("correct", [port], by="م. س.", day=date(2031, 5, 1), field="status", value="partly", note="زيارة")
    assert one(register, "ميناء", date(2031, 6, 1))["status"] == "partly"
    assert one(register, "ميناء", date(2031, 6, 1), date(2031, 4, 30))["status"] == "fulfilled"
    register.reread(read=READ, reader="another")
    assert one(register, "ميناء", date(2031, 6, 1))["status"] == "partly"
    assert register.show(port)["judgements"][0]["by"] == "م. س."


def test_a_rejected_claim_no_longer_counts(register):
    fill(register)
    claim = next(c for c in register.claims() if c["claim"] == "violated")
    register.judge("reject", [claim["id"]], by="ن", day=date(2031, 5, 12))
    assert one(register, "وقف إطلاق", date(2031, 5, 13))["status"] == "in force"
    assert one(register, "وقف إطلاق", date(2031, 5, 11))["status"] == "violated (claimed)"
    register.judge("accept", [claim["id"]], by="ن", day=date(2031, 5, 14))
    assert one(register, "وقف إطلاق", date(2031, 5, 15))["status"] == "violated (claimed)"


def test_a_person_accepts_what_only_the_bearer_claims(register):
    fill(register, DOCUMENTS[:2])
    claim = next(iter(register.claims()))
    register.judge("accept", [claim["id"]], by="ن", day=date(2031, 3, 21))
    assert one(register, "ميناء", date(2031, 3, 22))["status"] == "fulfilled"
    assert one(register, "ميناء", date(2031, 3, 20))["status"] == "claimed fulfilled"


def test_merging_and_splitting_whatever_the_order(register, tmp_path):
    fill(register)
    ids = [one(register, "ميناء")["id"], one(register, "وقف إطلاق")["id"]]
    register.judge("merge", ids, by="ن", day=date(2031, 8, 1))
    merged = next(c for c in register.commitments() if "ميناء" in " ".join(m["text"] for m in c["mentions"]))
    assert len(merged["mentions"]) == 2
    before = account(register)
    register.rebuild()
    assert account(register) == before
    crossing = one(register, "معبر")
    part = next(m for m in crossing["mentions"] if m["report"] == "three.txt")
    node = next(
        f"{part['document']}:{e['id']}"
        for e in register.show("three.txt")["record"]["commitments"]
        if e["act"]["start"] == part["start"]
    )
    register.judge("split", [node], by="ن", day=date(2031, 8, 2))
    assert len([c for c in register.commitments() if "معبر" in c["act"]]) == 2
    after = account(register)
    register.rebuild()
    assert account(register) == after


def test_a_corrected_day_counts_and_what_was_read_is_shown(register):
    fill(register)
    crossing = one(register, "معبر")["id"]
    register.judge("correct", [crossing], by="ن", day=date(2031, 7, 1), field="due", value="2031-09-01")
    now = one(register, "معبر", date(2031, 8, 1))
    assert now["deadline"]["due"] == "2031-09-01"
    assert now["status"] != "overdue"
    assert register.show(crossing)["judgements"][0]["read"] == ["2031-05-01", "2031-06-15"]


@pytest.mark.parametrize(
    ("verb", "targets", "more", "says"),
    [
        ("merge", ["c-1"], {}, "alone"),
        ("accept", ["c-1"], {}, "there is no 'c-1'"),
        ("correct", ["c-1"], {"field": "due", "value": "1 May"}, "not a day"),
        ("correct", ["c-1"], {"field": "status", "value": "done"}, "no status"),
        ("correct", ["c-1"], {"field": "colour", "value": "red"}, "there is no 'c-1'"),
        ("burn", ["c-1"], {}, "no judgement"),
    ],
)
def test_a_wrong_judgement_says_why(register, verb, targets, more, says):
    with pytest.raises(RegisterError, match=says):
        register.judge(verb, targets, by="ن", day=date(2031, 1, 1), **more)


def test_a_better_reader_changes_entries_and_nothing_else(register):
    fill(register, DOCUMENTS[:1])

    def better(document):
        record = json.loads(json.dumps(READ(document)))
        record["commitments"] = record["commitments"][1:]
        return record

    assert register.reread(read=better, reader="2") == 1
    assert register.reread(read=better, reader="2") == 0
    assert not any("معبر" in c["act"] for c in register.commitments())
    assert list(register.check()) == []
    register.reread(read=READ, reader="3")
    assert one(register, "معبر")
