"""What binds by being law or by being announced: decrees, entries into force, lists of terms, announced acts with a day ahead."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from mithaq.grammar.actor import ActorPhrase, phrase_at
from mithaq.grammar.clause.acting import is_act
from mithaq.grammar.clause.attach import attached
from mithaq.grammar.clause.extent import Extent, act_extent
from mithaq.grammar.clause.ground import COMMAS, STOPS, Ground
from mithaq.grammar.clause.subject import Who, actor_at, subject_of
from mithaq.grammar.commitment.pact import LAWS, pact_at, pact_stem
from mithaq.grammar.commitment.undertaking import Undertaking, acts_from, undertaking
from mithaq.text.clitics import AL, B, L, P, S, W

_DECREES = frozenset("مرسوم مرسومين مرسومان مراسيم قرار قرارا قرارين قانون قانونا امر".split())
_ISSUES = frozenset("يتناول تناول اصدر اصدرت يصدر تصدر صدر وقع اتخذ اقر اقرت تبني".split())
# What a law does by its own existence, or what is said about it, is nothing that it lays down.
_ABOUT_LAW = frozenset(
    "يشكل يمثل يعد يعتبر ياتي يهدف يثير يواجه يحتاج يعني يصدر يبدا يقول يتناول يذكر يشير يجري يتم يعود يبقي يظل يستند يكون ينص يقضي يتضمن يشمل يوجد يتعلق".split()
)


def decree(ground: Ground, token: int) -> Iterator[Undertaking]:
    """`أصدر الرئيس مرسومين بزيادة الرواتب`."""
    page = ground.page
    if pact_stem(ground, token) not in _DECREES or page.mask(token) & (B | L):
        return
    start, limit = ground.region(token)
    at = token + 1
    while (
        at < limit
        and (
            page.has(at, "adj", "digits")
            or page.mask(at) & AL
            or page.word(at) in ("رقم", "لعام", "لسنه", "عام")
            or at in ground.times
        )
        and not page.mask(at) & (B | W)
    ):
        at += 1
    if not (page.mask(at) & B and is_act(ground, at)):
        return
    if any(page.stem(i) in _ISSUES and not page.mask(i) & S for i in range(max(start, token - 10), token)):
        yield from acts_from(ground, at, limit, token, "must", Who("open"), "commitment.decree")


def in_force(ground: Ground, token: int) -> Iterator[Undertaking]:
    """`تسري الزيادة من الشهر المقبل`, `يدخل القانون حيز التنفيذ مطلع أكتوبر`, `يُعمل به اعتبارا من …`."""
    page = ground.page
    if page.mask(token) & S or page.word(token - 1) in ("ان", "لم", "لا", "قد", "الذي", "التي", "لن"):
        return
    stem = page.stem(token)
    start, limit = ground.region(token)
    if stem in ("يدخل", "تدخل"):
        if not any(page.stem(i) == "حيز" for i in range(token + 1, min(limit, token + 6))):
            return
    elif stem not in ("يسري", "تسري"):
        return
    extent = act_extent(ground, token, limit, noun=False)
    if not extent.times and not any(
        page.word(i) in ("من", "اعتبارا", "ابتداء", "بدءا")
        and (page.has(i + 1, "timeword", "monthword") or page.stem(i + 1) in ("شهر", "يوم", "تاريخ", "اول"))
        for i in range(token + 1, min(limit, token + 5))
    ):
        return
    if stem in ("يدخل", "تدخل"):
        for k in range(token - 1, max(start, token - 8) - 1, -1):
            if pact_at(ground, k, token):
                extent.first = k
                break
    found = undertaking(ground, extent, token, "must", Who("open"), "commitment.force")
    found.whole = True
    yield found


def law_does(ground: Ground, token: int) -> Iterator[Undertaking]:
    """`يرفع المرسوم التشريعي معاشات المتقاعدين`: the law is the subject of what it lays down."""
    page = ground.page
    if page.mask(token) & (S | P | L) or page.stem(token) in _ABOUT_LAW:
        return
    if any(set(d.jobs) & {"text", "forbid", "bind", "permit", "duty", "pledge", "inert"} for d in ground.deeds(token)):
        return
    if page.word(token - 1) in ("ان", "لم", "لا", "قد", "لن", "الذي", "التي", "كان"):
        return
    start, limit = ground.region(token)
    pact = pact_at(ground, token + 1, limit)
    if (
        pact is None
        or page.stem(pact[0]) not in ("مرسوم", "قانون", "لايحه", "دستور")
        or page.mask(token + 1) & (B | L | W)
    ):
        return
    if not page.mask(pact[0]) & AL or pact[1] >= limit or page.has(pact[1], "mark"):
        return
    if (
        token != start
        and not page.mask(token) & W
        and page.word(token - 1) not in (*COMMAS, "بينما", "كما", "فيما", "حيث")
    ):
        return
    extent = act_extent(ground, token, limit, noun=False)
    found = undertaking(ground, extent, token, "must", Who("open"), "commitment.law", pact=pact)
    found.whole = True
    yield found


def listed(ground: Ground, token: int) -> Iterator[Undertaking]:
    """The lines of `ينص الاتفاق على ما يلي: - يفرج كل طرف عن … - لا يعود …`."""
    page = ground.page
    if (
        page.word(token) != ":"
        or page.word(token - 1) not in ("يلي", "الاتي", "التالي", "التاليه", "الاتيه", "ياتي")
        and page.word(token - 2) not in ("ما", "يلي")
    ):
        return
    start, _ = page.text.sentence_of(token)
    pact = next((p for i in range(start, token) if (p := pact_at(ground, i, token))), None)
    if pact is None:
        return
    modality = "must" if page.stem(pact[0]) in LAWS else "will"
    paragraphs = page.text.paragraphs
    for n in range(bisect_right(paragraphs, (token, len(page))), len(paragraphs)):
        first, last = paragraphs[n]
        if page.word(first) not in ("-", "–", "*", "•", "·", *_ORDINALS) and not page.word(first).isdigit():
            return
        at = first + 1
        while page.has(at, "mark"):
            at += 1
        granted = list(_decided(ground, at, last, pact))
        if granted:
            yield from granted
            continue
        negative = page.word(at) in ("لا", "لن", "عدم")
        verb = at + 1 if page.word(at) in ("لا", "لن") else at
        if (
            page.has(verb, "deed")
            and not negative
            and any(set(d.jobs) & {"permit", "forbid", "duty", "bind"} for d in ground.deeds(verb))
        ):
            continue
        if page.has(verb, "present", "maybe_present"):
            extent = act_extent(ground, at, last, noun=False)
            who = subject_of(ground, verb, None, gender=None)
            if who.kind == "phrase" and who.phrase is not None and page.stem(who.phrase.head) in ("طرف", "جانب"):
                who = Who("parties", noun=pact)
            elif who.kind != "phrase":
                who = Who("open")
            found = undertaking(
                ground, extent, verb, modality if who.kind != "open" else "must", who, "commitment.listed", pact=pact
            )
            found.whole, found.negative = True, negative
            if negative:
                found.modality = "must-not"
            yield found
        elif is_act(ground, at):
            yield from acts_from(
                ground, at, last, at, modality, Who("parties", noun=pact), "commitment.listed", pact=pact
            )


_ORDINALS = frozenset("اولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا".split())


def _decided(ground: Ground, at: int, last: int, pact: tuple[int, int]) -> Iterator[Undertaking]:
    """`إلزام المطورين بتشجير …`, `منع استخدام …`, `السماح للمزارعين ببيع …`: terms of a list whose noun says the modality."""
    page = ground.page
    stem = page.stem(at)
    if stem in ("منع", "حظر"):
        if is_act(ground, at + 1):
            yield from acts_from(ground, at + 1, last, at, "must-not", Who("open"), "commitment.listed", pact=pact)
        return
    if stem in ("الزام", "تكليف", "مطالبه"):
        modality, behind = "must", at + 1
    elif stem in ("سماح", "اذن", "ترخيص") and page.mask(at + 1) & L:
        modality, behind = "may", at + 2
    else:
        return
    phrase = phrase_at(page, at + 1, last)
    act = attached(ground, phrase.last if phrase else behind, last, ["bi"])
    if act is not None:
        who = Who("phrase", phrase) if phrase else Who("open")
        yield from acts_from(ground, act, last, at, modality, who, "commitment.listed", pact=pact)


def under(ground: Ground, token: int) -> Iterator[Undertaking]:
    """`بموجب الاتفاق تستقيل الحكومة …، ويشكل … حكومة`: every clause of the sentence is a term of the pact."""
    page = ground.page
    if page.word(token).removeprefix("و") not in ("بموجب", "بمقتضي"):
        return
    start, limit = ground.region(token)
    if token - start > 1:
        return
    pact = pact_at(ground, token + 1, limit)
    if pact is None:
        return
    at = pact[1]
    while at < limit:
        while at < limit and page.word(at) in (*COMMAS, "الذي") and not page.mask(at):
            at += 1
        if page.word(at) == "و":
            at += 1
        if not page.has(at, "present") or page.mask(at) & (S | L | AL | B):
            return
        deeds = ground.deeds(at)
        if any(set(d.jobs) & {"pledge", "permit", "forbid", "duty", "bind"} for d in deeds):
            extent = act_extent(ground, at, limit, noun=False)
        elif page.stem(at) in ("يجري", "يتم", "تتم", "تجري") and is_act(ground, at + 1):
            yield from acts_from(ground, at + 1, limit, at, "must", Who("open"), "commitment.under", pact=pact)
            extent = act_extent(ground, at, limit, noun=False)
        else:
            extent = act_extent(ground, at, limit, noun=False)
            who = subject_of(ground, at, None, gender="f" if page.stem(at)[0] == "ت" else "m")
            if who.kind != "phrase":
                who = Who("open")
            found = undertaking(ground, extent, at, "will", who, "commitment.under", pact=pact)
            found.whole = True
            yield found
        following = extent.further if extent.further is not None else extent.stop
        if following <= at:
            return
        at = following


def instructed(ground: Ground, token: int) -> Iterator[Undertaking]:
    """`هناك تعليمات واضحة لكل الجهات بالعمل في هذا الاتجاه`."""
    page = ground.page
    _, limit = ground.region(token)
    at = token + 1
    while page.has(at, "adj") and not page.mask(at) & (B | L):
        at += 1
    if not page.mask(at) & L:
        return
    phrase = phrase_at(page, at, limit)
    end = phrase.last if phrase is not None else at + 1
    act = attached(ground, end, min(limit, end + 6), ["bi"])
    if act is not None and phrase is not None:
        yield from acts_from(ground, act, limit, token, "must", Who("phrase", phrase), "commitment.instructed")


def announced(ground: Ground, token: int) -> Iterator[Undertaking]:
    """An act announced as a noun: `نعلن إنهاء المهمة`; or with a day ahead: `أكد مشاركة الرئيس في القمة الأسبوع المقبل`."""
    page = ground.page
    _, limit = ground.region(token)
    if page.stem(token) in ("نعلن", "نوكد") and not page.mask(token) & P:
        at = token + 1
        if page.word(at) in ("عن", "علي"):
            at += 1
        if is_act(ground, at) and page.stem(token) == "نعلن" and ground.statement(token) is not None:
            yield from acts_from(
                ground, at, limit, token, "will", Who("speaker", None, None, True), "commitment.announced.first"
            )


def content_act(ground: Ground, first: int, last: int, *, noun: bool) -> Iterator[Undertaking]:
    """A content that is an act with a day ahead: `وأشار البيان إلى استمرار المهمة حتى سبتمبر 2026`."""
    page = ground.page
    if noun and page.stem(first) in _MEASURES and not page.mask(first) & AL:
        extent = act_extent(ground, first, last, noun=True)
        if extent.last - extent.first > 2:
            yield undertaking(ground, extent, first, "intends", Who("source"), "commitment.measures")
        return
    if (
        page.mask(first) & (B | L)
        or not is_act(ground, first)
        or page.has(first, "deed")
        and any(
            ("status" in d.jobs or "support" in d.jobs or "oppose" in d.jobs) and "occasion" not in d.jobs
            for d in ground.deeds(first)
        )
    ):
        return
    extent = act_extent(ground, first, last, noun=True)
    behind = ground.times_in(extent.last, min(last, extent.last + 9))
    if (
        not extent.times
        and page.word(extent.stop) in COMMAS
        and page.has(extent.stop + 1, "rel")
        and page.mask(extent.stop + 2) & S
    ):
        extent.times = behind
    if not extent.times:  # behind a circumstance: استمرار المهمة انطلاقا من … حتى سبتمبر
        extent.times = [
            t for t in ground.times_in(extent.last, last) if page.word(t.first - 1) in ("حتي", "بحلول", "قبل", "لغايه")
        ]
    if not extent.times:
        return
    phrase = actor_at(ground, first + 1, extent.last) or _inner(ground, first + 1, extent.last)
    who = Who("phrase", phrase) if phrase is not None else Who("source")
    yield undertaking(ground, extent, first, "will", who, "commitment.announced")


_MEASURES = frozenset("اجراءات خطه خطط حزمه تدابير".split())


def _inner(ground: Ground, token: int, stop: int) -> ActorPhrase | None:
    """The body in the genitive of a genitive (استمرار مهمة التحالف)."""
    page = ground.page
    if page.has(token, "noun", "masdar") and not page.mask(token) & (AL | B | L):
        return actor_at(ground, token + 1, stop)
    return None


def dated(ground: Ground, token: int) -> Iterator[Undertaking]:
    """A present verb with a day ahead: `يعقد المجلس جلسة غدا`, `الاتحاد يبدأ سحب قواته نهاية ديسمبر`."""
    page = ground.page
    if page.mask(token) & (S | P | L | AL | B) or not page.has(token, "present") or not ground.verb_like(token):
        return
    before = page.word(token - 1)
    start, limit = ground.region(token)
    if page.stem(token)[:1] not in ("ي", "ت"):
        return
    if page.has(token - 1, "rel", "comp", "neg", "modal", "conj") or before in (
        "ان",
        "لا",
        "لم",
        "قد",
        "كان",
        "لن",
        "ما",
        "كي",
        "لكي",
        "اذا",
        "عندما",
        "حيث",
        "فيما",
        "بينما",
        "من",
    ):
        return
    if any(
        set(d.jobs)
        & {"inert", "demand", "text", "duty", "plan", "pledge", "threat", "permit", "forbid", "oppose", "support"}
        for d in ground.deeds(token)
    ):
        return
    if page.has(token, "say", "cue"):
        return
    opens = token == start or before in STOPS or before in (*COMMAS, "«", ":", "…") or page.mask(token) & W
    who = subject_of(ground, token, None, gender="f" if page.stem(token)[0] == "ت" else "m")
    if who.kind != "phrase" or who.phrase is None or not (opens or who.phrase.last == token):
        return
    extent = act_extent(ground, token, limit, noun=False)
    if not extent.times and token == start and any("occasion" in d.jobs for d in ground.deeds(token)):
        _past_appositions(ground, extent, limit)
    if extent.times:
        found = undertaking(ground, extent, token, "intends", who, "commitment.dated")
        found.whole = True
        yield found


TERMS = frozenset("مهله تاريخ موعد موعدا تاريخا".split())
_SET = frozenset("حدد حددت حددا حددوا يحدد تحدد حددتها وضع وضعت تحديد".split())


def term(ground: Ground, token: int) -> Iterator[Undertaking]:
    """A term and what it is given for: `مهلة شهر للتوصل إلى اتفاق`, `حددت الوثيقة تاريخ 16 سبتمبر لإعداد القوانين`."""
    page = ground.page
    start, limit = ground.region(token)
    grace = page.stem(token) == "مهله"
    if not grace and not any(page.stem(i) in _SET for i in range(max(start, token - 6), token)):
        return
    act = next(
        (
            i
            for i in range(token + 1, min(limit, token + 15))
            if page.mask(i) & L and not page.mask(i) & W and is_act(ground, i)
        ),
        None,
    )
    if act is None or any(page.word(i) in STOPS for i in range(token, act)):
        return
    times = [t for t in ground.times_in(token + 1, act) if t.first >= token]
    if not times and not grace:
        return
    before = next(
        (i for i in range(token - 1, max(start, token - 8) - 1, -1) if page.word(i) in ("امام", "امهل")), None
    )
    phrase = phrase_at(page, before + 1, token) if before is not None else None
    who = Who("phrase", phrase) if phrase is not None else Who("open")
    # A mere duration (مهلة شهر) runs from the day on which it was given, which the text need not tell.
    times = times if any(t.type != "DURATION" for t in times) else []
    rule = "commitment.grace" if times else "commitment.term"
    for found in acts_from(ground, act, limit, token, "must", who, rule):
        found.times = times + found.times
        yield found
        return


def after_term(ground: Ground, token: int) -> Iterator[Undertaking]:
    """`بعد 120 يوما من توقيع الاتفاق يتم تشكيل حكومة`: a term that runs from something opens the sentence."""
    page = ground.page
    if not is_act(ground, token + 1) or page.mask(token + 1) & B or page.mask(token) & (S | L):
        return
    start, limit = ground.region(token)
    end = ground.time_phrase(start, token)
    before = ground.times_in(start, end) if end else []
    if (
        not before
        or before[-1].type != "DURATION"
        or page.word(start) not in ("بعد", "خلال", "وبعد", "وخلال", "في")
        or token - start > 12
    ):
        return
    for found in acts_from(ground, token + 1, limit, token, "will", Who("passive"), "commitment.term"):
        found.times = found.times or before
        yield found


def _past_appositions(ground: Ground, extent: Extent, limit: int) -> None:
    """Carries an act on to its day where names between commas part the two (يعقد الرئيس، فلان، وخصمه، فلان، غدا لقاء)."""
    page = ground.page
    for i in range(extent.stop, min(limit, extent.stop + 24)):
        if (
            page.word(i) in STOPS
            or page.has(i, "rel")
            or ground.verb_like(i)
            and not page.has(i, "name", "given", "unk")
        ):
            return
        end = ground.time_phrase(i, limit)
        if end:
            behind = end
            while page.word(behind) in COMMAS:
                behind += 1
            rest = (
                act_extent(ground, behind, limit, noun=True)
                if behind < limit and page.has(behind, "noun", "masdar", "adj")
                else None
            )
            extent.times = ground.times_in(i, end)
            extent.last = extent.stop = rest.last if rest is not None else i
            return
