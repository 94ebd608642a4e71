"""From paths to documents."""

import io
import os
import sys
from datetime import date

import pytest

from mithaq.errors import InputError
from mithaq.sources import files, find_files, load
from mithaq.sources.demo import documents

TEXT = "عنوان\n\nنص الخبر.\n"


@pytest.fixture
def folder(tmp_path):
    for name in ["b.txt", "a.TXT", "notes.md", ".hidden.txt", "sub/c.txt", ".git/d.txt", "empty/x.tsv"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    return tmp_path


def names(folder, *paths):
    return [os.path.relpath(path, folder) for path in find_files(str(folder / path) for path in paths)]


def test_a_folder_is_all_its_text_files_in_order(folder):
    assert names(folder, ".") == ["a.TXT", "b.txt", os.path.join("sub", "c.txt")]


def test_files_named_are_taken_whatever_they_are_called(folder):
    assert names(folder, "notes.md", "sub", "b.txt") == ["notes.md", os.path.join("sub", "c.txt"), "b.txt"]


def test_standard_input_is_not_a_path():
    assert list(find_files(["-"])) == ["-"]


def test_a_document_has_the_text_and_what_is_known_beside_it(folder):
    path = str(folder / "b.txt")
    document = load(path, published=date(2025, 3, 1), publisher="صحيفة")
    assert (document.text, document.source) == (TEXT, path)
    assert (document.published, document.publisher) == (date(2025, 3, 1), "صحيفة")


def test_standard_input(monkeypatch):
    assert load("-", stdin=io.BytesIO(TEXT.encode("cp1256"))).text == TEXT
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    document = load("-")
    assert (document.text, document.source) == (TEXT, "-")


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("nowhere.txt", "no such file or directory; check the path"),
        ("empty", r"no text files \(\*\.txt\) in this folder; name the files one by one"),
        ("b.txt/x", "not a directory; check the path"),
        ("nul\0.txt", "null byte"),
    ],
)
def test_what_cannot_be_opened_says_why(folder, name, what):
    with pytest.raises(InputError, match=what) as error:
        load(str(folder) + "/" + name)
    assert error.value.where


def test_a_folder_without_texts_comes_back_to_be_named(folder):
    assert names(folder, "empty", "nowhere") == ["empty", "nowhere"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_named(folder):
    (folder / "sub").chmod(0)
    try:
        found = list(find_files([str(folder)]))
        assert found[-1] == str(folder / "sub")
        with pytest.raises(InputError, match="permission denied"):
            load(found[-1])
    finally:
        (folder / "sub").chmod(0o755)


def test_an_endless_file_does_not_fill_the_memory(monkeypatch, tmp_path):
    monkeypatch.setattr(files, "LIMIT", 2**20)
    path = tmp_path / "big.txt"
    path.write_bytes(b"x" * (2**20 + 1))
    with pytest.raises(InputError, match="larger than 1 MB; split it"):
        load(str(path))


def test_a_name_that_is_not_utf8_can_be_printed(tmp_path):
    name = os.fsencode(tmp_path) + b"/\xff.txt"
    try:
        with open(name, "wb") as file:
            file.write(TEXT.encode())
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (path,) = find_files([str(tmp_path)])
    assert load(path).source.endswith("\\xff.txt")
    load(path).source.encode()


def test_the_demo_reports_have_their_day_and_outlet():
    shipped = list(documents())
    assert [document.source for document in shipped] == [f"demo/00{n}.txt" for n in range(1, 6)]
    for document in shipped:
        assert document.published and document.publisher
        assert 150 <= len(document.text.split()) <= 250
        assert document.publisher.split()[-1] in document.text


def test_the_index_of_the_demo_gives_the_titles():
    from importlib.resources import files as resources

    rows = (resources("mithaq") / "demo" / "index.tsv").read_text("utf-8").splitlines()[1:]
    for row, document in zip(rows, documents(), strict=True):
        assert row.split("\t")[3] == document.text.splitlines()[0]
