"""What is no report in Arabic, and what about a text may mislead."""

import pytest

from mithaq import Document, Reader


@pytest.fixture(scope="module")
def read():
    reader = Reader()
    return lambda text: reader.read(Document(text))


def issues(record):
    return [issue.what for issue in record.issues]


OTHERS = {
    "english": "The minister said on Monday that the port would open before the end of June.",
    "persian": "وزیر راه گفت که ساخت این بندر تا پایان تابستان آغاز می‌شود و شرکت‌ها پیشنهادهای خود را داده‌اند",
    "urdu": "وزیر نے کہا کہ بندرگاہ کا کام گرمیوں کے آخر تک شروع ہو جائے گا اور کمپنیاں اپنی تجاویز دے چکی ہیں",
    "kurdish": "وەزیر وتی کە کاری بەندەرەکە پێش کۆتایی هاوین دەست پێدەکات و کۆمپانیاکان پێشنیازیان داوە",
    "digits": "12 345 6789 -- 10",
    "russian": "Министр сказал, что порт откроется до конца лета.",
}


@pytest.mark.parametrize("name", OTHERS)
def test_another_language_gives_an_empty_record_with_an_issue(read, name):
    record = read(OTHERS[name])
    assert record.language == record.to_json()["document"]["language"] == "und"
    (what,) = issues(record)
    assert what.startswith("language: ") and what.endswith("nothing was read")
    assert record.to_json()["statements"] == record.to_json()["timexes"] == []


@pytest.mark.parametrize("text", ["", " \n\n", "\u200f\u202e"])
def test_no_words_at_all(read, text):
    record = read(text)
    assert issues(record) == ["language: there are no words in the text"]
    assert record.to_json()["document"]["text"] == text


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير إن العمل في الميناء سيبدأ قبل نهاية الصيف.",
        "قال الوزیر إن العمل فی المیناء سیبدأ قبل نهایة الصیف کما وعد.",  # typed on a Persian keyboard
        "أعلنت شركة (Blue Harbour Shipping International Limited) أن سفنها ستصل إلى الميناء يوم الأحد.",
        "سَيَبْدَأُ الْعَمَلُ فِي الْمِينَاءِ قَبْلَ نِهَايَةِ الصَّيْفِ",
    ],
)
def test_arabic_is_read(read, text):
    record = read(text)
    assert record.language == "ar"
    assert not any(what.startswith("language") for what in issues(record))


def test_marks_controls_and_endless_words_are_named_with_their_place(read):
    text = "قال \u202bالوزير\u202c: «سنبدأ العمل\n\nوانتهى الاجتماع " + "ا" * 101
    record = read(text)
    found = {issue.what.split(":")[0]: issue.where.cite(text) for issue in record.issues}
    assert found["controls"] == "\u202b"
    assert found["quotation"] == "«"
    assert found["word"] == "ا" * 101
