"""What became of talks: they were held, ended, attended, began, go on, came near to an end or to an agreement."""

from __future__ import annotations

from mithaq.grammar.claim.claimed import Claimed
from mithaq.grammar.claim.matter import (
    PEACE,
    TALKS,
    VOTES,
    behind,
    clear,
    end_of,
    first_of,
    last_of,
    named,
    plain,
    pronoun,
    speaks_of,
    supposed,
    told,
)
from mithaq.grammar.clause.ground import Ground
from mithaq.grammar.clause.subject import actor_at, subject_of
from mithaq.lexicon.deeds import Deed
from mithaq.lexicon.happenings import Happening
from mithaq.text.clitics import AL, B, L, S, W

_BEGUN = TALKS | frozenset("مناقشه عمليه حمله تصويت اقتراع سريان مداولات".split())
_ONGOING = frozenset("محادثات مفاوضات مباحثات مشاورات جهود مساعي ترتيبات استعدادات تحضيرات وساطه حوار".split())
_NEARING = frozenset("استعاده سيطره بسط توقيع اتفاق توصل حسم تحرير انجاز اتمام ابرام استكمال انتهاء تنفيذ".split())
_CLOSED = (TALKS | VOTES) - frozenset(
    "محادثات مفاوضات مباحثات مشاورات حوار".split()
)  # talks that end are no more than over
_NEGOTIATED = TALKS - {"مراسم", "جلسه", "جلسات", "لقاء"}


def met(ground: Ground, token: int, reading: Happening, start: int, limit: int) -> Claimed | None:
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


def held(ground: Ground, token: int, reading: Happening, start: int, limit: int) -> Claimed | None:
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
    if not clear(ground, token):
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


def ended(ground: Ground, token: int, start: int, limit: int) -> Claimed | None:
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


def attended(ground: Ground, token: int, reading: Happening, start: int, limit: int) -> Claimed | None:
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


def began(ground: Ground, token: int, reading: Happening, start: int, limit: int) -> Claimed | None:
    """Talks, a debate, an operation began."""
    page = ground.page
    if pronoun(ground, token) or not clear(ground, token):
        return None
    at = behind(ground, token, limit, _BEGUN, 14)
    if at is None or page.mask(at) & L or page.has(at - 1, "prep") and page.word(at - 1) != "في":
        return None
    if any(page.word(i) in ("مع", "خلال", "منذ", "عقب", "بعد", "قبل") for i in range(token + 1, at)):
        return None
    return Claimed(token, named(ground, at, limit)[1], token, "started", named(ground, at, limit), "claim.began")


def ongoing(ground: Ground, token: int, reading: Happening, start: int, limit: int) -> Claimed | None:
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


def neared(ground: Ground, token: int, limit: int) -> Claimed | None:
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


def reached(ground: Ground, token: int, reading: Happening, start: int, limit: int) -> Claimed | None:
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
