"""Deictic words: yesterday and tomorrow, this, last and next week, month and year, now and lately."""

from __future__ import annotations

from collections.abc import Callable

from mithaq.engine import Match, Rule
from mithaq.grammar.numeral import ordinal
from mithaq.grammar.time.when import When

_DAY = frozenset({"timex", "c_day"})
_REF = frozenset({"timex"})
_YEAR = frozenset({"timex", "c_year"})
_MONTH = frozenset({"timex", "c_month", "c_month_step"})
_UNIT = frozenset({"timex", "c_unit"})
_SPAN = frozenset({"timex", "c_span"})
_NIGHT = frozenset({"timex", "c_night"})

DX = "(dx_last[al]|dx_this[al]|dx_next[al])"


def step_of(match: Match, part: str) -> int:
    """-1, 0 or 1 for a word of the classes last, this and next."""
    unit = match.number(part)
    line = match.line
    return (
        -1
        if line.has(unit, "dx_last") or line.has(unit, "dx_recent")
        else 1
        if line.has(unit, "dx_next") or line.has(unit, "dx_following")
        else 0
    )


def _day(offset: int) -> Callable[[Match], When]:
    return lambda match: When(unit="D", step=offset)


def _dayword(match: Match) -> When | None:
    line, before = match.line, match.before()
    if match.stem("d") == "الغد" and line.stem(before) in ("حزب", "تيار", "قناه", "صحيفه"):
        return None
    return When(unit="D", step=match.table("dayword", match.stem("d")))


_PAPERS = ("صحيفه", "جريده", "موقع", "قناه", "وكاله", "شبكه", "اذاعه")


_DAYS_OF = frozenset("اسود وطني عالمي دولي تاريخي اول اخير موعود مشهود".split())


def _today(match: Match) -> When | None:
    """اليوم: not the newspaper, not an ordinal day, not 'the day on which'; 'nowadays' behind أصبح and بات."""
    line, first, after = match.line, match.units().start, match.after()
    if (
        line.word(after) in ("الذي", "ذاته", "نفسه", "الواحد", "ال", "السابع")
        or line.has(after, "ordinal")
        or line.has(after, "ord")
        or line.has(after, "following_day")
    ):
        return None
    if any(line.stem(u) in _PAPERS for u in range(max(0, first - 2), first)):
        return None
    if line.has(after, "close") and any(line.has(u, "open") for u in range(max(0, first - 3), first)):
        return None  # «المصري اليوم»
    if line.marked(after, "al") and line.stem(after) in _DAYS_OF:
        return None
    if line.word(match.before()) == "في" and any(line.has(u, "unit_many") for u in range(max(0, first - 4), first)):
        return None
    if line.word(match.before()) == "ذلك" or line.word(after) == "التالي":
        return None
    if any(
        line.stem(u) in ("اصبح", "اصبحت", "بات", "باتت", "اضحي", "اضحت", "صار", "صارت")
        for u in range(max(0, first - 3), first)
    ):
        return When(value="PRESENT_REF")
    return When(unit="D", step=0)


def _unit(match: Match) -> When:
    letter = match.table("unit_one", match.stem("u"))
    return When(unit=letter, step=step_of(match, "x"))


def _before_last(match: Match) -> When | None:
    letter = match.table("unit_one", match.stem("u"))
    return When(unit=letter, step=-2) if letter in ("W", "M", "Y") else None


def _this_unit(match: Match) -> When | None:
    if match.line.word(match.after()) in ("نفسه", "ذاته"):
        return None
    return When(unit=match.table("unit_one", match.stem("u")), step=0)


def _bare_unit(match: Match) -> When | None:
    line, after = match.line, match.after()
    if any(line.has(after, name) for name in ("dx_last", "dx_next", "dx_this", "adj", "participle")) or line.has(
        after, "d_year"
    ):
        return None
    return When(unit=match.table("unit_one", match.stem("u")) or "D", step=0, mod=match.table("edge", match.stem("e")))


def _reference(match: Match) -> When | None:
    """The reference of an adverb, unless it is an adjective or a noun: قريبا من (near to), مستقبلا أفضل (a better future)."""
    line, after = match.line, match.after()
    if (
        match.stem("r") == "قريبا"
        and line.word(after) in ("من", "الي", "جدا")
        and line.word(after if line.word(after) != "جدا" else after + 1) in ("من", "الي")
    ):
        return None
    if match.stem("r") == "مستقبلا" and line.has(after, "adj"):
        return None
    return When(value=match.table("now", match.stem("r")))


def _ref(value: str) -> Callable[[Match], When]:
    return lambda match: When(value=value)


def _night(match: Match) -> When:
    return When(type="TIME", unit="D", step=-1 if match.has("x") else 0, part="TNI")


def _this_part(match: Match) -> When:
    return When(type="TIME", unit="D", step=0, part=match.table("part", match.stem("p")), spoken=True)


def _quarter(match: Match) -> When | None:
    number = 4 if match.has("last") else ordinal(match, "n")
    return When(quarter=number) if 1 <= number <= 4 else None


def _half(match: Match) -> When | None:
    number = ordinal(match, "n")
    return When(half=number) if number in (1, 2) else None


RULES = [
    Rule("deictic.day", "('يوم'[!al])? d=dayword", _dayword, _DAY, yes=("قال أمس", "يعقد غدا", "يوم أمس"), no=("رئيس حزب الغد",)),
    Rule("deictic.before_yesterday", "('يوم'[!al])? 'اول' ('من')? 'امس'", _day(-2), _DAY, yes=("أول من أمس", "أول أمس")),
    Rule("deictic.yesterday_first", "('يوم'[!al])? 'امس' 'اول'[al]", _day(-2), _DAY, yes=("أمس الأول",)),
    Rule("deictic.after_tomorrow", "'بعد' 'غد'", _day(2), _DAY, yes=("بعد غد",)),
    Rule("deictic.today", "'اليوم'", _today, _DAY, yes=("يعقد اليوم", "وأصبحت المدينة اليوم خالية"), no=("في اليوم التالي", "اليوم الذي اختفى فيه", "صحيفة المصري اليوم", "اليوم الثاني من المحادثات")),
    Rule("deictic.unit", f"u=unit_one&!yearword&!monthword[al] ('ال')? x={DX}", _unit, _UNIT, yes=("الأسبوع المقبل", "خلال الأسبوع الجاري"), no=("الأمين العام السابق",)),
    Rule("deictic.year", f"u=yearword[al] x={DX}", _unit, _YEAR, yes=("العام الماضي", "السنة المقبلة"), no=("العام الدراسي",)),
    Rule("deictic.month", f"u=monthword[al] x=({DX}|dx_following[al])", _unit, _MONTH, yes=("الشهر الماضي", "من الشهر التالي")),
    Rule("deictic.before_last", "u=unit_one[al] 'قبل' dx_last[al]", _before_last, _UNIT, yes=("الأسبوع قبل الماضي", "العام قبل الماضي")),
    Rule("deictic.this_year", "demonstrative u=yearword[al]", _this_unit, _YEAR, yes=("هذا العام",)),
    Rule("deictic.this_month", "demonstrative u=monthword[al]", _this_unit, _MONTH, yes=("من هذا الشهر",)),
    Rule("deictic.this_week", "demonstrative u='اسبوع'[al]", _this_unit, _UNIT, yes=("هذا الأسبوع",)),
    Rule("deictic.edge", "e=edge[!al] u=('عام'[al]|'سنه'[al]|'شهر'[al]|'اسبوع'[al])", _bare_unit, _UNIT, yes=("قبل نهاية العام", "مطلع الأسبوع"), no=("بداية المناقشات",)),
    Rule("deictic.edge_today", "e=edge[!al] u='اليوم'", _bare_unit, _UNIT, yes=("بنهاية اليوم",)),
    Rule("deictic.reference", "r=now", _reference, _REF, yes=("حتى الآن", "مؤخراً", "وسيعلن قريبا"), no=("وبات قريبا من الحل",)),
    Rule("deictic.lately", "('اونه'[al]|'فتره'[al]) ('قليله'[al])? (dx_recent[al]|dx_last[al])", _ref("PAST_REF"), _REF, yes=("في الآونة الأخيرة", "خلال الفترة الماضية"), no=("الفترة الانتقالية",)),
    Rule("deictic.present", "'وقت'[al] (dx_this[al]|'حاضر'[al])|'فتره'[al] dx_this[al]", _ref("PRESENT_REF"), _REF, yes=("في الوقت الحالي",), no=("في الوقت نفسه", "في الوقت الذي")),
    Rule("deictic.future", "'فتره'[al] ('قليله'[al])? dx_next[al]", _ref("FUTURE_REF"), _REF, yes=("خلال الفترة المقبلة",)),
    Rule("deictic.past", "'في' span=('ماضي'[al]|'سابق'[al])", _ref("PAST_REF"), _REF, yes=("ففي الماضي كانت", "في السابق")),
    Rule("deictic.to_come", "'في' span='مستقبل'[al]", _ref("FUTURE_REF"), _REF, yes=("في المستقبل",)),
    Rule("deictic.to_come_near", "'في' span=('مستقبل'[al] ('قريب'[al]|'منظور'[al]))", _ref("FUTURE_REF"), _REF, yes=("في المستقبل القريب",)),
    Rule("deictic.night", "(demonstrative)? 'الليله' (x=(dx_last[al]))?", _night, _NIGHT, yes=("الليلة الماضية", "بحلول الليلة")),
    Rule("deictic.night_before", "'الليله' 'قبل' dx_last[al]", lambda match: When(type="TIME", unit="D", step=-2, part="TNI"), _NIGHT, yes=("الليلة قبل الماضية",)),
    Rule("deictic.this_part", "demonstrative p=part[al]", _this_part, _NIGHT, yes=("هذا الصباح", "بحلول هذا المساء")),
    Rule("deictic.quarter", "'ربع'[al] (n=(ordinal[al]|ord)|last=dx_recent[al])", _quarter, _SPAN, yes=("الربع الأول من العام الجاري",)),
    Rule("deictic.half", "'نصف'[al] n=(ordinal[al]|ord)", _half, _SPAN, yes=("النصف الثاني من 2018",)),
]  # fmt: skip
