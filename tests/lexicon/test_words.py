"""The word files are well formed, and words that news cannot do without are read as what they are."""

from collections.abc import Iterator
from importlib.resources import files

import pytest

from mithaq.lexicon.formindex import FormIndex
from mithaq.lexicon.inflect import adjective_stems, fold_word, noun_stems, verb_stems

SAY = {"say:an", "say:bi", "say:ala", "say:ila", "say:min", "say:fi", "say:an-prep", "say:an-noun", "say:direct"}
GOVERNS = {"gov:an", "gov:bi", "gov:ala", "gov:ila", "gov:min", "gov:fi", "gov:an-prep", "gov:maa"}
DOES = set(
    "demand pledge decide begin end extend suspend violate fulfil sign reject support oppose attack meet "
    "withdraw deploy move be modal".split()
)
TAGS = {
    "verbs.tsv": {"say", "clash", "passive"} | SAY | GOVERNS | DOES,
    "nouns.tsv": set("f person group medium agreement time place force event act".split()),
    "adjectives.tsv": {"nisba", "elative"},
}


def rows(name: str) -> Iterator[list[str]]:
    text = (files("mithaq.lexicon") / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


@pytest.mark.parametrize(("name", "columns"), [("verbs.tsv", 5), ("nouns.tsv", 3), ("adjectives.tsv", 3)])
def test_files(name: str, columns: int) -> None:
    seen = set()
    for row in rows(name):
        assert len(row) == columns, row
        key = tuple(row[:2]) if name == "verbs.tsv" else row[0]
        assert key not in seen, key
        seen.add(key)
        tags = {tag for tag in row[-1].split(",") if tag and not tag.startswith("f:")}
        assert tags <= TAGS[name], row
        if tags & SAY:
            assert tags & {"say", "pledge"}, row


@pytest.fixture(scope="module")
def index() -> FormIndex[str]:
    built: FormIndex[str] = FormIndex()
    for past, present, participle, verbal_nouns, _ in rows("verbs.tsv"):
        built.add(verb_stems(past, present, participle), past)
        for noun in filter(None, verbal_nouns.split(",")):
            built.add(noun_stems(noun, ["+ات"]), past)
    for singular, plurals, _ in rows("nouns.tsv"):
        built.add(noun_stems(singular, filter(None, plurals.split(","))), singular)
    for masculine, plurals, tags in rows("adjectives.tsv"):
        feminine = "" if "elative" in tags else None
        for tag in tags.split(","):
            feminine = tag[2:] if tag.startswith("f:") else feminine
        built.add(adjective_stems(masculine, filter(None, plurals.split(",")), feminine), masculine)
    return built


@pytest.mark.parametrize(
    ("word", "entry", "label"),
    [
        ("أكدت", "أكّد", "past"),
        ("مؤكدين", "أكّد", "participle"),
        ("يتهمون", "اتّهم", "present"),
        ("نفوا", "نفى", "past"),
        ("مسؤولين", "مسؤول", "plural"),
        ("حكومتين", "حكومة", "dual"),
        ("جنديان", "جندي", "dual"),
        ("عسكريا", "عسكري", "masculine"),
        ("كبرى", "أكبر", "feminine"),
        ("الهجمات"[2:], "هجمة", "plural"),
        ("إعادة", "أعاد", "singular"),
        ("مسيئة", "أساء", "participle"),
    ],
)
def test_readings(index: FormIndex[str], word: str, entry: str, label: str) -> None:
    assert (entry, label) in set(index.find(fold_word(word)))


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("قوله", ("قال", "singular", "ه")),
        ("وصفها", ("وصف", "past", "ها")),
        ("مدينته", ("مدينة", "singular", "ه")),
        ("أعضائها", ("عضو", "plural", "ها")),
        ("ينفيه", ("نفى", "present", "ه")),
        ("اتهموه", ("اتّهم", "past", "ه")),
    ],
)
def test_readings_with_pronouns(index: FormIndex[str], word: str, reading: tuple[str, str, str]) -> None:
    assert reading in set(index.find_suffixed(fold_word(word)))


def test_bound_shapes_are_no_words(index: FormIndex[str]) -> None:
    assert not {label for _, label in index.find("مدينت")}
