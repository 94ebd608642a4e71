"""Marks in a running text: nothing is lost, moved or obeyed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mithaq.web.marking import CONTROL, Mark, paragraphs, shown

TEXTS = st.text(alphabet='ابت ث"«»٤2(a<&\n\u202e\u200f\u200d\U0001f600\ufeff', max_size=60)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(TEXTS)
    spans = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=6))
    return text, [Mark(a, b, f"l{n % 3}", f"e{n}") for n, (a, b) in enumerate(spans) if a < b]


@given(marked())
def test_the_pieces_are_the_text(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    made = ["".join(p.text or text[p.start] for p in line) for line in paragraphs(text, marks)]
    assert made == [line for line in text.split("\n") if line]


@given(marked())
def test_every_piece_knows_its_place_and_its_marks(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    for line in paragraphs(text, marks):
        for piece in line:
            end = piece.start + (len(piece.text) or 1)
            assert piece.control or text[piece.start : end] == piece.text
            assert set(piece.entries) == {m.entry for m in marks if m.start <= piece.start and end <= m.end}
            assert not any(m.start < end and m.end > piece.start and m.entry not in piece.entries for m in marks)


@given(TEXTS)
def test_no_control_is_given_out(text: str) -> None:
    for line in paragraphs(text, []):
        assert not any(CONTROL.search(p.text) for p in line)
    assert not any(CONTROL.search(plain) for plain, _ in shown(text))
    assert "".join(plain or chr(int(name[2:], 16)) for plain, name in shown(text)) == text


def test_marks_on_mixed_text() -> None:
    text = 'قال "إن ٤٠٠٠ جندي (NATO)" سينسحبون'
    marks = [Mark(4, 25, "statements", "s"), Mark(8, 12, "times", "n"), Mark(19, 23, "actors", "a")]
    (line,) = paragraphs(text, marks)
    assert [(p.text, p.entries) for p in line] == [
        ("قال ", []), ('"إن ', ["s"]), ("٤٠٠٠", ["s", "n"]), (" جندي (", ["s"]), ("NATO", ["s", "a"]), (')"', ["s"]),
        (" سينسحبون", []),
    ]  # fmt: skip
