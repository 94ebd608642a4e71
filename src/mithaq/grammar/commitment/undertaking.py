"""An undertaking: one act of a commitment in tokens, before its bearer is resolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from mithaq.grammar.clause.acting import is_act
from mithaq.grammar.clause.extent import Extent, act_extent
from mithaq.grammar.clause.ground import Ground
from mithaq.grammar.clause.subject import Who, subject_of
from mithaq.text.clitics import B
from mithaq.timex import Timex

_NEGATIONS = frozenset("لا لن عدم الا عدمه بعدم لعدم".split())


@dataclass(slots=True)
class Undertaking:
    """An act `[first, last)`, its modality, who bears it, the word that makes it a commitment, its times and conditions."""

    first: int
    last: int
    cue: int
    modality: str
    who: Who
    rule: str
    negative: bool = False
    times: list[Timex] = field(default_factory=list)
    conditions: list[tuple[int, int]] = field(default_factory=list)
    whole: bool = False  # the act is a clause: no clitic is cut from its first word
    pact: tuple[int, int] | None = None  # the words that name the agreement or law
    stop: int = 0


def undertaking(
    ground: Ground, extent: Extent, cue: int, modality: str, who: Who, rule: str, *, pact: tuple[int, int] | None = None
) -> Undertaking:
    """The undertaking of an extent; a negated act is forbidden."""
    page = ground.page
    negative = page.word(extent.first) in _NEGATIONS or page.stem(extent.first) in _NEGATIONS
    if negative and modality in ("will", "must", "may"):
        modality = "must-not"
    return Undertaking(
        extent.first, extent.last, cue, modality, who, rule, negative, extent.times, extent.conditions, pact=pact, stop=extent.stop
    )  # fmt: skip


def acts_from(
    ground: Ground,
    token: int,
    limit: int,
    cue: int,
    modality: str,
    who: Who,
    rule: str,
    *,
    pact: tuple[int, int] | None = None,
) -> Iterator[Undertaking]:
    """The act at a token and all acts of the list that it opens.

    At `token` stands a verbal noun, or the complementiser of a clause, or the verb of one.
    """
    page = ground.page
    at: int | None = token
    shape = ""
    for _ in range(8):
        if at is None or at >= limit:
            return
        word = page.word(at)
        if (
            word in ("علي", "وعلي", "ب")
            and page.word(at + 1) in ("ان", "الا")
            or is_act(ground, at + 1)
            and word in ("علي", "وعلي")
        ):
            at += 1
            word = page.word(at)
        clause = word.removeprefix("و").removeprefix("ب").removeprefix("ل") in ("ان", "الا")
        if clause:
            negated = word.endswith("الا")
            verb = at + 1
            if page.word(verb) in ("لا", "لن"):
                negated, verb = True, verb + 1
            if not page.has(verb, "present", "maybe_present", "fut"):
                if not _announced(ground, verb, limit):
                    return
                verb = _announced(ground, verb, limit) or verb
            if page.has(verb, "deed") and any("inert" in d.jobs for d in ground.deeds(verb)):
                return
            first = at if negated and word.endswith("الا") else verb - (1 if negated else 0)
            extent = act_extent(ground, first, limit, noun=False)
            bearer = _in_clause(ground, verb, extent.last, who)
            found = undertaking(ground, extent, cue, modality, bearer, rule, pact=pact)
            if negated:
                found.negative = True
                if found.modality in ("will", "must", "may"):
                    found.modality = "must-not"
            found.whole = not word.endswith("الا")
            yield found
            yield from _in_return(ground, extent, cue, bearer, rule, pact)
            shape = "clause"
        elif is_act(ground, at) or at == token:
            extent = act_extent(ground, at, limit, noun=True)
            if page.stem(at - 1) in ("تلويح", "تهديد") and page.mask(at) & B:
                # مع التلويح بفرض عقوبات: what is threatened binds whoever threatens
                yield undertaking(ground, extent, cue, "will", Who("open"), "commitment.threat", pact=pact)
            else:
                yield undertaking(ground, extent, cue, modality, who, rule, pact=pact)
            yield from _in_return(ground, extent, cue, who, rule, pact)
            shape = shape or "noun"
        else:
            return
        following = extent.further
        if following is None or following <= at:
            return
        if shape == "noun" and not (
            is_act(ground, following) or page.word(following) in ("علي", "وعلي", "وبان", "وان")
        ):
            return
        if shape == "clause" and page.word(following).removeprefix("و") not in ("ان", "الا", "علي", "بان"):
            return
        at = following


def _in_return(
    ground: Ground, extent: Extent, cue: int, who: Who, rule: str, pact: tuple[int, int] | None
) -> Iterator[Undertaking]:
    """`مقابل فرض قيود`: what is given in return is owed as well, by those it is permitted, or by whom the text does not say."""
    page = ground.page
    for a, b in extent.conditions:
        if page.stem(a) == "مقابل" and is_act(ground, a + 1):
            bearer = who if rule == "commitment.permit" else Who("open")
            yield Undertaking(a + 1, b, cue, "must", bearer, "commitment.return", pact=pact, stop=b)


def _announced(ground: Ground, token: int, limit: int) -> int | None:
    """The future verb of a clause whose subject stands first (بأن واشنطن ستطلق)."""
    page = ground.page
    for i in range(token, min(limit, token + 8)):
        if page.mask(i) & 16 or page.has(i, "fut") or page.word(i) in ("سوف", "لن"):
            return i
        if page.has(i, "mark"):
            return None
    return None


def _in_clause(ground: Ground, verb: int, last: int, who: Who) -> Who:
    """The bearer of a clause: its own subject, where it names one who can act; or else who binds himself."""
    page = ground.page
    inner = subject_of(ground, verb, gender=None, first=False)
    if (
        inner.kind == "phrase"
        and inner.phrase is not None
        and (inner.phrase.first >= verb or page.word(inner.phrase.first - 1).endswith("ان"))
    ):
        return inner
    return who
