"""Sentences: where they end, and where a full stop ends nothing."""

import pytest

from mithaq.text.tokens import Text


def cut(text):
    tokens = Text(text)
    return [text[tokens.starts[first] : tokens.ends[last - 1]] for first, last in tokens.sentences]


@pytest.mark.parametrize(
    "text",
    [
        "ارتفع السعر إلى 3.5 في المئة|",
        "وصل نائب الرئيس ج. د. فانس إلى باريس.|وغادر مساء.",
        "وقع الاتفاق عام 2003 م.|ثم عدل.",
        "وغادر الساعة 10 ص.|ووصل ليلا.",
        "هل يستقيل؟!|لا أحد يعرف.",
        'قال: "نعم. سنوقع. الآن." ثم خرج.|وعاد.',
        "قال: «انتهى الأمر».|وخرج.",
        "نشر الموقع spa.gov.sa البيان.|وحذفه.",
        "القرار شجاع.. لكنه متأخر.|والوقت قصير.",
        "انتهى الحوار.وقال الوزير إنه راض.",
        "سطر بلا نقطة\n|وسطر آخر",
        "التقى الوزير نظيره Mr. Smith في لندن.|وعاد.",
    ],
)
def test_sentences(text):
    expected = [part.strip() for part in text.split("|") if part.strip()]
    if "الحوار.وقال" in text:  # no space behind the stop
        expected = ["انتهى الحوار.", "وقال الوزير إنه راض."]
    assert cut(text.replace("|", " " if "\n" not in text else "")) == expected
