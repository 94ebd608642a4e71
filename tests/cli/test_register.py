"""The commands of the register: what they print, and their errors."""

import json

import pytest

from mithaq import open_register
from register.making import process

DOCUMENTS, READ = process()


@pytest.fixture
def url(tmp_path, monkeypatch):
    path = str(tmp_path / "r.db")
    with open_register(path) as register:
        for d in DOCUMENTS:
            register.add(d, read=READ)
    monkeypatch.setenv("MITHAQ_REGISTER", path)
    return path


QUESTIONS = [
    ["status"], ["status", "--as-of", "2031-05-02", "--known", "2031-05-01"], ["status", "--only", "overdue", "--limit", "1"],
    ["due", "--as-of", "2031-04-20", "--within", "6w"], ["list", "agreements"], ["list", "commitments"], ["list", "claims"],
    ["list", "statements"], ["list", "actors"], ["list", "presences"], ["list", "positions"], ["list", "conflicts"], ["show", "one.txt"],
    ["timeline"], ["timeline", "--from", "2031-03-01", "--to", "2031-05-01"], ["positions"], ["conflicts"], ["search", "معبر", "الرمال"],
    ["diff", "--from", "2031-03-01", "--to", "2031-05-02"],
]  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_every_question_has_an_answer_for_a_person_and_for_a_program(run, url, question):
    person = run(*question)
    assert (person.status, person.err) == (0, "")
    assert person.out.strip()
    program = run(*question, "--json")
    assert (program.status, program.err) == (0, "")
    assert all(isinstance(json.loads(line), dict) for line in program.out.splitlines())


def test_adding_from_a_table(run, tmp_path):
    (tmp_path / "a.txt").write_text("عنوان قصير\n\nقال الوزير إن بلاده ستفتح المعبر غدا.\n", encoding="utf-8")
    index = tmp_path / "index.tsv"
    index.write_text("file\tpublished\toutlet\ttitle\na.txt\t2031-02-02\tالصباح\tعنوان\n", encoding="utf-8")
    url = str(tmp_path / "r.db")
    assert "1 added" in run("add", "--index", str(index), "--register", url).err
    assert "0 added, 1 already there" in run("add", "--index", str(index), "--register", url).err
    assert "nothing wrong" in run("check", "--register", url).out
    assert "0 records changed" in run("reread", "--register", url).out
    index.write_text("file\tpublished\na.txt\t2031-02-30\n", encoding="utf-8")
    wrong = run("add", "--index", str(index), "--register", url)
    assert wrong.status == 1 and "'2031-02-30' is not a day" in wrong.err


def test_judging(run, url):
    with open_register(url) as register:
        port = next(c["id"] for c in register.commitments() if "ميناء" in c["act"])
    made = run("judge", "correct", port, "status=partly", "--by", "ن", "--day", "2031-06-01", "--json")
    assert json.loads(made.out)["value"] == "partly"
    assert "partly" in run("show", port).out
    assert run("judge", "accept", port, "--day", "2031-06-01").status == 1
    assert run("judge", "correct", port, "--by", "ن").status == 2


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (["status", "--as-of", "2031-02-30"], 2, "is not a day"),
        (["status", "--only", "done"], 1, "is no status"),
        (["due", "--within", "soon"], 2, "no number of days"),
        (["diff", "--from", "2031-05-01", "--to", "2031-04-01"], 1, "is before"),
        (["show", "c-0"], 1, "nothing under this id"),
        (["add"], 2, "nothing to add"),
        (["list", "commitments", "--register", "none.db"], 1, "there is no register here"),
    ],
)
def test_errors_say_what_to_do(run, url, words, status, says):
    wrong = run(*words)
    assert wrong.status == status
    assert says in wrong.err
    assert len(wrong.err.splitlines()) == 1
