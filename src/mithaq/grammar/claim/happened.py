"""What happened, told as an event by a verb (talks.py, force.py), a noun, or a set word."""

from __future__ import annotations

from mithaq.grammar.claim.about import about_at, ending, spoken_of
from mithaq.grammar.claim.claimed import Claimed
from mithaq.grammar.claim.force import accused, approved, attacked, breached, failed, imposed, issued, stopped, undone
from mithaq.grammar.claim.matter import MATTERS, end_of, first_of, named, pronoun, readings, supposed, told, truce_in
from mithaq.grammar.claim.talks import attended, began, ended, held, met, neared, ongoing, reached
from mithaq.grammar.clause.ground import COMMAS, STOPS, Ground
from mithaq.grammar.clause.subject import subject_of
from mithaq.grammar.commitment.pact import AGREEMENTS
from mithaq.lexicon.happenings import Happening
from mithaq.text.clitics import AL, L, S

NOUNS = frozenset(
    "حيز ساعه اقتراب اقرار توافق خطوه انتهاكه انتهاكها خرقه خرقها يلتزم تلتزم يلتزموا بموجب تنفيذا تطبيقا".split()
)
_PARTS = frozenset("جزء جزءا بعض قسم قسما نصف".split())

# Kinds of verbs that tell only in the past what became of a matter, and those that do so in the passive too.
_PAST = frozenset("meet begin impose issue attack stop undo approve".split())
_PAST_OR_PASSIVE = frozenset(("hold", "end", "breach"))


def happened(ground: Ground, token: int, reading: Happening) -> Claimed | None:
    """The claim that a finite verb at a token makes by telling what happened."""
    if reading.kind in _PAST | _PAST_OR_PASSIVE:
        past = reading.tense == "past" or reading.tense == "passive" and reading.kind in _PAST_OR_PASSIVE
        if not past or not told(ground, token):
            return None
    start, limit = ground.region(token)
    match reading.kind:
        case "meet":
            return met(ground, token, reading, start, limit)
        case "hold":
            return held(ground, token, reading, start, limit)
        case "end":
            return ended(ground, token, start, limit)
        case "attend":
            return attended(ground, token, reading, start, limit)
        case "begin":
            return began(ground, token, reading, start, limit)
        case "go_on" | "escalate":
            return ongoing(ground, token, reading, start, limit)
        case "near":
            held_back = supposed(ground, token) or ground.page.mask(token) & (S | AL)
            return None if held_back else neared(ground, token, limit)
        case "reach":
            return reached(ground, token, reading, start, limit)
        case "impose":
            return imposed(ground, token, limit)
        case "issue":
            return issued(ground, token, limit)
        case "attack":
            return attacked(ground, token, start, limit)
        case "stop":
            return stopped(ground, token, start, limit)
        case "exchange" | "accuse":
            return accused(ground, token, reading, start, limit)
        case "undo":
            return undone(ground, token, limit)
        case "fail":
            return failed(ground, token, reading, start, limit)
        case "approve":
            return approved(ground, token, limit)
        case "breach":
            return breached(ground, token, start, limit)
    return None


def noted(ground: Ground, token: int) -> Claimed | None:
    """What happened, told by a noun or a set word at a token."""
    page = ground.page
    start, limit = ground.region(token)
    stem = page.stem(token)
    match stem:
        case "حيز":
            return _force(ground, token, start, limit)
        case "ساعه":
            if page.stem(token + 1) != "صفر":
                return None
            verb = next(
                (
                    i
                    for i in range(token - 1, max(0, token - 6), -1)
                    if page.stem(i) in ("اعلن", "اعلنت", "حانت", "دقت")
                ),
                None,
            )
            if verb is None:
                return None
            last = ground.region(verb)[1]
            return Claimed(
                verb, end_of(ground, token + 1, max(last, token + 2), 6), verb, "started", None, "claim.zero_hour"
            )
        case "اقتراب":
            return neared(ground, token, limit)
        case "اقرار":
            if page.stem(token - 1) not in ("تم", "جري") or page.stem(token + 1) not in _PARTS:
                return None
            at = first_of(ground, token + 2, min(limit, token + 6), MATTERS)
            return (
                Claimed(token - 1, named(ground, at, limit)[1], token, "partly", named(ground, at, limit), "claim.part")
                if at is not None
                else None
            )
        case "توافق":
            if (
                page.stem(token - 1) not in ("تم", "جري")
                or page.word(token - 2) in ("ان", "ما", "لم")
                or page.word(token - 1) == "يتم"
            ):
                return None
            return Claimed(token - 1, end_of(ground, token, limit, 10), token, "progressing", None, "claim.agreed")
        case "خطوه":
            on = next(
                (i for i in range(token + 1, min(limit, token + 4)) if page.word(i) in ("علي", "نحو", "باتجاه")), None
            )
            if (
                on is None
                or page.stem(on + 1) not in ("طريق", "درب", "مسار", "سلام", "تنفيذ")
                or supposed(ground, token)
            ):
                return None
            return Claimed(
                max(start, token - 2), end_of(ground, on, limit, 5), token, "progressing", None, "claim.step"
            )
        case "يلتزم" | "تلتزم" | "يلتزموا":
            if page.word(token - 1) != "ان" or page.word(token - 2) != "دون":
                return None
            about = spoken_of(ground, token, start, "violated")
            return (
                Claimed(token - 2, end_of(ground, token, limit, 7), token, "violated", about, "claim.unkept")
                if about
                else None
            )
    if page.word(token - 1) in ("تم", "جري") and page.stem(token) in (
        "انتهاك",
        "خرق",
        "انتهاكه",
        "انتهاكها",
        "خرقه",
        "خرقها",
    ):
        truce = truce_in(ground, max(start, token - 12), token)
        if truce is not None:
            return Claimed(
                max(start, truce - 4),
                token + 1,
                token,
                "violated",
                (max(start, truce - 3), truce + 1),
                "claim.breached",
            )
    return None


def _force(ground: Ground, token: int, start: int, limit: int) -> Claimed | None:
    """دخول الاتفاق حيز التنفيذ, with the day or as what has happened already."""
    page = ground.page
    if page.stem(token + 1) not in ("تنفيذ", "نفاذ", "تطبيق", "سريان"):
        return None
    noun = next((i for i in range(token - 1, max(start, token - 9) - 1, -1) if page.stem(i) == "دخول"), None)
    if noun is None or page.mask(noun) & (L | AL):
        return None
    before_ = page.word(noun - 1)
    if before_ in (
        "قبل",
        "حتي",
        "الي",
        "انتظار",
        "عند",
        "موعد",
        "حين",
        "فور",
        "تاريخ",
        "شرط",
        "علي",
        "حال",
        "عدم",
        "دون",
    ):
        return None
    about = next((p for k in range(noun + 1, token) if (p := about_at(ground, k, token, "entered"))), None)
    if about is None:
        about = ending(ground, token, noun, "entered")
    if about is None:
        return None
    return Claimed(
        noun, ground.time_phrase(token + 2, limit) or token + 2, noun, "entered-into-force", about, "claim.force"
    )


def under_pact(ground: Ground, token: int) -> Claimed | None:
    """أفرجت السلطات عن الأسرى بموجب الاتفاق: an act done under an agreement fulfils it."""
    page = ground.page
    start, limit = ground.region(token)
    at = first_of(ground, token + 1, min(limit, token + 3), AGREEMENTS)
    if at is None:
        return None
    for i in range(token - 1, max(start, token - 20) - 1, -1):
        if page.word(i) in STOPS or page.word(i) in COMMAS and token - i > 2:
            return None
        if (
            any(r.kind == "release" and r.tense == "past" for r in readings(ground, i))
            and told(ground, i)
            and not pronoun(ground, i)
        ):
            if subject_of(ground, i, None).kind != "phrase":
                return None
            return Claimed(i, named(ground, at, limit)[1], i, "fulfilled", named(ground, at, limit), "claim.under_pact")
    return None
