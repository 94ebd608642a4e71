"""Reading takes time in proportion to the text, whatever the text is."""

import time

import pytest

from mithaq import Document, Reader

CASES = {
    "one letter": "ا",
    "letters": "ا ",
    "spaces": " ",
    "lines": "سطر\n",
    "empty lines": " \n",
    "broken lines": "في\n",
    "commas": "،\n",
    "diacritics": "َ",
    "overrides": "\u202e",
    "opening marks": "«",
    "straight marks": '"',
    "quoted words": '"ا" ',
    "open quotations": "قال: «",
    "digits": "1",
    "numbers": "15 ",
    "decimals": "1.",
    "clock times": "1:1",
    "dots": ". ",
    "brackets": "(",
    "article": "ال",
    "conjunctions": "و ",
    "cues": "قال ",
    "cues with a complementiser": "قال إن ",
    "cues with a source": "وقال وزير الخارجية إن ",
    "attributions": "بحسب الوزارة، ",
    "ranges": "بين 15 و20 ",
    "years": "2024 ",
    "months": "يونيو/حزيران ",
    "names": "محمد علي ",
    "promises": "وتعهد بسحب القوات ",
    "conditions": "إذا ",
}
WRAPPED = {
    "nested quotations": ("«ا ", "ا» "),
    "nested brackets": ("(ا ", "ا) "),
}
SMALL, TIMES = 5_000, 4


@pytest.fixture(scope="module")
def reader():
    reader = Reader()
    reader.read(Document("قال الوزير إن العمل سيبدأ غدا. " * 100))
    return reader


def seconds(reader, text):
    """The least of three runs: what else the machine does only adds."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        reader.read(Document(text))
        best = min(best, time.process_time() - start)
        if best > 1:
            break
    return best


@pytest.mark.parametrize("name", [*CASES, *WRAPPED])
def test_four_times_the_text_takes_about_four_times_as_long(reader, name):
    def text(size):
        if name in CASES:
            return CASES[name] * (size // len(CASES[name]))
        before, after = WRAPPED[name]
        times = size // len(before + after)
        return before * times + after * times

    small = max(seconds(reader, text(SMALL)), 0.002)
    large = seconds(reader, text(SMALL * TIMES))
    assert large < small * TIMES * 2.5, f"{small * 1e3:.1f} ms for {SMALL}, {large * 1e3:.1f} ms for {SMALL * TIMES}"
