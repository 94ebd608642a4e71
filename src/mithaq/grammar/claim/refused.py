"""Refusals: عبر عن رفضه للمبادرة, تعارض الفصائل الاتفاق, المبادرة لا تمثلنا, تبرأ مما يخرج به, امتنع عن التوقيع."""

from __future__ import annotations

from mithaq.grammar.claim.about import about_at, ending, spoken_of
from mithaq.grammar.claim.claimed import Claimed, in_title
from mithaq.grammar.claim.matter import MATTERS, TALKS, behind, end_of, first_of, named, pronoun, supposed
from mithaq.grammar.clause.ground import Ground
from mithaq.grammar.clause.subject import before, subject_of
from mithaq.lexicon.deeds import Deed
from mithaq.lexicon.happenings import Happening
from mithaq.text.clitics import AL, B, L, S

NOUNS = frozenset(("رفض", "تبرو", "تبرء", "تبروه", "تبروها", "تبروهم"))
_REFUSABLE = MATTERS | frozenset("نقاط نقاطا اجزاء بنود شروط وجود مشاركه تمديد تجديد توقيع حكومه مقترحات نتايج".split())
_VOICED = frozenset("عبر عبرت عبروا عبرا اعرب اعربت اعربوا اعربا اكد اكدت اكدوا جدد جددت جددوا ابدي ابدت ابدوا اعلن اعلنت اعلنوا معربا معربه "
                    "معلنا معلنه معبرا معبره مجددا مجدده موكدا موكده بيان بيانا".split())  # fmt: skip


def refused(ground: Ground, token: int, reading: Happening) -> Claimed | None:
    """A finite verb of refusing at a token."""
    page = ground.page
    start, limit = ground.region(token)
    if page.mask(token) & (S | AL | B | L) or supposed(ground, token):
        return None
    before_ = page.word(token - 1)
    if reading.kind == "stand_for":
        return _represents(ground, token, start, limit)
    if before_ in ("لا", "لم", "ولا", "ولم", "ما"):
        return None
    if reading.kind == "abstain":
        sign = next((i for i in range(token + 1, min(limit, token + 8)) if page.stem(i) == "توقيع"), None)
        if sign is None or page.word(sign - 1) != "عن":
            return None
        at = first_of(ground, sign + 1, min(limit, sign + 5), MATTERS)
        return Claimed(
            token,
            end_of(ground, sign, limit, 6),
            token,
            "rejected",
            named(ground, at, limit) if at else None,
            "claim.abstain",
        )
    if reading.kind == "disown":
        if "من" not in (page.word(token + 1), page.word(token + 2), page.word(token + 3)):
            return None
        return Claimed(token, end_of(ground, token, limit, 8), token, "rejected", None, "claim.disown")
    if pronoun(ground, token) and page.word(token).endswith(("ه", "ها")):
        about = spoken_of(ground, token, start, "rejected")
        if about is None or reading.tense == "present" and before_ in ("التي", "الذي", "الذين"):
            return None
        who = before(ground, token, start, None)
        first = who.phrase.first if who.phrase is not None and who.phrase.first >= start else token
        return Claimed(first, token + 1, token, "rejected", about, "claim.refuse")
    if (
        page.has(token, "masdar")
        and reading.tense == "past"
        and (
            subject_of(ground, token, None).kind != "phrase"
            or page.has(token - 1, "prep", "masdar")
            or before_ in ("عن", "بعد")
        )
    ):
        return None
    if reading.tense == "present" and not in_title(ground, token):
        who = subject_of(ground, token, Deed(reading.lemma, "present", {}, "f" if page.stem(token)[:1] == "ت" else "m"))
        if who.kind != "phrase":
            return None
    at = behind(ground, token, limit, _REFUSABLE, 10)
    if at is None or page.has(at - 1, "prep") and page.word(at - 1) not in ("علي",) and page.stem(at) not in ("اتفاق",):
        return None
    return Claimed(token, named(ground, at, limit)[1], token, "rejected", named(ground, at, limit), "claim.refuse")


def _represents(ground: Ground, token: int, start: int, limit: int) -> Claimed | None:
    """The initiative does not represent us: the one who says so has no part in it."""
    page = ground.page
    if page.word(token - 1) not in ("لا", "لم") or not (
        page.word(token).endswith(("ها", "هم", "نا", "ني", "ه")) and pronoun(ground, token)
    ):
        return None
    about = ending(ground, token - 1, start, "rejected")
    if about is None:
        at = token - 2 if page.stem(token - 2) in MATTERS else token - 3
        if at < start or page.stem(at) not in MATTERS:
            return None
        about = (at, token - 1)
    return Claimed(about[0], token + 1, token, "rejected", about, "claim.represent")


def refusal(ground: Ground, token: int) -> Claimed | None:
    """The noun of refusing at a token: voiced by somebody, or the whole of a title."""
    page = ground.page
    start, limit = ground.region(token)
    stem = page.stem(token)
    if page.mask(token) & AL:
        return None
    if stem != "رفض":
        if page.word(token + 1) not in ("من", "مما", "ممن"):
            return None
        return Claimed(max(start, token - 1), end_of(ground, token, limit, 6), token, "rejected", None, "claim.disown")
    if token == start and in_title(ground, token):
        at = first_of(ground, token + 1, limit, MATTERS)
        if at is None or any(page.word(i) in (":", ".") for i in range(token, at)):
            return None
        return Claimed(token, named(ground, at, limit)[1], token, "rejected", named(ground, at, limit), "claim.refusal")
    voice = next((i for i in range(token - 1, max(start, token - 12) - 1, -1) if page.stem(i) in _VOICED), None)
    if voice is not None and any(page.word(i) in ("ان", "انه", "انها", "الي") for i in range(voice + 1, token)):
        voice = None
    owned = pronoun(ground, token)
    if voice is None and not owned:
        return None
    most = 8 if voice is not None else 4
    at = next(
        (
            i
            for i in range(token + 1, min(limit, token + most))
            if page.stem(i) in _REFUSABLE and (voice is not None or page.mask(i) & L or about_at(ground, i, limit, "rejected"))
        ),
        None,
    )  # fmt: skip
    if at is None or at > token + 1 and any(page.word(i) in ("ان", "بان") for i in range(token + 1, at)):
        return None
    if voice is None and page.has(at - 1, "prep"):
        return None
    if (
        page.stem(at) in TALKS
        and not page.mask(at) & (AL | L)
        and not page.has(at + 1, "place", "country", "capital", "proper")
    ):
        return None
    first = token if voice is None else max(voice, token - 10)
    return Claimed(first, named(ground, at, limit)[1], token, "rejected", named(ground, at, limit), "claim.refusal")
