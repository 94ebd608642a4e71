"""What is imposed, forbidden or permitted by a text, a court or a law: ينص على, يتعين على, يلزم, يحظر, يسمح."""

from __future__ import annotations

from collections.abc import Iterator

from mithaq.grammar.actor import phrase_at
from mithaq.grammar.clause.acting import is_act
from mithaq.grammar.clause.attach import attached, weighed
from mithaq.grammar.clause.ground import Ground
from mithaq.grammar.clause.subject import Who, actor_at, short, subject_of
from mithaq.grammar.commitment.pact import LAWS, pact_before, pact_subject
from mithaq.grammar.commitment.undertaking import Undertaking, acts_from
from mithaq.lexicon.deeds import Deed
from mithaq.text.clitics import L, P

_COURTS = frozenset("محكمه قضاء قاضي قاض نيابه مجلس".split())


def said_by_text(ground: Ground, token: int, deed: Deed, job: str, frames: list[str]) -> Iterator[Undertaking]:
    """ينص الاتفاق على …, قضت المحكمة بـ …: the subject is a text that binds, or a court."""
    page = ground.page
    start, limit = ground.region(token)
    if deed.tense not in ("past", "present") or weighed(ground, token):
        return
    if any(page.stem(i) in ("كان", "كانت") for i in range(max(start, token - 6), token)):
        return
    pact = pact_subject(ground, token, start, limit)
    if pact is None and deed.lemma == "اوجب":
        pact = pact_before(ground, token, start)
    if pact is not None and deed.lemma == "قضي" and page.word(pact[0]).endswith("ا") and pact[0] > token:
        return  # قضت حكما: she served a sentence
    who = Who("open")
    at = token + 1
    if pact is None:
        if deed.lemma != "قضي" or deed.tense != "past":
            return
        subject = subject_of(ground, token, deed)
        if subject.phrase is None or page.stem(subject.phrase.head) not in _COURTS:
            return
        if subject.phrase.first > token:
            at = subject.phrase.last
    elif page.stem(pact[0]) not in LAWS:
        who = Who("parties", noun=pact)
    modality = "must" if pact is None or page.stem(pact[0]) in LAWS else "will"
    act = attached(ground, at, limit, frames)
    if act is None:
        return
    if page.stem(act) == "الزام":
        bound_ = actor_at(ground, act + 1, limit) or phrase_at(page, act + 1, limit)
        inner = attached(ground, bound_.last if bound_ else act + 1, limit, ["bi"])
        if inner is not None:
            who = Who("phrase", bound_) if bound_ else Who("open")
            yield from acts_from(ground, inner, limit, token, "must", who, "commitment.bind", pact=pact)
            return
    yield from acts_from(ground, act, limit, token, modality, who, "commitment.text", pact=pact)


def duty(ground: Ground, token: int, deed: Deed, job: str, frames: list[str]) -> Iterator[Undertaking]:
    """يتعين على الحكومة أن …: told of a law or an agreement, not wished for by whoever speaks."""
    page = ground.page
    _, limit = ground.region(token)
    if (
        deed.tense != "present"
        or deed.first
        or page.mask(token) & 16
        or page.word(token - 1) in ("لم", "قد", "كان", "يكن", "تكن", "كانت")
    ):
        return
    forbids = page.word(token - 1) == "لا"
    who = Who("open")
    at = token + 1
    if page.word(at) == "علي":
        phrase = phrase_at(page, at + 1, limit)
        if phrase is None:
            return
        phrase = short(ground, phrase)
        who = Who("phrase", phrase)
        at = phrase.last
    elif page.word(at) == "عليه" or page.word(at) == "عليها":
        who, at = Who("pronoun", None, "f" if page.word(at) == "عليها" else "m"), at + 1
    elif not (deed.lemma in ("تعين", "وجب") and page.word(at) == "ان"):
        return
    act = attached(ground, at, min(limit, at + 12), ["that", "noun"])
    if act is None:
        return
    for found in acts_from(ground, act, limit, token, "must", who, "commitment.duty"):
        if forbids:
            found.modality, found.negative = "must-not", True
        yield found


def bound(ground: Ground, token: int, deed: Deed, job: str, frames: list[str]) -> Iterator[Undertaking]:
    """يلزم القانون المنشآت بـ …, أمرت المحكمة الحكومة بـ …: another is bound."""
    page = ground.page
    start, limit = ground.region(token)
    if (
        deed.tense not in ("past", "present")
        or weighed(ground, token)
        or deed.tense == "present"
        and page.word(token - 1) in ("لا", "ان", "لن")
    ):
        return
    if deed.first:
        return
    at = token + 1
    pact = pact_subject(ground, token, start, limit) or pact_before(ground, token, start)
    if pact is None:
        subject = subject_of(ground, token, deed)
        if subject.kind != "phrase" or subject.phrase is None:
            return
        if (
            deed.lemma == "امر"
            and page.stem(subject.phrase.head) not in _COURTS | {"رييس", "قايد", "ملك"}
            and not subject.phrase.named
        ):
            return
        if subject.phrase.first > token:
            at = subject.phrase.last
    elif pact[0] > token:
        at = pact[1]
    act = attached(ground, at, limit, frames)
    if act is None and deed.lemma == "امهل":
        act = next(
            (
                i + 2
                for i in range(at, min(limit, at + 20))
                if page.word(i) == "من" and page.word(i + 1) == "اجل" and is_act(ground, i + 2)
            ),
            None,
        )
    if act is None:
        return
    pronoun = page.mask(token) & P
    phrase = next(
        (
            p
            for i in range(at, act)
            if (i == at or page.has(i - 1, "mark") or i - 1 in ground.times) and (p := phrase_at(page, i, act))
        ),
        None,
    )
    if phrase is None and not pronoun and at > token + 1 and pact is None and page.has(token - 1, "group", "role"):
        phrase = actor_at(ground, token + 1, act)  # محكمة تأمر البلدية بـ: what follows is who is bound
    extra = ground.times_in(at, act) if deed.lemma == "امهل" else []
    who = Who("pronoun", None, None) if pronoun else Who("phrase", phrase) if phrase else Who("open")
    for found in acts_from(ground, act, limit, token, "must", who, "commitment.bind", pact=pact):
        if extra and found.rule != "commitment.threat":
            found.times += extra
            found.rule = "commitment.grace"
        yield found


def forbidden(ground: Ground, token: int, deed: Deed, job: str, frames: list[str]) -> Iterator[Undertaking]:
    """يحظر القانون …, يُحظر على الفصائل …."""
    page = ground.page
    start, limit = ground.region(token)
    if deed.tense != "present" or deed.first or weighed(ground, token) or page.word(token - 1) in ("لا", "ان"):
        return
    at = token + 1
    who: Who = Who("open")
    pact = pact_subject(ground, token, start, limit)
    if page.word(at) == "علي":
        phrase = phrase_at(page, at + 1, limit)
        if phrase is not None:
            phrase = short(ground, phrase)
        who = Who("phrase", phrase) if phrase else who
        at = phrase.last if phrase else at + 1
    elif pact is None:
        return
    elif pact[0] > token:
        at = pact[1]
    act = attached(ground, at, min(limit, at + 8), ["noun", "that"])
    if act is None:
        return
    yield from acts_from(ground, act, limit, token, "must-not", who, "commitment.forbid", pact=pact)


def permitted(ground: Ground, token: int, deed: Deed, job: str, frames: list[str]) -> Iterator[Undertaking]:
    """يسمح الاتفاق للصيادين بـ …, يحق للأسر …, لا يجوز لأي طرف …."""
    page = ground.page
    start, limit = ground.region(token)
    impersonal = (
        deed.lemma in ("حق", "جاز")
        or deed.lemma == "سمح"
        and page.word(token - 1) in ("لا", "ولا")
        and bool(page.mask(token + 1) & L)
    )
    if deed.tense not in ("past", "present") or weighed(ground, token) or deed.first:
        return
    forbids = page.word(token - 1) in ("لا", "ولا")
    if impersonal and deed.tense == "past":
        return
    at = token + 1
    pact = None
    if not impersonal:
        pact = pact_subject(ground, token, start, limit) or pact_before(ground, token, start)
        subject = None
        if pact is None:
            if deed.lemma != "اذن":
                return
            subject = subject_of(ground, token, deed)
            if subject.kind == "phrase" and subject.phrase is not None and subject.phrase.first > token:
                at = subject.phrase.last
        elif pact[0] > token:
            at = pact[1]
    who = Who("open")
    if page.word(at) in ("له", "لها", "لهم", "لهما"):
        who = Who(
            "object",
            None if impersonal or pact else subject.phrase if subject else None,
            "f" if page.word(at) == "لها" else None,
        )
        at += 1
    elif page.mask(at) & L or page.word(at) == "ل":
        phrase = phrase_at(page, at + (page.word(at) == "ل"), limit)
        if phrase is not None:
            phrase = short(ground, phrase)
        end = phrase.last if phrase else at + 1
        who = Who("phrase", phrase) if phrase else Who("open")
        at = end
    elif impersonal and page.word(at) != "ان":
        return
    act = attached(ground, at, min(limit, at + 14), ["bi", "that", "noun"])
    if act is None:
        return
    for found in acts_from(ground, act, limit, token, "may", who, "commitment.permit", pact=pact):
        if forbids:
            found.modality, found.negative = "must-not", True
        yield found
