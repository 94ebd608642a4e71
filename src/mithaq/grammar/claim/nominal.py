"""Claims by nouns and participles: انسحاب بلاده من الاتفاق, خرقا للمعاهدة, الاتفاق الموقع في 2015."""

from __future__ import annotations

from mithaq.grammar.claim.about import about_at, ending, object_of, spoken_of
from mithaq.grammar.claim.claimed import Claimed, clause_end, in_title
from mithaq.grammar.clause.ground import COMMAS, STOPS, Ground
from mithaq.grammar.clause.subject import before
from mithaq.grammar.commitment.pact import AGREEMENTS, pact_stem
from mithaq.lexicon.deeds import Deed
from mithaq.text.clitics import AL, B, L, P, S, W

_FACT_BEFORE = frozenset("اعلن اعلنت اعلان قرار بعد منذ رغم عقب اثر بسبب نتيجه خلفيه تاكيد قرر قررت منها شهد".split())


def nominal(ground: Ground, token: int, deed: Deed, claim: str, start: int, limit: int) -> Claimed | None:
    """انسحاب بلاده من الاتفاق, خرقا للمعاهدة, تأجيل التصويت, تم توقيع الاتفاقية."""
    page = ground.page
    if claim in ("started", "progressing", "adhered", "rejected", "fulfilled", "entered-into-force"):
        return None
    before_ = page.word(token - 1)
    light = page.stem(token - 1) in ("تم", "تمت", "جري", "جرت") and not page.mask(token - 1) & S
    about = object_of(ground, token, deed, claim, min(limit, token + 12))
    if about is None and claim == "violated" and page.mask(token + 1) & L:
        about = about_at(ground, token + 1, limit, claim)
    first = token
    if about is None and page.mask(token) & P and light:
        about = spoken_of(ground, token - 1, start, claim)
        if about is not None:
            return Claimed(token - 1, clause_end(ground, token, limit), token, claim, about, "claim.noun.done")
    if about is None and page.mask(token) & P and light and page.word(token - 2) in ("التي", "الذي"):
        about = ending(ground, token - 2, start, claim)
        if about is not None:
            return Claimed(about[0], _time_end(ground, token + 1, limit), token, claim, about, "claim.noun.relative")
    if about is None:
        return None
    if light:
        return Claimed(token - 1, about[1], token, claim, about, "claim.noun.done")
    if (
        claim == "violated"
        and deed.lemma in ("خرق", "انتهك", "خالف")
        and (
            page.stem(token - 1) in ("شكل", "يشكل", "تشكل", "مثل", "تمثل", "يمثل", "يعد", "تعد", "يعتبر", "تعتبر")
            or before_ in ("يعتبر",)
        )
    ):
        who = before(ground, token - 1, start, None)
        if who.phrase is not None:
            first = who.phrase.first
        return Claimed(
            max(first if first != token else start, token - 12), about[1], token, claim, about, "claim.noun.amounts"
        )
    asserted = page.stem(token - 1) in _FACT_BEFORE or any(
        page.stem(k) in _FACT_BEFORE for k in range(max(start, token - 8), token) if not _broken(ground, k, token)
    )
    opens = token == start or page.word(token - 1) in (":", "«") or page.word(token - 1) in COMMAS and token - start < 3
    if not (
        asserted
        or opens
        and claim in ("delayed", "withdrawn", "extended", "suspended", "cancelled", "signed")
        or page.mask(token) & (B | P)
        and claim == "withdrawn"
    ):
        return None
    if _threatened(ground, token, start):
        return None
    if before_ in ("عدم", "دون", "الي", "علي", "لعدم", "بعدم") and page.stem(token - 2) not in ("دعا", "اعلن"):
        return None
    if claim == "signed" and not (
        asserted and not opens or opens and in_title(ground, token) or ground.time_phrase(about[1], limit)
    ):
        return None
    last = about[1]
    if page.has(last, "rel") or page.word(last) in ("المقرر", "المقرره"):
        last = clause_end(ground, last, limit)
    return Claimed(first, last, token, claim, about, "claim.noun")


def _threatened(ground: Ground, token: int, start: int) -> bool:
    """Whether a verbal noun is what somebody threatens, fears, asks for or plans, not what has happened."""
    page = ground.page
    for k in range(token - 1, max(start, token - 9) - 1, -1):
        if page.word(k) in STOPS or page.word(k) in ("ان", "انه", "انها"):
            return False
        if page.stem(k) in ("اعلان", "اعلن", "اعلنت", "قرار"):
            return False
        if page.stem(k) in _FEARED or any({"threat", "demand", "plan"} & d.jobs.keys() for d in ground.deeds(k)):
            return True
    return False


_FEARED = frozenset(
    "تهديد تهديدات حذر حذرت محذرا تحذير تحذيرات مخاوف خشيه احتمال احتمالات امكانيه حال اذا لو نيه".split()
)


def _broken(ground: Ground, k: int, token: int) -> bool:
    """Whether a clause boundary stands between two tokens."""
    page = ground.page
    return any(
        page.word(i) in STOPS
        or page.word(i) in ("ان", "انه", "انها", "الذي", "التي", "و", "هدد", "دعا")
        or page.mask(i) & W
        and ground.verb_like(i)
        for i in range(k + 1, token)
    )


def _time_end(ground: Ground, token: int, limit: int) -> int:
    return ground.time_phrase(token, limit) or token


def described(ground: Ground, token: int, deed: Deed, claim: str, start: int, limit: int) -> Claimed | None:
    """الاتفاق الموقع في 2015, الاتفاقيات ما زالت مجمدة, الانسحاب متأخر."""
    page = ground.page
    mask = page.mask(token)
    if claim == "signed":
        if deed.lemma not in ("وقع", "ابرم") or not mask & AL and not ground.time_phrase(token + 1, limit):
            return None
        about = ending(ground, token, start, claim)
        if about is None or pact_stem(ground, about[0]) not in AGREEMENTS | {"وقف"}:
            return None
        if page.word(token + 1) == "بالاحرف":
            last = next(
                (e for k in range(token + 2, min(limit, token + 5)) if (e := ground.time_phrase(k, limit))), token + 3
            )
            return Claimed(about[0], last, token, claim, about, "claim.described")
        if not (
            ground.time_phrase(token + 1, limit) or page.word(token + 1) in ("بين", "مع", "في", "عام", "منذ", "قبل")
        ):
            return None
        last = ground.time_phrase(token + 1, limit) or token + 1
        return Claimed(about[0], last, token, claim, about, "claim.described")
    if claim in ("suspended", "delayed") and not mask & AL:
        if page.stem(token - 1) in ("وقت", "ساعه", "موعد"):
            return None
        if claim == "delayed" and deed.lemma != "تاخر" or claim == "suspended" and deed.lemma not in ("جمد", "علق"):
            return None
        if page.stem(token - 1) in ("زالت", "زال", "تزال", "يزال") or deed.lemma == "تاخر":
            first = token - 2 if page.stem(token - 1) in ("زالت", "زال", "تزال", "يزال") else token
            about = ending(ground, first, start, claim) or ending(ground, first, start, "delayed")
            if about is None:
                if deed.lemma == "تاخر":
                    return None
                return Claimed(first, clause_end(ground, token, limit), token, claim, None, "claim.described")
            return Claimed(about[0], clause_end(ground, token, limit), token, claim, about, "claim.described")
    return None
