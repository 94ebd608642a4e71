"""The quality of the reader on the project's own gold never falls, and the gate that says so is not asleep."""

import gate
import pytest
import score

from mithaq import Reader


@pytest.fixture(scope="module")
def reports():
    return gate.read_reports(Reader())


def test_no_layer_is_below_its_floor(capsys):
    assert gate.main([]) == 0, capsys.readouterr().out


@pytest.mark.parametrize("layer", score.LAYERS)
def test_the_gate_refuses_a_reader_that_drops_one_find(layer, reports, tmp_path, capsys):
    floor = tmp_path / "floor.json"
    scores = {name: score.score(reports, name) for name in score.LAYERS}
    gate.raise_floor(scores, floor)
    if not scores[layer].found:
        pytest.skip("nothing is found in this layer yet")
    report, place = next(iter(scores[layer].found)).split(":")
    start, end = map(int, place.split("@")[0].split("-"))
    kind = score.LAYERS[layer]

    class Forgetful(Reader):
        def read(self, document):
            record = super().read(document)
            entries = getattr(record, kind.key)
            if document.source.endswith(f"{report}.txt"):
                spans = [getattr(entry, kind.words or "span") for entry in entries]
                kept = [e for e, s in zip(entries, spans, strict=True) if s.end <= start or s.start >= end]
                setattr(record, kind.key, kept)
            return record

    assert gate.main([], path=floor) == 0
    capsys.readouterr()
    assert gate.main([], Forgetful(), floor) == 1
    said = capsys.readouterr().out
    assert f"lost    {report}:{place} " in said
    assert "below the floor:" in said and layer in said.splitlines()[-1]


def test_a_floor_rises_and_does_not_fall(reports, tmp_path):
    floor = tmp_path / "floor.json"
    full = score.score(reports, "times")
    less = score.Score(dict(list(full.found.items())[1:]), full.missed, full.extra)
    for given, kept in ((less, less), (full, full), (less, full)):
        gate.raise_floor({"times": given}, floor)
        assert gate.read_floor(floor)["times"]["f1"] == round(kept.figures()[2], 4)
        assert gate.read_floor(floor)["times"]["found"] == gate.by_report(kept.found)


SPAN = {"start": 0, "end": 10, "text": "x" * 10}


def statement(start, end, *source, kind="indirect"):
    return {"content": {"start": start, "end": end}, "cue": SPAN, "kind": kind, "source": list(source)}


@pytest.mark.parametrize(
    ("read", "right", "strict", "loose"),
    [
        (statement(20, 120, "سالم الهاشمي"), 1, 1, 1),
        (statement(20, 120, "الهاشمي", kind="mixed"), 1, 0, 1),
        (statement(30, 120, "الوزير سالم الهاشمي"), 1, 0, 1),
        (statement(20, 120, "الحكومة"), 0, 0, 1),
        (statement(60, 120, "سالم الهاشمي"), 0, 0, 1),
        (statement(110, 160, "سالم الهاشمي"), 0, 0, 0),
    ],
)
def test_what_counts_as_the_same_statement(read, right, strict, loose):
    gold = {"statements": [statement(20, 120, "سالم الهاشمي")]}
    reports = [score.Report("1", gold, {"statements": [read]})]
    found = [len(score.score(reports, "statements", reading).found) for reading in score.READINGS]
    assert found == [right, strict, loose]


def test_ambiguous_words_excuse_a_miss_and_a_false_alarm():
    gold = {"timexes": [{**SPAN, "type": "DATE", "value": "2020", "mod": None}]}
    read = {"timexes": [{**SPAN, "type": "DATE", "value": "2021", "mod": None}]}
    counted = score.score([score.Report("1", gold, read)], "times")
    assert (len(counted.missed), len(counted.extra), counted.figures()[2]) == (1, 1, 0)
    excused = score.score([score.Report("1", {**gold, "ambiguous": [{"layer": "timexes", **SPAN}]}, read)], "times")
    assert (len(excused.missed), len(excused.extra)) == (0, 0)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("واشنطن", "الولايات المتحدة", True),
        ("وزارة الدفاع", "وزارة الدفاع الموريتانية", True),
        ("كتائب «الغد»", "كتائب الغد", True),
        ("وزارة الدفاع", "وزارة الداخلية", False),
        ("", "الحكومة", False),
    ],
)
def test_names(a, b, same):
    assert score.same_name(a, b) is score.same_name(b, a) is same
