"""Decoding: from the bytes of a text file to its characters, never guessing away a byte.

The encoding is decided by validity first (a text that is valid UTF-8 is UTF-8) and, for the encodings in which every
byte is valid, by the share of Arabic letters that come out. Nothing is replaced: what cannot be decoded is an error.
"""

from __future__ import annotations

import codecs
import re

from mithaq.errors import InputError

# What the first bytes of a file that is not plain text say it is, and what to do about it.
_EXTRACT = "take the text out of it and save it as UTF-8"
_TEXT = "give a text file (UTF-8, UTF-16 or Windows-1256)"
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", _EXTRACT),
    (b"PK\x03\x04", "a zip archive (or a Word, Excel or OpenDocument file)", _EXTRACT),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it first"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file", _EXTRACT),
    (b"{\\rtf", "a rich-text (RTF) file", _EXTRACT),
    (b"\x89PNG\r\n", "a PNG picture", "recognise its text first"),
    (b"\xff\xd8\xff", "a JPEG picture", "recognise its text first"),
    (b"GIF8", "a GIF picture", "recognise its text first"),
    (b"II*\x00", "a TIFF picture", "recognise its text first"),
    (b"MM\x00*", "a TIFF picture", "recognise its text first"),
    (b"SQLite format 3\x00", "an SQLite database", _EXTRACT),
    (b"\x7fELF", "a program", "name the file of the report"),
)
_HTML = re.compile(
    rb"(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMES = {"cp1256": "Windows-1256", "iso8859-6": "ISO-8859-6"}
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a\u066e-\u06d3\u06fa-\u06ff\ufb50-\ufdfb\ufe70-\ufefc]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
# What is ordinary in a text: ASCII without controls, Latin and Arabic letters, general punctuation, presentation forms.
_ORDINARY = re.compile("[\t-\r -~\xa0-\u024f\u0600-\u06ff\u2000-\u206f\ufb50-\ufdff\ufe70-\ufeff]+")
_SAMPLE = 65536  # bytes that decide between encodings: enough to be sure, and the cost does not grow with the file


def decode(data: bytes, where: str | None = None) -> str:
    """The text of the bytes of a file, without a byte order mark, with LF for CRLF.

    InputError, which names `where`, if there is no text in it or if the bytes are not text in an encoding that is known
    (UTF-8, UTF-16, UTF-32 with its mark, Windows-1256, ISO-8859-6).
    """
    text = data.decode(encoding_of(data, where)).removeprefix("\ufeff")
    if not text.strip() or text.isspace():
        raise InputError("there is no text in it", where=where, todo="give a file that holds a report")
    return text.replace("\r\n", "\n")


def encoding_of(data: bytes, where: str | None = None) -> str:
    """The codec with which all of `data` can be decoded; InputError as for `decode`."""
    if not data:
        raise InputError("the file is empty", where=where, todo="give a file that holds a report")
    for mark, marked in _MARKS:
        if data.startswith(mark):
            _must_be(marked, data, where)
            _refuse_other_forms(data[len(mark) :][:4096], where)
            return marked
    _refuse_other_forms(data, where)
    codec = _utf16(data)
    if codec:
        _must_be(codec, data, where)
        return codec
    nul = data.find(b"\0")
    if nul >= 0:
        raise InputError(f"not text: a NUL byte at offset {nul}", where=where, todo=_TEXT)
    if _is_utf8(data):
        _refuse_controls(data.decode(), where)
        return "utf-8"
    return _one_byte(data, where)


def _refuse_other_forms(data: bytes, where: str | None) -> None:
    """InputError for a file that is not plain text, by its first bytes."""
    for magic, name, todo in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"this is {name}, not a text file", where=where, todo=todo)
    if _HTML.match(data[:4096].lstrip()):
        raise InputError("this is an HTML page, not a text file", where=where, todo=_EXTRACT)


def _refuse_controls(text: str, where: str | None) -> None:
    """InputError where so many characters are control characters that this is no text."""
    sample = text[:_SAMPLE]
    controls = len(_CONTROLS.findall(sample))
    if controls > 8 and controls > len(sample) / 20:
        raise InputError(
            f"not text: {controls} of its first {len(sample)} characters are control characters",
            where=where,
            todo=_TEXT,
        )


def _must_be(codec: str, data: bytes, where: str | None) -> None:
    """InputError where the bytes that say they are in `codec` are not."""
    try:
        data.decode(codec)
    except UnicodeDecodeError as error:
        raise InputError(
            f"broken {codec.upper()} at byte {error.start} ({error.reason})", where=where, todo="save it again as UTF-8"
        ) from None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte is the same high byte (06 for Arabic, 00 for ASCII), which text in other
    encodings never has."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or not (b"\0" in sample or b"\x06" in sample):
        return None
    best, share = None, 0.9
    for codec in ("utf-16-le", "utf-16-be"):
        text = sample.decode(codec, "replace")
        found = sum(len(run) for run in _ORDINARY.findall(text)) / len(text)
        if found > share:
            best, share = codec, found
    return best


def _one_byte(data: bytes, where: str | None) -> str:
    """The one-byte encoding that gives Arabic, or InputError: broken UTF-8, or an encoding that is not known."""
    broken = _break_of(data)
    if _mostly_utf8(data, broken):
        raise InputError(
            f"broken UTF-8 at byte {broken} ({data[broken : broken + 4].hex(' ')})",
            where=where,
            todo="save it again as UTF-8, or mend that byte",
        )
    sample = data[:_SAMPLE] if broken < _SAMPLE else data
    best, most = None, 0.0
    for codec in ("cp1256", "iso8859-6"):
        try:
            data.decode(codec)
        except UnicodeDecodeError:
            continue
        score = _arabic_share(sample.decode(codec))
        if score > most:
            best, most = codec, score
    if best is None:
        raise InputError(
            f"neither UTF-8 (byte {broken} is wrong) nor Arabic in another encoding ({', '.join(_NAMES.values())})",
            where=where,
            todo="save it again as UTF-8",
        )
    _refuse_controls(sample.decode(best), where)
    return best


def _break_of(data: bytes) -> int:
    """The offset of the first byte that is not UTF-8."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return error.start
    return len(data)


def _mostly_utf8(data: bytes, broken: int) -> bool:
    """Whether bytes that are not valid UTF-8 are nevertheless UTF-8 with something broken in it.

    In a one-byte Arabic encoding nearly every letter is a byte that UTF-8 allows only before a continuation byte, and
    no continuation byte follows; in UTF-8 all but the broken sequences decode.
    """
    sample = data[max(0, broken - _SAMPLE) : broken + _SAMPLE]
    text = sample.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = sum(1 for c in text if c > "\x7f") - wrong
    return right > wrong


def _arabic_share(text: str) -> float:
    """How much of a text is Arabic, 0 where it is not the main script beside ASCII.

    Letters of another script inside the words (`ê` for `ي`) are the sign of a wrong encoding.
    """
    letters = sum(len(run) for run in _LETTERS.findall(text))
    arabic = sum(len(run) for run in _ARABIC.findall(text))
    ascii_letters = sum(c.isalpha() for c in text if c < "\x80")
    other = letters - ascii_letters
    if not arabic or arabic < 0.8 * other or arabic < 0.3 * letters:
        return 0.0
    return arabic / other
