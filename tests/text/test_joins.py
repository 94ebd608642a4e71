"""Joins: sentences that a page or a column broke are whole again, and what stands apart stays apart."""

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mithaq.text.tokens import Text

TITLE = "الحكومة تعلن خطة جديدة للمياه"
PROSE = (
    "أعلن وزير الري في مؤتمر صحفي، أن الحكومة ستبدأ قبل نهاية العام بناء سدين على النهر، من أجل توفير المياه التي يحتاجها "
    "سكان المدن، وأوضح أن الشركة المنفذة وصلت إلى الموقع مع فريق من الخبراء، وأن التمويل متاح حتى نهاية المشروع"
).split()
lines = st.tuples(st.integers(0, len(PROSE)), st.integers(50, 70)).map(
    lambda cut: " ".join((PROSE * 4)[cut[0] : sum(cut)]) + " كما قال."
)


@pytest.mark.parametrize(
    "body",
    [
        "وقال الوزير إن الأعمال ستبدأ قريباً،|وستنتهي قبل نهاية العام.",
        "وأكد مدير الشركة أن العقد ينص على|تسليم المرحلة الأولى في الصيف.",
        "وأضافت الشركة في بيانها أن الخبراء وصلوا إلى الموقع وبدأوا العمل في|المرحلة الأولى.",
        'وقال المدير في رسالة إلى العمال: "لن نوقف العمل في الموقع، وسنواصل توريد|المواد حتى الشتاء"، وشكر الجميع.',
        "ووصل الوفد الفني أمس إلى العاصمة لبحث خطة السدود الجديدة، والتقى رئيس|الحكومة ووزير الري.",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n", " \n"])
def test_a_broken_sentence_is_one(body, gap):
    text = f"{TITLE}\n\n{body.replace('|', gap)}\n\nوانتهى الاجتماع مساء."
    tokens = Text(text)
    assert [text[j.start : j.end].strip(" ") for j in tokens.joins] == [gap.strip(" ")]
    assert len(tokens.paragraphs) == 3
    assert text.index(body.split("|")[1]) in tokens.starts
    at = tokens.starts.index(text.index(body.split("|")[1]))
    first, last = tokens.sentence_of(at)
    assert first < at < last


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\nأعلنت الحكومة خطة جديدة.\nوقال الوزير إنها جاهزة.",
        f"{TITLE}\n\nوانتهى الاجتماع.\nخلاف على التمويل\nواصلت اللجنة عملها.",
        f"{TITLE}\n\nالرياض 3 صفر 1446 هـ الموافق 7 أغسطس 2024 م واس\nاستقبل الوزير الوفد.",
        f"{TITLE}\n\nوتشمل الخطة:\n- سدين على النهر\n- محطة للتحلية\n- شبكة جديدة",
        f"{TITLE}\n\nوبحث المجلس البنود التالية،\n1- الموازنة\n2- المياه",
        f'{TITLE}\n\nوقال: "لن نتوقف."\nوأضاف المدير: "سنعمل".',
        f'{TITLE}\n\nوقال المدير لعمال الشركة في كلمة قصيرة إن العمل "مستمر في كل المواقع\nوأضاف الوزير أنه راض.',
        "كلمة\n----------\nيمكنكم متابعة الأخبار",
    ],
)
def test_what_stands_apart_stays_apart(text):
    assert Text(text).joins == []


@settings(derandomize=True)
@given(st.lists(lines, min_size=4, max_size=5), st.integers(40, 80))
def test_text_wrapped_at_a_width_is_read_as_if_it_were_not(paragraphs, width):
    whole = Text("\n\n".join([TITLE, *paragraphs]))
    wrapped = Text("\n\n".join([TITLE, *("\n".join(textwrap.wrap(p, width)) for p in paragraphs)]))
    missed = wrapped.words.count("\n") - whole.words.count("\n")
    assert 0 <= missed <= 0.2 * len(wrapped.joins) + 1


@given(st.lists(lines, min_size=2, max_size=6))
def test_paragraphs_that_end_in_a_stop_are_never_joined(paragraphs):
    assert Text("\n".join([TITLE, *paragraphs])).joins == []


@given(st.text('ابتفيمن \n،."«»:-1', max_size=200))
def test_a_join_is_a_line_break_and_no_token(text):
    tokens = Text(text)
    for join in tokens.joins:
        assert "\n" in text[join.start : join.end] and not text[join.start : join.end].strip()
        assert join.start not in tokens.starts
