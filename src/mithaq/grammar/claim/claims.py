"""All status claims of a page, in order; a clause makes one claim."""

from __future__ import annotations

from mithaq.grammar.claim.claimed import Claimed
from mithaq.grammar.claim.finite import finite
from mithaq.grammar.claim.nominal import described, nominal
from mithaq.grammar.claim.special import SPECIAL, special
from mithaq.grammar.clause.ground import Ground
from mithaq.lexicon.deeds import Deed
from mithaq.text.clitics import B, L


def claims(ground: Ground) -> list[Claimed]:
    """The status claims of a page, in order; a clause makes one claim."""
    page = ground.page
    found: list[Claimed] = []
    for token in ground.with_job("status"):
        for deed in ground.deeds(token):
            if "status" in deed.jobs:
                new = _claim(ground, token, deed, deed.jobs["status"])
                if new is not None:
                    found.append(new)
                    break
    stems = page.line.stems
    for i in [i for i, word in enumerate(page.text.words) if word in SPECIAL or stems[i] in SPECIAL]:
        found.extend(special(ground, i))
    kept: list[Claimed] = []
    for one in sorted(found, key=lambda c: (c.first, -(c.last - c.first))):
        if not kept or one.first >= kept[-1].last:
            kept.append(one)
    return kept


def _claim(ground: Ground, token: int, deed: Deed, claim: str) -> Claimed | None:
    page = ground.page
    start, limit = ground.region(token)
    mask = page.mask(token)
    if deed.tense in ("past", "passive", "present"):
        return finite(ground, token, deed, claim, start, limit)
    if deed.tense == "masdar" and not mask & L:
        return nominal(ground, token, deed, claim, start, limit)
    if deed.tense in ("participle", "passive_participle") and not mask & (B | L):
        return described(ground, token, deed, claim, start, limit)
    return None
