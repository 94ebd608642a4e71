"""Agreements: each one that a report speaks of, its parties, its stage, and the commitments gathered under it."""

from __future__ import annotations

from bisect import bisect_left

from mithaq.entity import Actor
from mithaq.grammar.actor import phrase_at
from mithaq.grammar.commitment.pact import AGREEMENTS, pact_at
from mithaq.reading.entities import name_key
from mithaq.reading.stage import Stage, same
from mithaq.record import Agreement, Commitment, StatusClaim

_STAGES = {
    "signed": "concluded", "entered-into-force": "in-force", "extended": "in-force", "violated": "in-force", "progressing": "in-force",
    "fulfilled": "in-force", "partly": "in-force", "suspended": "in-force", "cancelled": "ended", "withdrawn": "concluded",
}  # fmt: skip
_TALKS = frozenset("مفاوضات محادثات مشروع مسوده التوصل مباحثات اقتراح".split())
_RANK = {"announced": 0, "negotiated": 1, "concluded": 2, "in-force": 3, "ended": 4}


def read_agreements(stage: Stage, commitments: list[Commitment], claims: list[StatusClaim]) -> list[Agreement]:
    """The agreements of a page: mentions with the same words are one; each commitment is told its agreement."""
    page, ground = stage.page, stage.ground
    found: list[Agreement] = []
    keys: list[tuple[str, ...]] = []
    places: list[tuple[int, Agreement]] = []
    for i, stem in enumerate(page.line.stems):
        if stem not in AGREEMENTS or not page.has(i, "noun", "masdar") or page.word(i - 1) in ("تم", "جري") or page.stem(i) == "اعلان":
            continue
        name = pact_at(ground, i, page.text.sentence_of(i)[1])
        if name is None:
            continue
        span = page.span(*name)
        key = name_key(span.cite(page.document.text))
        agreement = next((a for a, k in zip(found, keys, strict=True) if set(key) <= set(k) or set(k) <= set(key) and k[0] == key[0]), None)
        if agreement is None:
            agreement = Agreement(f"g{span.start}-{span.end}", span, [], "announced", found_by="agreement.named")
            found.append(agreement)
            keys.append(key)
        elif len(key) > len(keys[found.index(agreement)]):
            keys[found.index(agreement)] = key
            agreement.name = span
        places.append((i, agreement))
        if not agreement.parties:
            agreement.parties = _parties(stage, name)
        if agreement.stage == "announced" and any(page.stem(k) in _TALKS for k in range(max(0, i - 3), i)):
            agreement.stage = "negotiated"
    for claim in claims:
        agreement = _named(found, places, stage, claim)
        if agreement is not None and _RANK[_STAGES.get(claim.claim, "announced")] > _RANK[agreement.stage]:
            agreement.stage = _STAGES[claim.claim]
            if claim.claim in ("signed", "entered-into-force"):
                agreement.date = claim.date or agreement.date
    _gather(stage, commitments, found, places)
    return found


def _named(found: list[Agreement], places: list[tuple[int, Agreement]], stage: Stage, claim: StatusClaim) -> Agreement | None:
    if claim.about is None:
        return None
    token = bisect_left(stage.page.text.starts, claim.about.start + 1) - 1
    return next((a for t, a in places if token <= t <= token + 2), None)


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


def _gather(stage: Stage, commitments: list[Commitment], found: list[Agreement], places: list[tuple[int, Agreement]]) -> None:
    """Tell each commitment of an agreement which one it belongs to: the one named in its sentence, or the only one."""
    starts = stage.page.text.starts
    for c in commitments:
        if c.found_by not in ("commitment.agree", "commitment.text", "commitment.permit", "commitment.forbid", "commitment.return", "commitment.listed", "commitment.under"):
            continue
        token = bisect_left(starts, c.act.start + 1) - 1
        start, _ = stage.page.text.sentence_of(token)
        near = [a for t, a in places if start - 1 <= t <= token] or ([a for _, a in places if len(found) == 1])
        if not near and c.found_by == "commitment.agree":
            near = [a for t, a in places if t > token and stage.page.mask(t)][:1]
        if near:
            agreement = near[-1]
            c.agreement = agreement.id
            agreement.commitments.append(c.id)
            for b in c.bearer:
                if c.found_by == "commitment.agree" and not any(same(b, p) for p in agreement.parties):
                    agreement.parties.append(b)
