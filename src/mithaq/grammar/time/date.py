"""Dates: day, month and year put together, with the words that say which month or weekday is meant."""

from __future__ import annotations

from mithaq.engine import Match, Rule
from mithaq.grammar.numeral import ordinal
from mithaq.grammar.time.deictic import DX, step_of
from mithaq.grammar.time.when import When

_DATE = frozenset({"timex", "c_date"})
_MONTH = frozenset({"timex", "c_month"})
_WEEKDAY = frozenset({"timex", "c_weekday"})
_YEAR_CLASS = frozenset({"timex", "c_year"})
_SEASON = frozenset({"timex", "c_season_of"})
_SPAN = frozenset({"timex", "c_unit"})

DAY = "(d=(d_day|ord|ordinal|n20[al])|'ال' d=(d_day|numeral)|d=numeral[al])"
YEAR = "('من'|comma)? (y=c_year|n=d_year ('م')?)"


def _value(match: Match, part: str) -> When:
    found = match.value(part).value
    assert isinstance(found, When)
    return found


def _with_year(match: Match, when: When) -> When | None:
    """The date with the year that stands behind it."""
    if match.has("y"):
        named = _value(match, "y")
        return None if named.value else when.having(year=named.year, year_step=named.step)
    if match.has("n"):
        year = int(match.word("n"))
        if not 1000 <= year <= 2150:
            return None
        return when.having(year=year)
    return when


def _deixis(match: Match, when: When) -> When:
    return when.having(deixis=step_of(match, "x")) if match.has("x") else when


def _name(match: Match) -> str | None:
    """A date that is a name, with no year or deictic word behind it: found, so that nothing else finds it, and no time."""
    line, after = match.line, match.after()
    dated = any(line.has(after, name) for name in ("c_year", "d_year", "dx_last", "dx_this", "dx_next"))
    return None if dated or (line.word(after) in ("من", "عام") and line.has(after + 1, "c_year")) else "name"


_RANKED = frozenset("مرحله جوله دوره اسبوع دفعه نصف ثلث عقد".split())


def _part_of_month(match: Match) -> When | None:
    """The first or last week, half or third of a month: the month, with a mod."""
    if match.has("p"):
        number: int | None = _value(match, "p").half
    else:
        number = 9 if match.has("last") else ordinal(match, "rank")
    mod = "START" if number == 1 else "END" if number == 9 or match.has("p") or number == 4 else "MID"
    found = _with_year(match, _deixis(match, _value(match, "m")))
    return found.having(mod=mod) if found else None


def _day_month(match: Match) -> When | None:
    if match.line.stem(match.before()) in _RANKED:
        return None  # the first round of May
    day = ordinal(match, "d")
    month = _value(match, "m")
    if not 1 <= day <= 31 or (month.month is None and month.step is None):
        return None
    return _with_year(match, _deixis(match, month.having(day=day)))


def _hijri(match: Match) -> When | None:
    when = _value(match, "m")
    if match.has("d"):
        day = ordinal(match, "d")
        if not 1 <= day <= 30:
            return None
        when = when.having(day=day)
    year = int(match.word("n")) if match.has("n") else _value(match, "y").year
    if year is None or not 1000 <= year <= 1500:
        return None
    return when.having(year=year)


def _month(match: Match) -> When | None:
    line, before = match.line, match.before()
    if line.has(before, "d_day") and line.has(before - 1, "date_name"):
        return None
    return _with_year(match, _deixis(match, _value(match, "m")))


def _year_again(match: Match) -> When | None:
    """العام الجاري 2018: the number says which."""
    when = _value(match, "y")
    year = int(match.word("n")) if match.has("n") else _value(match, "z").year
    return when.having(year=year, year_step=when.step, unit=None, step=None) if when.step is not None else None


def _weekday(match: Match) -> When:
    return _deixis(match, _value(match, "w"))


def _season(match: Match) -> When | None:
    return _with_year(match, _deixis(match, _value(match, "s")))


def _this_season(match: Match) -> When:
    return _value(match, "s").having(deixis=0)


def _part_of_year(match: Match) -> When | None:
    when = _value(match, "p")
    if match.has("x"):
        when = when.having(deixis=step_of(match, "x"))
    found = _with_year(match, when)
    return (
        found.having(year_step=0)
        if found and found.year is None and found.year_step is None and found.deixis is None
        else found
    )


_HEAD = "('يوم')? ('تاريخ')?"
RULES = [
    Rule("date.day_month", f"('يوم'|'يومي')? {DAY} ('من')? ('شهر'[!al])? m=c_month (x={DX})? ({YEAR})? (x={DX})?", _day_month, _DATE,
         yes=("في 27 يناير الماضي", "الثالث من يوليو", "يوم 14 يوليو (تموز)", "2 أكتوبر/تشرين أول الجاري", "السادس من الشهر المقبل", "ثورة 25 يناير 2011"),
         no=("ثورة 25 يناير", "قوى 14 آذار", "مارس 14 لاعبا")),
    Rule("date.name", f"date_name (bracket|open)? span=(({DAY} ('من')?)? m=c_month)", _name, frozenset({"name_date"}), yes=("ثورة 25 يناير", "قوى 14 آذار"), no=("ثورة 25 يناير 2011",), priority=1),
    Rule("date.part_of_month", f"(p=c_span|('اسبوع'[al]|'ثلث'[al]) (rank=(ordinal[al]|ord)|last=dx_recent[al])) 'من' ('شهر'[!al])? m=c_month (x={DX})? ({YEAR})?", _part_of_month, _DATE, yes=("الأسبوع الأول من أيلول", "النصف الثاني من شهر تموز المقبل", "الأسبوع الأخير من الشهر الجاري")),
    Rule("date.month", f"('شهر'[!al])? m=c_month&!c_month_step (x={DX})? ({YEAR})? (x={DX})?", _month, _MONTH,
         yes=("سبتمبر/أيلول 2025", "سبتمبر/أيلول عام 2014", "شهر مايو (أيار)", "أغسطس (آب) العام الماضي", "مارس/آذار الماضي")),
    Rule("date.year_again", "y=c_year (bracket)? (n=d_year|z=c_bare_year) (bracketed)?", _year_again, _YEAR_CLASS, yes=("العام الجاري 2018",), no=("عام 2014 و2015",)),
    Rule("date.months", "'شهري' m=c_month", lambda match: _value(match, "m"), _MONTH, yes=("شهري أبريل ومايو",)),
    Rule("date.hijri", f"('يوم')? ({DAY})? ('من')? ('شهر'[!al])? m=c_hijri ('من'|comma)? (y=c_year|('عام'|'سنه')? n=d_hijri ('هـ'|'ه'|'هجريه'|'هجري')?)", _hijri, _DATE,
         yes=("25 شوال 1436 هـ", "العاشر من رمضان عام 1436"), no=("زار شعبان المدينة",)),
    Rule("date.weekday", f"w=c_weekday x={DX}", _weekday, _WEEKDAY, yes=("الخميس الماضي", "يوم الثلاثاء المقبل")),
    Rule("date.weekday_before_last", "w=c_weekday 'قبل' dx_last[al]", lambda match: _value(match, "w").having(deixis=-2), _WEEKDAY, yes=("السبت قبل الماضي",)),
    Rule("date.feast", f"w=c_feast (x={DX}|{YEAR})", lambda match: _with_year(match, _weekday(match)), _DATE, yes=("عيد الأضحى المقبل",)),
    Rule("date.season", f"('فصل'[!al])? s=c_season (x={DX}) ", _season, _SEASON, yes=("الصيف الماضي", "الخريف المقبل"), no=("الربيع العربي",)),
    Rule("date.season_year", "('فصل'[!al])? s=c_season[!al] ('من')? ('عام'|'سنه')? (y=c_year|n=d_year)", _season, _SEASON, yes=("صيف 2016", "ربيع عام 2011")),
    Rule("date.season_named", "'فصل'[!al] s=c_season[al]", _season, _SEASON, yes=("بحلول فصل الربيع",)),
    Rule("date.this_season", "demonstrative s=c_season[al]", _this_season, _SEASON, yes=("هذا الصيف",)),
    Rule("date.part_of_year", f"p=c_span ('من'|'ل')? ('عام'|'سنه')? (y=c_year|n=d_year|x={DX})", _part_of_year, _SPAN, yes=("الربع الأول من العام الجاري", "النصف الثاني من عام 2018")),
]  # fmt: skip
