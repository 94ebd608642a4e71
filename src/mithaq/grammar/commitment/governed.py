"""Deeds that carry an act with them, and how the parties bind themselves by them: تعهد بـ, قرر أن, اتفق على."""

from __future__ import annotations

from collections.abc import Iterator

from mithaq.grammar.actor import phrase_at
from mithaq.grammar.clause.acting import is_act
from mithaq.grammar.clause.attach import attached, weighed
from mithaq.grammar.clause.ground import COMMAS, Ground
from mithaq.grammar.clause.subject import Who, actor_at, before, subject_of
from mithaq.grammar.commitment.imposed import bound, duty, forbidden, permitted, said_by_text
from mithaq.grammar.commitment.pact import PACTS
from mithaq.grammar.commitment.undertaking import Undertaking, acts_from
from mithaq.lexicon.deeds import Deed
from mithaq.text.clitics import AL, B, L, P, W

_MODALITY = {
    "pledge": "will", "decide": "will", "plan": "intends", "threat": "will", "agree": "will", "consent": "will", "text": "must",
    "duty": "must", "bind": "must", "forbid": "must-not", "permit": "may",
}  # fmt: skip

JOBS = tuple(_MODALITY)


def governed(ground: Ground, token: int) -> Iterator[Undertaking]:
    """The undertakings of a deed at a token."""
    for deed in ground.deeds(token):
        if _MODALITY.keys().isdisjoint(deed.jobs):
            continue
        for job in JOBS:
            if job not in deed.jobs:
                continue
            found = list(_JOBS[job](ground, token, deed, job, deed.jobs[job].split()))
            if found:
                yield from found
                return


def _binding(ground: Ground, token: int, deed: Deed, job: str, frames: list[str]) -> Iterator[Undertaking]:
    """Pledges, decisions, plans, threats and consents: the subject binds itself."""
    page = ground.page
    start, limit = ground.region(token)
    start_limit = limit
    mask = page.mask(token)
    who: Who
    if deed.tense in ("past", "present"):
        if weighed(ground, token) or mask & (AL | B):
            return
        if (
            job == "plan"
            and deed.tense == "past"
            and deed.lemma != "لوح"
            or page.word(token - 1) in ("كان", "كانت")
            and deed.tense == "present"
        ):
            return
        if deed.tense == "present" and page.word(token - 1) in ("لا", "ان", "لن", "بان", "الذين", "الذي", "التي", "من"):
            return
        who = subject_of(ground, token, deed)
        if job == "threat" and who.kind != "phrase" and not (who.kind == "speaker" or mask & W):
            return
        at = token + 1
        if who.phrase is not None and who.phrase.first > token:
            at = who.phrase.last
        elif (
            job in ("threat", "decide")
            and deed.tense == "present"
            and who.kind == "pronoun"
            and page.has(at, "noun")
            and not mask & W
        ):
            pass
    elif deed.tense == "participle":
        if (
            mask & (AL | B | L)
            or job in ("decide", "consent")
            or page.stem(token - 1) in ("ليس", "ليست", "ليسوا", "غير", "تعد", "يعد")
        ):
            return
        if job == "plan" and deed.lemma not in ("عزم",):
            return
        if job == "threat" and not page.word(token).endswith(("ا", "ه", "ين")):
            return
        word = page.word(token)
        if word.endswith(("ا", "ين")) or page.word(token - 1) in COMMAS:
            who = Who("clause", None, deed.gender, deed.plural)
        else:
            who = before(ground, token, start, deed.gender)
        at = token + 1
    elif deed.tense == "masdar" and job == "pledge" and deed.lemma in ("التزم", "تعهد"):
        if not _undertakes(ground, token):
            return
        found = _holder(ground, token, limit)
        if found is None:
            return
        who, at = found
    else:
        return
    if frames[0] == "li":  # يستعد لـ, يعد لـ: right behind the subject
        at = ground.skip(at, limit)
        limit = min(limit, at + 1)
    act = attached(ground, at, limit, frames)
    limit = start_limit
    if (
        act is None
        and deed.tense == "participle"
        and deed.lemma == "التزم"
        and page.mask(at) & B
        and page.stem(at) in PACTS
    ):
        act = at  # ملتزمون بالهدنة
    if act is None:
        yield from _relative(ground, token, start, who, deed, job)
        return
    if deed.lemma == "تقرر":
        who = Who("passive")
    rule = f"commitment.{job}"
    if (
        page.word(act) in ("ان", "بان")
        and job in ("consent", "agree", "plan", "decide")
        and not page.has(act + 1, "present")
    ):
        return
    yield from acts_from(ground, act, limit, token, _MODALITY[job], who, rule)


def _undertakes(ground: Ground, token: int) -> bool:
    """Whether a noun of pledging says that the pledge stands: not doubted, denied, demanded or asked for."""
    page = ground.page
    for i in range(max(0, token - 4), token):
        if (
            page.word(i) in ("عدم", "ضروره", "مدي", "دون", "رغم", "اهميه", "وعدم", "غياب")
            or page.has(i, "demand")
            or page.stem(i) in ("تشكيك", "خرق", "انتهاك", "شكك")
        ):
            return False
    return not page.mask(token) & B and page.word(token - 1) not in ("الي", "في", "من", "ان", "ليس")


def _holder(ground: Ground, token: int, limit: int) -> tuple[Who, int] | None:
    """Whose pledge a noun of pledging is: the pronoun or the genitive behind it; and the token behind that."""
    page = ground.page
    if page.mask(token) & P:
        word = page.word(token)
        if word.endswith("نا"):
            return Who("speaker", None, None, True), token + 1
        kind = "object" if page.word(token - 1) == "علي" else "clause"  # شكره على التزامه
        return Who(kind, None, "f" if word.endswith("ها") else "m", word.endswith("هم")), token + 1
    phrase = actor_at(ground, token + 1, limit)
    if phrase is not None:
        return Who("phrase", phrase, phrase.gender, phrase.plural), phrase.last
    return None


def _relative(ground: Ground, token: int, start: int, who: Who, deed: Deed, job: str) -> Iterator[Undertaking]:
    """`تمويل الانتخابات الذي وعدت به`: the act stands before the relative clause."""
    page = ground.page
    if (
        job != "pledge"
        or page.word(token + 1) not in ("به", "بها")
        or page.word(token - 1) not in ("الذي", "التي", "ما", "فيما")
    ):
        return
    if page.word(token + 2) == "من" and page.word(token - 1) in ("ما", "فيما"):
        who = Who("phrase", who.phrase, who.gender, who.plural) if who.phrase else Who("object", None, who.gender)
        yield from acts_from(ground, token + 3, ground.region(token)[1], token, "will", who, "commitment.pledge.what")
        return
    for i in range(token - 2, max(start, token - 9) - 1, -1):
        if is_act(ground, i):
            verb = next((k for k in range(i - 1, max(start, i - 4) - 1, -1) if ground.verb_like(k)), None)
            inner = subject_of(ground, verb, None, gender=None) if verb is not None else None
            yield Undertaking(
                i,
                token - 1,
                token,
                "will",
                inner if inner and inner.phrase else who,
                "commitment.pledge.relative",
                stop=token,
            )
            return


def _agreed(ground: Ground, token: int, deed: Deed, job: str, frames: list[str]) -> Iterator[Undertaking]:
    """اتفق الطرفان على …, تم الاتفاق على …, اتفاقهم على …."""
    page = ground.page
    _, limit = ground.region(token)
    mask = page.mask(token)
    if deed.tense == "masdar":
        if mask & AL and page.word(token - 1) in _DONE or page.word(token - 2) in _DONE:
            who, at = Who("parties"), token + 1
        elif mask & P and page.word(token + 1) == "علي":
            who, at = Who("clause", None, None, True), token + 1
        elif mask & P or deed.lemma == "توافق":
            return
        else:
            return
    elif deed.tense in ("past", "present"):
        if (
            weighed(ground, token)
            or deed.tense == "present"
            and (page.word(token - 1) in ("لا", "ان") or page.mask(token) & 16)
        ):
            return
        who = subject_of(ground, token, deed)
        at = who.phrase.last if who.phrase is not None and who.phrase.first > token else token + 1
        while who.phrase is not None and at > token + 1 and page.mask(at) & W and len(who.also) < 5:
            other = actor_at(ground, at, limit)
            if other is None:
                break
            who.also.append(other)
            at = other.last
        if who.kind == "phrase" and who.phrase is not None and page.word(at) == "مع":
            other = phrase_at(page, at + 1, limit)
            if other is not None:
                who.noun = (other.first, other.last)
        elif page.word(at) == "مع" and who.kind == "pronoun":
            other = phrase_at(page, at + 1, limit)
            if other is not None:
                who.noun = (other.first, other.last)
    else:
        return
    act = attached(ground, at, limit, frames)
    if act is None:
        return
    if page.word(act) in ("ان", "الا") and not (page.has(act + 1, "present") or page.word(act) == "الا"):
        return
    yield from acts_from(ground, act, limit, token, "will", who, "commitment.agree")


_DONE = frozenset("تم جري وتم وجري يتم حصل سبق".split())

_JOBS = {
    "pledge": _binding, "decide": _binding, "plan": _binding, "threat": _binding, "consent": _binding, "agree": _agreed,
    "text": said_by_text, "duty": duty, "bind": bound, "forbid": forbidden, "permit": permitted,
}  # fmt: skip
