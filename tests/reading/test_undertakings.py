"""Forms of commitments: lists, quoted lists, terms, fronted conditions, what is supposed to be held."""

from datetime import date

import pytest

from mithaq.document import Document
from mithaq.reading import Reader

DAY = date(2031, 5, 7)  # a Wednesday

# (sentence, acts, due day of the first, whether it has a condition)
CASES = [
    ('كما يتضمن الاتفاق "فتح المعابر للقوافل وإطلاق سراح الأسرى، وجمع السلاح".', ["فتح المعابر للقوافل", "إطلاق سراح الأسرى", "جمع السلاح"], None, False),
    ("واتفق الطرفان على قبول نتائج الاستفتاء والتأكد من توفر الأموال اللازمة.", ["قبول نتائج الاستفتاء", "التأكد من توفر الأموال اللازمة"], None, False),
    ("واتفق الطرفان على توحيد وإعادة تنظيم القوات.", ["توحيد وإعادة تنظيم القوات"], None, False),
    ("واتفق الطرفان على تحسين الظروف بما في ذلك نقل مقر المجلس.", ["تحسين الظروف", "نقل مقر المجلس"], None, False),
    ("وحددت الوثيقة تاريخ 16 سبتمبر المقبل لإعداد الإطار القانوني.", ["إعداد الإطار القانوني"], "2031-09-16", False),
    ("وجاء في القرار أنه في حالة عدم توقف القتال، فإن المجلس سينظر في تجميد أرصدة ستة مسؤولين.", ["سينظر في تجميد أرصدة ستة مسؤولين"], None, True),
    ("وتأتي الزيارة قبل جلسة مفاوضات جديدة يفترض أن تنطلق الأحد في العاصمة.", ["جلسة مفاوضات جديدة يفترض أن تنطلق"], "2031-05-11", False),
    ('وأضاف: "بعد 120 يوما من توقيع الاتفاق يتم تشكيل حكومة انتقالية".', ["تشكيل حكومة انتقالية"], None, False),
]  # fmt: skip


@pytest.fixture(scope="module")
def reader():
    return Reader()


@pytest.mark.parametrize(("sentence", "acts", "due", "hangs"), CASES)
def test_the_acts(reader, sentence, acts, due, hangs):
    found = reader.read(Document(sentence, published=DAY)).commitments
    assert [c.act.cite(sentence) for c in found] == acts
    first = found[0]
    assert (first.deadline.due.isoformat() if first.deadline and first.deadline.due else None) == due
    assert bool(first.conditions) == hangs
