"""`mithaq read`: records for programs, and what happens to input that is no report."""

import codecs
import os
import signal
import subprocess
import sys
import time

import pytest

from mithaq.citation import check

PROGRAM = [sys.executable, "-m", "mithaq"]


def test_json_is_one_sound_record_a_line(run, report):
    ran = run("read", report, report, "--json", "--published", "2025-03-03")
    assert (ran.status, ran.err) == (0, "")
    first, second = ran.records
    assert first == second
    assert check(first).problems == []
    assert first["document"]["source"] == str(report)
    assert first["document"]["text"] == report.read_text("utf-8")
    assert first["document"]["published"]["value"] == "2025-03-03"
    assert first["document"]["title"]["text"] == "الوزارة تعلن موعد افتتاح الميناء"


def test_every_encoding_gives_the_same_text(run, report, tmp_path):
    text = report.read_text("utf-8")
    written = {
        "8.txt": codecs.BOM_UTF8 + text.encode(),
        "16.txt": text.replace("\n", "\r\n").encode("utf-16"),
        "1256.txt": text.encode("cp1256"),
        "6.txt": text.encode("iso8859-6"),
    }
    for name, data in written.items():
        (tmp_path / name).write_bytes(data)
    ran = run("read", tmp_path, "--json")
    assert [record["document"]["text"] for record in ran.records] == [text] * 5
    assert len({record["document"]["id"] for record in ran.records}) == 1


def test_standard_input(run, report):
    ran = run("read", "-", "--json", stdin=report.read_bytes())
    (record,) = ran.records
    assert record["document"]["source"] == "-"


def test_one_bad_file_does_not_stop_the_rest(run, report, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "paper.txt").write_bytes(b"%PDF-1.5 \xff")
    (tmp_path / "broken.txt").write_bytes(report.read_bytes()[:200] + b"\xff\xd9")
    ran = run("read", tmp_path, tmp_path / "nowhere.txt", "--json")
    assert ran.status == 1
    assert [record["document"]["source"] for record in ran.records] == [str(report)]
    assert ran.err.splitlines() == [
        f"{tmp_path}/broken.txt: broken UTF-8 at byte 199 (d9 ff d9); save it again as UTF-8, or mend that byte",
        f"{tmp_path}/empty.txt: the file is empty; give a file that holds a report",
        f"{tmp_path}/paper.txt: this is a PDF, not a text file; take the text out of it and save it as UTF-8",
        f"{tmp_path}/nowhere.txt: no such file or directory; check the path",
    ]


def test_a_fault_of_the_reader_is_named_and_does_not_stop_the_rest(run, report, monkeypatch):
    from mithaq.reading import Reader

    whole = Reader.read
    faults = iter([ZeroDivisionError("division by zero")])

    def read(self, document):
        for fault in faults:
            raise fault
        return whole(self, document)

    monkeypatch.setattr(Reader, "read", read)
    ran = run("read", report, report, "--json")
    assert (ran.status, len(ran.records)) == (1, 1)
    assert "Mithaq failed on this report (ZeroDivisionError: division by zero at " in ran.err
    assert "Traceback" not in ran.err and ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("The ministry said on Sunday that work would begin.", "language: 0 of 41 letters are Arabic"),
        ("ا" * 100_000, "word: 100000 characters without a break"),
        ('قال الوزير: "لن نؤجل الموعد\n\nوانتهى الاجتماع.', "quotation: opened here and never closed"),
        ("قال \u202eالوزير\u202c إن العمل سيبدأ", "controls: bidirectional control characters U+202C (1), U+202E (1)"),
    ],
)
def test_an_odd_text_gives_a_record_with_an_issue(run, tmp_path, text, issue):
    path = tmp_path / "odd.txt"
    path.write_text(text, encoding="utf-8")
    ran = run("read", path, "--json")
    (record,) = ran.records
    assert (ran.status, ran.err) == (0, "")
    assert record["document"]["text"] == text
    assert any(issue in found["what"] for found in record["issues"]), record["issues"]
    assert check(record).problems == []


def test_json_on_a_line_holds_no_character_that_cuts_lines_or_moves_a_cursor(run, tmp_path):
    text = "نص\u2028في\u0085سطر \u009b31m\u202eواحد\x1b[31m فقط"
    (tmp_path / "x.txt").write_text(text, encoding="utf-8")
    ran = run("read", tmp_path, "--json")
    assert len(ran.out.splitlines()) == 1
    assert not set(ran.out) & set("\u2028\u0085\u009b\u202e\x1b")
    assert ran.records[0]["document"]["text"] == text


def test_a_layer_alone(run, report):
    ran = run("read", report, "--json", "--layer", "statements", "--layer", "issues")
    assert list(ran.records[0]) == ["document", "statements", "issues"]
    shown = run("read", report, "--layer", "issues").out
    assert "statements (" not in shown


@pytest.mark.parametrize(
    ("args", "what"),
    [
        (["read", "x", "--published", "2024-02-30"], "'2024-02-30' is not a day (day is out of range for month)"),
        (["read", "x", "--published", "20240228"], "'20240228' is not a day (it is not written YYYY-MM-DD)"),
        (["read", "x", "--published", "٢٠٢٤-٠٢-٢٨"], "is not a day"),
        (["read"], "Missing argument 'PATH…'"),
        (["read", "x", "--layer", "verbs"], "'verbs' is not one of 'timexes'"),
        (["read", "x", "--jsn"], "No such option"),
        (["reed"], "No such command 'reed'"),
    ],
)
def test_a_command_that_cannot_be_understood_is_one_line_and_status_2(run, args, what):
    ran = run(*args)
    assert (ran.status, ran.out) == (2, "")
    assert what in ran.err
    assert ran.err.startswith("mithaq") and ran.err.count("\n") == 1 and ran.err.rstrip().endswith("--help")


def test_the_version(run):
    import mithaq

    assert run("--version").out == f"mithaq {mithaq.__version__}\n"


def test_help_without_arguments_names_the_commands(run):
    ran = run()
    assert all(name in ran.out + ran.err for name in ["read", "explain", "check", "demo"])


@pytest.mark.skipif(os.name != "posix", reason="signals and pipes of POSIX")
class TestProcess:
    def test_whoever_reads_may_go_away(self, report):
        command = f"'{sys.executable}' -m mithaq read {' '.join([str(report)] * 200)} --json | head -n 1"
        done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True)
        assert done.stdout.count("\n") == 1
        assert done.stderr == ""
        assert done.returncode == 141

    def test_interrupted(self):
        process = subprocess.Popen([*PROGRAM, "read", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(2)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
        assert (process.returncode, err) == (130, b"")

    def test_output_is_utf8_whatever_the_locale(self, report):
        environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
        done = subprocess.run([*PROGRAM, "read", str(report)], capture_output=True, env=environment)
        assert "الوزارة تعلن" in done.stdout.decode()
        assert done.returncode == 0


def test_a_fault_outside_a_report_is_one_line(run, report, monkeypatch):
    from mithaq.reading import Reader

    def broken(self, **options):
        raise KeyError("month")

    monkeypatch.setattr(Reader, "__init__", broken)
    ran = run("read", report)
    assert ran.status == 1
    assert ran.err.startswith("mithaq: a fault in Mithaq itself (KeyError: 'month' at ") and ran.err.count("\n") == 1
