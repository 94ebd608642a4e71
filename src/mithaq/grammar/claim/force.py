"""Measures, fighting and breaches: حظر فرض, هجوم رغم الهدنة, اتفاق فشل أو خرق."""

from __future__ import annotations

from mithaq.grammar.claim.about import about_at, spoken_of
from mithaq.grammar.claim.claimed import Claimed
from mithaq.grammar.claim.matter import (
    FIGHTING,
    PEACE,
    behind,
    clear,
    end_of,
    first_of,
    last_of,
    named,
    pronoun,
    speaks_of,
    supposed,
    told,
    truce_in,
)
from mithaq.grammar.clause.ground import Ground
from mithaq.grammar.clause.subject import actor_at, subject_of
from mithaq.grammar.commitment.pact import AGREEMENTS
from mithaq.lexicon.happenings import Happening
from mithaq.text.clitics import AL, B, L, S

_MEASURES = frozenset("حظر حظرا عقوبات".split())
_DECREES = frozenset("امر مرسوم قرار قانون عفو".split())
_BREACHES = frozenset("خرق خروق خروقات انتهاك انتهاكات خرقا".split())
_ATTACKS = frozenset("هجمات هجوم هجوما غارات غاره قصف مواقع موقع".split())


def imposed(ground: Ground, token: int, limit: int) -> Claimed | None:
    """A council or a state imposed an embargo or sanctions."""
    page = ground.page
    at = behind(ground, token, limit, _MEASURES, 10)
    if (
        pronoun(ground, token)
        or at is None
        or page.has(at - 1, "prep")
        or page.mask(at) & (AL | B | L)
        or not clear(ground, token)
    ):
        return None
    if page.has(token, "masdar") and subject_of(ground, token, None).kind != "phrase":
        return None
    if page.has(token - 1, "noun", "masdar") and not page.mask(token - 1) & AL and token - 1 not in ground.ends:
        return None
    return Claimed(
        token, end_of(ground, at, limit, 7), token, "entered-into-force", named(ground, at, limit), "claim.imposed"
    )


def issued(ground: Ground, token: int, limit: int) -> Claimed | None:
    """A decree, an order, a law was issued."""
    page = ground.page
    at = ground.skip(token + 1, limit)
    if page.stem(at) not in _DECREES or page.mask(at) & (B | L) or page.word(token - 1) in ("الذي", "التي"):
        return None
    return Claimed(
        token, end_of(ground, at, limit, 9), token, "entered-into-force", named(ground, at, limit), "claim.issued"
    )


def _truce_over(ground: Ground, token: int, start: int, limit: int) -> bool:
    """Whether a truce that holds is spoken of: in the sentence behind رغم, or in a title that says it is broken."""
    page = ground.page
    for i in range(start, limit):
        if page.word(i) in ("رغم", "برغم", "بالرغم") and truce_in(ground, i + 1, min(limit, i + 9)) is not None:
            return True
    memo = page.memo
    found = memo.get("claim.truce_title")
    if found is None:
        found = False
        if page.text.paragraphs:
            first, last = page.text.paragraphs[0]
            found = truce_in(ground, first, last) is not None and any(
                page.stem(i) in _BREACHES or page.word(i) in ("رغم", "برغم", "بالرغم") for i in range(first, last)
            )
        memo["claim.truce_title"] = found
    return bool(found)


def attacked(ground: Ground, token: int, start: int, limit: int) -> Claimed | None:
    """A party to a truce attacked."""
    if not speaks_of(ground, "truce", ("هدنه", "عداييات", "وقف")) or not clear(ground, token):
        return None
    at = behind(ground, token, limit, _ATTACKS, 14)
    if at is None or not _truce_over(ground, token, start, limit):
        return None
    return Claimed(token, end_of(ground, at, limit, 6), token, "violated", None, "claim.attacked")


def stopped(ground: Ground, token: int, start: int, limit: int) -> Claimed | None:
    """The fighting stopped, where a truce is spoken of."""
    page = ground.page
    if not speaks_of(ground, "truce", ("هدنه", "عداييات", "وقف")):
        return None
    at = token + 1 if page.stem(token + 1) in FIGHTING else token - 1 if page.stem(token - 1) in FIGHTING else None
    if at is None or not page.mask(at) & AL:
        return None
    return Claimed(
        min(at, token), end_of(ground, max(at, token), limit, 8), token, "progressing", (at, at + 1), "claim.stopped"
    )


def accused(ground: Ground, token: int, reading: Happening, start: int, limit: int) -> Claimed | None:
    """The parties accuse each other of breaches."""
    page = ground.page
    if page.mask(token) & (S | AL | B | L) or supposed(ground, token):
        return None
    if reading.kind == "accuse":
        at = next(
            (i for i in range(token + 1, min(limit, token + 10)) if page.stem(i) in _BREACHES and page.mask(i) & B),
            None,
        )
        if at is None:
            return None
        about = about_at(ground, at + 1, limit, "violated")
        return Claimed(at, about[1], token, "violated", about, "claim.accused") if about else None
    at = next((i for i in range(token + 1, min(limit, token + 7)) if page.stem(i) in ("اتهامات", "اتهام")), None)
    breach = (
        next((i for i in range(at + 1, min(limit, at + 6)) if page.stem(i) in _BREACHES), None)
        if at is not None
        else None
    )
    if breach is None:
        return None
    return Claimed(
        token,
        end_of(ground, breach, limit, 6),
        token,
        "violated",
        spoken_of(ground, token, start, "violated"),
        "claim.accused",
    )


def undone(ground: Ground, token: int, limit: int) -> Claimed | None:
    """The clashes put an end to an agreement."""
    page = ground.page
    at = behind(ground, token, limit, AGREEMENTS | {"اتفاقا"}, 7)
    if at is None or page.mask(at) & (B | L) or page.has(at - 1, "prep") or pronoun(ground, token):
        return None
    if page.has(at - 1, "noun", "masdar") and not page.mask(at - 1) & AL:
        return None
    if page.mask(at) & AL and at == token + 1 and not page.word(token).endswith("ت") and not page.has(at + 1, "mark"):
        return None  # أنهى الاتفاق الحرب
    return Claimed(token, named(ground, at, limit)[1], token, "cancelled", named(ground, at, limit), "claim.undone")


def failed(ground: Ground, token: int, reading: Happening, start: int, limit: int) -> Claimed | None:
    """An agreement failed, did not hold."""
    page = ground.page
    if page.mask(token) & (S | AL | B | L):
        return None
    if reading.lemma == "صمد":
        if page.word(token - 1) not in ("لم", "ولم"):
            return None
        at = first_of(ground, token + 1, min(limit, token + 3), PEACE | {"اتفاقات", "اتفاقيات"})
        at = at if at is not None else last_of(ground, max(start, token - 10), token, PEACE)
        if at is None:
            return None
        return Claimed(
            min(at, token - 1),
            max(end_of(ground, token, limit, 6), at + 1),
            token,
            "cancelled",
            named(ground, at, limit),
            "claim.failed",
        )
    if reading.tense != "past" or not told(ground, token) or pronoun(ground, token):
        return None
    if page.mask(token + 1) & AL or actor_at(ground, token + 1, limit) is not None:
        at = token + 1 if page.stem(token + 1) in PEACE - {"عمليه", "مسار"} else None
    else:
        at = token + 1 if page.stem(token + 1) in AGREEMENTS else None
    if at is None and page.word(token - 1) == "قد" and page.word(token + 1) not in ("في",):
        at = last_of(ground, max(start, token - 9), token, AGREEMENTS)
    if at is None:
        return None
    return Claimed(min(at, token), max(at, token) + 1, token, "cancelled", named(ground, at, limit), "claim.failed")


def approved(ground: Ground, token: int, limit: int) -> Claimed | None:
    """A council agreed to renew sanctions or a mandate."""
    at = behind(ground, token, limit, frozenset(("تجديد", "تمديد")), 14)
    if at is None or pronoun(ground, token):
        return None
    about = next((p for i in range(at + 1, min(limit, at + 4)) if (p := about_at(ground, i, limit, "extended"))), None)
    return Claimed(token, about[1], token, "extended", about, "claim.approved") if about else None


def breached(ground: Ground, token: int, start: int, limit: int) -> Claimed | None:
    """وانتهك مرات عدة, سرعان ما انتهك الاتفاق: the agreement spoken of was broken."""
    page = ground.page
    if pronoun(ground, token):
        return None
    if page.stem(token + 1) in PEACE and page.word(token - 1) == "ما":
        return Claimed(token - 2, token + 2, token, "violated", named(ground, token + 1, limit), "claim.breached")
    if "مرات" not in (page.stem(token + 1), page.stem(token + 2)) and page.word(token + 1) not in ("مرارا", "مرتين"):
        return None
    about = spoken_of(ground, token, start, "violated")
    return Claimed(token, token + 3, token, "violated", about, "claim.breached") if about else None
