"""Conditions: the clause or phrase on which an act depends, with the word that marks it."""

from __future__ import annotations

from mithaq.grammar.clause.ground import COMMAS, COMPLEMENTISERS, STOPS, Ground
from mithaq.text.clitics import W

_WORDS = frozenset("اذا طالما ريثما لحين عندما شريطه شرط بشرط مقابل لدي بمجرد فور رهنا مشروطا شرطا".split())
# All words with which a condition can begin, in every shape that `condition_at` knows.
_OPENING = _WORDS | frozenset("في وفي ما مالم الي الا بعد قبل وفقا وفق طبقا بحسب حسب بما حتي رهنا".split())
_THAT = {"شريطه": "شرط", "شرط": "شرط", "بشرط": "شرط"}
_BINDING = frozenset("دستور قانون قوانين شروط شرط ضوابط اتفاق اتفاقيه معايير قرارات قرار مواعيد ماده".split())


def condition_at(ground: Ground, i: int, limit: int) -> int | None:
    """The token behind the condition that begins at token i, or None where none does."""
    page = ground.page
    word, following = page.word(i), page.word(i + 1)
    if page.mask(i) & W and word[1:] in _WORDS:
        word = word[1:]
    if word not in _OPENING:
        return None
    start = i + 1
    if word in ("اذا", "طالما", "ريثما", "لحين"):
        pass
    elif word == "عندما" and i > 0 and page.has(i + 1, "present"):
        pass
    elif word in _THAT:
        if page.has(i - 1, "prep") or not (
            following == "ان" or page.has(i + 1, "masdar", "noun") or following == "عدم"
        ):
            return None
    elif word == "مقابل":
        if not page.has(i + 1, "masdar"):
            return None
    elif (
        word in ("في", "وفي")
        and page.word(i + 1) in ("حال", "حاله")
        and page.word(i + 2) not in ("استعداد", "تاهب", "طواري", "حرب", "ذعر")
    ):
        start = i + 2
    elif word in ("ما", "مالم") and (following in ("لم", "دام", "دامت") or word == "مالم"):
        start = i + 2
    elif word == "الي" and following in ("حين", "ان"):
        start = i + 2
    elif word == "الا" and following in ("اذا", "بعد", "في"):
        start = i + 2
    elif word in ("بعد", "قبل") and following in COMPLEMENTISERS and page.has(i + 2, "present"):
        start = i + 2
    elif word in ("وفقا", "وفق", "طبقا", "بحسب", "حسب") and page.stem(_governed(ground, i)) in _BINDING:
        start = _governed(ground, i) + 1
    elif (
        word == "ما"
        and page.has(i + 1, "past")
        and page.word(i - 1) not in ("و", "كل", "علي", "الي", "من", "في")
        and page.stem(i + 1) in ("التزم", "التزمت", "بقي", "بقيت")
    ):
        start = i + 2
    elif word == "قبل" and page.has(i + 1, "masdar") and not ground.time_phrase(i, limit):
        pass
    elif word == "بما" and page.word(i + 1) in ("يتفق", "يتوافق", "ينسجم", "يتماشي"):
        pass
    elif word == "حتي" and page.has(i + 1, "masdar") and not ground.time_phrase(i, limit):
        pass
    elif word == "رهنا" or word in ("بمجرد", "فور") and page.has(i + 1, "masdar"):
        pass
    else:
        return None
    return _end(ground, start, limit)


def _governed(ground: Ground, i: int) -> int:
    """The noun behind a preposition of accordance: behind its ل where that stands alone."""
    return i + 2 if ground.page.word(i + 1) == "ل" else i + 1


def _end(ground: Ground, start: int, limit: int) -> int:
    """Where a condition ends: at a comma that joins no further noun to it, or with the sentence."""
    page = ground.page
    i = start
    while i < limit:
        word = page.word(i)
        if word in STOPS or word == "»":
            break
        if word == "«" and i in ground.opened:
            close = ground.opened[i].close
            assert close is not None
            i = close + 1
            continue
        if word in COMMAS:
            at = i + 1
            if not (page.mask(at) & W and page.has(at, "masdar", "noun") and not ground.verb_like(at)):
                break
        elif i > start and (
            i in ground.cues
            or word.startswith("ف")
            and page.mask(i) & W
            and i > start + 2
            and (ground.verb_like(i) or page.stem(i) in ("لن", "ان", "انه", "انها"))
        ):
            break
        i += 1
    return i
