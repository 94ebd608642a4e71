"""The day of publication: given, stated, inferred, with its reasons."""

from datetime import date

import pytest

from mithaq.document import Document
from mithaq.grammar.grammar import default_grammar
from mithaq.grammar.page import Page
from mithaq.reading.published import read_published

GRAMMAR = default_grammar()


def published(text, given=None):
    return read_published(Page(Document(text, published=given), GRAMMAR))


def test_given():
    found = published("قال أمس", date(2024, 9, 28))
    assert (found.value, found.basis, found.because) == (date(2024, 9, 28), "given", [])


@pytest.mark.parametrize(
    "text",
    [
        "عنوان الخبر\n\nالرياض 12 صفر 1446 هـ الموافق 16 أغسطس 2024 م واس\nاستقبل الوزير ضيفه.",
        "عنوان الخبر\n\nدبي - 16 أغسطس 2024 - أعلنت الحكومة أنها ستجتمع مع الوفد الزائر قريبا جدا في المدينة.",
        "أعلنت الحكومة اليوم الجمعة 16 أغسطس 2024 بدء الحوار.",
    ],
)
def test_stated(text):
    found = published(text)
    assert (found.value, found.basis) == (date(2024, 8, 16), "stated")
    assert found.because


def test_nothing_is_known():
    found = published("قال الوزير إن الحوار مستمر.")
    assert (found.value, found.earliest, found.latest, found.basis, found.because) == (None, None, None, "inferred", [])


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        # the month of writing, the deadline and the time until it
        (
            "ينتهي الانسحاب خلال الأشهر العشرة المقبلة وفي موعد أقصاه نهاية تموز 2026. وكان الوزير قد وصل في 12 أيلول الحالي.",
            date(2025, 9, 21),
            date(2025, 9, 30),
        ),
        ("بدأ الحوار في 7 مايو 2018. وكان الوزير قد وصل في مطلع مايو الجاري.", date(2018, 5, 7), date(2018, 5, 31)),
        ("تعقد الانتخابات العام الجاري 2021.", date(2021, 1, 1), date(2021, 12, 31)),
        (
            "أصدر الرئيس اليوم مرسوما. وينص المرسوم رقم 38 لعام 2013 على زيادة الأجور.",
            date(2013, 1, 1),
            date(2013, 12, 31),
        ),
        ("اندلعت الحرب في 5 حزيران 2017.", date(2017, 6, 5), None),
        ("ستجرى الانتخابات في 10 كانون الأول 2018.", None, date(2018, 12, 10)),
        ("أعلنت الحكومة الخميس (4 كانون الثاني 2024) تعيين رئيس جديد.", date(2024, 1, 4), date(2024, 1, 18)),
    ],
)
def test_inferred(text, earliest, latest):
    found = published(text)
    assert (found.earliest, found.latest, found.basis) == (earliest, latest, "inferred")
    assert found.because


def test_a_reason_that_contradicts_the_others_is_left_out():
    found = published("اندلعت الحرب في 5 حزيران 2017. ستجرى الانتخابات في 10 كانون الأول 2015.")
    assert found.earliest == date(2017, 6, 5)
    assert found.latest is None
