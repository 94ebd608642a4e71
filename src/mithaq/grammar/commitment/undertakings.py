"""All undertakings of a page, in order, each act once."""

from __future__ import annotations

from mithaq.grammar.clause.condition import condition_at
from mithaq.grammar.clause.ground import COMMAS, Ground
from mithaq.grammar.commitment.future import SUPPOSED, day_set, future, scheduled
from mithaq.grammar.commitment.governed import JOBS, governed
from mithaq.grammar.commitment.law import (
    TERMS,
    after_term,
    announced,
    content_act,
    dated,
    decree,
    in_force,
    instructed,
    law_does,
    listed,
    term,
    under,
)
from mithaq.grammar.commitment.undertaking import Undertaking
from mithaq.text.clitics import S

_DONE = frozenset(("يتم", "تتم", "يجري", "تجري"))
_ENTERING = frozenset(("يدخل", "تدخل", "يسري", "تسري"))
_SETTING = frozenset(p + w for w in "حدد حددت حددا حددتا حددوا عين عينت".split() for p in ("", "و", "ف"))
_UNDER = frozenset(("بموجب", "وبموجب", "بمقتضي", "وبمقتضي"))
_FUTURE = frozenset(("لن", "سوف", "ولن", "وسوف", "فلن", "فسوف"))


def undertakings(ground: Ground) -> list[Undertaking]:
    """The undertakings of a page; of two that overlap, the one whose cue is nearer to its act."""
    page = ground.page
    found: list[Undertaking] = []
    governing = frozenset(ground.with_job(*JOBS))
    setting = page.where(_SETTING)
    for token in sorted(governing.union(setting, page.having("fut", "present", "colon", "law", "binding"))):
        classes, word = page.classes(token), page.word(token)
        if "fut" in classes or word in _FUTURE or page.mask(token) & S:
            found.extend(future(ground, token))
        elif page.word(token - 1) in ("من", "ومن") or page.word(token + 1) == "ان" and page.word(token) in SUPPOSED:
            found.extend(scheduled(ground, token))
        elif "present" in classes:
            stem = page.stem(token)
            if stem in ("نعلن", "نوكد"):
                found.extend(announced(ground, token))
            elif stem in _DONE:
                found.extend(after_term(ground, token))
            elif stem in _ENTERING:
                found.extend(in_force(ground, token))
            if page.has(token + 1, "law"):
                found.extend(law_does(ground, token))
            elif ground.times_between(token + 1, token + 45):
                found.extend(dated(ground, token))
        elif "colon" in classes:
            found.extend(listed(ground, token))
        if "law" in classes:
            found.extend(decree(ground, token))
        if "binding" in classes:
            if word in _UNDER:
                found.extend(under(ground, token))
            elif page.stem(token) in ("تعليمات", "توجيهات", "اوامر"):
                found.extend(instructed(ground, token))
        if token in governing:
            found.extend(governed(ground, token))
        if word in _SETTING:
            found.extend(day_set(ground, token))
    for token in page.where(TERMS):
        found.extend(term(ground, token))
    for first, last, statement in ground.contents:
        if (
            statement.found_by.startswith(("statement.noun", "statement.quoted", "statement.colon"))
            or statement.kind == "direct"
        ):
            found.extend(content_act(ground, first, last, noun=statement.found_by.startswith("statement.noun")))
    for one in found:
        if not one.conditions:
            _fronted(ground, one)
    return _once(found)


def _fronted(ground: Ground, one: Undertaking) -> None:
    """Gives an undertaking the condition that stands before its clause: `إذا لم يتوقف القتال، فإن المجلس سينظر في …`."""
    page = ground.page
    start, _ = ground.region(one.cue)
    for at in range(one.cue - 4, start - 1, -1):
        if at > start and page.word(at - 1) not in _OPENING and page.word(at - 1) not in COMMAS:
            continue
        end = condition_at(ground, at, one.cue)
        if end is None or page.word(end) not in COMMAS:
            continue
        main = page.word(end + 1)
        if (
            one.cue - end < 8
            and (main.startswith("ف") or end + 1 == one.cue)
            and page.word(at).lstrip("و") not in _AGREEABLE
        ):
            one.conditions = [(at, end)]
        return


_OPENING = frozenset("انه انها بانه بانها ان بان « :".split())
_AGREEABLE = frozenset("وفق وفقا طبقا بحسب حسب قبل بعد".split())


def _once(found: list[Undertaking]) -> list[Undertaking]:
    """Without acts inside acts: what a future verb governs (سيقرر إلغاء) is one act, the outer."""
    kept: list[Undertaking] = []
    for one in sorted(found, key=lambda u: (u.first, -u.last)):
        if not kept or one.first >= kept[-1].last:
            kept.append(one)
    return kept
