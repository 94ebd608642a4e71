"""All status claims of a page, in order; a clause makes one claim."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from mithaq.grammar.claim import doubted, happened, refused
from mithaq.grammar.claim.claimed import Claimed
from mithaq.grammar.claim.finite import finite
from mithaq.grammar.claim.nominal import described, nominal
from mithaq.grammar.claim.special import SPECIAL, special
from mithaq.grammar.clause.ground import Ground
from mithaq.lexicon.deeds import Deed
from mithaq.lexicon.happenings import Happening, happenings
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
    for i in page.where(SPECIAL):
        found.extend(special(ground, i))
    told = happenings()
    for i in page.where(_cues()):
        word, stem = page.word(i), page.stem(i)
        if stem in _NOUNS or word in _NOUNS:
            found.extend(one for read in (_NOUNS.get(stem) or _NOUNS[word]) if (one := read(ground, i)) is not None)
        readings = told.get(word) or (told.get(word[1:]) if word[:1] in ("و", "ف") else told.get(stem))
        if readings:
            found.extend(
                one for r in readings if (one := _KINDS.get(r.kind, happened.happened)(ground, i, r)) is not None
            )
    kept: list[Claimed] = []
    for one in sorted(found, key=lambda c: (c.first, -(c.last - c.first))):
        if not kept or one.first >= kept[-1].last:
            kept.append(one)
        elif one.cue >= kept[-1].last and one.claim != kept[-1].claim:  # only what it is about is in the clause before
            one.first = kept[-1].last
            kept.append(one)
    return kept


_Verb = Callable[[Ground, int, Happening], Claimed | None]
_KINDS: dict[str, _Verb] = {
    **dict.fromkeys(("refuse", "abstain", "disown", "stand_for"), refused.refused),
    **dict.fromkeys(("doubt", "fear", "deem", "convince", "prevent", "enjoy", "sign"), doubted.doubted),
}
_Noun = Callable[[Ground, int], Claimed | None]
_NOUNS: dict[str, tuple[_Noun, ...]] = {
    **dict.fromkeys(refused.NOUNS, (refused.refusal,)),
    **dict.fromkeys(doubted.NOUNS, (doubted.uncertain,)),
    **dict.fromkeys(happened.NOUNS, (happened.noted,)),
    **dict.fromkeys(("بموجب", "تنفيذا", "تطبيقا"), (happened.under_pact,)),
}


@cache
def _cues() -> frozenset[str]:
    """The words that can tell what happened, also behind a conjunction that the lexicon leaves on."""
    forms = happenings()
    return frozenset((*_NOUNS, *forms, *(and_ + form for and_ in ("و", "ف") for form in forms)))


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
