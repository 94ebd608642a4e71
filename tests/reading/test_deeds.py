"""Laws of the layers that stand on statements: whatever the text, what is found can be cited, told apart and followed."""

import random
import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from mithaq import Document, Reader
from mithaq.citation import check

ROOT = Path(__file__).parent.parent.parent
LAYERS = ("commitments", "demands", "status_claims", "positions", "presences", "events", "agreements")
SPECS = "\n".join((ROOT / "specs" / f"{layer}.md").read_text("utf-8") for layer in LAYERS)
SENTENCES = [block.strip() for block in re.findall(r"```arabic[^\n]*\n(.*?)```", SPECS, re.DOTALL)]
CLAIMS = {
    "started", "progressing", "fulfilled", "partly", "delayed", "extended", "suspended", "violated", "withdrawn", "cancelled",
    "rejected", "entered-into-force", "signed", "doubted",
}  # fmt: skip


@pytest.fixture(scope="module")
def read():
    reader = Reader()
    return lambda text: reader.read(Document(text, published=date(2024, 9, 28)))


def texts():
    """The reports that ship, the specs' sentences, and both cut and mixed in ways that no newsroom would."""
    yield from (path.read_text("utf-8") for path in sorted((ROOT / "eval" / "reports").glob("*.txt")))
    yield "\n".join(SENTENCES)
    dice = random.Random(11)
    for _ in range(40):
        yield " ".join(dice.sample(SENTENCES, 8))
        yield "\n".join(s[dice.randrange(len(s)) :] for s in dice.sample(SENTENCES, 8))
        words = " ".join(dice.sample(SENTENCES, 4)).split()
        dice.shuffle(words)
        yield " ".join(words)


def test_what_is_found_can_be_cited_and_followed(read):
    for text in texts():
        record = read(text).to_json()
        assert check(record).problems == []


def test_values_are_those_of_the_contract(read):
    for text in texts():
        record = read(text)
        assert all(c.modality in ("will", "must", "must-not", "may", "intends") for c in record.commitments)
        assert all(c.polarity in ("positive", "negative") for c in record.commitments)
        assert all(k.claim in CLAIMS for k in record.status_claims)
        assert all(p.stance in ("support", "oppose", "conditional") for p in record.positions)
        assert all(e.status in ("happened", "planned", "hypothetical", "denied") for e in record.events)
        assert all(a.stage in ("negotiated", "announced", "concluded", "in-force", "ended") for a in record.agreements)
        assert all(d.by for d in record.demands)
        assert all(p.holder for p in record.positions)


def test_acts_of_one_layer_do_not_overlap(read):
    for text in texts():
        record = read(text)
        found = record.commitments, record.demands
        for acts in (*([x.act for x in layer] for layer in found), [k.span for k in record.status_claims]):
            assert acts == sorted(acts)
            assert not any(a.overlaps(b) for a, b in pairwise(acts))


def test_reading_twice_gives_the_same(read):
    for text in texts():
        assert read(text).to_json() == read(text).to_json()
        break


# (sentence, acts) -- the same deed, asserted and not.
ASSERTED = [
    ("تعهدت الشركة بإصلاح الطريق.", ["إصلاح الطريق"]),
    ("لم تتعهد الشركة بإصلاح الطريق.", []),
    ("وقد تتعهد الشركة بإصلاح الطريق.", []),
    ("إذا تعهدت الشركة بإصلاح الطريق فسيعود السكان.", []),
    ("نفى المتحدث أن تكون الشركة قد وعدت السكان بشيء.", []),
    ("قال المدير إن المانحين سيصلحون الطريق.", []),
    ("قال مدير الشركة إن الشركة ستصلح الطريق.", ["ستصلح الطريق"]),
    ("قال مدير الشركة إنه سيصلح الطريق.", ["سيصلح الطريق"]),
    ("قد يزور الوزير المدينة غدا.", []),
    ("كان من المقرر أن يزور الوزير المدينة أمس.", []),
    ("من المقرر أن يزور الوزير المدينة غدا.", ["يزور الوزير المدينة"]),
    ("وتوقع المحلل أن الوزير سيستقيل.", []),
    ("قررت النقابة تعليق الإضراب وفتح الطرق.", ["تعليق الإضراب", "فتح الطرق"]),
    ("وأكد الوزير: لن نرفع الضرائب.", ["لن نرفع الضرائب"]),
]


@pytest.mark.parametrize(("sentence", "acts"), ASSERTED)
def test_only_what_binds_is_a_commitment(read, sentence, acts):
    record = read(sentence)
    assert [c.act.cite(sentence) for c in record.commitments] == acts


DEADLINES = [
    ("قبل 15 أكتوبر 2024", "before", "2024-10-15", date(2024, 10, 14)),
    ("بحلول نهاية 2025", "by", "2025", date(2025, 12, 31)),
    ("في موعد أقصاه 3 مارس 2025", "by", "2025-03-03", date(2025, 3, 3)),
    ("في موعد لا يتجاوز 3 مارس 2025", "by", "2025-03-03", date(2025, 3, 3)),
    ("حتى 1 يناير 2026", "until", "2026-01-01", date(2026, 1, 1)),
    ("خلال أسبوعين", "within", "P2W", date(2024, 10, 12)),
    ("في غضون 10 أيام", "within", "P10D", date(2024, 10, 8)),
    ("الشهر المقبل", "on", "2024-10", date(2024, 10, 31)),
    ("اعتبارا من 1 نوفمبر 2024", "from", "2024-11-01", None),
    ("بعد 1 نوفمبر 2024", "after", "2024-11-01", None),
]


@pytest.mark.parametrize(("words", "relation", "value", "due"), DEADLINES)
def test_deadlines(read, words, relation, value, due):
    sentence = f"تعهدت الوزارة بفتح الطريق {words}."
    (found,) = read(sentence).commitments
    assert found.act.cite(sentence) == "فتح الطريق"
    assert found.deadline is not None
    assert (found.deadline.relation, found.deadline.value, found.deadline.due) == (relation, value, due)


CONDITIONS = [
    "إذا توقف القصف", "شرط أن يتوقف القصف", "شريطة وقف القصف", "في حال توقف القصف", "ما لم يعد القصف", "بعد أن يتوقف القصف",
    "طالما استمرت الهدنة", "وفقا للدستور", "مقابل وقف القصف", "لحين انتهاء القصف",
]  # fmt: skip


@pytest.mark.parametrize("words", CONDITIONS)
def test_conditions(read, words):
    sentence = f"تعهدت الوزارة بفتح الطريق {words}."
    found = read(sentence).commitments[0]
    assert found.act.cite(sentence) == "فتح الطريق"
    assert [c.cite(sentence) for c in found.conditions] == [words]
