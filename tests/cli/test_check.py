"""`mithaq check`: sound records pass, everything else is named by line and path."""

import json

import pytest


@pytest.fixture
def records(run, report, tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_text(run("read", report, report, "--json").out, encoding="utf-8")
    return path


def test_what_read_prints_is_sound(run, records):
    ran = run("check", records)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"{records}: 2 records, ") and ran.out.endswith(" spans, nothing wrong\n")


def test_standard_input(run, records):
    assert run("check", "-", stdin=records.read_bytes()).status == 0


def test_what_is_wrong_is_named_by_line_and_path(run, records):
    first, second = map(json.loads, records.read_text("utf-8").splitlines())
    second["document"]["title"]["start"] += 1
    lines = [json.dumps(first), "", "{", json.dumps(second), json.dumps([])]
    records.write_text("\n".join(lines), encoding="utf-8")
    ran = run("check", records)
    assert ran.status == 1
    broken, moved, empty, total = ran.out.splitlines()
    assert broken.startswith(f"{records}:3: not a record on one line (")
    assert moved.startswith(f"{records}:4: document.title: says ")
    assert empty == f"{records}:5: document.text: there is no text: this is not a record"
    assert total.endswith("3 wrong")


def test_deep_nesting_is_no_crash(run):
    assert run("check", "-", stdin=b"[" * 100_000).status == 1


@pytest.mark.parametrize("data", [b"", b"\n\n"])
def test_nothing_to_check_is_an_error(run, data):
    ran = run("check", "-", stdin=data)
    assert (ran.status, ran.err) == (1, "-: there is no record in it; make one with mithaq read PATH --json\n")


def test_a_file_that_is_not_there(run, tmp_path):
    ran = run("check", tmp_path / "none")
    assert (ran.status, ran.err) == (1, f"{tmp_path}/none: no such file or directory; check the path\n")


def test_bytes_that_are_no_text_are_wrong_not_a_crash(run):
    ran = run("check", "-", stdin=b"\xff\xfe\x00\n\x80\n")
    assert ran.status == 1
    assert ran.out.count("not a record on one line") == 2
