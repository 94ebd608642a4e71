"""What happened, told as an event: اجتمع الرئيس مع خصمه, اختتمت القمة, يشاركان منذ الاثنين في جولة, شن هجمات رغم الهدنة."""

from __future__ import annotations

from mithaq.grammar.claim.about import about_at, ending, spoken_of
from mithaq.grammar.claim.claimed import Claimed
from mithaq.grammar.claim.matter import (
    FIGHTING,
    MATTERS,
    PEACE,
    TALKS,
    VOTES,
    behind,
    end_of,
    first_of,
    last_of,
    named,
    plain,
    pronoun,
    readings,
    speaks_of,
    supposed,
    told,
    truce_in,
)
from mithaq.grammar.clause.ground import COMMAS, STOPS, Ground
from mithaq.grammar.clause.subject import actor_at, subject_of
from mithaq.grammar.commitment.pact import AGREEMENTS
from mithaq.lexicon.deeds import Deed
from mithaq.lexicon.happenings import Happening
from mithaq.text.clitics import AL, B, L, S, W

NOUNS = frozenset(
    "حيز ساعه اقتراب اقرار توافق خطوه انتهاكه انتهاكها خرقه خرقها يلتزم تلتزم يلتزموا بموجب تنفيذا تطبيقا تجديد تمديد".split()
)
_BEGUN = TALKS | frozenset("مناقشه عمليه حمله تصويت اقتراع سريان مداولات".split())
_ONGOING = frozenset("محادثات مفاوضات مباحثات مشاورات جهود مساعي ترتيبات استعدادات تحضيرات وساطه حوار".split())
_NEARING = frozenset("استعاده سيطره بسط توقيع اتفاق توصل حسم تحرير انجاز اتمام ابرام استكمال انتهاء تنفيذ".split())
_CLOSED = (TALKS | VOTES) - frozenset(
    "محادثات مفاوضات مباحثات مشاورات حوار".split()
)  # talks that end are no more than over
_MEASURES = frozenset("حظر حظرا عقوبات".split())
_DECREES = frozenset("امر مرسوم قرار قانون عفو".split())
_BREACHES = frozenset("خرق خروق خروقات انتهاك انتهاكات خرقا".split())
_ATTACKS = frozenset("هجمات هجوم هجوما غارات غاره قصف مواقع موقع".split())
_PARTS = frozenset("جزء جزءا بعض قسم قسما نصف".split())
_NEGOTIATED = TALKS - {"مراسم", "جلسه", "جلسات", "لقاء"}


def happened(ground: Ground, token: int, reading: Happening) -> Claimed | None:
    """The claim that a finite verb at a token makes by telling what happened."""
    start, limit = ground.region(token)
    past = reading.tense in ("past", "passive")
    match reading.kind:
        case "meet":
            return (
                _met(ground, token, reading, start, limit) if reading.tense == "past" and told(ground, token) else None
            )
        case "hold":
            return _held(ground, token, reading, start, limit) if past and told(ground, token) else None
        case "end":
            return _ended(ground, token, start, limit) if past and told(ground, token) else None
        case "attend":
            return _attended(ground, token, reading, start, limit)
        case "begin":
            return (
                _began(ground, token, reading, start, limit)
                if reading.tense == "past" and told(ground, token)
                else None
            )
        case "go_on" | "escalate":
            return _ongoing(ground, token, reading, start, limit)
        case "near":
            return (
                _neared(ground, token, limit)
                if not supposed(ground, token) and not ground.page.mask(token) & (S | AL)
                else None
            )
        case "reach":
            return _reached(ground, token, reading, start, limit)
        case "impose":
            return _imposed(ground, token, limit) if reading.tense == "past" and told(ground, token) else None
        case "issue":
            return _issued(ground, token, limit) if reading.tense == "past" and told(ground, token) else None
        case "attack":
            return _attacked(ground, token, start, limit) if reading.tense == "past" and told(ground, token) else None
        case "stop":
            return _stopped(ground, token, start, limit) if reading.tense == "past" and told(ground, token) else None
        case "exchange" | "accuse":
            return _accused(ground, token, reading, start, limit)
        case "undo":
            return _undone(ground, token, limit) if reading.tense == "past" and told(ground, token) else None
        case "fail":
            return _failed(ground, token, reading, start, limit)
        case "approve":
            return _approved(ground, token, limit) if reading.tense == "past" and told(ground, token) else None
        case "breach":
            return _breached(ground, token, start, limit) if past and told(ground, token) else None
    return None


def _clear(ground: Ground, token: int) -> bool:
    """Whether a past form stands where a finite verb can, not a noun of the same letters (عقد، بدء)."""
    page = ground.page
    return not page.has(token - 1, "prep", "masdar", "num", "dem") and page.word(token - 1) not in (
        "بعد",
        "قبل",
        "منذ",
        "عن",
    )


def _met(ground: Ground, token: int, reading: Happening, start: int, limit: int) -> Claimed | None:
    """Two parties of talks met, at a time or a place that the report gives."""
    page = ground.page
    if not speaks_of(ground, "talks", _NEGOTIATED - {"اجتماع", "اجتماعات", "موتمر", "دوره"}) or pronoun(ground, token):
        return None
    stop = end_of(ground, token, limit, 30)
    if not any(page.word(i) == "مع" for i in range(token + 1, stop)):
        who = subject_of(ground, token, Deed(reading.lemma, "past", {}, None)).phrase
        if who is None or not (who.parts or _paired(ground, token, stop)):
            return None
    if not ground.times_between(token, stop) and not any(
        page.word(i) == "في" and page.has(i + 1, "place", "capital", "country") for i in range(token, stop)
    ):
        return None
    if page.word(token - 1) in ("الذي", "التي", "عندما", "حين", "بعدما", "حيث"):
        return None
    round_ = first_of(ground, token + 1, stop, frozenset(("جوله",)))
    return Claimed(
        token,
        stop,
        token,
        "started" if round_ is not None else "fulfilled",
        named(ground, round_, limit) if round_ is not None else None,
        "claim.met",
    )


def _paired(ground: Ground, token: int, stop: int) -> bool:
    """Whether two actors joined with و stand behind a verb (اجتمع الرئيس وخصمه)."""
    page = ground.page
    phrase = actor_at(ground, ground.skip(token + 1, stop), stop)
    last = phrase.last if phrase is not None else token + 1
    return (
        last > token + 1
        and bool(page.mask(last) & W)
        and page.has(last, "role", "rank", "given", "person", "people", "org_head", "noun")
        and not ground.verb_like(last)
        and page.word(last) not in ("وهو", "وهي")
        and not page.has(last, "deed_past", "past")
    )


def _held(ground: Ground, token: int, reading: Happening, start: int, limit: int) -> Claimed | None:
    """Talks, a round, a summit was held."""
    page = ground.page
    if pronoun(ground, token):
        return None
    before_ = page.word(token - 1)
    if before_ in ("الذي", "التي"):
        about = last_of(ground, max(start, token - 6), token - 1, TALKS)
        if about is None or not ground.time_phrase(token + 1, limit):
            return None
        return Claimed(
            about,
            ground.time_phrase(token + 1, limit) or token + 1,
            token,
            "fulfilled",
            (about, token - 1),
            "claim.held",
        )
    if not _clear(ground, token):
        return None
    who = subject_of(ground, token, Deed(reading.lemma, "past", {}, "f" if page.word(token).endswith("ت") else "m"))
    at = behind(ground, token, limit, TALKS | VOTES, 14)
    if at is None or page.mask(at) & (B | L) or page.has(at - 1, "prep") or who.kind != "phrase" and at != token + 1:
        return None
    if who.kind != "phrase" and page.has(token, "masdar", "noun") and not page.word(token).endswith(("ت", "ا", "وا")):
        return None
    claim = "started" if page.stem(at) in ("جوله", "محادثات", "مفاوضات", "مباحثات") else "fulfilled"
    if page.stem(at) in ("موتمر", "موتمرا") and page.stem(at + 1) in ("صحفي", "صحفيا", "صحافي", "صحافيا"):
        return None
    return Claimed(token, end_of(ground, at, limit, 8), token, claim, named(ground, at, limit), "claim.held")


def _ended(ground: Ground, token: int, start: int, limit: int) -> Claimed | None:
    """A summit, a round, a vote came to its end."""
    page = ground.page
    if page.word(token - 1) in ("عندما", "منذ"):
        return None
    at = behind(ground, token, limit, _CLOSED, 10)
    if at is not None and not page.mask(at) & (B | L) and not page.has(at - 1, "prep"):
        return Claimed(token, named(ground, at, limit)[1], token, "fulfilled", named(ground, at, limit), "claim.ended")
    at = last_of(ground, max(start, token - 9), token, _CLOSED)
    if (
        at is None
        or page.has(at - 1, "prep")
        and page.word(at - 1) not in ("في", "عن", "بعد")
        or any(ground.verb_like(i) for i in range(at + 1, token))
    ):
        return None
    return Claimed(at, end_of(ground, token, limit, 6), token, "fulfilled", named(ground, at, token), "claim.ended")


def _attended(ground: Ground, token: int, reading: Happening, start: int, limit: int) -> Claimed | None:
    """Somebody took part in talks; one who takes part since a day has begun them."""
    page = ground.page
    if page.mask(token) & (S | AL | B | L) or supposed(ground, token) or page.word(token - 1) in ("لم", "لا"):
        return None
    at = behind(ground, token, limit, TALKS, 14)
    if at is None or page.word(at - 1) != "في":
        return None
    since = any(page.word(i) == "منذ" for i in range(token + 1, at))
    if reading.tense == "present" and not since or reading.tense not in ("past", "present"):
        return None
    if reading.tense == "past" and not told(ground, token):
        return None
    first = token
    if page.word(token - 1) not in ("الذي", "التي", "الذين") and token - start < 6 and reading.tense == "past":
        first = start
    return Claimed(
        first,
        named(ground, at, limit)[1],
        token,
        "started" if since else "fulfilled",
        named(ground, at, limit),
        "claim.attended",
    )


def _began(ground: Ground, token: int, reading: Happening, start: int, limit: int) -> Claimed | None:
    """Talks, a debate, an operation began."""
    page = ground.page
    if pronoun(ground, token) or not _clear(ground, token):
        return None
    at = behind(ground, token, limit, _BEGUN, 14)
    if at is None or page.mask(at) & L or page.has(at - 1, "prep") and page.word(at - 1) != "في":
        return None
    if any(page.word(i) in ("مع", "خلال", "منذ", "عقب", "بعد", "قبل") for i in range(token + 1, at)):
        return None
    return Claimed(token, named(ground, at, limit)[1], token, "started", named(ground, at, limit), "claim.began")


def _ongoing(ground: Ground, token: int, reading: Happening, start: int, limit: int) -> Claimed | None:
    """Talks and preparations go on; a campaign grows and its fighting goes on."""
    page = ground.page
    if (
        page.mask(token) & (S | AL | B | L)
        or supposed(ground, token)
        or page.word(token - 1) in ("لا", "لم", "التي", "الذي")
    ):
        return None
    if reading.kind == "escalate":
        at = behind(ground, token, limit, frozenset(("حمله", "عمليه", "عمليات", "جهود", "مساعي")), 8)
        if reading.tense != "past" or at is None or page.has(at - 1, "prep"):
            return None
        return Claimed(
            token, end_of(ground, at, limit, 6), token, "progressing", named(ground, at, limit), "claim.ongoing"
        )
    if reading.lemma == "جري" and reading.tense != "present":
        return None
    at = ground.skip(token + 1, limit)
    if page.word(at) in ("الان", "حاليا"):
        at += 1
    if plain(ground, at) not in _ONGOING and page.stem(at) not in _ONGOING or page.mask(at) & (B | L):
        return None
    return Claimed(token, end_of(ground, at, limit, 8), token, "progressing", named(ground, at, limit), "claim.ongoing")


def _neared(ground: Ground, token: int, limit: int) -> Claimed | None:
    """يقترب الجيش من استعادة المدينة."""
    page = ground.page
    from_ = next((i for i in range(token + 1, min(limit, token + 7)) if page.word(i) == "من"), None)
    if from_ is None or page.stem(from_ + 1) not in _NEARING:
        return None
    return Claimed(
        token,
        end_of(ground, from_, limit, 8),
        token,
        "progressing",
        (from_ + 1, end_of(ground, from_ + 1, limit, 5)),
        "claim.near",
    )


def _reached(ground: Ground, token: int, reading: Happening, start: int, limit: int) -> Claimed | None:
    """The parties came to an agreement; or have not yet come to one."""
    page = ground.page
    if page.mask(token) & (S | AL | B | L):
        return None
    denied = page.word(token - 1) in ("لم", "ولم")
    if not denied and (reading.tense != "past" or not told(ground, token)):
        return None
    at = behind(ground, token, limit, PEACE, 14)
    if at is None or not (page.mask(at) & L or page.word(at - 1) == "الي"):
        return None
    if denied:
        if not any(page.word(i) in ("بعد", "حتي") for i in range(token + 1, at + 5)):
            return None
        return Claimed(
            token - 1, named(ground, at, limit)[1], token, "delayed", named(ground, at, limit), "claim.unreached"
        )
    return Claimed(token, end_of(ground, at, limit, 8), token, "progressing", named(ground, at, limit), "claim.reached")


def _imposed(ground: Ground, token: int, limit: int) -> Claimed | None:
    """A council or a state imposed an embargo or sanctions."""
    page = ground.page
    at = behind(ground, token, limit, _MEASURES, 10)
    if (
        pronoun(ground, token)
        or at is None
        or page.has(at - 1, "prep")
        or page.mask(at) & (AL | B | L)
        or not _clear(ground, token)
    ):
        return None
    if page.has(token, "masdar") and subject_of(ground, token, None).kind != "phrase":
        return None
    if page.has(token - 1, "noun", "masdar") and not page.mask(token - 1) & AL and token - 1 not in ground.ends:
        return None
    return Claimed(
        token, end_of(ground, at, limit, 7), token, "entered-into-force", named(ground, at, limit), "claim.imposed"
    )


def _issued(ground: Ground, token: int, limit: int) -> Claimed | None:
    """A decree, an order, a law was issued."""
    page = ground.page
    at = ground.skip(token + 1, limit)
    if page.stem(at) not in _DECREES or page.mask(at) & (B | L) or page.word(token - 1) in ("الذي", "التي"):
        return None
    return Claimed(
        token, end_of(ground, at, limit, 9), token, "entered-into-force", named(ground, at, limit), "claim.issued"
    )


def _truce_over(ground: Ground, token: int, start: int, limit: int) -> bool:
    """Whether a truce that holds is spoken of: in the sentence behind رغم, or in a title that says it is broken."""
    page = ground.page
    for i in range(start, limit):
        if page.word(i) in ("رغم", "برغم", "بالرغم") and truce_in(ground, i + 1, min(limit, i + 9)) is not None:
            return True
    memo = page.memo
    found = memo.get("claim.truce_title")
    if found is None:
        found = False
        if page.text.paragraphs:
            first, last = page.text.paragraphs[0]
            found = truce_in(ground, first, last) is not None and any(
                page.stem(i) in _BREACHES or page.word(i) in ("رغم", "برغم", "بالرغم") for i in range(first, last)
            )
        memo["claim.truce_title"] = found
    return bool(found)


def _attacked(ground: Ground, token: int, start: int, limit: int) -> Claimed | None:
    """A party to a truce attacked."""
    if not speaks_of(ground, "truce", ("هدنه", "عداييات", "وقف")) or not _clear(ground, token):
        return None
    at = behind(ground, token, limit, _ATTACKS, 14)
    if at is None or not _truce_over(ground, token, start, limit):
        return None
    return Claimed(token, end_of(ground, at, limit, 6), token, "violated", None, "claim.attacked")


def _stopped(ground: Ground, token: int, start: int, limit: int) -> Claimed | None:
    """The fighting stopped, where a truce is spoken of."""
    page = ground.page
    if not speaks_of(ground, "truce", ("هدنه", "عداييات", "وقف")):
        return None
    at = token + 1 if page.stem(token + 1) in FIGHTING else token - 1 if page.stem(token - 1) in FIGHTING else None
    if at is None or not page.mask(at) & AL:
        return None
    return Claimed(
        min(at, token), end_of(ground, max(at, token), limit, 8), token, "progressing", (at, at + 1), "claim.stopped"
    )


def _accused(ground: Ground, token: int, reading: Happening, start: int, limit: int) -> Claimed | None:
    """The parties accuse each other of breaches."""
    page = ground.page
    if page.mask(token) & (S | AL | B | L) or supposed(ground, token):
        return None
    if reading.kind == "accuse":
        at = next(
            (i for i in range(token + 1, min(limit, token + 10)) if page.stem(i) in _BREACHES and page.mask(i) & B),
            None,
        )
        if at is None:
            return None
        about = about_at(ground, at + 1, limit, "violated")
        return Claimed(at, about[1], token, "violated", about, "claim.accused") if about else None
    at = next((i for i in range(token + 1, min(limit, token + 7)) if page.stem(i) in ("اتهامات", "اتهام")), None)
    breach = (
        next((i for i in range(at + 1, min(limit, at + 6)) if page.stem(i) in _BREACHES), None)
        if at is not None
        else None
    )
    if breach is None:
        return None
    return Claimed(
        token,
        end_of(ground, breach, limit, 6),
        token,
        "violated",
        spoken_of(ground, token, start, "violated"),
        "claim.accused",
    )


def _undone(ground: Ground, token: int, limit: int) -> Claimed | None:
    """The clashes put an end to an agreement."""
    page = ground.page
    at = behind(ground, token, limit, AGREEMENTS | {"اتفاقا"}, 7)
    if at is None or page.mask(at) & (B | L) or page.has(at - 1, "prep") or pronoun(ground, token):
        return None
    if page.has(at - 1, "noun", "masdar") and not page.mask(at - 1) & AL:
        return None
    if page.mask(at) & AL and at == token + 1 and not page.word(token).endswith("ت") and not page.has(at + 1, "mark"):
        return None  # أنهى الاتفاق الحرب
    return Claimed(token, named(ground, at, limit)[1], token, "cancelled", named(ground, at, limit), "claim.undone")


def _failed(ground: Ground, token: int, reading: Happening, start: int, limit: int) -> Claimed | None:
    """An agreement failed, did not hold."""
    page = ground.page
    if page.mask(token) & (S | AL | B | L):
        return None
    if reading.lemma == "صمد":
        if page.word(token - 1) not in ("لم", "ولم"):
            return None
        at = first_of(ground, token + 1, min(limit, token + 3), PEACE | {"اتفاقات", "اتفاقيات"})
        at = at if at is not None else last_of(ground, max(start, token - 10), token, PEACE)
        if at is None:
            return None
        return Claimed(
            min(at, token - 1),
            max(end_of(ground, token, limit, 6), at + 1),
            token,
            "cancelled",
            named(ground, at, limit),
            "claim.failed",
        )
    if reading.tense != "past" or not told(ground, token) or pronoun(ground, token):
        return None
    if page.mask(token + 1) & AL or actor_at(ground, token + 1, limit) is not None:
        at = token + 1 if page.stem(token + 1) in PEACE - {"عمليه", "مسار"} else None
    else:
        at = token + 1 if page.stem(token + 1) in AGREEMENTS else None
    if at is None and page.word(token - 1) == "قد" and page.word(token + 1) not in ("في",):
        at = last_of(ground, max(start, token - 9), token, AGREEMENTS)
    if at is None:
        return None
    return Claimed(min(at, token), max(at, token) + 1, token, "cancelled", named(ground, at, limit), "claim.failed")


def _approved(ground: Ground, token: int, limit: int) -> Claimed | None:
    """A council agreed to renew sanctions or a mandate."""
    at = behind(ground, token, limit, frozenset(("تجديد", "تمديد")), 14)
    if at is None or pronoun(ground, token):
        return None
    about = next((p for i in range(at + 1, min(limit, at + 4)) if (p := about_at(ground, i, limit, "extended"))), None)
    return Claimed(token, about[1], token, "extended", about, "claim.approved") if about else None


def _breached(ground: Ground, token: int, start: int, limit: int) -> Claimed | None:
    """وانتهك مرات عدة, سرعان ما انتهك الاتفاق: the agreement spoken of was broken."""
    page = ground.page
    if pronoun(ground, token):
        return None
    if page.stem(token + 1) in PEACE and page.word(token - 1) == "ما":
        return Claimed(token - 2, token + 2, token, "violated", named(ground, token + 1, limit), "claim.breached")
    if "مرات" not in (page.stem(token + 1), page.stem(token + 2)) and page.word(token + 1) not in ("مرارا", "مرتين"):
        return None
    about = spoken_of(ground, token, start, "violated")
    return Claimed(token, token + 3, token, "violated", about, "claim.breached") if about else None


def noted(ground: Ground, token: int) -> Claimed | None:
    """What happened, told by a noun or a set word at a token."""
    page = ground.page
    start, limit = ground.region(token)
    stem = page.stem(token)
    match stem:
        case "حيز":
            return _force(ground, token, start, limit)
        case "ساعه":
            if page.stem(token + 1) != "صفر":
                return None
            verb = next(
                (
                    i
                    for i in range(token - 1, max(0, token - 6), -1)
                    if page.stem(i) in ("اعلن", "اعلنت", "حانت", "دقت")
                ),
                None,
            )
            if verb is None:
                return None
            last = ground.region(verb)[1]
            return Claimed(
                verb, end_of(ground, token + 1, max(last, token + 2), 6), verb, "started", None, "claim.zero_hour"
            )
        case "اقتراب":
            return _neared(ground, token, limit)
        case "اقرار":
            if page.stem(token - 1) not in ("تم", "جري") or page.stem(token + 1) not in _PARTS:
                return None
            at = first_of(ground, token + 2, min(limit, token + 6), MATTERS)
            return (
                Claimed(token - 1, named(ground, at, limit)[1], token, "partly", named(ground, at, limit), "claim.part")
                if at is not None
                else None
            )
        case "توافق":
            if (
                page.stem(token - 1) not in ("تم", "جري")
                or page.word(token - 2) in ("ان", "ما", "لم")
                or page.word(token - 1) == "يتم"
            ):
                return None
            return Claimed(token - 1, end_of(ground, token, limit, 10), token, "progressing", None, "claim.agreed")
        case "خطوه":
            on = next(
                (i for i in range(token + 1, min(limit, token + 4)) if page.word(i) in ("علي", "نحو", "باتجاه")), None
            )
            if (
                on is None
                or page.stem(on + 1) not in ("طريق", "درب", "مسار", "سلام", "تنفيذ")
                or supposed(ground, token)
            ):
                return None
            return Claimed(
                max(start, token - 2), end_of(ground, on, limit, 5), token, "progressing", None, "claim.step"
            )
        case "يلتزم" | "تلتزم" | "يلتزموا":
            if page.word(token - 1) != "ان" or page.word(token - 2) != "دون":
                return None
            about = spoken_of(ground, token, start, "violated")
            return (
                Claimed(token - 2, end_of(ground, token, limit, 7), token, "violated", about, "claim.unkept")
                if about
                else None
            )
        case "تجديد" | "تمديد":
            return None
    if page.word(token - 1) in ("تم", "جري") and page.stem(token) in (
        "انتهاك",
        "خرق",
        "انتهاكه",
        "انتهاكها",
        "خرقه",
        "خرقها",
    ):
        truce = truce_in(ground, max(start, token - 12), token)
        if truce is not None:
            return Claimed(
                max(start, truce - 4),
                token + 1,
                token,
                "violated",
                (max(start, truce - 3), truce + 1),
                "claim.breached",
            )
    return None


def _force(ground: Ground, token: int, start: int, limit: int) -> Claimed | None:
    """دخول الاتفاق حيز التنفيذ, with the day or as what has happened already."""
    page = ground.page
    if page.stem(token + 1) not in ("تنفيذ", "نفاذ", "تطبيق", "سريان"):
        return None
    noun = next((i for i in range(token - 1, max(start, token - 9) - 1, -1) if page.stem(i) == "دخول"), None)
    if noun is None or page.mask(noun) & (L | AL):
        return None
    before_ = page.word(noun - 1)
    if before_ in (
        "قبل",
        "حتي",
        "الي",
        "انتظار",
        "عند",
        "موعد",
        "حين",
        "فور",
        "تاريخ",
        "شرط",
        "علي",
        "حال",
        "عدم",
        "دون",
    ):
        return None
    about = next((p for k in range(noun + 1, token) if (p := about_at(ground, k, token, "entered"))), None)
    if about is None:
        about = ending(ground, token, noun, "entered")
    if about is None:
        return None
    return Claimed(
        noun, ground.time_phrase(token + 2, limit) or token + 2, noun, "entered-into-force", about, "claim.force"
    )


def under_pact(ground: Ground, token: int) -> Claimed | None:
    """أفرجت السلطات عن الأسرى بموجب الاتفاق: an act done under an agreement fulfils it."""
    page = ground.page
    start, limit = ground.region(token)
    at = first_of(ground, token + 1, min(limit, token + 3), AGREEMENTS)
    if at is None:
        return None
    for i in range(token - 1, max(start, token - 20) - 1, -1):
        if page.word(i) in STOPS or page.word(i) in COMMAS and token - i > 2:
            return None
        if (
            any(r.kind == "release" and r.tense == "past" for r in readings(ground, i))
            and told(ground, i)
            and not pronoun(ground, i)
        ):
            if subject_of(ground, i, None).kind != "phrase":
                return None
            return Claimed(i, named(ground, at, limit)[1], i, "fulfilled", named(ground, at, limit), "claim.under_pact")
    return None
