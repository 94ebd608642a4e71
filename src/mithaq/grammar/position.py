"""Positions as the words give them: who supports or opposes what, and what somebody makes depend on something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from mithaq.grammar.clause.attach import attached, weighed
from mithaq.grammar.clause.extent import act_extent
from mithaq.grammar.clause.ground import COMMAS, STOPS, Ground
from mithaq.grammar.clause.subject import Who, subject_of
from mithaq.lexicon.deeds import Deed
from mithaq.text.clitics import AL, B, L, P, S, W

_BAD = frozenset(
    "مناسب مقبول مقبوله مناسبه قانوني قانونيه شرعي شرعيه واقعي واقعيه مبرر مبرره دستوري دستوريه عادل عادله كاف كافيه مجد".split()
)
_REFUSED = frozenset("مرفوض مرفوضه خطا خاطي خاطيه كارثي كارثيه سخيف سخيفا سيي فظيع فظيعا خطير جريمه".split())
_GOOD = frozenset("شجاع شجاعه تاريخي تاريخيه ايجابي ايجابيه ممتاز ممتازه جيد جيده مهم مهمه انتصار انتصارا".split())


_PREPARING = frozenset("يتهيا تتهيا يستعد تستعد".split())
_JUDGING = frozenset("لا غير ليس ليست".split()) | _PREPARING | _REFUSED


@dataclass(slots=True)
class Stance:
    """One stance: the target's tokens, the word that shows it, who holds it, conditions."""

    target: tuple[int, int]
    cue: tuple[int, int]
    stance: str
    who: Who
    rule: str
    conditions: list[tuple[int, int]] = field(default_factory=list)


def stances(ground: Ground) -> list[Stance]:
    """The stances of a page, in order."""
    page = ground.page
    found: list[Stance] = []
    for token in ground.with_job("oppose", "support"):
        for deed in ground.deeds(token):
            for job in ("oppose", "support"):
                if job in deed.jobs:
                    found.extend(_verb(ground, token, deed, job, deed.jobs[job].split()))
    words, stems = page.text.words, page.line.stems
    for token in page.where(_JUDGING):
        word = words[token]
        if word == "لا":
            found.extend(_conditional(ground, token))
        elif stems[token] in _PREPARING:
            found.extend(_prepares(ground, token))
        elif word in ("غير", "ليس", "ليست") and (page.stem(token + 1) in _BAD):
            found.extend(_judged(ground, token, "oppose", token + 2))
        elif stems[token] in _REFUSED and page.has(token, "adj", "participle") and not page.mask(token) & (AL | B):
            found.extend(_judged(ground, token, "oppose", token + 1))
    kept: dict[tuple[tuple[int, int], str], Stance] = {}
    for s in sorted(found, key=lambda s: s.cue):
        kept.setdefault((s.target, s.stance), s)
    return list(kept.values())


def _verb(ground: Ground, token: int, deed: Deed, job: str, frames: list[str]) -> Iterator[Stance]:
    page = ground.page
    mask = page.mask(token)
    _, limit = ground.region(token)
    if (
        deed.tense not in ("past", "present", "participle")
        or weighed(ground, token, deed.tense)
        or mask & (S | AL | B | L)
    ):
        return
    if deed.tense == "present" and page.word(token - 1) in ("لا", "ان", "لن", "الا"):
        return
    if deed.tense == "participle":
        if (
            not page.word(token).endswith(("ا", "ه", "ين"))
            or page.has(token, "role")
            or page.word(token - 1) not in COMMAS
        ):
            return
        who, at = Who("clause", None, deed.gender, deed.plural), token + 1
    else:
        who = subject_of(ground, token, deed)
        at = who.phrase.last if who.phrase is not None and who.phrase.first > token else token + 1
    if mask & P:
        return
    at = ground.skip(at, limit)
    while page.word(at) in COMMAS and at < limit:
        at = ground.skip(at + 1, limit)
    begin = None
    if "bi" in frames:
        begin = at if page.mask(at) & B else at + 1 if page.word(at) == "ب" else None
    elif "ala" in frames:
        begin = at + 1 if page.word(at) == "علي" else None
    elif (
        page.has(at, "noun", "masdar", "quant", "dem", "neg")
        and not page.mask(at) & (B | L | W)
        and not page.has(at, "mark")
    ):
        begin = at
    if begin is None and "that" in frames:
        begin = attached(ground, at, min(limit, at + 2), ["that"])
    if begin is None or begin >= limit:
        return
    extent = act_extent(ground, begin, limit, noun=True)
    yield Stance((extent.first, extent.last), (token, token + 1), job, who, f"position.{job}", extent.conditions)


def _judged(ground: Ground, token: int, stance: str, last: int) -> Iterator[Stance]:
    """`توقيت الإعلان غير مناسب`, said by somebody: what is judged stands before."""
    page = ground.page
    if ground.statement(token) is None:
        return
    start, _ = ground.region(token)
    first = token
    while (
        first > start
        and page.word(first - 1) not in STOPS
        and page.word(first - 1) not in COMMAS
        and page.word(first - 1) not in ("ان", "«", ":", "»")
    ):
        first -= 1
    if first < token and not ground.verb_like(first) and not page.has(first, "prep", "neg"):
        yield Stance((first, token), (token, last), stance, Who("source"), "position.judged")


def _conditional(ground: Ground, token: int) -> Iterator[Stance]:
    """`إنهاء الوجود لا يمثل نصرا إن لم ترافقه إجراءات …`: a judgement that holds only on a condition."""
    page = ground.page
    if ground.statement(token) is None or not page.has(token + 1, "present"):
        return
    start, limit = ground.region(token)
    for i in range(token + 2, min(limit, token + 12)):
        if page.word(i) in STOPS:
            return
        if (
            page.word(i) in ("ان", "ما")
            and page.word(i + 1) == "لم"
            or page.word(i) == "الا"
            and page.word(i + 1) in ("اذا", "بعد")
        ):
            first = token
            while (
                first > start
                and page.word(first - 1) not in STOPS
                and page.word(first - 1) not in COMMAS
                and page.word(first - 1) not in ("ان", "«", ":")
            ):
                first -= 1
            if first == token:
                return
            yield Stance(
                (first, token),
                (token, token + 2),
                "conditional",
                Who("source"),
                "position.conditional",
                _listed(ground, i, limit),
            )
            return


def _listed(ground: Ground, at: int, limit: int) -> list[tuple[int, int]]:
    """The conditions of a list: each verbal noun of `إجراءات حصر السلاح وتأمين للحدود وإنهاء التطرف`, or the whole."""
    page = ground.page
    last = at
    while last < limit and page.word(last) not in STOPS and page.word(last) != "»":
        last += 1
    heads = [
        i
        for i in range(at + 3, last)
        if page.has(i, "masdar") and not page.mask(i) & AL and page.stem(i) not in ("اجراءات", "اجراء")
    ]
    parts = [
        (h, heads[n + 1] if n + 1 < len(heads) else last) for n, h in enumerate(heads) if n == 0 or page.mask(h) & W
    ]
    return parts or [(at, last)]


def _prepares(ground: Ground, token: int) -> Iterator[Stance]:
    """`بلاده تتهيأ لإعلان …`: whoever says that his own side prepares something is for it."""
    page = ground.page
    statement = ground.statement(token)
    if (
        statement is None
        or not page.mask(token + 1) & L
        or not page.has(token + 1, "masdar")
        or not page.mask(token - 1) & P
        and page.word(token - 1) not in ("بلاده", "بلادها")
    ):
        return
    _, limit = ground.region(token)
    extent = act_extent(ground, token + 1, limit, noun=True)
    yield Stance((extent.first, extent.last), (token, token + 1), "support", Who("source"), "position.prepares")
