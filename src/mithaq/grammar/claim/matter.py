"""The matters that a register follows, as nouns, and what a clause around a verb of theirs looks like."""

from __future__ import annotations

from collections.abc import Container, Iterable

from mithaq.grammar.claim.about import about_at
from mithaq.grammar.clause.ground import COMMAS, STOPS, Ground
from mithaq.grammar.commitment.pact import PACTS
from mithaq.lexicon.happenings import Happening, happenings
from mithaq.text.clitics import AL, B, L, P, S, W

TALKS = frozenset(
    "محادثات مفاوضات مباحثات مشاورات حوار قمه اجتماع اجتماعات لقاء موتمر جوله جولات دوره جلسه جلسات مراسم".split()
)
VOTES = frozenset("انتخابات اقتراع تصويت استفتاء".split())
PEACE = frozenset(
    "اتفاق اتفاقا اتفاقيه معاهده هدنه تسويه صلح مبادره خطه تفاهم تفاهمات اعلان وثيقه مخرجات مسار عمليه وساطه".split()
)
TRUCE = frozenset("هدنه هدن عداييات".split())
MATTERS = PACTS | TALKS | VOTES | PEACE | frozenset("وقف مخرجات حظر عقوبات تفويض ولايه مهله عمليه".split())
FIGHTING = frozenset("قتال اشتباكات معارك مواجهات عداييات قصف اعمال عمليات غارات هجمات".split())

_UNREAL = frozenset("لن سوف اذا لو هل حال لكي كي حتي لم ولم فلم لما لا ولا ان بان وان وما قد يكون".split())


def readings(ground: Ground, token: int) -> tuple[Happening, ...]:
    """The readings of a token as a verb of claims.toml."""
    page = ground.page
    word = page.word(token)
    known = happenings()
    found = known.get(word)
    if found is None and word[:1] in ("و", "ف"):
        found = known.get(word[1:])
    return found or ()


def plain(ground: Ground, token: int) -> str:
    """The stem of a token without the alef of the accusative, as the sets of nouns have it."""
    page = ground.page
    stem = page.stem(token)
    if stem.endswith("ا") and len(stem) > 3:
        return stem[:-1]
    return stem


def first_of(ground: Ground, first: int, last: int, nouns: Container[str]) -> int | None:
    """The first token of `[first, last)` that is one of the nouns; None where a sentence ends before."""
    page = ground.page
    for i in range(first, last):
        if page.word(i) in STOPS:
            return None
        if page.stem(i) in nouns or plain(ground, i) in nouns:
            return i
    return None


def last_of(ground: Ground, first: int, last: int, nouns: Container[str]) -> int | None:
    """The last token of `[first, last)` that is one of the nouns."""
    page = ground.page
    for i in range(last - 1, first - 1, -1):
        if page.word(i) in STOPS:
            return None
        if page.stem(i) in nouns or plain(ground, i) in nouns:
            return i
    return None


def named(ground: Ground, token: int, limit: int) -> tuple[int, int]:
    """The words that name a matter whose noun stands at a token."""
    found = about_at(ground, token, limit, "rejected")
    if found is not None:
        return found
    page = ground.page
    end = token + 1
    while end < min(limit, token + 5) and (
        page.mask(end) & AL and not page.mask(end) & (B | L | W) or page.has(end, "adj", "place", "country", "capital")
    ):
        end += 1
    return token, end


def told(ground: Ground, token: int) -> bool:
    """Whether a past verb at a token tells what happened: nothing before it denies, foresees or supposes it."""
    page = ground.page
    if page.mask(token) & (S | AL | B | L):
        return False
    before = page.word(token - 1)
    if before[:1] in ("و", "ف") and before[1:] in _UNREAL:
        return before[1:] == "قد"
    return before not in _UNREAL or before in ("قد", "وما") or before == "ما" and page.word(token - 2) == "سرعان"


def supposed(ground: Ground, token: int) -> bool:
    """Whether the clause of a token is one that is supposed, asked for or foreseen (اذا, دعا الى ان, من المقرر ان)."""
    before = ground.page.word(token - 1)
    return (before[1:] if before[:1] in ("و", "ف") else before) in (
        "ان",
        "بان",
        "اذا",
        "لو",
        "لن",
        "سوف",
        "هل",
        "كي",
        "لكي",
        "حتي",
    )


def end_of(ground: Ground, token: int, limit: int, most: int = 16) -> int:
    """The end of the clause of a token: a stop, a comma that no time stands beside, or `most` tokens on."""
    page = ground.page
    i = token + 1
    while i < min(limit, token + most):
        word = page.word(i)
        if word in STOPS or word == "»" and ground.page.word(i + 1) in STOPS:
            break
        if word in COMMAS and i - token > 3 and not ground.time_phrase(i + 1, limit) and i - 1 not in ground.ends:
            break
        i += 1
    return i


def behind(ground: Ground, token: int, limit: int, nouns: Container[str], most: int = 12) -> int | None:
    """A noun of the clause of a verb, behind it: past subject, times and names, not past another finite verb or clause."""
    page = ground.page
    for i in range(token + 1, min(limit, token + most)):
        word = page.word(i)
        if (
            word in STOPS
            or word in _CLAUSES
            and not (word == "بعد" and page.word(i + 1) == "الي")
            or i > token + 1
            and ground.verb_like(i)
            and not page.mask(i) & AL
        ):
            return None
        if page.stem(i) in nouns or plain(ground, i) in nouns:
            return i
    return None


_CLAUSES = frozenset("ان انه انها انهم بان بانه لكن بينما فيما الذي التي الذين حيث قبل بعد اذا بهدف".split())


def speaks_of(ground: Ground, name: str, nouns: Iterable[str]) -> bool:
    """Whether the page speaks of one of the nouns at all (worked out once for the page)."""
    memo = ground.page.memo
    key = f"speaks_of.{name}"
    found = memo.get(key)
    if found is None:
        found = memo[key] = not frozenset(nouns).isdisjoint(ground.page.line.stems)
    return bool(found)


def truce_in(ground: Ground, first: int, last: int) -> int | None:
    """The token in `[first, last)` that names a truce (هدنة, وقف إطلاق النار, وقف "دائم" لإطلاق النار)."""
    page = ground.page
    for i in range(first, last):
        stem = page.stem(i)
        if stem in TRUCE or stem == "اطلاق" and any("وقف" in (page.stem(k), plain(ground, k)) for k in range(i - 4, i)):
            return i
    return None


def pronoun(ground: Ground, token: int) -> bool:
    """Whether a pronoun is written onto a token."""
    return bool(ground.page.mask(token) & P)


def clear(ground: Ground, token: int) -> bool:
    """Whether a past form stands where a finite verb can, not a noun of the same letters (عقد، بدء)."""
    page = ground.page
    return not page.has(token - 1, "prep", "masdar", "num", "dem") and page.word(token - 1) not in (
        "بعد",
        "قبل",
        "منذ",
        "عن",
    )
