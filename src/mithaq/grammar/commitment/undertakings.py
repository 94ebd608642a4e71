"""All undertakings of a page, in order, each act once."""

from __future__ import annotations

import re
from functools import cache

from mithaq.engine.alphabet import Alphabet
from mithaq.grammar.clause.condition import condition_at
from mithaq.grammar.clause.ground import COMMAS, Ground
from mithaq.grammar.commitment.future import SUPPOSED, future, scheduled
from mithaq.grammar.commitment.governed import governed
from mithaq.grammar.commitment.law import (
    TERMS,
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


@cache
def triggers(alphabet: Alphabet, *classes: str) -> re.Pattern[str]:
    """A pattern of all symbols that have one of the classes, and of the marks of words with the future particle."""
    symbols = sorted(frozenset().union(*(alphabet.having(c) for c in classes)))
    marks = [chr(0xE000 + m) for m in range(256) if m & S]
    return re.compile("[" + re.escape("".join([*symbols, *marks])) + "]")


_ENTERING = frozenset(("يدخل", "تدخل", "يسري", "تسري"))
_UNDER = frozenset(("بموجب", "وبموجب", "بمقتضي", "وبمقتضي"))
_FUTURE = frozenset(("لن", "سوف", "ولن", "وسوف", "فلن", "فسوف"))


def undertakings(ground: Ground) -> list[Undertaking]:
    """The undertakings of a page; of two that overlap, the one whose cue is nearer to its act."""
    page = ground.page
    found: list[Undertaking] = []
    seen = -1
    for m in triggers(page.grammar.alphabet, "deed", "fut", "present", "colon", "law", "binding").finditer(
        page.line.symbols
    ):
        token = m.start() // 2
        if token == seen:
            continue
        seen = token
        if page.word(token) in _FUTURE or page.mask(token) & S or page.has(token, "fut"):
            found.extend(future(ground, token))
        elif page.word(token - 1) in ("من", "ومن") or page.word(token + 1) == "ان" and page.word(token) in SUPPOSED:
            found.extend(scheduled(ground, token))
        elif page.has(token, "present"):
            stem = page.stem(token)
            if stem in ("نعلن", "نوكد"):
                found.extend(announced(ground, token))
            elif stem in _ENTERING:
                found.extend(in_force(ground, token))
            if page.has(token + 1, "law"):
                found.extend(law_does(ground, token))
            elif ground.times_between(token + 1, token + 45):
                found.extend(dated(ground, token))
        elif page.has(token, "colon"):
            found.extend(listed(ground, token))
        if page.has(token, "law"):
            found.extend(decree(ground, token))
        if page.has(token, "binding"):
            if page.word(token) in _UNDER:
                found.extend(under(ground, token))
            elif page.stem(token) in ("تعليمات", "توجيهات", "اوامر"):
                found.extend(instructed(ground, token))
        if page.has(token, "deed"):
            found.extend(governed(ground, token))
    for token in range(len(page)):
        if page.stem(token) in TERMS:
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
