"""What a claim is about: which nouns can be, and where the words stand that name it."""

from __future__ import annotations

from mithaq.grammar.clause.ground import COMMAS, STOPS, Ground
from mithaq.grammar.commitment.pact import PACTS, pact_at, pact_stem
from mithaq.lexicon.deeds import Deed
from mithaq.text.clitics import AL, B, L, W

_TERMED = frozenset(
    "ولايه تفويض انتداب طواري مهله حظر عقوبات مهمه عضويه عمل بنود برنامج رحلات اضراب وقف حاله سريان مذكره".split()
)

_PLANNED = frozenset(
    "انتخابات اقتراع تصويت استفتاء انسحاب محادثات مفاوضات قمه موتمر جلسه عمليه تنفيذ تطبيق جوله مناقشه اجتماع تسليم سحب تمويل صفقه تبادل زياره".split()
)

_PACT_LIKE = frozenset("تعهد تعهدات التزام التزامات وعد وعود هدنه".split())

_FOR: dict[str, frozenset[str]] = {
    "delayed": _PLANNED | {"ولايه", "تنفيذ"}, "extended": _TERMED - {"عمل", "وقف", "حاله"}, "suspended": (_TERMED - {"حظر", "عقوبات", "وقف"}) | {"محادثات", "مفاوضات", "مشاركه"},
    "cancelled": _PLANNED - {"زياره", "اجتماع", "مفاوضات", "محادثات", "جوله"}, "withdrawn": frozenset({"تمويل", "ترشيح"}), "rejected": frozenset({"تمديد", "تجديد"}), "started": frozenset({"خطوات", "تنفيذ", "تطبيق", "سريان"}),
    "fulfilled": frozenset({"بنود", "التزام", "مطالب"}), "doubted": frozenset({"جديه", "التزام", "نوايا"}), "progressing": frozenset({"تنفيذ"}),
}  # fmt: skip

_LOOSE = frozenset("التزام تعهد وعد مشروع برنامج خطه امر حكم نظام بند ماده اعلان عقد نص".split())

_PREPOSITIONS: dict[str, tuple[str, ...]] = {
    "انسحب": ("من",), "تراجع": ("عن",), "تنصل": ("من",), "شكك": ("في",), "وقع": ("علي", ""), "التزم": ("",), "اوفي": ("",), "اخل": ("",), "خرج": ("من",),
}  # fmt: skip

SIDES = 16


def fits(ground: Ground, token: int, claim: str) -> bool:
    """Whether a noun is what such a claim can be about."""
    stem = pact_stem(ground, token)
    if stem in _FOR.get(claim, ()):
        return True
    if claim == "started":
        return stem in ("هدنه", "خطه", "برنامج")
    if stem in _LOOSE and claim in ("signed", "started", "progressing", "doubted"):
        return stem in ("مشروع", "عقد", "اعلان") and claim == "signed"
    return stem in PACTS or stem in _PACT_LIKE


def about_at(ground: Ground, token: int, stop: int, claim: str) -> tuple[int, int] | None:
    """The words at a token that name what a claim is about."""
    page = ground.page
    if page.stem(token) == "وقف" and page.stem(token + 1) == "اطلاق":
        return token, min(stop, token + 3)
    if not fits(ground, token, claim):
        return None
    found = pact_at(ground, token, stop)
    if found is not None:
        return found
    end = token + 1
    while (
        end < min(stop, token + 6)
        and not page.has(end, "timeword", "prep")
        and end not in ground.times
        and (page.mask(end) & AL or page.has(end, "noun", "masdar", "adj"))
        and not page.mask(end) & (B | L | W)
        and not ground.verb_like(end)
    ):
        end += 1
    return token, end


def object_of(ground: Ground, token: int, deed: Deed, claim: str, limit: int) -> tuple[int, int] | None:
    """What the verb at a token is about, behind it: past its subject, times, and one phrase with a preposition."""
    page = ground.page
    allowed = _PREPOSITIONS.get(deed.lemma)
    for i in range(token + 1, min(limit, token + SIDES)):
        word, mask = page.word(i), page.mask(i)
        if word in STOPS or word == "»":
            return None
        if (
            word in COMMAS
            and not (ground.time_phrase(i + 1, limit) or i - token > 1 and ground.time_phrase(i - 1, i))
            and page.mask(i + 1) & W
        ):
            return None
        if (
            i > token + 1
            and ground.verb_like(i)
            or word in ("ان", "انه", "انها", "لكن", "بعد", "قبل", "الذي", "التي", "بشان", "حول", "بموجب", "خلال")
        ):
            return None
        if mask & W and i == token + 1:
            return None
        if mask & L and claim != "started":
            continue
        if word == "ما" and page.stem(i + 1) in ("تم", "جري") and page.stem(i + 2) in ("اتفاق", "توافق"):
            return i, i + 4
        found = about_at(ground, i, limit, claim)
        if found is None:
            continue
        if mask & B and deed.lemma not in ("التزم", "اوفي", "وفي", "اخل"):
            continue
        preceding = page.word(i - 1)
        if (
            allowed is not None
            and allowed[0]
            and not (preceding in allowed or "" in allowed and not page.has(i - 1, "prep"))
        ):
            continue
        if (
            allowed is None
            and page.has(i - 1, "prep")
            and preceding not in ("علي", "في", *(("من",) if claim == "fulfilled" else ()))
        ):
            continue
        if allowed is None and preceding == "في" and deed.lemma not in ("شرع", "بدا"):
            continue
        return found
    return None


def ending(ground: Ground, stop: int, start: int, claim: str) -> tuple[int, int] | None:
    """The pact named right before a token, particles aside."""
    page = ground.page
    i = stop
    while i > start and page.word(i - 1) in ("لم", "قد", "كان", "كانت", "،", ",", "ايضا", "»", "«", "لا"):
        i -= 1
    for k in range(i - 1, max(start, i - 12) - 1, -1):
        word = page.word(k)
        if word in COMMAS or word in STOPS or ground.verb_like(k):
            return None
        if fits(ground, k, claim):
            found = about_at(ground, k, i, claim)
            if found is not None and (found[1] >= i or page.mask(found[1]) & (L | B) or page.has(found[1], "prep")):
                return k, i
    return None


def spoken_of(ground: Ground, token: int, start: int, claim: str) -> tuple[int, int] | None:
    """The last pact named before a token in its sentence: what its pronoun or its dropped subject means."""
    for k in range(token - 1, max(start, token - 30) - 1, -1):
        if fits(ground, k, claim):
            found = pact_at(ground, k, token)
            if found is not None:
                return found
    return None
