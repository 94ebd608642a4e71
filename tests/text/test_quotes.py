"""Quotation marks: of all kinds, reversed, misspaced, nested and left open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.text.quotes import MARKS
from mithaq.text.tokens import Text


def quoted(text):
    """What stands between the marks of each quotation; `…` where it is not closed."""
    tokens = Text(text)
    return [
        text[tokens.starts[q.first] : tokens.ends[q.last - 1]] + ("…" if q.close is None else "")
        for q in tokens.quotations
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('قال: "نعم". ثم قال: "لا".', ["نعم", "لا"]),
        ("قال: «نعم»، ثم: “لا”، و‘ربما’، و{غدا}", ["نعم", "لا", "ربما", "غدا"]),
        ("قال: ”نعم“ ثم »لا«", ["نعم", "لا"]),
        ('من حركة "فجر" و"أمل" لـ"حزب"', ["فجر", "أمل", "حزب"]),
        ('ستندم "ندما كبيرا "إذا انسحبت', ["ندما كبيرا"]),
        ('وقال غانم" إننا راضون".', ["إننا راضون"]),
        ("قال: «سنبدأ بمبدأ «من أين لك هذا» في كل مكان».", ["سنبدأ بمبدأ «من أين لك هذا» في كل مكان", "من أين لك هذا"]),
        ("قال: «نحن مستعدون ”.", ["نحن مستعدون"]),
        ('قال: "لن نقبل ذلك.\nوأضاف: "سنرفضه".', ["لن نقبل ذلك.…", "سنرفضه"]),
        ("قال إن»هناك تقدما كبيرا».", ["هناك تقدما كبيرا"]),
        ("قوات من تنظيم / داعش / قتلوا. واس", ["داعش"]),
        ("الدكتور / محمد علي، والأستاذ / سعد. واس", []),
        ("// انتهى //\n13:44 ت م. واس", []),
        ("أيلول / سبتمبر / 2024", []),
        ("Côte d'Ivoire", []),
        ("قال", []),
    ],
)
def test_quotations(text, expected):
    assert quoted(text) == expected


@given(st.text("ابت " + "".join(sorted(MARKS)) + ".،:\n", max_size=120))
def test_quotations_are_in_order_and_within_a_paragraph(text):
    tokens = Text(text)
    assert [q.open for q in tokens.quotations] == sorted({q.open for q in tokens.quotations})
    closed = [q.close for q in tokens.quotations if q.close is not None]
    assert len(closed) == len(set(closed))
    for q in tokens.quotations:
        assert tokens.words[q.open] == "«" and q.first == q.open + 1
        assert q.close is None or (tokens.words[q.close] == "»" and q.last == q.close)
        assert "\n" not in tokens.words[q.open : q.last]


@given(
    st.lists(st.sampled_from(["نعم", "لن نوقع", "الاتفاق سار"]), min_size=1, max_size=8),
    st.sampled_from(["«»", '""', "“”"]),
)
def test_well_formed_quotations_are_found_whole(contents, marks):
    text = "، ".join(f"وقال: {marks[0]}{content}{marks[1]}" for content in contents)
    assert quoted(text) == contents
