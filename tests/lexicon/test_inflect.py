"""Paradigms as the grammars give them, and nothing that a grammar would not give."""

import pytest

from mithaq.lexicon.inflect import (
    adjective_forms,
    fold_word,
    noun_forms,
    verb_forms,
    with_pronouns,
    without_pronoun,
)

PAST = [
    ("قال", "يقول", "قائل", "قال قالت قالوا قالا قالتا قلت قلنا قلن"),
    ("كان", "يكون", "كائن", "كان كانت كانوا كانا كانتا كنت كنا كن"),
    ("دعا", "يدعو", "داعٍ", "دعا دعت دعوا دعتا دعوت دعونا"),
    ("نفى", "ينفي", "نافٍ", "نفى نفت نفوا نفيا نفتا نفيت نفينا"),
    ("رأى", "يرى", "رائٍ", "رأى رأت رأوا رأيت رأينا رأيا"),
    ("أعلن", "يعلن", "معلن", "أعلن أعلنت أعلنوا أعلنا أعلنتا"),
    ("أشار", "يشير", "مشير", "أشار أشارت أشاروا أشرت أشرنا"),
    ("اتّهم", "يتهم", "متهم", "اتهم اتهمت اتهموا اتهمنا"),
    ("استبعد", "يستبعد", "مستبعد", "استبعد استبعدت استبعدوا"),
    ("وقّع", "يوقع", "موقع", "وقع وقعت وقعوا وقعا وقعنا"),
    ("ردّ", "يرد", "رادّ", "رد ردت ردوا رددت رددنا"),
    ("التقى", "يلتقي", "ملتقٍ", "التقى التقت التقوا التقيا التقينا"),
    ("اتّفق", "يتفق", "متفق", "اتفق اتفقت اتفقوا اتفقا اتفقتا"),
    ("خشي", "يخشى", "خاشٍ", "خشي خشيت خشوا خشينا"),
    ("بدأ", "يبدأ", "بادئ", "بدأ بدأت بدأوا بدؤوا بدأنا"),
    ("جاء", "يجيء", "جاءٍ", "جاء جاءت جاءوا جاؤوا جئت جئنا"),
    ("أحيا", "يحيي", "محيٍ", "أحيا أحيت أحيوا أحيينا"),
    ("ليس", "", "", "ليس ليست ليسوا ليسا لست لسنا"),
    ("سأل", "يسأل", "سائل", "سأل سألت سألوا سألنا"),
]
PRESENT = [
    ("قال", "يقول", "قائل", "يقول تقول نقول أقول يقولون يقولوا يقولان يقل تقل نقل يقلن"),
    ("دعا", "يدعو", "داعٍ", "يدعو تدعو يدعون يدعوا يدع تدع يدعوان"),
    ("نفى", "ينفي", "نافٍ", "ينفي تنفي ينفون ينفوا ينف ينفيان"),
    ("رأى", "يرى", "رائٍ", "يرى ترى نرى أرى يرون يروا ير يريان"),
    ("أشار", "يشير", "مشير", "يشير تشير يشيرون يشيروا يشر يشيران"),
    ("ردّ", "يرد", "رادّ", "يرد ترد يردون يردوا يردد"),
    ("وقّع", "يوقع", "موقع", "يوقع توقع يوقعون يوقعا"),
    ("أخذ", "يأخذ", "آخذ", "يأخذ تأخذ نأخذ آخذ يأخذون"),
    ("أكّد", "يؤكد", "مؤكد", "يؤكد أؤكد يؤكدون"),
    ("بدأ", "يبدأ", "بادئ", "يبدأ تبدأ يبدأون يبدؤون يبدؤوا"),
    ("أنشأ", "ينشئ", "منشئ", "ينشئ ينشئون ينشئوا"),
]
PASSIVE = [
    ("قال", "يقول", "قائل", "قيل يقال"),
    ("أعاد", "يعيد", "معيد", "أعيد أعيدت يعاد تعاد"),
    ("دعا", "يدعو", "داعٍ", "دعي يدعى"),
    ("شارك", "يشارك", "مشارك", "شورك"),
    ("وضع", "يضع", "واضع", "يوضع توضع"),
    ("اختار", "يختار", "مختار", "اختير اختيرت"),
]
PARTICIPLE = [
    ("أكّد", "يؤكد", "مؤكد", "مؤكدا مؤكدة مؤكدين مؤكدون مؤكدان مؤكدتين مؤكدات"),
    ("دعا", "يدعو", "داعٍ", "داع داعي داعيا داعية داعين داعون داعيتين"),
    ("أنشأ", "ينشئ", "منشئ", "منشئ منشئا منشئة منشئين"),
    ("التقى", "يلتقي", "ملتقٍ", "ملتقيا ملتقية ملتقين"),
    ("أساء", "يسيء", "مسيء", "مسيء مسيئة مسيئين مسيئا"),
]


def check(label: str, past: str, present: str, participle: str, expected: str) -> None:
    forms = verb_forms(past, present, participle)[label]
    assert {fold_word(word) for word in expected.split()} <= forms


@pytest.mark.parametrize("case", PAST, ids=lambda case: case[0])
def test_past(case: tuple[str, str, str, str]) -> None:
    check("past", *case)


@pytest.mark.parametrize("case", PRESENT, ids=lambda case: case[0])
def test_present(case: tuple[str, str, str, str]) -> None:
    check("present", *case)


@pytest.mark.parametrize("case", PASSIVE, ids=lambda case: case[0])
def test_passive(case: tuple[str, str, str, str]) -> None:
    check("passive", *case)


@pytest.mark.parametrize("case", PARTICIPLE, ids=lambda case: case[0])
def test_participle(case: tuple[str, str, str, str]) -> None:
    check("participle", *case)


@pytest.mark.parametrize(
    ("verb", "label", "never"),
    [
        (("دعا", "يدعو", "داعٍ"), "past", "دعات دعاوا دعاا دعيت"),
        (("نفى", "ينفي", "نافٍ"), "past", "نفيوا نفوت نفيتا"),
        (("قال", "يقول", "قائل"), "past", "قالنا قلوا"),
        (("سأل", "يسأل", "سائل"), "past", "سلت سلنا"),
        (("أعلن", "يعلن", "معلن"), "present", "يعن يعلنن يعل"),
        (("قال", "يقول", "قائل"), "present", "يقلون"),
        (("أكّد", "يؤكد", "مؤكد"), "past", "أكددت"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else value,
)
def test_no_wrong_form(verb: tuple[str, str, str], label: str, never: str) -> None:
    assert not {fold_word(word) for word in never.split()} & verb_forms(*verb)[label]


@pytest.mark.parametrize(
    ("verb", "word"),
    [
        (("وصف", "يصف", "واصف"), "وصفها"),
        (("اتّهم", "يتهم", "متهم"), "اتهمته"),
        (("اتّهم", "يتهم", "متهم"), "يتهمونه"),
        (("اتّهم", "يتهم", "متهم"), "اتهموها"),
        (("نفى", "ينفي", "نافٍ"), "نفاه"),
        (("نفى", "ينفي", "نافٍ"), "ينفيه"),
        (("رأى", "يرى", "رائٍ"), "يراه"),
        (("قال", "يقول", "قائل"), "قالوه"),
        (("دعا", "يدعو", "داعٍ"), "دعاهم"),
    ],
    ids=lambda value: value if isinstance(value, str) else value[0],
)
def test_pronouns_on_verbs(verb: tuple[str, str, str], word: str) -> None:
    forms = verb_forms(*verb)
    stems = forms["past"] | forms["past_bound"] | forms["present"] | forms["present_bound"]
    assert fold_word(word) in with_pronouns(stems)
    assert any(stem in stems for stem, _ in without_pronoun(fold_word(word)))


@pytest.mark.parametrize(
    ("noun", "label", "expected"),
    [
        (("مسؤول", ["+ون"]), "plural", "مسؤولون مسؤولين مسؤولو مسؤولي"),
        (("جندي", ["جنود"]), "dual", "جنديان جنديين"),
        (("مدينة", ["مدن"]), "dual", "مدينتان مدينتين مدينتي مدينتا"),
        (("مدينة", ["مدن"]), "plural", "مدن مدنا"),
        (("مدينة", ["مدن"]), "singular_bound", "مدينت"),
        (("عضو", ["أعضاء"]), "plural", "أعضاء"),
        (("عضو", ["أعضاء"]), "plural_bound", "أعضائ أعضاؤ"),
        (("مستوى", ["+ات"]), "plural", "مستويات"),
        (("مستوى", ["+ات"]), "singular_bound", "مستوا"),
        (("قاضٍ", ["قضاة"]), "singular", "قاض قاضي قاضيا"),
        (("لقاء", ["+ات"]), "singular_bound", "لقائ لقاؤ"),
        (("شيء", ["أشياء"]), "singular", "شيء شيئا"),
        (("جزء", ["أجزاء"]), "singular", "جزء جزءا"),
        (("قرار", ["+ات"]), "singular", "قرار قرارا"),
        (("هجمة", ["+ات"]), "plural", "هجمات"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else None,
)
def test_nouns(noun: tuple[str, list[str]], label: str, expected: str) -> None:
    assert {fold_word(word) for word in expected.split()} <= noun_forms(*noun)[label]


def test_no_accusative_alef_after_ta_marbuta_or_hamza() -> None:
    assert noun_forms("مدينة")["singular"] == {"مدينه"}
    assert noun_forms("لقاء")["singular"] == {"لقاء"}


def test_adjectives() -> None:
    military = adjective_forms("عسكري")
    assert {"عسكري", "عسكريا"} == military["masculine"]
    assert "عسكريه" in military["feminine"]
    assert {"عسكريون", "عسكريين", "عسكريات"} <= military["plural"]
    assert {"عسكريتين", "عسكريان"} <= military["dual"]
    assert "كبري" in adjective_forms("أكبر", ["أكابر"], "كبرى")["feminine"]
    assert "اكبره" not in adjective_forms("أكبر", ["أكابر"], "كبرى")["feminine"]
    assert {"عال", "عالي", "عاليا"} == adjective_forms("عالٍ")["masculine"]
    assert "جدد" in adjective_forms("جديد", ["جدد"])["plural"]
    assert adjective_forms("أكثر", (), "")["feminine"] == set()


def test_hamza_at_the_end_of_adjectives() -> None:
    assert {fold_word("بطيئة")} == adjective_forms("بطيء")["feminine"]
    assert fold_word("نائية") in adjective_forms("ناءٍ")["feminine"]


def test_folding() -> None:
    assert fold_word("أُؤكِّدُ") == "اوكد"
    assert fold_word("مســؤولٌ") == "مسوول"
    assert fold_word("ﻻجئ") == "لاجي"
    assert fold_word("کی") == "كي"
