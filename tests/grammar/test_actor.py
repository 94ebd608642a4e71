"""Noun phrases about actors: how far they go, and what in them is name and title."""

from __future__ import annotations

import pytest

from mithaq.document import Document
from mithaq.grammar.actor import ActorPhrase, phrase_at
from mithaq.grammar.grammar import default_grammar
from mithaq.grammar.page import Page


def read(text: str) -> tuple[Page, ActorPhrase | None]:
    """The phrase that a text begins with."""
    page = Page(Document(text), default_grammar())
    return page, phrase_at(page, 0, len(page))


def words(page: Page, tokens: tuple[int, int] | None) -> str | None:
    """The words of a part of a phrase."""
    return page.cite(*tokens) if tokens else None


EXTENTS = [
    # the phrase, and what follows it
    ("الوزير", "في مؤتمر صحفي إن"),
    ("وزير الزراعة والري الأردني", "أمس في عمان"),
    ("مصدر أمني في محافظة كركوك", "إن التفجير"),
    ("مسؤول أمني رفيع المستوى", "طلب حجب اسمه"),
    ("المتحدث باسم الجيش اليمني", "في تصريح صحفي"),
    ("سفير فرنسا لدى الأمم المتحدة", "إن بلاده"),
    ("عضو لجنة الأمن والدفاع النيابية", "لوكالة رويترز"),
    ("المفوضية العليا المستقلة للانتخابات", "أنها ستعلن"),
    ("مصدر مقرب من الحكومة", "لصحيفة محلية"),
    ("القيادي في حركة النهضة", "خلال لقاء"),
    ('صحيفة "الغد" الأردنية', "أن"),
    ("الأمين العام للجامعة العربية", "إن"),
    ("معظم دول الخليج", "على القرار"),
    ("الناشطة الحقوقية", "التي تقيم في لندن"),
    ("مدير الصحة", "بعد ظهر الأحد"),
]


@pytest.mark.parametrize(("phrase", "rest"), EXTENTS)
def test_a_phrase_ends_where_the_sentence_goes_on(phrase: str, rest: str) -> None:
    page, found = read(f"{phrase} {rest}")
    assert found is not None
    assert page.cite(found.first, found.last) == phrase


NAMES = [
    # text, name, title
    ("وزير الخارجية التونسي، خالد المنصوري، إن", "خالد المنصوري", "وزير الخارجية التونسي"),
    ("رئيس بلدية المدينة عبد الله بن سالم الهاشمي لدى افتتاحه", "عبد الله بن سالم الهاشمي", "رئيس بلدية المدينة"),
    ("سلمى الخطيب، المتحدثة باسم وزارة الصحة، إن", "سلمى الخطيب", "المتحدثة باسم وزارة الصحة"),
    ("المستشارة الألمانية هيلدا براونفيلد في برلين", "هيلدا براونفيلد", "المستشارة الألمانية"),
    ("السفير الياباني في القاهرة تاكيشي موراكامي إن", "تاكيشي موراكامي", "السفير الياباني في القاهرة"),
    ("نائبه جورج مانديفيل إن", "جورج مانديفيل", "نائبه"),
    ("الملك محمد يستقبل الوفد", "محمد", "الملك"),
    ("العميد ياسر الحمداني قائد اللواء إن", "ياسر الحمداني", "العميد"),
    ("المفوضة التي زارت بغداد، ليلى الأنصاري، إن", "ليلى الأنصاري", "المفوضة"),
]


@pytest.mark.parametrize(("text", "name", "role"), NAMES)
def test_a_title_and_the_name_beside_it(text: str, name: str, role: str) -> None:
    page, found = read(text)
    assert found is not None
    assert (words(page, found.name), words(page, found.role)) == (name, role)
    assert found.label == "person" and found.named


def test_a_title_without_a_name_names_nobody() -> None:
    _, found = read("المدير العام للشركة أن الأرباح")
    assert found is not None and not found.named and found.role is not None


def test_two_actors_joined_are_two_parts() -> None:
    page, found = read("حركة فتح وحركة حماس على الاتفاق")
    assert found is not None
    assert [page.span(*p.name).cite(page.document.text) for p in found.parts if p.name] == ["حركة فتح", "حركة حماس"]


def test_a_dual_with_two_adjectives_is_two_actors() -> None:
    _, found = read("الحكومتان السورية واللبنانية على فتح المعابر")
    assert found is not None
    assert [p.wording for p in found.parts] == ["الحكومة السورية", "الحكومة اللبنانية"]


@pytest.mark.parametrize("text", ["في بغداد", "أن الوضع", "يقول", "، والوزير", "2014"])
def test_no_phrase_begins_at_a_particle_a_verb_or_a_mark(text: str) -> None:
    assert read(text)[1] is None


def test_a_woman_is_told_by_her_title() -> None:
    assert read("وزيرة الثقافة في بيان")[1].gender == "f"  # type: ignore[union-attr]
    assert read("نظيره الروسي في بيان")[1].gender == "m"  # type: ignore[union-attr]
