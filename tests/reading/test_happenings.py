"""Claims of refusal, of doubt, and of what is told in the past; deadlines that a text or a plan sets."""

from __future__ import annotations

from datetime import date

import pytest

from mithaq import Reader
from mithaq.document import Document

READER = Reader()


def read(text: str, published: date = date(2024, 9, 28)):  # type: ignore[no-untyped-def]
    """The record of a text."""
    return READER.read(Document(text, published=published))


@pytest.mark.parametrize(
    ("text", "claim", "words"),
    [
        ("عبرت ثلاثة أحزاب عن رفضها للاتفاق الجديد بين البلدين.", "rejected", "رفضها للاتفاق"),
        ("وتعارض المعارضة الاتفاق الذي أعلن أمس في العاصمة.", "rejected", "تعارض المعارضة الاتفاق"),
        ("وقال زعيم الحركة إن هذه المبادرة لا تمثلها.", "rejected", "لا تمثلها"),
        ("لكن حزبين صغيرين امتنعا عن التوقيع على الاتفاق.", "rejected", "امتنعا عن التوقيع"),
        ("وتثير هذه الخطوة الشكوك بشأن نجاح المفاوضات في جنيف.", "doubted", "الشكوك بشأن نجاح المفاوضات"),
        ("ويشكك خبراء في قدرة الحكومة على إجراء الانتخابات.", "doubted", "يشكك خبراء في قدرة"),
        ("وقال المحلل إن الاتفاق سيبقى حبرا على ورق.", "doubted", "حبرا على ورق"),
        ("وأضاف أن البلاد ليست مستعدة للانتخابات.", "doubted", "ليست مستعدة"),
        ("وأكد الوزير أن صعوبات كبيرة تواجه هذا الاتفاق.", "doubted", "صعوبات كبيرة تواجه هذا الاتفاق"),
        ("اختتمت في عمان الخميس القمة العربية.", "fulfilled", "اختتمت"),
        ("أفرجت السلطات عن عشرة سجناء بموجب الاتفاق.", "fulfilled", "أفرجت السلطات"),
        ("ويشارك الوفدان منذ الأحد في جولة جديدة من المحادثات.", "started", "يشارك الوفدان"),
        ("وبدأ الطرفان محادثات مباشرة في مسقط.", "started", "بدأ الطرفان محادثات"),
        ("وتتواصل المفاوضات بين الجانبين في القاهرة.", "progressing", "تتواصل المفاوضات"),
        ("ولم يتوصل الجانبان بعد إلى اتفاق.", "delayed", "لم يتوصل"),
        ("وسرعان ما انتهك الاتفاق في الشمال.", "violated", "انتهك الاتفاق"),
        ("وتبادل الطرفان الاتهامات بشأن وقوع خروق.", "violated", "تبادل الطرفان الاتهامات"),
        ("وأنهت هذه المعارك اتفاق سلام أبرم في 2019.", "cancelled", "أنهت هذه المعارك اتفاق سلام"),
        ("ولم تصمد الهدنة سوى أيام.", "cancelled", "لم تصمد الهدنة"),
        ("وافق المجلس بالإجماع على تمديد العقوبات.", "extended", "وافق المجلس"),
        ("وفرض مجلس الأمن الأسبوع الماضي حظرا على السلاح.", "entered-into-force", "فرض مجلس الأمن"),
    ],
)
def test_claims(text: str, claim: str, words: str) -> None:
    found = [(c.claim, text[c.span.start : c.span.end]) for c in read(text).status_claims]
    assert any(kind == claim and words in said or kind == claim and said in words for kind, said in found), found


@pytest.mark.parametrize(
    "text",
    [
        "دعا الوزير إلى عقد اجتماع عاجل.",
        "وقال الخبير إن السعر غير واضح.",
        "وتوقف القطار ساعة في المحطة.",
        "وهاجم اللاعب الحكم بعد المباراة.",
        "وإذا توصل الطرفان إلى اتفاق فسترتفع الأسعار.",
        "وأنهى الاتفاق الحرب في البلاد.",
        "ويعقد الوزير مؤتمرا صحفيا كل شهر.",
        "شارك الطفل لعبته مع أخيه في الحديقة.",
    ],
)
def test_no_claims(text: str) -> None:
    assert [c.found_by for c in read(text).status_claims] == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("اتفق الطرفان على سحب القوات حتى منتصف ديسمبر المقبل.", date(2024, 12, 15)),
        ("حددت الوثيقة تاريخ 20 نوفمبر المقبل لإعداد قانون الانتخابات.", date(2024, 11, 20)),
        ("وافق المجلس على جلسة يفترض أن تنطلق الاثنين في الدوحة.", date(2024, 9, 30)),
    ],
)
def test_due(text: str, due: date) -> None:
    assert due in [c.deadline.due for c in read(text).commitments if c.deadline]
