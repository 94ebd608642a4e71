"""Futures that bind: سيسحب, سوف, لن, سيتم, من المقرر أن, and the present of a plan with a day ahead."""

from __future__ import annotations

from collections.abc import Iterator

from mithaq.grammar.clause.acting import is_act
from mithaq.grammar.clause.extent import act_extent
from mithaq.grammar.clause.ground import COMPLEMENTISERS, STOPS, Ground
from mithaq.grammar.clause.subject import Who, subject_of
from mithaq.grammar.commitment.pact import pact_at
from mithaq.grammar.commitment.undertaking import Undertaking, acts_from, undertaking
from mithaq.text.clitics import AL, B, L, P, S, W

_SCHEDULED = frozenset("مقرر منتظر مزمع مرتقب متوقع مفترض".split())
_DOUBTED = frozenset({"متوقع", "مفترض"})
# Said of what is scheduled without من: المحادثات المقرر أن تجري اليوم, جلسة يفترض أن تنطلق الأحد.
SUPPOSED = frozenset({"المقرر", "المزمع", "يفترض", "ينتظر", "ويفترض", "وينتظر"})
_POSSIBLE = frozenset("قد ربما لعل لو كيف متي هل ماذا ما اين من".split())
# A source who expects, fears, warns or believes foretells what others will do.
FORETELLING = frozenset("توقع رجح حذر خشي اعتقد ظن استبعد اتهم تكهن تنبا امل تمني تسايل سال نبه راي تساءل".split())


def future(ground: Ground, token: int) -> Iterator[Undertaking]:
    """The undertaking of a future form at a token."""
    page = ground.page
    word = page.word(token)
    if page.has(token - 1, "prep") and not page.mask(token - 1):
        return  # a name: في سنجار
    stem = word[1:] if page.mask(token) & W or word[:1] in "وف" and word[1:] in ("لن", "سوف") else word
    negative = stem == "لن"
    verb = token + 1 if stem in ("لن", "سوف") else token
    if stem in ("لن", "سوف") and not (page.has(verb, "present", "maybe_present") or page.has(verb, "deed_present")):
        return
    if (
        page.word(token - 1) in _POSSIBLE
        or page.word(token - 1) in ("حيث", "مما", "بحيث")
        or page.word(token - 1) == "الذي"
        or page.word(token - 1) == "التي"
    ):
        return
    if any(page.word(i) == "كم" for i in range(token - 4, token)):
        return
    if any(page.word(i) == "اذا" and page.word(i - 1) in ("عما", "ما", "فيما") for i in range(token - 8, token)):
        return  # عما إذا كان سـ: a question
    deeds = [d for d in ground.deeds(verb) if d.tense == "present"]
    jobs = {job for d in deeds for job in d.jobs}
    start, limit = ground.region(token)
    if page.word(start - 1) == "«" and token - start <= 1 and start > 1:
        start = ground.region(start - 2)[0]  # إن الخطأ «سيكلفه …»: the subject stands outside
    if page.stem(verb) in ("يتم", "تتم", "يجري") and is_act(ground, verb + 1) and not page.mask(verb + 1) & B:
        yield from acts_from(ground, verb + 1, limit, token, "will", Who("passive"), "commitment.future.light")
        return
    if "inert" in jobs or "duty" in jobs:
        return
    if page.has(verb + 1, "dem") and not page.mask(verb + 2) & AL:
        return  # سيمنع ذلك …: a thing does it
    if page.stem(verb) in ("يبقي", "تبقي", "نبقي") and not (
        page.has(verb + 1, "prep", "present") or page.mask(verb + 1) & (B | AL)
    ):
        return  # ستبقى كلمات: being, not staying
    first = _first_person(page.stem(verb) if verb != token or page.mask(verb) & S else page.word(verb).lstrip("وف")[1:])
    gender = None if first else "f" if _letter(ground, verb, token) == "ت" else "m"
    who = subject_of(ground, token if verb == token else verb, None, gender=gender, first=first)
    occasion = "occasion" in jobs
    if who.kind == "speaker" and not first:
        who = Who("pronoun", None, gender)
    if "permit" in jobs and not first:
        return
    extent = act_extent(ground, token, limit, noun=False)
    if page.stem(verb + 1) == "حيز":
        who = Who("pronoun", None, gender)
    if who.kind == "pronoun":
        noun = _occasion(ground, token, start, limit)
        if noun is not None:
            if noun[0] < token and not any(
                page.has(k, "rel") or page.word(k) in ("،", ",") for k in range(noun[0], token)
            ):
                extent.first = noun[0]
            if not occasion or _abstract(ground, noun[0]):
                return
            who = Who("occasion", None, gender, noun=noun)
    rule = "commitment.future.first" if who.kind == "speaker" else "commitment.future"
    found = undertaking(ground, extent, token, "will", who, rule)
    found.whole = True
    if negative:
        found.modality, found.negative = "must-not", True
    if who.kind == "occasion" and extent.last - extent.first == 1:
        return
    yield found
    further = extent.further
    if further and page.word(further) in ("علي", "وعلي") and page.word(further + 1) in ("ان", "الا"):
        yield from acts_from(ground, further + 1, limit, token, "must", Who("open"), "commitment.provided")


def _letter(ground: Ground, verb: int, token: int) -> str:
    page = ground.page
    if page.mask(verb) & S or verb != token:
        return page.stem(verb)[:1]
    return page.word(verb).lstrip("وف")[1:2]


def _first_person(stem: str) -> bool:
    return stem[:1] in ("ن", "ا") and len(stem) > 2


def _occasion(ground: Ground, token: int, start: int, limit: int) -> tuple[int, int] | None:
    """The noun phrase that is the subject and no actor: an event, a plan, a thing; None where a pronoun is the subject."""
    page = ground.page
    i = token - 1
    if page.word(i) in ("«", "»"):
        i -= 1
    word = page.word(i)
    if (
        word in COMPLEMENTISERS
        and word not in ("ان", "انا")
        or word in ("بانه", "بانها", "وانه", "وانها", "لكنه", "لكنها", "ولكنه", "ولكنها", "فانه", "فانها")
    ):
        return None
    if (
        i >= start
        and word not in ("،", ",", "و", "«", "كما", "ايضا", ":")
        and word not in STOPS
        and not word.startswith(("لكن", "ولكن"))
    ):
        for k in range(i, max(start, i - 24) - 1, -1):
            before = page.word(k - 1)
            if (
                before in COMPLEMENTISERS
                or before in ("وان", "بان", "فان")
                or k == start
                or before in ("،", ",", "«", ":", "لكن", "اما")
                or page.mask(k) & W
                and page.has(k, "noun", "masdar")
            ) and page.has(k, "noun", "masdar", "quant", "unk", "adj", "participle"):
                if page.mask(k) & (B | L):
                    continue
                return k, token
        return start, token
    at = ground.skip(token + (2 if page.word(token).lstrip("و") in ("لن", "سوف") else 1), limit)
    if page.has(at, "noun", "masdar") and not page.mask(at) & (B | L) and page.mask(at) & (AL | P):
        return at, at + 1
    return None


def _abstract(ground: Ground, token: int) -> bool:
    """Whether a noun is nothing that is planned or held (الأوضاع, النتائج, ذلك)."""
    page = ground.page
    if page.has(token, "dem", "pronoun", "rel"):
        return True
    if page.has(token, "masdar", "event") or pact_at(ground, token, token + 1):
        return False
    return page.stem(token) not in _HELD


_HELD = frozenset(
    "عمليه مرحله جوله صفقه جلسه قمه حفل دوره لقاء رخص انتخابات انتخاب عمليات محادثات مباحثات مفاوضات موتمر اجتماع اجتماعات استفتاء زياره حمله كل عقوبات تعديلات دفعه "
    "مناورات تدريبات امتحانات محاكمه جولات قوات قافله لجنه معبر طريق مطار رحلات حوار مشاورات احتفال".split()
)


def scheduled(ground: Ground, token: int) -> Iterator[Undertaking]:
    """`من المقرر أن يعقد …`: not `كان من المقرر`, which is past."""
    page = ground.page
    supposed = (
        page.word(token) in SUPPOSED and page.word(token + 1) == "ان" and page.word(token - 1).lstrip("و") != "من"
    )
    if not supposed and (
        page.stem(token) not in _SCHEDULED or not page.mask(token) & AL or page.word(token - 1).lstrip("و") != "من"
    ):
        return
    if supposed and not (
        page.has(token + 2, "present", "maybe_present") and ground.times_between(token + 2, token + 12)
    ):
        return
    if page.word(token - 2) in ("كان", "كانت", "وكان") or page.stem(token) in _DOUBTED:
        return
    at = token + 1
    _, limit = ground.region(token)
    if page.word(at) in ("ان", "الا"):
        at += 1
    if page.word(at) == "لا":
        at += 1
    if not page.has(at, "present", "maybe_present"):
        if is_act(ground, at):
            yield from acts_from(ground, at, limit, token, "intends", Who("passive"), "commitment.scheduled.noun")
        return
    stem = page.stem(at)
    if any("inert" in d.jobs for d in ground.deeds(at)):
        return
    if stem in ("يتم", "تتم") and is_act(ground, at + 1):
        yield from acts_from(ground, at + 1, limit, token, "intends", Who("passive"), "commitment.scheduled.light")
        return
    who = subject_of(ground, at, None, gender="f" if stem[0] == "ت" else "m")
    if who.phrase is not None and who.phrase.first < at:
        who = Who("pronoun", None, who.gender)
    if who.kind == "pronoun" and page.word(token - 2) in ("الذي", "التي", "والذي", "والتي"):
        who = Who("antecedent", None, who.gender, noun=(token - 2, token))
    extent = act_extent(ground, at, limit, noun=False)
    if who.kind == "pronoun" and _occasion(ground, at, at, limit):
        who = Who("occasion", None, who.gender, noun=(at + 1, at + 2))
    if supposed:
        held = next(
            (
                k
                for k in range(token - 1, max(token - 5, 0), -1)
                if page.has(k, "masdar", "event") or page.stem(k) in _HELD
            ),
            None,
        )
        if held is None or who.kind == "phrase":
            return
        while (
            held > token - 5
            and page.has(held - 1, "masdar", "event", "noun")
            and not page.mask(held - 1) & AL
            and page.stem(held - 1) in _HELD
        ):
            held -= 1
        extent.first, who = held, Who("occasion", None, who.gender, noun=(held, token))
    found = undertaking(ground, extent, token, "intends", who, "commitment.scheduled")
    found.whole = True
    if page.word(at - 1) == "لا":
        found.negative = True
    yield found
    further = extent.further
    if further and page.word(further) in ("علي", "وعلي") and page.word(further + 1) == "ان":
        further += 1
    if (
        extent.stop
        and page.word(extent.stop) in ("،", ",")
        and page.word(extent.stop + 1) == "علي"
        and page.word(extent.stop + 2) == "ان"
    ):
        further = extent.stop + 2
    if further and page.stem(further) == "ان":
        yield from acts_from(ground, further, limit, token, "intends", Who("open"), "commitment.scheduled")


def day_set(ground: Ground, token: int) -> Iterator[Undertaking]:
    """`حددت الوثيقة 16 سبتمبر لإعداد الإطار`: a text or a body sets the day of an act."""
    page = ground.page
    _, limit = ground.region(token)
    if page.mask(token) & (S | AL | B | L) or page.word(token - 1) in ("لم", "ان", "لا", "لن"):
        return
    for time in ground.times_in(token + 1, min(limit, token + 8)):
        if time.type not in ("DATE", "TIME") or any(
            page.word(i) in STOPS or page.has(i, "prep") for i in range(token, time.first)
        ):
            return
        act = time.last
        if page.mask(act) & L and is_act(ground, act):
            for found in acts_from(ground, act, limit, token, "will", Who("open"), "commitment.day_set"):
                found.times.append(time)
                yield found
        return
