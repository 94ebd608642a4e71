"""Agreements: each one that a report speaks of, its parties, its stage, and the commitments gathered under it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from mithaq.entity import Actor
from mithaq.grammar.actor import phrase_at
from mithaq.grammar.clause.subject import subject_of
from mithaq.grammar.commitment.pact import AGREEMENTS, pact_at
from mithaq.reading.naming import name_key
from mithaq.reading.stage import Stage
from mithaq.reading.states import same
from mithaq.record import Agreement, Commitment, StatusClaim

_STAGES = {
    "signed": "concluded", "entered-into-force": "in-force", "extended": "in-force", "violated": "in-force", "progressing": "in-force",
    "fulfilled": "in-force", "partly": "in-force", "suspended": "in-force", "cancelled": "ended", "withdrawn": "concluded",
}  # fmt: skip
_TALKS = frozenset("مفاوضات محادثات مشروع مسوده التوصل مباحثات اقتراح".split())
_KEPT = 60  # agreements that a new mention is compared with
_RANK = {"announced": 0, "negotiated": 1, "concluded": 2, "in-force": 3, "ended": 4}


def read_agreements(stage: Stage, commitments: list[Commitment], claims: list[StatusClaim]) -> list[Agreement]:
    """The agreements of a page: mentions with the same words are one; each commitment is told its agreement."""
    page, ground = stage.page, stage.ground
    found: list[Agreement] = []
    keys: list[tuple[str, ...]] = []
    places: list[tuple[int, Agreement]] = []
    for i in page.where(AGREEMENTS):
        if (
            page.stem(i) not in AGREEMENTS
            or not page.has(i, "noun", "masdar")
            or page.word(i - 1) in ("تم", "جري")
            or page.stem(i) == "اعلان"
        ):
            continue
        name = pact_at(ground, i, page.text.sentence_of(i)[1])
        if name is None:
            continue
        span = page.span(*name)
        key = name_key(span.cite(page.document.text))
        words = set(key)
        n = next(
            (
                n
                for n in range(max(0, len(keys) - _KEPT), len(keys))
                if words.issubset(keys[n]) or keys[n][0] == key[0] and words.issuperset(keys[n])
            ),
            None,
        )
        agreement = found[n] if n is not None else None
        if agreement is None or n is None:
            agreement = Agreement(f"g{span.start}-{span.end}", span, [], "announced", found_by="agreement.named")
            found.append(agreement)
            keys.append(key)
        elif len(key) > len(name_key(agreement.name.cite(page.document.text))):
            keys[n] = key
            agreement.name = span
        places.append((i, agreement))
        if not agreement.parties:
            agreement.parties = _parties(stage, name)
        if agreement.stage == "announced" and any(page.stem(k) in _TALKS for k in range(max(0, i - 3), i)):
            agreement.stage = "negotiated"
    for claim in claims:
        agreement = _named(found, places, stage, claim)
        if agreement is not None and not agreement.parties and claim.claim == "signed":
            agreement.parties = _signers(stage, claim)
        if agreement is not None and _RANK[_STAGES.get(claim.claim, "announced")] > _RANK[agreement.stage]:
            agreement.stage = _STAGES[claim.claim]
            if claim.claim in ("signed", "entered-into-force"):
                agreement.date = claim.date or agreement.date
    _gather(stage, commitments, found, places)
    return found


def _named(
    found: list[Agreement], places: list[tuple[int, Agreement]], stage: Stage, claim: StatusClaim
) -> Agreement | None:
    if claim.about is None:
        return None
    token = bisect_left(stage.page.text.starts, claim.about.start + 1) - 1
    n = bisect_left(places, token, key=lambda p: p[0])
    return places[n][1] if n < len(places) and places[n][0] <= token + 2 else None


def _signers(stage: Stage, claim: StatusClaim) -> list[Actor]:
    """Those who signed: the subject of the verb of signing, where it is more than one."""
    starts = stage.page.text.starts
    for token in range(bisect_left(starts, claim.span.start), bisect_left(starts, claim.span.end)):
        if any(d.jobs.get("status") == "signed" and d.tense in ("past", "present") for d in stage.ground.deeds(token)):
            who = subject_of(stage.ground, token, None, gender=None)
            found = stage.actors(who.phrase, token) if who.phrase is not None else []
            return found if len(found) > 1 else []
    return []


def _parties(stage: Stage, name: tuple[int, int]) -> list[Actor]:
    """Those between whom it is, or with whom."""
    page = stage.page
    end = page.text.sentence_of(name[0])[1]
    for i in range(name[1], min(end, name[1] + 7)):
        if page.word(i) in (".", "؛"):
            break
        if page.word(i) in ("بين", "مع"):
            phrase = phrase_at(page, i + 1, end)
            return [Actor(a.name, a.role, a.entity, a.mention) for a in stage.actors(phrase, name[0])] if phrase else []
    return []


def _gather(
    stage: Stage, commitments: list[Commitment], found: list[Agreement], places: list[tuple[int, Agreement]]
) -> None:
    """Tell each commitment of an agreement which one it belongs to: the one named in its sentence, or the only one."""
    starts = stage.page.text.starts
    for c in commitments:
        if c.found_by not in (
            "commitment.agree",
            "commitment.text",
            "commitment.permit",
            "commitment.forbid",
            "commitment.return",
            "commitment.listed",
            "commitment.under",
        ):
            continue
        token = bisect_left(starts, c.act.start + 1) - 1
        start, _ = stage.page.text.sentence_of(token)
        n = bisect_right(places, token, key=lambda p: p[0])
        near = [places[n - 1][1]] if n and places[n - 1][0] >= start - 1 else found if len(found) == 1 else []
        if not near and c.found_by == "commitment.agree":
            near = [a for t, a in places[n : n + 20] if stage.page.mask(t)][:1]
        if near:
            agreement = near[-1]
            c.agreement = agreement.id
            agreement.commitments.append(c.id)
            for b in c.bearer:
                if c.found_by == "commitment.agree" and not any(same(b, p) for p in agreement.parties):
                    agreement.parties.append(b)
