"""Verbs and nouns that carry an act with them: تعهد بـ, قرر أن, اتفق على, يتعين على … أن, يلزم … بـ, يسمح لـ … بـ."""

from __future__ import annotations

from collections.abc import Iterator

from mithaq.grammar.actor import ActorPhrase, phrase_at
from mithaq.grammar.clause.ground import COMMAS, STOPS, Ground
from mithaq.grammar.clause.subject import Who, actor_at, before, short, subject_of
from mithaq.grammar.commitment.pact import LAWS, PACTS, pact_before, pact_subject
from mithaq.grammar.commitment.undertaking import Undertaking, acts_from, is_act
from mithaq.lexicon.deeds import Deed
from mithaq.text.clitics import AL, B, L, P, W

_REACH = 34
_MODALITY = {
    "pledge": "will", "decide": "will", "plan": "intends", "threat": "will", "agree": "will", "consent": "will", "text": "must",
    "duty": "must", "bind": "must", "forbid": "must-not", "permit": "may",
}  # fmt: skip
JOBS = tuple(_MODALITY)
_WEIGHED = frozenset("اذا لو قد ربما لعل لم لولا ما هل".split())  # before a verb these leave open or deny that it happens
_COURTS = frozenset("محكمه قضاء قاضي قاض نيابه مجلس".split())


def governed(ground: Ground, token: int) -> Iterator[Undertaking]:
    """The undertakings of a deed at a token."""
    for deed in ground.deeds(token):
        for job in JOBS:
            if job not in deed.jobs:
                continue
            found = list(_JOBS[job](ground, token, deed, job, deed.jobs[job].split()))
            if found:
                yield from found
                return


def weighed(ground: Ground, token: int) -> bool:
    """Whether what a verb says is only supposed, possible or denied."""
    page = ground.page
    i = token - 1
    word = page.word(i)
    if word in ("كان", "كانت", "قد", "لقد") and page.has(token, "past"):
        i -= 1
        word = page.word(i)
        if word not in _WEIGHED or word == "قد":
            return False
    if word == "قد":
        return page.has(token, "present") and not page.has(token, "past")
    return word in _WEIGHED or page.stem(i) in ("اذا", "لو", "لم", "ربما", "قد") or word == "ان" and page.word(i - 1) in ("قبل", "نفي")


def attached(ground: Ground, start: int, limit: int, frames: list[str]) -> int | None:
    """The token at which the act of a deed begins: the first that the deed's frames let in."""
    page = ground.page
    i = start
    commas = 0
    while i < min(limit, start + _REACH):
        end = ground.time_phrase(i, limit)
        if end:
            i = end
            continue
        word, mask = page.word(i), page.mask(i)
        if word in STOPS or word == "»" or word == ":":
            return None
        if word == "«" and i in ground.opened:
            inner = i + 1
            if page.word(i - 1) in _PREPOSITIONS and _PREPOSITIONS[page.word(i - 1)] in frames and is_act(ground, inner):
                return inner
            close = ground.opened[i].close
            assert close is not None
            if not (mask and False) and is_act(ground, inner) and "bi" in frames and page.mask(inner) & B:
                return inner
            i = close + 1
            continue
        if word in COMMAS:
            commas += 1
            if commas > 4 or page.has(i + 1, "participle") and page.word(i + 1).endswith("ا") and not page.mask(i + 1):
                return None
        elif "that" in frames and word in ("ان", "الا", "بان", "بالا") and i > start - 1:
            return i
        elif "bi" in frames and mask & B and (is_act(ground, i) or _thing(ground, i)):
            return i
        elif "bi" in frames and word == "ب" and is_act(ground, i + 1):
            return i + 1
        elif "li" in frames and mask & L and is_act(ground, i) and (not mask & W):
            return i
        elif "ala" in frames and word in ("علي", "وعلي") and (is_act(ground, i + 1) or page.word(i + 1) in ("ان", "الا")):
            return i + 1
        elif "min" in frames and word == "من" and is_act(ground, i + 1):
            return i + 1
        elif "ila" in frames and word == "الي" and (is_act(ground, i + 1) or page.word(i + 1) in ("ان", "الا")):
            return i + 1
        elif "noun" in frames and is_act(ground, i) and not mask & (B | L | W):
            return i
        elif i > start and ground.verb_like(i) and (mask & W or page.word(i - 1) in COMMAS or word in ("قال", "قالت", "يقول")):
            return None
        elif i in ground.cues and i > start:
            return None
        i += 1
    return None


_PREPOSITIONS = {"ب": "bi", "علي": "ala", "الي": "ila", "ل": "li"}


def _thing(ground: Ground, token: int) -> bool:
    """A plain noun behind بـ that is threatened or promised (متوعدا بعقوبات), right behind its deed."""
    page = ground.page
    return page.stem(token) in ("عقوبات", "تسويه", "رد", "انتقام", "اجراءات", "حل", "اصلاحات", "عقوبه") and not page.mask(token) & P


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
        if job == "plan" and deed.tense == "past" and deed.lemma != "لوح" or page.word(token - 1) in ("كان", "كانت") and deed.tense == "present":
            return
        if deed.tense == "present" and page.word(token - 1) in ("لا", "ان", "لن"):
            return
        who = subject_of(ground, token, deed)
        if job == "threat" and who.kind != "phrase" and not (who.kind == "speaker" or mask & W):
            return
        at = token + 1
        if who.phrase is not None and who.phrase.first > token:
            at = who.phrase.last
        elif job in ("threat", "decide") and deed.tense == "present" and who.kind == "pronoun" and page.has(at, "noun") and not mask & W:
            pass
    elif deed.tense == "participle":
        if mask & (AL | B | L) or job in ("decide", "consent"):
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
    if act is None and deed.tense == "participle" and deed.lemma == "التزم" and page.mask(at) & B and page.stem(at) in PACTS:
        act = at  # ملتزمون بالهدنة
    if act is None:
        yield from _relative(ground, token, start, who, deed, job)
        return
    if deed.lemma == "تقرر":
        who = Who("passive")
    rule = f"commitment.{job}"
    if page.word(act) in ("ان", "بان") and job in ("consent", "agree", "plan", "decide") and not page.has(act + 1, "present"):
        return
    yield from acts_from(ground, act, limit, token, _MODALITY[job], who, rule)


def _undertakes(ground: Ground, token: int) -> bool:
    """Whether a noun of pledging says that the pledge stands: not doubted, denied, demanded or asked for."""
    page = ground.page
    for i in range(max(0, token - 4), token):
        if page.word(i) in ("عدم", "ضروره", "مدي", "دون", "رغم", "اهميه", "وعدم", "غياب") or page.has(i, "demand") or page.stem(i) in ("تشكيك", "خرق", "انتهاك", "شكك"):
            return False
    return not page.mask(token) & B and page.word(token - 1) not in ("الي", "في", "من", "ان", "ليس")


def _holder(ground: Ground, token: int, limit: int) -> tuple[Who, int] | None:
    """Whose pledge a noun of pledging is: the pronoun or the genitive behind it; and the token behind that."""
    page = ground.page
    if page.mask(token) & P:
        word = page.word(token)
        if word.endswith("نا"):
            return Who("speaker", None, None, True), token + 1
        return Who("clause", None, "f" if word.endswith("ها") else "m", word.endswith("هم")), token + 1
    phrase = actor_at(ground, token + 1, limit)
    if phrase is not None:
        return Who("phrase", phrase, phrase.gender, phrase.plural), phrase.last
    return None


def _relative(ground: Ground, token: int, start: int, who: Who, deed: Deed, job: str) -> Iterator[Undertaking]:
    """`تمويل الانتخابات الذي وعدت به`: the act stands before the relative clause."""
    page = ground.page
    if job != "pledge" or page.word(token + 1) not in ("به", "بها") or page.word(token - 1) not in ("الذي", "التي", "ما", "فيما"):
        return
    if page.word(token + 2) == "من" and page.word(token - 1) in ("ما", "فيما"):
        who = Who("phrase", who.phrase, who.gender, who.plural) if who.phrase else Who("object", None, who.gender)
        yield from acts_from(ground, token + 3, ground.region(token)[1], token, "will", who, "commitment.pledge.what")
        return
    for i in range(token - 2, max(start, token - 9) - 1, -1):
        if is_act(ground, i):
            verb = next((k for k in range(i - 1, max(start, i - 4) - 1, -1) if ground.verb_like(k)), None)
            inner = subject_of(ground, verb, None, gender=None) if verb is not None else None
            yield Undertaking(i, token - 1, token, "will", inner if inner and inner.phrase else who, "commitment.pledge.relative", stop=token)
            return


def _agreed(ground: Ground, token: int, deed: Deed, job: str, frames: list[str]) -> Iterator[Undertaking]:
    """اتفق الطرفان على …, تم الاتفاق على …, اتفاقهم على …."""
    page = ground.page
    start, limit = ground.region(token)
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
        if weighed(ground, token) or deed.tense == "present" and (page.word(token - 1) in ("لا", "ان") or page.mask(token) & 16):
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


def _said_by_text(ground: Ground, token: int, deed: Deed, job: str, frames: list[str]) -> Iterator[Undertaking]:
    """ينص الاتفاق على …, قضت المحكمة بـ …: the subject is a text that binds, or a court."""
    page = ground.page
    start, limit = ground.region(token)
    if deed.tense not in ("past", "present") or weighed(ground, token):
        return
    pact = pact_subject(ground, token, start, limit)
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


def _duty(ground: Ground, token: int, deed: Deed, job: str, frames: list[str]) -> Iterator[Undertaking]:
    """يتعين على الحكومة أن …: told of a law or an agreement, not wished for by whoever speaks."""
    page = ground.page
    start, limit = ground.region(token)
    if deed.tense != "present" or deed.first or page.mask(token) & 16 or page.word(token - 1) in ("لم", "قد", "كان", "يكن", "تكن", "كانت"):
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


def _bound(ground: Ground, token: int, deed: Deed, job: str, frames: list[str]) -> Iterator[Undertaking]:
    """يلزم القانون المنشآت بـ …, أمرت المحكمة الحكومة بـ …: another is bound."""
    page = ground.page
    start, limit = ground.region(token)
    if deed.tense not in ("past", "present") or weighed(ground, token) or deed.tense == "present" and page.word(token - 1) in ("لا", "ان", "لن"):
        return
    if deed.first:
        return
    at = token + 1
    pact = pact_subject(ground, token, start, limit) or pact_before(ground, token, start)
    if pact is None:
        subject = subject_of(ground, token, deed)
        if subject.kind != "phrase" or subject.phrase is None:
            return
        if deed.lemma == "امر" and page.stem(subject.phrase.head) not in _COURTS | {"رييس", "قايد", "ملك"} and not subject.phrase.named:
            return
        if subject.phrase.first > token:
            at = subject.phrase.last
    elif pact[0] > token:
        at = pact[1]
    act = attached(ground, at, limit, frames)
    if act is None:
        return
    pronoun = page.mask(token) & P
    phrase = phrase_at(page, at, act) if act > at else None
    who = Who("pronoun", None, None) if pronoun else Who("phrase", phrase) if phrase else Who("open")
    yield from acts_from(ground, act, limit, token, "must", who, "commitment.bind", pact=pact)


def _forbidden(ground: Ground, token: int, deed: Deed, job: str, frames: list[str]) -> Iterator[Undertaking]:
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


def _permitted(ground: Ground, token: int, deed: Deed, job: str, frames: list[str]) -> Iterator[Undertaking]:
    """يسمح الاتفاق للصيادين بـ …, يحق للأسر …, لا يجوز لأي طرف …."""
    page = ground.page
    start, limit = ground.region(token)
    impersonal = deed.lemma in ("حق", "جاز")
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
        who = Who("object", None if impersonal or pact else subject.phrase if subject else None, "f" if page.word(at) == "لها" else None)
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


_JOBS = {
    "pledge": _binding, "decide": _binding, "plan": _binding, "threat": _binding, "consent": _binding, "agree": _agreed,
    "text": _said_by_text, "duty": _duty, "bind": _bound, "forbid": _forbidden, "permit": _permitted,
}  # fmt: skip

__all__ = ["ActorPhrase", "attached", "governed", "weighed"]
