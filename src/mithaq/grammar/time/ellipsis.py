"""Ellipsis: the first or second of two times that share a word (بين عامي 2003 و2011, من 12 إلى 15 من الشهر)."""

from __future__ import annotations

from mithaq.engine import Match, Rule
from mithaq.grammar.numeral import ordinal
from mithaq.grammar.time.when import When

_TIMEX = frozenset({"timex"})


def _value(match: Match, part: str) -> When:
    found = match.value(part).value
    assert isinstance(found, When)
    return found


def _first_day(match: Match) -> When | None:
    day, later = ordinal(match, "d"), _value(match, "t")
    if later.day is None or not 1 <= day <= 31:
        return None
    return later.having(day=day, part=None, type="DATE", mod=None)


def _first_month(match: Match) -> When | None:
    """The first of two months that share a year, or a word in the dual (أو ديسمبر المقبلين)."""
    line = match.line
    last = line.words[line.lasts[match.units().stop - 1] - 1]
    first, second = _value(match, "m"), _value(match, "t")
    if first.deixis is not None or first.year is not None or first.year_step is not None:
        return None
    if second.year is not None or second.year_step is not None:
        return first.having(year=second.year, year_step=second.year_step)
    return first.having(deixis=second.deixis) if last.endswith("ين") else None


def _first_date(match: Match) -> When | None:
    """The first of two dates that share the year of the second."""
    first, second = _value(match, "a"), _value(match, "t")
    if (
        first.year
        or first.deixis is not None
        or first.year_step is not None
        or not (first.month and second.month and second.year)
    ):
        return None
    later = match.has("far") and first.month > second.month
    return first.having(year=second.year - 1 if later else second.year) if not second.hijri else None


def _second_year(match: Match) -> When | None:
    year = int(match.word("n"))
    return When(year=year) if 1000 <= year <= 2150 else None


def _second_part(match: Match) -> When | None:
    first = _value(match, "t")
    inner = match.value("p")
    part = inner.value.part if inner is not None else match.table("part_adverb", match.stem("p"))
    return first.having(part=part, type="TIME", clock=None) if first.part else None


RULES = [
    Rule("ellipsis.day", "span=(('يومي')? d=(d_day|ordinal[al]|ord)) ('الي'|'حتي'|dash|'او'|'و'|comma) t=(c_date|c_moment)", _first_day, _TIMEX, yes=("من 12 إلى 15 من الشهر الجاري", "بين 15 و20 تشرين الأول المقبل")),
    Rule("ellipsis.day_and", "span=(('يومي')? d=(d_day|ordinal[al]|ord)) t=(c_date[w]|c_moment[w])", _first_day, _TIMEX, yes=("يومي الثاني والثالث من أغسطس",)),
    Rule("ellipsis.date", "span=(a=c_date) (comma)? (far=('الي'|'حتي'|dash)|'و')? t=c_date", _first_date, frozenset({"timex", "c_date"}), yes=("في 27 يناير و3 فبراير 2024",)),
    Rule("ellipsis.month", "span=(m=c_month) ('او'|'و')? t=c_month", _first_month, frozenset({"timex", "c_month"}), yes=("في نوفمبر أو ديسمبر المقبلين",)),
    Rule("ellipsis.year_third", "c_year ('و'|comma) d_year ('و'|comma) span=(n=d_year)", _second_year, _TIMEX, yes=("أعوام 2011 و2012 و2013",)),
    Rule("ellipsis.year_to", "c_year ('الي'|dash|'و'|'حتي'|slash) span=(n=d_year)", _second_year, _TIMEX, yes=("بين عامي 2003 و2011",)),
    Rule("ellipsis.part", "t=c_moment ('او'|'و') span=(p=(c_part|part_adverb))", _second_part, _TIMEX, yes=("بعد ظهر الأربعاء أو مساء، آثار",)),
]  # fmt: skip
