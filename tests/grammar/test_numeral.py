"""Numbers in words, in digits and mixed, with what stands before them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.document import Document
from mithaq.grammar.grammar import default_grammar
from mithaq.grammar.numeral import read_digits
from mithaq.grammar.page import Page
from mithaq.grammar.quantity import Quantity
from mithaq.reading.times import time_line

GRAMMAR = default_grammar()


def quantities(text):
    page = Page(Document(text), GRAMMAR)
    return [v.value for v in time_line(page).values if v is not None and isinstance(v.value, Quantity)]


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("سبعة", 7, 7, None),
        ("ثماني سفن", 8, 8, None),
        ("عشرة", 10, 10, None),
        ("إحدى عشرة دولة", 11, 11, None),
        ("اثنا عشر نائبا", 12, 12, None),
        ("اثنتي عشرة منظمة", 12, 12, None),
        ("ثلاث عشرة قرية", 13, 13, None),
        ("خمسة وأربعون", 45, 45, None),
        ("واحد وعشرين", 21, 21, None),
        ("مئة", 100, 100, None),
        ("مائتان", 200, 200, None),
        ("مئتي جندي", 200, 200, None),
        ("ثلاثمائة وخمسة", 305, 305, None),
        ("خمس مئة", 500, 500, None),
        ("ثمانمئة وستة وثلاثون", 836, 836, None),
        ("ألف", 1000, 1000, None),
        ("ألفي مقاتل", 2000, 2000, None),
        ("ثلاثة آلاف", 3000, 3000, None),
        ("خمسة وعشرين ألفا", 25_000, 25_000, None),
        ("ألف وتسعمئة وخمسة وتسعين", 1995, 1995, None),
        ("ألفين وثلاثة", 2003, 2003, None),
        ("مليون ونصف المليون", 1_500_000, 1_500_000, None),
        ("مليونين و500 ألف", 2_500_000, 2_500_000, None),
        ("أربعة مليارات", 4_000_000_000, 4_000_000_000, None),
        ("نصف مليون", 500_000, 500_000, None),
        ("7.5 ملايين", 7_500_000, 7_500_000, None),
        ("١٢ ألف", 12_000, 12_000, None),
        ("نحو 2500", 2500, 2500, "APPROX"),
        ("أكثر من مئة", 100, 100, "MORE_THAN"),
        ("ما لا يقل عن ثلاثين", 30, 30, "EQUAL_OR_MORE"),
        ("أقل من عشرين", 20, 20, "LESS_THAN"),
        ("مئات", 100, 999, "APPROX"),
        ("عشرات الآلاف", 20_000, 99_000, "APPROX"),
        ("من 12 إلى 15 شخصا", 12, 15, None),
        ("بين 15 و20 قتيلا", 15, 20, None),
        ("ثلاثة أو أربعة جنود", 3, 4, None),
    ],
)
def test_quantity(text, low, high, bound):
    assert Quantity(low, high, bound) in quantities(text)


@pytest.mark.parametrize("text", ["قال أحد النواب", "يوم الاثنين", "الأحد المقبل", "توزيع المقاعد", "المغرب العربي"])
def test_no_quantity(text):
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("word", "number"),
    [("2500", 2500), ("2.500", 2500), ("2,500", 2500), ("7.5", 7.5), ("7,25", 7.25), ("1,234,567", 1_234_567)],
)
def test_digits(word, number):
    assert read_digits(word) == number


ONES = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]
TENS = ["", "عشرة", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
HUNDREDS = ["", "مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"]


def in_words(n):
    """A number under 1000 as it is written."""
    parts = [HUNDREDS[n // 100]] if n >= 100 else []
    ten, one = divmod(n % 100, 10)
    if ten == 1 and one:
        parts.append({1: "أحد عشر", 2: "اثنا عشر"}.get(one, f"{ONES[one]} عشر"))
    else:
        parts += [word for word in (ONES[one], TENS[ten]) if word]
    return " و".join(parts)


@given(st.integers(3, 999), st.booleans())
def test_every_number_in_words_is_read(n, thousands):
    text = f"{in_words(n)} ألف شخص" if thousands else f"{in_words(n)} شخص"
    assert Quantity(n * (1000 if thousands else 1), n * (1000 if thousands else 1)) in quantities(text)
