"""Tokens: every word stands at its offsets, whatever the text; and the time is linear."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.text.fold import FILLER, fold
from mithaq.text.tokens import Text

MARKS = ("«", "»", "\n", "…")
ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإؤئآ"
any_text = st.text(st.characters(), max_size=200)  # with surrogates
report_like = st.text(ARABIC + ' \n"«».،:؟!()/#_-0123٠١٢ab\u200f\u064b\u0640', max_size=300)


@given(any_text | report_like)
def test_a_word_is_what_stands_at_its_offsets(text):
    tokens = Text(text)
    assert len(tokens.words) == len(tokens.starts) == len(tokens.ends)
    behind = 0
    for word, start, end in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        assert behind <= start < end <= len(text) and word
        behind = end
        if word not in MARKS and all("\u0621" <= c <= "\u064a" or c.isascii() for c in text[start:end]):
            assert fold(text[start:end]).replace(FILLER, "") == word


@given(any_text)
def test_folding_keeps_the_length(text):
    assert len(fold(text)) == len(text)


@given(any_text | report_like)
def test_nothing_but_space_is_left_out(text):
    tokens = Text(text)
    at = 0
    for start, end in sorted([*zip(tokens.starts, tokens.ends, strict=True), *tokens.joins]):
        assert not tokens.folded[at:start].replace(FILLER, "").strip()
        at = end
    assert not tokens.folded[at:].replace(FILLER, "").strip()


@given(any_text | report_like)
def test_what_is_a_digit_is_one_to_int(text):
    for word in Text(text).words:
        assert not word.isdigit() or int(word[:9]) >= 0


@given(report_like)
def test_sentences_cover_the_paragraphs_in_order(text):
    tokens = Text(text)
    covered = [i for first, last in tokens.sentences for i in range(first, last)]
    assert covered == [i for first, last in tokens.paragraphs for i in range(first, last)]
    assert "\n" not in [tokens.words[i] for i in covered]
    for first, last in tokens.sentences:
        assert tokens.sentence_of(first) == tokens.sentence_of(last - 1) == (first, last)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2003م", ["2003", "م"]),
        ("الـ12 وال٣", ["ال", "12", "وال", "3"]),
        ("#مجلس_الأمن", ["#", "مجلس", "_", "الامن"]),
        ("3.5 و1,000,000 و٢٫٥", ["3.5", "و", "1,000,000", "و", "2٫5"]),
        ("10:30 25:70", ["10:30", "25", ":", "70"]),
        ("O’Neil قال", ["O’Neil", "قال"]),
        ("\u202bقال\u202c \u200fالوزير\u200f", ["قال", "الوزير"]),
        ("مـــهـــم", ["مهم"]),
        ("\ufee3\ufebc\ufeae \ufefb", ["مصر", "لا"]),
        ("م² و①", ["م", "و"]),
        ("نعم... لا.. ثم", ["نعم", "…", "لا", "…", "ثم"]),
    ],
)
def test_tokens(text, words):
    assert Text(text).words == words


def test_controls_that_hang_on_a_word_are_not_of_it():
    text = "قال\u200f ذلك\u064b"
    tokens = Text(text)
    assert [text[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True)] == ["قال", "ذلك\u064b"]


UNITS = [
    "ا",
    '"',
    "«",
    "»",
    '«"',
    "\n",
    ".",
    ". ",
    " ",
    " \n",
    "\u200f",
    "ـ",
    "1.",
    "1:1",
    "/",
    "في\n",
    "قال،\n",
    "\ud800",
]


@pytest.mark.parametrize("unit", UNITS, ids=range(len(UNITS)))
def test_a_megabyte_of_anything_takes_time_in_proportion(unit):
    def seconds(size):
        text = unit * (size // len(unit))
        start = time.process_time()
        Text(text)
        return time.process_time() - start

    small = max(min(seconds(60_000) for _ in range(3)), 0.005)
    assert seconds(480_000) < 8 * small * 2.5
