"""Decoding: what goes in comes out, and what is not text is refused with words that help."""

import codecs
import gzip
import io
import time
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.errors import InputError
from mithaq.text.decode import decode, encoding_of

REPORT = (
    "أعلنت وزارة النقل، يوم الأربعاء، أن العمل في الميناء الجديد سيبدأ قبل نهاية الصيف.\n\n"
    "وقال الوزير: لن نؤجل الموعد مرة أخرى؛ فهل من ضمان؟ وأضاف أن 25 شركة تقدمت بعروضها.\n"
)
WORDS = "قال وزير الخارجية إن الاتفاق سيوقع غدا في العاصمة وأكد أن القوات ستنسحب قبل نهاية العام".split()
sentences = st.lists(st.sampled_from(WORDS), min_size=4, max_size=60).map(
    lambda words: "قال " + " ".join(words) + ".\n"
)
# Any text that a file may hold: no CR (line ends are told apart by it), no surrogates, no mark at the start.
texts = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r\ufeff\0"), min_size=1).filter(
    lambda text: bool(text.strip())
)


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("utf-32-be", codecs.BOM_UTF32_BE),
        ("cp1256", b""),
        ("iso8859-6", b""),
    ],
)
class TestEachEncoding:
    def test_a_report_comes_out_as_it_went_in(self, encoding, mark):
        assert decode(mark + REPORT.encode(encoding)) == REPORT

    def test_windows_line_ends_become_unix_ones(self, encoding, mark):
        assert decode(mark + REPORT.replace("\n", "\r\n").encode(encoding)) == REPORT

    @given(text=sentences)
    def test_sentences_come_out_as_they_went_in(self, encoding, mark, text):
        assert decode(mark + text.encode(encoding)) == text


@given(text=texts)
def test_any_text_survives_utf8_with_a_mark(text):
    data = codecs.BOM_UTF8 + text.encode()
    try:
        assert decode(data) == text
    except InputError as error:  # a text may look like a web page or a PDF
        assert "this is a" in str(error) or "an HTML" in str(error)


@given(data=st.binary(max_size=400))
def test_any_bytes_are_decoded_without_loss_or_refused(data):
    try:
        text = decode(data, "x.txt")
    except InputError as error:
        assert str(error).startswith("x.txt: ")
        assert error.todo
    else:
        codec = encoding_of(data)
        assert text.replace("\n", "") == data.decode(codec).removeprefix("\ufeff").replace("\r\n", "").replace("\n", "")


def test_latin_text_is_utf8():
    assert encoding_of(b"Plain words, nothing else.") == "utf-8"


def test_utf16_of_another_script_is_seen_without_a_mark():
    assert decode("Plain words, nothing else.".encode("utf-16-le")) == "Plain words, nothing else."


def test_a_lone_carriage_return_stays():
    assert decode("سطر\rسطر".encode()) == "سطر\rسطر"


def test_only_the_first_mark_is_taken_away():
    assert decode(codecs.BOM_UTF8 * 2 + "نص".encode()) == "\ufeffنص"


def test_broken_utf8_names_the_byte():
    data = REPORT.encode()
    broken = data[:100] + b"\xff" + data[101:]
    with pytest.raises(
        InputError, match=r"^r\.txt: broken UTF-8 at byte 9[89]|^r\.txt: broken UTF-8 at byte 100"
    ) as error:
        decode(broken, "r.txt")
    assert "save it again as UTF-8" in str(error.value)


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_a_truncated_file_is_broken_not_another_encoding(cut):
    data = ("أعلن " * 20).strip().encode()[:-1]
    with pytest.raises(InputError, match=f"broken UTF-8 at byte {len(data) - 1}"):
        decode(data)


def test_broken_utf16_names_the_byte():
    with pytest.raises(InputError, match="broken UTF-16-LE at byte 4"):
        decode(codecs.BOM_UTF16_LE + "ا".encode("utf-16-le") + b"\x00\xd8" + "ب".encode("utf-16-le"))


@pytest.mark.parametrize("text", ["Où était-il né, à Genève ? Déjà là.", "Größe und Länge über alles, schön für Öl"])
def test_latin1_is_not_taken_for_arabic(text):
    with pytest.raises(InputError, match=r"neither UTF-8 \(byte \d+ is wrong\) nor Arabic"):
        decode(text.encode("latin-1"))


def test_cyrillic_is_not_taken_for_arabic():
    with pytest.raises(InputError, match="neither UTF-8"):
        decode("Москва сообщила о начале переговоров с соседями".encode("cp1251"))


def zipped():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "the file is empty"),
        (b" \n\t\n", "there is no text in it"),
        (codecs.BOM_UTF8, "there is no text in it"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "this is a PDF"),
        (zipped(), "a zip archive"),
        (gzip.compress(b"x"), "a gzip archive"),
        (b"{\\rtf1\\ansi x}", "rich-text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(20), "old Word"),
        (b"\x89PNG\r\n\x1a\n" + bytes(9), "a PNG picture"),
        (b"\xff\xd8\xff\xe0" + bytes(9), "a JPEG picture"),
        (b"<!DOCTYPE html><html></html>", "an HTML page"),
        (b"\n  <HTML dir=rtl>", "an HTML page"),
        (codecs.BOM_UTF8 + b"<!-- saved --><html>", "an HTML page"),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', "an HTML page"),
        (bytes(range(256)) * 4, "a NUL byte at offset 0"),
        ("نص".encode() + b"\0", "a NUL byte at offset 4"),
        (b"\x01\x02\x03\x04\x05" * 20, "control characters"),
    ],
)
def test_what_is_not_a_text_is_refused(data, what):
    with pytest.raises(InputError, match=what) as error:
        decode(data, "r.txt")
    assert str(error.value).startswith("r.txt: ")
    assert error.value.todo


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "cp1256"])
def test_ten_megabytes_take_no_time_to_speak_of(encoding):
    text = REPORT * 50_000
    start = time.process_time()
    assert len(decode(text.encode(encoding))) == len(text)
    assert time.process_time() - start < 10
