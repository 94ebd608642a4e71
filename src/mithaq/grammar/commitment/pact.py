"""Texts that bind: agreements, laws, rulings, plans; and where one is named."""

from __future__ import annotations

from mithaq.grammar.clause.ground import Ground
from mithaq.text.clitics import AL, B, L

_SINGULAR = (
    "اتفاق اتفاقيه معاهده هدنه مذكره قانون مرسوم قرار دستور لايحه حكم ميثاق بروتوكول خطه تفاهم وثيقه مبادره تسويه صفقه محضر اعلان بند ماده "
    "نظام تعديل تشريع امر برنامج خارطه خريطه صلح مهادنه عقد نص مشروع تعليمات التزام تعهد وعد شرط ملحق اقتراح مقترح ورقه مسوده"
).split()
LAWS = frozenset(
    "قانون مرسوم دستور لايحه تشريع نظام حكم قرار امر ماده بند تعليمات تعديل مراسيم قوانين مرسومين مرسومان مشروع".split()
)
PACTS = frozenset(
    [*_SINGULAR, *"اتفاقات اتفاقيات معاهدات مذكرات قوانين مراسيم قرارات مرسومين مرسومان قرارين خطط بنود تفاهمات التزامات تعهدات وعود هدن اتفاقيتين اتفاقين".split()]
)  # fmt: skip
AGREEMENTS = frozenset(
    "اتفاق اتفاقيه معاهده هدنه مذكره بروتوكول تفاهم صفقه محضر ميثاق صلح مهادنه اتفاقات اتفاقيات معاهدات مذكرات تسويه وثيقه اعلان".split()
)


def pact_stem(ground: Ground, token: int) -> str:
    """The stem of a token as the names of pacts have it, without the alef of the accusative (اتفاقا)."""
    stem = ground.page.stem(token)
    return stem[:-1] if stem.endswith("ا") and stem[:-1] in PACTS else stem


def pact_at(ground: Ground, token: int, stop: int) -> tuple[int, int] | None:
    """The tokens of the words that name a pact and begin at `token`; None where no pact is named."""
    page = ground.page
    stem = pact_stem(ground, token)
    if stem not in PACTS and page.word(token) not in PACTS:
        if page.stem(token) in ("وقف", "وقفا") and not page.has(token - 1, "neg"):
            for i in range(token + 1, min(stop, token + 6)):  # وقف «دائم» لإطلاق النار
                if page.stem(i) == "اطلاق":
                    return token, min(stop, i + 2)
        return None
    if page.has(token, "rank") and page.has(token + 1, "given"):
        return None
    end = token + 1
    definite = bool(page.mask(token) & AL)
    while end < stop and end - token < 8:
        mask = page.mask(end)
        if page.has(end, "mark", "rel", "comp", "conj") or ground.verb_like(end) or page.has(end, "prep") and not mask:
            break
        if mask & (B | L) and not mask & AL or mask & 1:
            break
        if end in ground.times:
            end = ground.times[end].last
            continue
        if page.has(end, "timeword") and not page.has(end, "digits") and end not in ground.times:
            break
        if (
            page.word(end)
            in ("قبل", "بعد", "منذ", "خلال", "بين", "مع", "والذي", "والتي", "عقب", "وسط", "حول", "بشان", "حتي")
            or definite
            and not (mask & AL or page.has(end, "digits", "country"))
        ):
            break
        definite = definite or bool(mask & AL)
        if not (
            mask & AL
            or page.has(
                end,
                "noun",
                "masdar",
                "adj",
                "country",
                "place",
                "capital",
                "unk",
                "nisba",
                "digits",
                "demonym",
                "participle",
                "org",
            )
        ):
            break
        end += 1
    return token, min(end, stop)


def pact_subject(ground: Ground, verb: int, start: int, stop: int) -> tuple[int, int] | None:
    """The pact that is the subject of the verb at a token: right behind it, or right before it."""
    page = ground.page
    at = ground.skip(verb + 1, stop)
    if not page.mask(at) & (B | L):
        found = pact_at(ground, at, stop)
        if found:
            return found
    i = verb - 1
    while i >= start and (
        page.word(i) in ("الذي", "التي", "كما", "لا", "قد", "،", ",", "و")
        or page.mask(i) & 1
        and page.word(i)[1:] in ("التي", "الذي")
    ):
        i -= 1
    for k in range(i, max(start, i - 14) - 1, -1):
        if page.word(k) in (".", "؛", "\n") or ground.verb_like(k) and k != i and not page.mask(k) & 64:
            break
        found = pact_at(ground, k, i + 1)
        if found and i + 1 - found[1] <= 4 and page.word(k).endswith("ا"):
            return found  # اتفاقا مدته خمس سنوات يسمح
        if found and (
            found[1] >= i + 1
            or page.word(found[1]) in ("،", ",", "«")
            or page.mask(found[1]) & L
            or page.has(found[1], "prep")
        ):
            return found
    return None


def pact_before(ground: Ground, verb: int, start: int) -> tuple[int, int] | None:
    """The pact that the clause before spoke of, where a verb goes on without a subject (كما يجيز …)."""
    for k in range(verb - 1, max(start, verb - 45) - 1, -1):
        if ground.page.mask(k) & AL or ground.page.has(k + 1, "noun"):
            found = pact_at(ground, k, verb)
            if found is not None and any(
                "text" in d.jobs or "forbid" in d.jobs or "bind" in d.jobs or "permit" in d.jobs
                for d in ground.deeds(k - 1)
            ):
                return found
    return None


def law(ground: Ground, pact: tuple[int, int]) -> bool:
    """Whether the pact is a law, an order or a ruling, not an agreement of those it binds."""
    return ground.page.stem(pact[0]) in LAWS
