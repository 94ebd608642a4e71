"""Doubts: تثير الشكوك بشأن, يشكك في قدرة, يتخوف من أن, حبرا على ورق, غير واضح, ليست مستعدة, قد لا يصمد, صعوبات تواجه."""

from __future__ import annotations

from mithaq.grammar.claim.about import ending, fits, spoken_of
from mithaq.grammar.claim.claimed import Claimed
from mithaq.grammar.claim.matter import (
    MATTERS,
    PEACE,
    TALKS,
    VOTES,
    behind,
    end_of,
    first_of,
    last_of,
    named,
    pronoun,
    supposed,
)
from mithaq.grammar.clause.ground import COMMAS, STOPS, Ground
from mithaq.lexicon.happenings import Happening
from mithaq.text.clitics import AL, B, L, S

PROSPECTS = frozenset(
    "قدره جدوي نجاح فرص امكانيه مصير مستقبل جديه نوايا رغبه استعداد فعاليه صدقيه مصداقيه نزاهه احتمال احتمالات".split()
)
_WIDE = MATTERS | PROSPECTS | frozenset("جهود سلام الاطار اطار قوانين ترتيبات اليه مقترحات".split())
NOUNS = frozenset(
    "حبر حبرا شكوك شكوكا شك واضح واضحه موكد موكده مستعد مستعده مستعدا مستعدين واقعي واقعيه مضمون مضمونه صعوبات عقبات عراقيل تحديات عكسيه بجديد عدم ورق".split()
)
_HINDRANCES = frozenset("صعوبات عقبات عراقيل".split())
_MEETING = frozenset("تواجه يواجه واجهت واجه تعترض يعترض اعترضت تعرقل يعرقل تهدد يهدد تنتظر ينتظر".split())
_RAISED = frozenset("اثار اثارت اثاروا اثارا يثير تثير يثيرون ابدي ابدت ابدوا يبدي تبدي اعرب اعربت عبر عبرت".split())
_LINKS = frozenset("حول في بشان حيال ازاء ب بخصوص من".split())


def uncertain(ground: Ground, token: int) -> Claimed | None:
    """A noun or an adjective of doubt at a token."""
    page = ground.page
    start, limit = ground.region(token)
    stem, word = page.stem(token), page.word(token)
    if stem in ("حبر", "حبرا", "ورق"):
        if stem == "ورق" and (page.word(token - 1) != "علي" or page.stem(token - 2) in ("حبر", "حبرا")):
            return None
        if stem != "ورق" and page.stem(token + 2) not in ("ورق",):
            return None
        if stem == "ورق" and page.stem(token - 2) not in ("مطبوعه", "مكتوبه", "كلام", "كلاما"):
            return None
        first = last_of(ground, max(start, token - 12), token, MATTERS)
        first = first if first is not None else max(start, token - 2)
        return Claimed(
            first,
            token + 3 if stem != "ورق" else token + 1,
            token,
            "doubted",
            named(ground, first, limit),
            "claim.paper",
        )
    if stem in ("شكوك", "شكوكا", "شك"):
        return _doubts(ground, token, start, limit)
    if stem in _HINDRANCES or stem == "تحديات":
        return _hindered(ground, token, start, limit)
    if stem == "عكسيه":
        if page.stem(token - 1) not in ("نتايج", "اثار"):
            return None
        first = max(start, token - 4)
        return Claimed(first, token + 1, token, "doubted", None, "claim.backfire")
    if word == "بجديد":
        if not any(page.word(i) in ("لم", "لا") for i in range(max(start, token - 4), token)):
            return None
        return Claimed(
            max(start, token - 2),
            token + 1,
            token,
            "doubted",
            spoken_of(ground, token, start, "rejected"),
            "claim.nothing_new",
        )
    if word in ("عدم", "بعدم"):
        if page.stem(token + 1) != "توقيع" or ground.statement(token) is None:
            return None
        at = first_of(ground, token + 2, min(limit, token + 8), PEACE)
        if at is None:
            return None
        return Claimed(token, named(ground, at, limit)[1], token, "doubted", named(ground, at, limit), "claim.unsigned")
    return _unsure(ground, token, start, limit)


def _unsure(ground: Ground, token: int, start: int, limit: int) -> Claimed | None:
    """غير واضح, غير مؤكد, ليست مستعدة لـ, غير واقعية: of a matter named before, or of a deed of a party."""
    page = ground.page
    stem = page.stem(token)
    if page.word(token - 1) not in ("غير", "ليس", "ليست", "ليسوا", "ليسا"):
        return None
    if page.word(token - 1) == "«":
        return None
    if stem.startswith("مستعد"):
        at = token + 1
        if not (page.mask(at) & L or page.word(at) in ("لذلك", "للتوقيع", "بعد")):
            return None
        deed = page.stem(at)
        if not (
            deed in ("ذلك", "ذالك", "توقيع", "تنفيذ", "تطبيق", "التزام", "اجراء", "تنظيم", "سلام")
            or deed in MATTERS
            or page.word(at) == "لذلك"
        ):
            return None
        return Claimed(max(start, token - 3), end_of(ground, token, limit, 7), token, "doubted", None, "claim.unready")
    first = last_of(ground, max(start, token - 7), token - 1, _WIDE)
    if first is None or any(page.word(i) in COMMAS for i in range(first, token)):
        return None
    return Claimed(
        first, token + 1, token, "doubted", (first, max(first + 1, min(token - 1, first + 4))), "claim.unsure"
    )


def _doubts(ground: Ground, token: int, start: int, limit: int) -> Claimed | None:
    """Doubts that somebody or something raises about a matter, or about what comes of it."""
    page = ground.page
    raised = next((i for i in range(token - 1, max(start, token - 9) - 1, -1) if page.stem(i) in _RAISED), None)
    if raised is None or any(page.word(i) in STOPS or page.word(i) in COMMAS for i in range(raised, token)):
        return None
    if supposed(ground, raised):
        return None
    link = token + 1
    while link < min(limit, token + 3) and page.word(link) not in _LINKS:
        link += 1
    if page.word(link) not in _LINKS:
        return None
    at = first_of(ground, link + 1, min(limit, link + 7), _WIDE)
    if at is None:
        return None
    return Claimed(raised, end_of(ground, at, limit, 6), raised, "doubted", named(ground, at, limit), "claim.doubt")


def _hindered(ground: Ground, token: int, start: int, limit: int) -> Claimed | None:
    """صعوبات جمة تواجه هذا الاتفاق, يواجه الاتفاق صعوبات."""
    page = ground.page
    verb = next((i for i in range(token + 1, min(limit, token + 4)) if page.stem(i) in _MEETING), None)
    if verb is not None:
        at = first_of(ground, verb + 1, min(limit, verb + 4), MATTERS)
        if at is None or page.has(at - 1, "masdar") and page.stem(at - 1) not in ("تنفيذ", "تطبيق", "تنظيم", "اجراء"):
            return None
        return Claimed(token, named(ground, at, limit)[1], token, "doubted", named(ground, at, limit), "claim.hindered")
    verb = next((i for i in range(token - 1, max(start, token - 7) - 1, -1) if page.stem(i) in _MEETING), None)
    if verb is None or supposed(ground, verb):
        return None
    at = first_of(ground, verb + 1, token, PEACE | TALKS | VOTES)
    if at is None or at - verb > 2:
        return None
    return Claimed(verb, token + 1, verb, "doubted", named(ground, at, token), "claim.hindered")


def doubted(ground: Ground, token: int, reading: Happening) -> Claimed | None:
    """A finite verb of doubt at a token."""
    page = ground.page
    start, limit = ground.region(token)
    if page.mask(token) & (S | AL | B | L):
        return None
    before_ = page.word(token - 1)
    match reading.kind:
        case "doubt":
            if supposed(ground, token) or before_ in ("لا", "لم"):
                return None
            link = next(
                (i for i in range(token + 1, min(limit, token + 8)) if page.word(i) in ("في", "ب") or page.mask(i) & B),
                None,
            )
            if link is None:
                return None
            at = first_of(ground, link, min(limit, link + 4), _WIDE)
            if at is None or reading.tense == "past" and fits(ground, at, "doubted"):  # `finite` reads that
                return None
            return Claimed(
                token, end_of(ground, at, limit, 14), token, "doubted", named(ground, at, limit), "claim.doubt"
            )
        case "fear":
            return _feared(ground, token, start, limit)
        case "deem":
            at = behind(ground, token, limit, _WIDE, 14)
            unreal = (
                next((i for i in range(at, min(limit + 2, at + 7)) if page.word(i) == "غير"), None)
                if at is not None
                else None
            )
            if (
                at is None
                or unreal is None
                or not page.stem(unreal + 1).startswith(("واقعي", "مجدي", "كافي", "عملي", "قابل"))
            ):
                return None
            return Claimed(token, unreal + 2, token, "doubted", named(ground, at, limit), "claim.deemed")
        case "convince":
            if before_ not in ("لم", "غير") or page.word(token + 1) not in ("بعد",) and not page.mask(token + 1) & B:
                return None
            at = first_of(ground, token + 1, min(limit, token + 7), _WIDE)
            if at is None:
                return None
            return Claimed(
                token - 1, named(ground, at, limit)[1], token, "doubted", named(ground, at, limit), "claim.unconvinced"
            )
        case "prevent":
            if page.word(token + 1) != "دون" or before_ != "قد":
                return None
            at = first_of(ground, token + 2, min(limit, token + 9), MATTERS)
            if at is None:
                return None
            return Claimed(
                max(start, token - 3),
                named(ground, at, limit)[1],
                token,
                "doubted",
                named(ground, at, limit),
                "claim.prevented",
            )
        case "enjoy":
            return _frail(ground, token, start, limit)
        case "sign":
            return _unsigned(ground, token, start, limit)
    return None


def _frail(ground: Ground, token: int, start: int, limit: int) -> Claimed | None:
    """قد لا تحظى بالإجماع, لن تصمد الهدنة, قد لا ينجح الاتفاق."""
    page = ground.page
    if not (page.word(token - 1) == "لا" and page.word(token - 2) in ("قد", "ربما") or page.word(token - 1) == "لن"):
        return None
    at = first_of(ground, token + 1, min(limit, token + 3), MATTERS)
    first = token - 2 if page.word(token - 1) == "لا" else token - 1
    if at is None:
        at = last_of(ground, max(start, token - 24), first, MATTERS)
        if at is None:
            return None
    return Claimed(first, end_of(ground, token, limit, 8), token, "doubted", named(ground, at, limit), "claim.frail")


_ILL = (
    "بقي",
    "ظل",
    "فشل",
    "نهار",
    "ترك",
    "حدث",
    "تعثر",
    "سقط",
    "تحول",
    "ودي",
    "تعرقل",
    "كون مجرد",
    "تجاوز",
    "نتهي",
    "صطدم",
)


def _feared(ground: Ground, token: int, start: int, limit: int) -> Claimed | None:
    """يتخوف البعض من أن يبقى الاتفاق حبرا على ورق, أخشى أن تفشل المبادرة."""
    page = ground.page
    if page.word(token - 1) in ("لا", "لم", "ان"):
        return None
    that = next((i for i in range(token + 1, min(limit, token + 6)) if page.word(i) == "ان"), None)
    if that is None:
        return None
    at = first_of(ground, that + 1, min(limit, that + 5), PEACE | TALKS | VOTES)
    if at is None or page.word(that + 1) != "لا" and not page.stem(that + 1)[1:].startswith(_ILL):
        return None
    return Claimed(token, end_of(ground, at, limit, 10), token, "doubted", named(ground, at, limit), "claim.fear")


def _unsigned(ground: Ground, token: int, start: int, limit: int) -> Claimed | None:
    """إنهم لم يوقعوا على الاتفاق: somebody denies that it was signed."""
    page = ground.page
    if page.word(token - 1) not in ("لم", "ولم") or ground.statement(token) is None or pronoun(ground, token):
        return None
    at = behind(ground, token, limit, PEACE, 7)
    if at is None or not (page.mask(at) & AL or page.has(at - 1, "dem")) or page.word(at - 1) in ("بعد",):
        return None
    if ending(ground, token - 1, start, "signed") is not None:
        return None
    return Claimed(token - 1, named(ground, at, limit)[1], token, "doubted", named(ground, at, limit), "claim.unsigned")
