"""Demands as the words give them: دعا … إلى, طالب … بـ, طلب من … أن, على الحكومة أن, شدد على ضرورة أن."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from mithaq.grammar.actor import ActorPhrase, phrase_at
from mithaq.grammar.clause.acting import is_act
from mithaq.grammar.clause.attach import attached, weighed
from mithaq.grammar.clause.extent import Extent, act_extent
from mithaq.grammar.clause.ground import COMMAS, COMPLEMENTISERS, GOVERNS, STOPS, Ground
from mithaq.grammar.clause.subject import Who, actor_at, before, subject_of, until_act
from mithaq.lexicon.deeds import Deed
from mithaq.text.clitics import AL, B, L, P, S, W
from mithaq.timex import Timex

_DEMANDS = frozenset("مطالب مطالبات مطالبه دعوه دعوات".split())
_DUTIES = frozenset("يجب ينبغي يتعين يتوجب".split())


_OPENING = _DEMANDS | _DUTIES | {"علي", "ضروره"}


@dataclass(slots=True)
class Ask:
    """One demanded act: tokens `[first, last)`, who asks, who is asked (None: not said), times and conditions."""

    first: int
    last: int
    cue: int
    by: Who
    addressee: Who | None
    rule: str
    negative: bool = False
    times: list[Timex] = field(default_factory=list)
    conditions: list[tuple[int, int]] = field(default_factory=list)
    whole: bool = False


def asks(ground: Ground) -> list[Ask]:
    """The demands of a page, in order; an act is demanded once."""
    page = ground.page
    found: list[Ask] = []
    for token in ground.with_job("demand"):
        for deed in ground.deeds(token):
            if "demand" in deed.jobs:
                new = list(_asked(ground, token, deed, deed.jobs["demand"].split()))
                if new:
                    found.extend(new)
                    break
    stems = page.line.stems
    for i in page.where(_OPENING):
        stem = stems[i]
        if stem == "علي":
            found.extend(_upon(ground, i))
        elif stem in _DUTIES and not page.mask(i) & S:
            found.extend(_ought(ground, i))
        elif stem == "ضروره" and page.word(i + 1) in ("ان", "الا"):
            found.extend(_necessary(ground, i))
        elif stem in _DEMANDS and page.has(i, "noun", "masdar"):
            found.extend(_noun(ground, i))
    found = [a for a in found if not _anonymous(ground, a)]
    kept: list[Ask] = []
    for ask in sorted(found, key=lambda a: (a.first, a.cue)):
        if not kept or ask.first >= kept[-1].last:
            kept.append(ask)
    return kept


def _anonymous(ground: Ground, ask: Ask) -> bool:
    """`طلب عدم ذكر اسمه`: what a source asks of a newspaper."""
    words = [ground.page.stem(i) for i in range(ask.first, min(ask.last, ask.first + 4))]
    return words[:1] == ["عدم"] and bool({"اسم", "هويه", "هويت"} & set(words[1:]))


def _asked(ground: Ground, token: int, deed: Deed, frames: list[str]) -> Iterator[Ask]:
    page = ground.page
    start, limit = ground.region(token)
    whole = limit
    mask = page.mask(token)
    if deed.tense in ("past", "present"):
        if (
            weighed(ground, token)
            or mask & S
            or deed.tense == "present"
            and page.word(token - 1) in ("لا", "ان", "لن", "الا")
        ):
            return
        by = subject_of(ground, token, deed)
        if (
            by.phrase is not None
            and by.phrase.first > token
            and mask & W
            and (page.has(by.phrase.first, "quant") or page.stem(by.phrase.head) in ("اطراف", "مجتمع", "طرفين"))
        ):
            by = before(ground, token, start, deed.gender)  # وحث جميع الأطراف على …: they are asked
        at = by.phrase.last if by.phrase is not None and by.phrase.first > token else token + 1
        if by.kind == "pronoun" and page.word(token - 1) in ("الذي", "التي"):
            by = Who("antecedent", None, by.gender, noun=(token - 1, token))
    elif deed.tense == "participle":
        word = page.word(token)
        if (
            mask & (AL | B | L)
            or page.word(token - 1) in GOVERNS
            or page.has(token - 1, "prep")
            or not word.endswith(("ا", "ه", "ين"))
            or page.has(token, "org_head")
        ):
            return
        by, at = Who("clause", None, deed.gender, deed.plural), token + 1
    else:
        return
    addressee: Who | None = None
    if mask & P and "object" in frames:
        addressee = Who("object", None, "f" if page.word(token).endswith("ها") else "m")
    at = ground.skip(at, limit)
    while page.word(at) in COMMAS and at < limit:
        at = ground.skip(at + 1, limit)
    if "object" in frames and addressee is None:
        phrase = actor_at(ground, at, limit) or _party(ground, at, limit)
        if phrase is not None:
            phrase = until_act(ground, phrase)
            addressee, at = Who("phrase", phrase), phrase.last
    elif (
        "from" in frames
        and page.word(at) == "من"
        or "with" in frames
        and page.mask(at) & B
        or "to" in frames
        and (page.mask(at) & L or page.word(at) in ("ل", "له", "لها", "لهم"))
    ):
        inner = at + 1 if page.word(at) in ("من", "ل") else at
        phrase = phrase_at(page, inner, limit)
        if phrase is not None and page.word(at) not in ("له", "لها", "لهم"):
            addressee, at = Who("phrase", phrase), phrase.last
        elif page.word(at) in ("له", "لها", "لهم"):
            addressee, at = Who("object", None, "f" if page.word(at) == "لها" else "m"), at + 1
    elif "on" in frames:
        if page.word(at) != "علي":
            return
        phrase = phrase_at(page, at + 1, limit)
        if phrase is None:
            return
        addressee, at = Who("phrase", phrase), phrase.last
        while page.word(at) in ("من", "اجل"):
            at += 1
        if is_act(ground, at):
            yield from _acts(ground, at, limit, token, by, addressee, "demand.pressure")
        return
    if "noun" in frames and addressee is None:
        limit = min(limit, at + 4)
    if "li" in frames:  # دعا النواب للتصويت: right behind those who are asked
        frames = [f for f in frames if f != "li"]
        if page.mask(at) & L and (is_act(ground, at) or page.has(at, "event")):
            yield from _acts(ground, at, limit, token, by, addressee, f"demand.{deed.tense}")
            return
    act = attached(ground, at, limit, frames) or _called_for(ground, at, limit, frames)
    if act is None:
        return
    limit = whole
    if page.word(act) in ("ان", "بان") and not (
        page.has(act + 1, "present", "maybe_present") or page.word(act + 1) == "لا"
    ):
        return
    yield from _acts(ground, act, limit, token, by, addressee, f"demand.{deed.tense}")


def _party(ground: Ground, at: int, limit: int) -> ActorPhrase | None:
    """A party in the plural that is asked, whatever its words (الأطراف كافة, المسؤولين)."""
    page = ground.page
    if page.mask(at) & (B | L) or page.has(at, "prep", "mark", "masdar", "comp", "prep_bound"):
        return None
    phrase = phrase_at(page, at, limit)
    return phrase if phrase is not None and (page.has(phrase.head, "person", "group") or phrase.named) else None


def _called_for(ground: Ground, at: int, limit: int, frames: list[str]) -> int | None:
    """A plain noun that is called for: دعا إلى انتخابات, طالب بالحرية."""
    page = ground.page
    for i in range(at, min(limit, at + 18)):
        word = page.word(i)
        if word in STOPS or ground.verb_like(i) and i > at:
            return None
        if (
            "ila" in frames
            and (word == "الي" or word == "ل")
            and page.has(i + 1, "noun", "masdar", "adj")
            and page.word(i + 1) not in ("ذلك", "جانب")
        ):
            return i + 1
        if (
            "bi" in frames
            and i == at
            and page.mask(i) & B
            and page.has(i, "noun")
            and not page.has(i, "medium", "person")
        ):
            return i
    return None


def _acts(ground: Ground, at: int, limit: int, cue: int, by: Who, addressee: Who | None, rule: str) -> Iterator[Ask]:
    """The act at a token and those joined to it."""
    page = ground.page
    for _ in range(6):
        word = page.word(at)
        clause = word.removeprefix("و").removeprefix("ب") in ("ان", "الا")
        negative = False
        first = at
        if clause:
            negative = word.endswith("الا") or page.word(at + 1) == "لا"
            first = at if word.endswith("الا") else at + 1
        extent = act_extent(ground, first, limit, noun=not clause)
        if not clause:
            _second(ground, extent)
        negative = negative or page.stem(first) == "عدم"
        yield Ask(
            first,
            extent.last,
            cue,
            by,
            addressee,
            rule,
            negative,
            extent.times,
            extent.conditions,
            clause and not word.endswith("الا"),
        )
        following = extent.further
        if following is None:
            return
        if page.word(following) in ("الي", "علي", "والي", "وعلي"):
            following += 1
        if clause and page.stem(following) not in ("ان", "الا", "بان") or not clause and not is_act(ground, following):
            return
        if (
            not clause
            and page.word(following - 1) not in COMMAS
            and not page.mask(following) & (B | L)
            and page.word(following - 1) not in ("الي", "علي", "والي", "وعلي")
        ):
            return
        at = following


def _second(ground: Ground, extent: Extent) -> None:
    """Cut an act before a second one with the article that a comma joins to it (إجراء تحقيق …، والإعلان عن نتائجه)."""
    page = ground.page
    for i in range(extent.first + 2, extent.last - 1):
        if page.word(i) in COMMAS and page.mask(i + 1) & W and page.mask(i + 1) & AL and is_act(ground, i + 1):
            extent.last, extent.further = i, i + 1
            return


def _upon(ground: Ground, token: int) -> Iterator[Ask]:
    """`على الحكومة أن تستقيل`, said by somebody; `شدد على إيران أن تتفاوض`."""
    page = ground.page
    start, limit = ground.region(token)
    pressed = _pressed(ground, token, start)
    opens = pressed is None and (
        token == start
        or page.word(token - 1) in COMPLEMENTISERS
        or page.word(token - 1) in ("«", ":", "،", ",", "بان", "بانه", "انه")
    )
    phrase = phrase_at(page, token + 1, limit)
    if phrase is None or page.stem(phrase.head) in ("ضروره", "اهميه") or not opens and pressed is None:
        return
    at = ground.skip(phrase.last, limit)
    if page.word(at) in ("ان", "الا") and page.has(at + 1, "present", "maybe_present"):
        if pressed is not None:
            by = subject_of(ground, pressed, None, gender=None)
            yield from _acts(ground, at, limit, pressed, by, Who("phrase", phrase), "demand.upon")
            return
        if ground.statement(token) is not None:
            yield from _acts(ground, at, limit, token, Who("source"), Who("phrase", phrase), "demand.upon")


def _pressed(ground: Ground, token: int, start: int) -> int | None:
    """The verb of insisting that `على` belongs to (شدد ترامب على إيران أن)."""
    for i in range(token - 1, max(start, token - 8) - 1, -1):
        if ground.page.stem(i) in ("شدد", "شددت"):
            return i
        if ground.page.word(i) in STOPS:
            return None
    return None


def _ought(ground: Ground, token: int) -> Iterator[Ask]:
    """`يجب على X أن`, `ينبغي على X أن`, said by somebody who is no court."""
    page = ground.page
    _, limit = ground.region(token)
    statement = ground.statement(token)
    if statement is None or page.word(token - 1) in ("لم", "لا", "كان", "يكن", "ما"):
        return
    if page.word(token + 1) != "علي":
        return
    phrase = phrase_at(page, token + 2, limit)
    if phrase is None:
        return
    at = ground.skip(phrase.last, limit)
    if page.word(at) in ("ان", "الا") or is_act(ground, at):
        yield from _acts(ground, at, limit, token, Who("source"), Who("phrase", phrase), "demand.ought")


def _necessary(ground: Ground, token: int) -> Iterator[Ask]:
    """`أكدت السويد ضرورة أن تفكك كوريا الشمالية …`: a necessity for somebody who can act."""
    page = ground.page
    start, limit = ground.region(token)
    verb = token + 2
    if not page.has(verb, "present"):
        return
    who = subject_of(ground, verb, None, gender=None)
    if who.kind != "phrase" or who.phrase is None or who.phrase.first < verb:
        return
    statement = ground.statement(token)
    if statement is not None and token - start <= 1:
        by = Who("source")
    else:
        cue = next(
            (
                i
                for i in range(token - 1, max(start, token - 9) - 1, -1)
                if page.has(i, "cue", "say") and not page.mask(i) & (AL | B)
            ),
            None,
        )
        if cue is None:
            return
        by = subject_of(ground, cue, None, gender=None)
    yield from _acts(ground, token + 1, limit, token, by, who, "demand.necessary")


def _noun(ground: Ground, token: int) -> Iterator[Ask]:
    """`مطالب من قبل الفصائل بـ`, `دعوة الرئيس إلى`: a noun of demanding with who demands."""
    page = ground.page
    _, limit = ground.region(token)
    if page.mask(token) & P:
        return
    phrase = None
    for i in range(token + 1, min(limit, token + 5)):
        if page.word(i) == "من" and page.word(i + 1) in ("قبل", "جانب", "طرف"):
            phrase = phrase_at(page, i + 2, limit)
            break
        if page.word(i) == "من":
            phrase = actor_at(ground, i + 1, limit)
            break
        if i == token + 1 and not page.mask(token) & AL:
            phrase = actor_at(ground, i, limit)
            if phrase:
                break
    if phrase is None:
        return
    frames = ["bi"] if page.stem(token).startswith("مطالب") else ["ila"]
    act = attached(ground, phrase.last, min(limit, phrase.last + 8), frames)
    if act is not None:
        yield from _acts(ground, act, limit, token, Who("phrase", phrase), None, "demand.noun")
