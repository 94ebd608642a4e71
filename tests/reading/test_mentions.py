"""Mentions, entities, and the actor that a phrase stands for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mithaq.document import Document
from mithaq.grammar.actor import phrase_at
from mithaq.grammar.grammar import default_grammar
from mithaq.grammar.page import Page
from mithaq.reading.entities import Cast
from mithaq.reading.mentions import read_mentions


def cast_of(text: str) -> tuple[Page, Cast]:
    """The page and the cast of a report."""
    page = Page(Document(text), default_grammar())
    return page, Cast(page, read_mentions(page))


def named(text: str, label: str) -> list[str]:
    """The names of the entities of one label, in order."""
    return [e.name for e in cast_of(text)[1].entities() if e.label == label]


def resolved(text: str, words: str) -> str:
    """The name of the actor whom the last occurrence of some words stands for."""
    page, cast = cast_of(text)
    at = text.rindex(words)
    token = next(i for i, (s, e) in enumerate(zip(page.text.starts, page.text.ends, strict=True)) if s <= at < e)
    phrase = phrase_at(page, token, len(page))
    assert phrase is not None
    return cast.actor(phrase, token).name


REPORT = (
    "قال وزير المالية اللبناني سامر الحداد إن الموازنة جاهزة. وأوضح الحداد أن الوزارة أنهت عملها، وأشار الوزير إلى أن التصويت قريب. "
    "وأكدت المتحدثة باسم المفوضية العليا المستقلة للانتخابات نادين شمعون أن المفوضية ستعلن النتائج. ولفتت المتحدثة إلى أن العد انتهى. "
    "وقال مصدر أمني في بيروت إن الوضع هادئ، وذكر المصدر أن القوات انتشرت."
)


def test_a_short_name_stands_for_the_full_one() -> None:
    assert resolved(REPORT, "الحداد") == "سامر الحداد"
    assert resolved("الحداد: الموازنة جاهزة\n\nقال وزير المالية سامر الحداد إن العمل انتهى.", "سامر") == "سامر الحداد"


def test_a_title_stands_for_its_holder() -> None:
    assert resolved(REPORT, "الوزير") == "سامر الحداد"
    assert resolved(REPORT, "المتحدثة") == "نادين شمعون"


def test_a_title_of_another_state_is_another_person() -> None:
    text = "التقى الرئيس التونسي هشام الورداني الرئيس المالي بكاري ديالو. وقال الرئيس التونسي إن اللقاء مهم."
    assert resolved(text, "الرئيس التونسي") == "هشام الورداني"


def test_a_short_organisation_stands_for_the_full_one() -> None:
    assert resolved(REPORT, "المفوضية ستعلن".split()[0] + " ستعلن") == "المفوضية العليا المستقلة للانتخابات"


def test_the_unnamed_keep_the_words_used() -> None:
    assert resolved(REPORT, "مصدر أمني في بيروت") == "مصدر أمني في بيروت"
    assert resolved(REPORT, "المصدر") == "مصدر أمني في بيروت"


def test_roles_stand_beside_their_names() -> None:
    _, cast = cast_of(REPORT)
    roles = {m.name: m.role.cite(REPORT) for m in cast.mentions if m.role}
    assert roles["سامر الحداد"] == "وزير المالية اللبناني"
    assert roles["نادين شمعون"] == "المتحدثة باسم المفوضية العليا المستقلة للانتخابات"


def test_organisations_places_and_facilities() -> None:
    text = "وصل وفد من وزارة الدفاع الأردنية إلى مطار عدن الدولي في اليمن، ثم زار بغداد وقاعدة «الوادي» الجوية."
    assert "وزارة الدفاع الأردنية" in named(text, "organization")
    assert {"اليمن", "بغداد"} <= set(named(text, "place"))
    assert {"مطار عدن الدولي", "قاعدة «الوادي» الجوية"} <= set(named(text, "facility"))


def test_common_words_are_no_names() -> None:
    text = "وأعلن مساء أمس استعداد بلاده للتعاون، فيما طالب سكان القرى بفتح الطريق وتوفير المياه والكهرباء."
    assert named(text, "person") == []


def test_a_name_is_found_behind_its_clitics() -> None:
    text = "التقى طارق البرغوثي الوفد. وقال مقرب من البرغوثي إن للبرغوثي شروطا، وإن لقاء ثانيا سيعقد."
    _, cast = cast_of(text)
    assert [m.span.cite(text) for m in cast.mentions if m.label == "person"] == [
        "طارق البرغوثي", "البرغوثي", "للبرغوثي",
    ]  # fmt: skip
    assert [e.name for e in cast.entities() if e.label == "person"] == ["طارق البرغوثي"]


_WORDS = (
    "قال وزير الخارجية المصري محمد بن علي ، « » ( ) في العراق و ال الرئيس مجلس لجنة عبد الله 12 . \n بغداد ترامب".split(
        " "
    )
)


@given(st.lists(st.sampled_from(_WORDS), max_size=60))
def test_spans_lie_in_the_text_and_do_not_overlap(words: list[str]) -> None:
    text = " ".join(words)
    _, cast = cast_of(text)
    for label in ("person", "organization", "place", "facility"):
        end = 0
        for m in cast.mentions:
            if m.label == label:
                assert end <= m.span.start < m.span.end <= len(text)
                end = m.span.end
    ids = {e.id for e in cast.entities()}
    assert all(m.entity in ids for m in cast.mentions)
