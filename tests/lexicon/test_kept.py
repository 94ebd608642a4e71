"""The kept lexicon: the same words as a new one, made anew when it is torn or its sources change, and never in the way."""

import sys

import pytest

from mithaq.lexicon import kept
from mithaq.lexicon.lexicon import Lexicon


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(kept, "_KEPT", tmp_path / "kept")
    source = tmp_path / "source"
    source.mkdir()
    (source / "words.toml").write_text("one")
    monkeypatch.setattr(kept, "_SOURCES", (source,))
    return tmp_path


def made(calls):
    calls.append(1)
    lexicon = Lexicon()
    lexicon.add("هدنة", "noun", value="truce")
    return lexicon


def test_a_second_time_gives_the_same_words_without_making_them(folder):
    calls = []
    first = kept.kept(lambda: made(calls))
    second = kept.kept(lambda: made(calls))
    assert len(calls) == 1
    assert vars(first).keys() == vars(second).keys()
    assert first.entries == second.entries


def test_other_sources_and_a_torn_file_make_it_anew_and_leave_one_file(folder):
    calls = []
    kept.kept(lambda: made(calls))
    (folder / "source" / "words.toml").write_text("two")
    kept.kept(lambda: made(calls))
    assert len(calls) == 2
    (file,) = (folder / "kept").iterdir()
    file.write_bytes(file.read_bytes()[:-5])
    kept.kept(lambda: made(calls))
    kept.kept(lambda: made(calls))
    assert len(calls) == 3


def test_nothing_is_kept_where_python_keeps_nothing_or_the_folder_cannot_be_made(folder, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert kept.kept(lambda: made([])).entries
    assert not (folder / "kept").exists()
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (folder / "kept").write_text("in the way")
    assert kept.kept(lambda: made([])).entries
