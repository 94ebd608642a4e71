"""The words that bind, ask and report: every lemma of the tables is a verb that ships, and its forms are read as what they are."""

import pytest

from mithaq.lexicon.deeds import by_lemma
from mithaq.lexicon.lexicon import lines, table
from mithaq.lexicon.load import load
from mithaq.text.fold import fold_word


@pytest.fixture(scope="module")
def lexicon():
    found = load()
    found.sets()
    return found


def test_every_lemma_is_a_verb_that_ships():
    rows = {row[0] for row in lines("verbs.tsv")}
    written = {
        lemma: {job: frames} for job, lemmas in table("commitments.toml").items() for lemma, frames in lemmas.items()
    }
    written |= {lemma: {"event": code} for lemma, code in table("plover.toml")["event"].items()}
    assert set(by_lemma(written)) - rows == set()


FORMS = [
    ("تعهدت", "past", "تعهد", False),
    ("متعهدا", "participle", "تعهد", False),
    ("سنلتزم", "present", "التزم", True),
    ("التزامها", "masdar", "التزم", False),
    ("يتعين", "present", "تعين", False),
    ("أوفينا", "past", "اوفي", True),
    ("انسحابه", "masdar", "انسحب", False),
    ("طالبوا", "past", "طالب", False),
    ("وقّعت", "past", "وقع", False),
    ("نُفذت", "past", "نفذ", False),
]


@pytest.mark.parametrize(("form", "tense", "lemma", "first"), FORMS)
def test_forms_are_read(lexicon, form, tense, lemma, first):
    _, _, stem = lexicon.analyse(fold_word(form))
    readings = lexicon.value("deed", stem) or ()
    assert any((d.tense, d.lemma, d.first) == (tense, lemma, first) for d in readings)


def test_plover_types():
    types = {
        "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
        "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    }  # fmt: skip
    data = table("plover.toml")
    assert {code.split()[0] for group in data.values() for code in group.values()} <= types
