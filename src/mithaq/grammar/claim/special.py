"""Claims by set words: دخل حيز التنفيذ, أثار شكوكا حول, فشل في الالتزام, بدلا من تنفيذ تعهداته."""

from __future__ import annotations

from collections.abc import Iterator

from mithaq.grammar.claim.about import SIDES, about_at, ending
from mithaq.grammar.claim.claimed import Claimed, clause_end
from mithaq.grammar.clause.ground import COMMAS, STOPS, Ground
from mithaq.grammar.clause.subject import subject_of
from mithaq.grammar.commitment.pact import AGREEMENTS, PACTS, pact_at
from mithaq.text.clitics import AL, S

SPECIAL = frozenset(
    "تتمكن يتمكن تستطع يستطع قادر قادره حيز شكوكا شكوك فشل فشلت تقصير يمضي تمضي يسير تسير بدلا اوفي".split()
)


def special(ground: Ground, token: int) -> Iterator[Claimed]:
    """دخل حيز التنفيذ, أثار شكوكا حول, فشل في الالتزام, التقصير في, الاتفاق يمضي, بدلا من تنفيذ تعهداتها."""
    page = ground.page
    start, limit = ground.region(token)
    stem = page.stem(token)
    if stem == "حيز" and page.stem(token + 1) in ("تنفيذ", "نفاذ", "تطبيق", "سريان"):
        for i in range(token - 1, max(start, token - 14) - 1, -1):
            if page.stem(i) in ("دخل", "دخلت") and not page.mask(i) & S:
                if page.word(i - 1) in ("ان", "لم", "لن", "اذا", "قد") and page.word(i - 1) != "قد":
                    return
                about = next(
                    (p for k in range(i + 1, token) if (p := about_at(ground, k, token, "entered"))), None
                ) or ending(ground, i, start, "entered")
                first = min(i, about[0]) if about else i
                yield Claimed(
                    first,
                    ground.time_phrase(token + 2, limit) or token + 2,
                    i,
                    "entered-into-force",
                    about,
                    "claim.force",
                )
                return
    elif stem in ("شكوك", "شكوكا"):
        raised = next(
            (
                i
                for i in range(token - 1, max(start, token - 4) - 1, -1)
                if page.stem(i) in ("اثار", "اثارت", "ابدي", "ابدت", "اثاروا", "اعرب")
            ),
            None,
        )
        if raised is not None and page.word(token + 1) in ("حول", "في", "بشان", "حيال", "ازاء"):
            about = next(
                (p for k in range(token + 2, min(limit, token + 9)) if (p := about_at(ground, k, limit, "doubted"))),
                None,
            )
            if about:
                end = about[1]
                while (
                    end < limit
                    and page.word(end) not in COMMAS
                    and page.word(end) not in STOPS
                    and page.word(end) != "»"
                    and end - about[1] < 6
                ):
                    end += 1
                yield Claimed(raised, end, raised, "doubted", about, "claim.doubt")
    elif stem in ("فشل", "فشلت") and not page.mask(token) & AL and page.has(token, "past", "verb"):
        at = token + 1
        while at < min(limit, token + 5) and page.stem(at) not in _DOING:
            at += 1
        if page.stem(at) in _DOING:
            about = next(
                (p for k in range(at + 1, min(limit, at + 4)) if (p := about_at(ground, k, limit, "violated"))), None
            )
            if about:
                who = subject_of(ground, token, None, gender=None)
                first = (
                    who.phrase.first
                    if who.phrase is not None and who.phrase.first < token and token - who.phrase.first < SIDES
                    else token
                )
                yield Claimed(first, about[1], token, "violated", about, "claim.failed")
    elif stem in ("تتمكن", "يتمكن", "تستطع", "يستطع", "قادر", "قادره") and page.word(token - 1) in (
        "لم",
        "لا",
        "غير",
        "ليست",
        "ليس",
    ):
        at = token + 2 if page.word(token + 1) in ("من", "علي") else token + 1
        about = next(
            (
                p
                for k in range(at + 1, min(limit, at + 3))
                if page.stem(at) in _DOING and (p := pact_at(ground, k, limit))
            ),
            None,
        )
        if about:
            yield Claimed(token - 1, about[1], token, "doubted", about, "claim.unable")
    elif stem == "تقصير" and (page.word(token + 1) in ("في", "فيما")):
        end = clause_end(ground, token, limit)
        if any(page.stem(k) in PACTS or page.has(k, "pledge") for k in range(token + 1, end)):
            yield Claimed(token, end, token, "violated", (token + 2, end), "claim.failed")
    elif (
        stem in ("يمضي", "تمضي", "يسير", "تسير")
        and not page.mask(token) & S
        and page.word(token - 1) not in ("ان", "لن", "لم", "لا")
    ):
        about = ending(ground, token, start, "progressing")
        if about is not None and page.stem(about[0]) in AGREEMENTS | {"تنفيذ"}:
            yield Claimed(about[0], clause_end(ground, token, limit), token, "progressing", about, "claim.progress")
    elif page.word(token) == "بدلا" and page.word(token + 1) == "من" and page.stem(token + 2) in _DOING:
        about = next(
            (p for k in range(token + 3, min(limit, token + 6)) if (p := about_at(ground, k, limit, "violated"))), None
        )
        if about:
            yield Claimed(max(start, token - 8), about[1], token, "violated", about, "claim.instead")


_DOING = frozenset("التزام تنفيذ تطبيق وفاء ايفاء احترام تحقيق".split())
