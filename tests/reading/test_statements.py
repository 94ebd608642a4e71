"""Laws of statements: whatever the text, what is found can be cited, told apart, and was said by somebody."""

import gc
import json
import random
import re
import time
from datetime import date
from pathlib import Path

import pytest

from mithaq import Document, Reader
from mithaq.grammar.page import Page
from mithaq.reading.entities import Cast
from mithaq.reading.mentions import read_mentions
from mithaq.reading.statements import read_statements
from mithaq.sources.demo import documents

ROOT = Path(__file__).parent.parent.parent
SPEC = (ROOT / "specs" / "statements.md").read_text("utf-8")
SENTENCES = [block.strip() for block in re.findall(r"```arabic\n(.*?)```", SPEC, re.DOTALL)]
REPORTS = sorted((ROOT / "eval" / "reports").glob("*.txt"))


@pytest.fixture(scope="module")
def read():
    reader = Reader()
    return lambda text: reader.read(Document(text, published=date(2024, 9, 28)))


def texts():
    """Reports, the spec's sentences, and both cut and mixed in ways that no newsroom would."""
    yield from (d.text for d in documents())
    yield from (path.read_text("utf-8") for path in REPORTS)
    dice = random.Random(7)
    for _ in range(40):
        yield " ".join(dice.sample(SENTENCES, 6))
        yield "\n".join(s[dice.randrange(len(s)) :] for s in dice.sample(SENTENCES, 6))
        words = " ".join(dice.sample(SENTENCES, 3)).split()
        dice.shuffle(words)
        yield " ".join(words)


def test_the_laws(read):
    for text in texts():
        record = read(text)
        statements = record.statements
        ids = [s.id for s in statements]
        assert len(set(ids)) == len(ids)
        assert [s.cue for s in statements] == sorted(s.cue for s in statements)
        times = {t.id for t in record.timexes}
        for s in statements:
            for span in (s.content, s.cue, s.medium or s.cue):
                assert 0 <= span.start < span.end <= len(text)
                assert span.cite(text) == span.cite(text).strip()
            assert s.source and all(actor.name.strip() for actor in s.source), s.cue.cite(text)
            assert s.kind in ("direct", "indirect", "mixed")
            assert s.found_by.startswith("statement.")
            assert s.within is None or (s.within in ids and s.within != s.id)
            assert s.said is None or s.said in times
            for actor in s.source:
                assert actor.mention is None or actor.mention.cite(text)


def test_ids_are_those_of_the_text(read):
    for text in list(texts())[:40]:
        assert json.dumps(read(text).to_json()) == json.dumps(
            Reader().read(Document(text, published=date(2024, 9, 28))).to_json()
        )


@pytest.mark.parametrize("sentence", SENTENCES, ids=range(len(SENTENCES)))
def test_what_stands_before_does_not_move_a_span(read, sentence):
    """A paragraph without speech before a text moves its statements and changes none, except who an echo takes up."""
    before = "افتتح المعرض في المدينة القديمة.\n\n"
    alone, behind = read(sentence).statements, read(before + sentence).statements
    moved = [(s.content.start - len(before), s.content.end - len(before), s.cue.start - len(before)) for s in behind]
    assert moved == [(s.content.start, s.content.end, s.cue.start) for s in alone]


@pytest.mark.parametrize(
    "speech",
    [
        'وقال وزير الخارجية محمد العلي إن "المحادثات ستستأنف" غداً، مضيفاً أن الوفد سيصل الاثنين. ',
        "وأضاف أن القوات انسحبت، بحسب مصدر أمني، من المدينة\n",
        'وجاء في البيان: "لن نوقع". وأكد الطرفان أن الهدنة سارية\n',
        "وكان بيان للوزارة صدر أمس قد أشار إلى أن الاجتماع تأجل. ",
    ],
    ids=["sources", "attributions", "both sides", "documents"],
)
def test_a_megabyte_of_speech_takes_time_in_proportion(speech):
    grammar = Reader().grammar

    def seconds(size):
        page = Page(Document(speech * (size // len(speech.encode()))), grammar)
        cast = Cast(page, read_mentions(page))
        started = time.process_time()
        read_statements(page, [], cast)
        return time.process_time() - started

    gc.collect()
    gc.freeze()  # what other tests left behind is not gone through again at every collection
    try:
        small = min(seconds(125_000) for _ in range(2))
        assert min(seconds(1_000_000) for _ in range(2)) < small * 8 * 2
    finally:
        gc.unfreeze()
