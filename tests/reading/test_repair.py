"""Repairs: misreadings that something proves, and the many more words that are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.document import Document
from mithaq.grammar.grammar import default_grammar
from mithaq.grammar.page import Page
from mithaq.reading.repair import repair


def read(text):
    page = Page(Document(text), default_grammar())
    return page, repair(page)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("وأوضح الوزير أن يلاده ستشارك في القمة.", "يلاده", "بلاده"),
        ("واجتمع رئيس الوزراء مع أعضاء الحكومه في العاضمة أمس.", "العاضمة", "العاصمة"),
        ("ودعا المبعوث إلى حفض التصعيد في الجنوب.", "حفض", "خفض"),
        ("ووصف الخطوة بأنها عير مسبوقة في المنطقة.", "عير", "غير"),
        ("وشدد على وحدة الصف في هذا الطرف الحساس.", "الطرف", "الظرف"),
        ("وجاء في البيان: «يعد دراسة وتقييم المقترح، نوافق على الخطة».", "يعد", "بعد"),
        ("وجاء في البيان: «تعزيراً لأمن الحدود ستنشر قوات إضافية».", "تعزيراً", "تعزيزاً"),
        ("وقال إن الوزارة تتهياً لنشر القانون.", "تتهياً", "تتهيأ"),
        ("والتقى السفير قادة الإطار التنسيق، ثم غادر.", "التنسيق", "التنسيقي"),
        ("ناقش المجلس مشروع الرمثاني. وقال الرمثاني إن الرمثاني موقعه جيد، وإن الرمتاني بعيد.", "الرمتاني", "الرمثاني"),
        ("وقع الاتفاق في عام ٦٩٩١ في القاهرة.", "٦٩٩١", "١٩٩٦"),
        ("وقع الاتفاق في مارس ٤١٠٢.", "٤١٠٢", "٢٠١٤"),
    ],
)
def test_repaired(text, wrong, right):
    page, repairs = read(text)
    assert [(r.span.cite(text), r.repaired) for r in repairs] == [(wrong, right)]
    assert page.document.text == text
    assert repairs[0].why.startswith("ocr: ")


def test_a_date_written_backwards_is_so_in_all_its_numbers():
    text = "بتاريخ ١٣/٢١/٦٩٩١ وقع الاتفاق."
    page, repairs = read(text)
    assert [r.repaired for r in repairs] == ["٣١", "١٢", "١٩٩٦"]
    assert [issue.what for issue in page.issues] == ["digits: ١٣/٢١/٦٩٩١ is written backwards"]


@pytest.mark.parametrize(
    "text",
    [
        "وقال الوزير عادل الجبيل إن بلاده ستشارك.",  # a name, beside a given name
        "ويعد دراسة جديدة عن المياه.",
        "يعد الاتفاق خطوة مهمة.",
        "وأكد أن الطرف الآخر لم يلتزم.",
        "ونفذ حكم القتل تعزيراً بالجاني.",
        "في إطار التنسيق، اجتمع الوزيران.",
        "وحضر الحفل سفير حلالة وقتادة ونايت.",
        "وصل عدد المسجلين إلى ٤١٠٢ في المدينة.",
        "وقع الاتفاق في عام ٢٠٠٢ وعام ١٩٩١.",
        "وتقع البلدة قرب نهر خنبص ونهر خنبص طويل.",  # twice alike: no misreading
        "قالت شركة «زيكتا» إنها ستفتح فرعا.",
        "",
    ],
)
def test_left_alone(text):
    _, repairs = read(text)
    assert repairs == []


def test_the_page_reads_the_repaired_word():
    page, _ = read("وأوضح الوزير أن يلاده ستشارك في القمة.")
    at = page.text.words.index("بلاده")
    assert page.stem(at) == "بلاد" and "noun" in page.classes(at)


def test_vowel_signs_stay():
    text = "وأوضح أن يِلادَه ستشارك في القمة."
    _, (found,) = read(text)
    assert (found.span.cite(text), found.repaired) == ("يِلادَه", "بِلادَه")


@given(st.text('ابتثنيجحخدذرزسشصضطظعغفقكلمهوةىءأإ \n".،٠١٢٦٩/\u064b', max_size=200))
def test_spans_are_words_and_a_repair_changes_one_letter(text):
    page, repairs = read(text)
    assert [r.span for r in repairs] == sorted({r.span for r in repairs})
    for r in repairs:
        assert r.repaired != r.span.cite(text) and r.span.start in page.text.starts
        assert abs(len(r.repaired) - len(r.span.cite(text))) <= 1
    assert len(page.line) == len(page.text.words)
