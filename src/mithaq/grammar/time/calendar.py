"""The calendar: months under all their names, years, weekdays, numeric dates, seasons, decades, centuries, feasts."""

from __future__ import annotations

from mithaq.engine import Match, Rule
from mithaq.grammar.numeral import ordinal, quantity
from mithaq.grammar.time.when import When

TIMEX = "timex"
_MONTH = frozenset({TIMEX, "c_month"})
_HIJRI = frozenset({"c_hijri"})
_YEAR = frozenset({TIMEX, "c_year"})
_BARE_YEAR = frozenset({TIMEX, "c_year", "c_bare_year"})
_WEEKDAY = frozenset({TIMEX, "c_weekday"})
_DATE = frozenset({TIMEX, "c_date"})
_SEASON = frozenset({"c_season"})

ONE_MONTH = "(month|month_pair[!al] (ordinal|d_month))"


def _months(match: Match) -> list[int] | None:
    """The numbers of the months named, one after the other; None where a first word of a pair has no second."""
    found, line, units = [], match.line, list(match.units())
    for i, unit in enumerate(units):
        stem = line.stem(unit)
        if line.has(unit, "month_pair"):
            which = line.stem(units[i + 1]) if i + 1 < len(units) else ""
            number = int(which) if which.isdigit() else match.table("ordinal", which)
            if number not in (1, 2):
                return None
            found.append(match.table("month_pair", stem)[number - 1])
        elif line.has(unit, "month") and not line.has(unit, "mark"):
            found.append(match.table("month", stem))
    return found


def _weak_alone(match: Match) -> bool:
    """Whether a month is a word that means something else (practised, father, May), and nothing beside it says month."""
    line, start, end = match.line, match.before(), match.after()
    if not line.has(match.units().start, "weak"):
        return False
    if line.word(match.units().start) == "ماي" and line.word(start) in ("تيريزا", "تريزا", "السيده"):
        return True
    if line.has(start, "num") or line.has(start, "monthword") or line.has(start, "ord") or line.has(start, "edge"):
        return False
    if line.has(end, "d_year") or (line.has(end, "yearword") and line.has(end + 1, "d_year")):
        return False
    if line.has(end, "dx_last") or line.has(end, "dx_next") or line.has(end, "dx_this"):
        return False
    if line.word(start) == "من" and (
        line.has(start - 1, "ordinal") or line.has(start - 1, "ord") or line.has(start - 1, "num")
    ):
        return False
    return not (
        line.word(start) in ("في", "منذ", "حتي", "شهري", "بحلول")
        and line.word(match.units().start) in ("مارس", "اوت", "جوان")
    )


def _month(match: Match) -> When | None:
    months = _months(match)
    if not months or len(set(months)) != 1 or _weak_alone(match):
        return None
    return When(month=months[0])


def _dual(match: Match) -> When | None:
    months = _months(match)
    if not months or len(months) < 2 or len(set(months)) != 1:
        return None
    return When(month=months[0])


def _hijri(match: Match) -> When | None:
    line, first = match.line, match.units().start
    stem = line.stem(first)
    if line.has(first, "hijri_pair"):
        pair = match.table("hijri_pair", stem)
        second = line.stem(first + 1)
        return When(month=pair[1] if line.has(first + 1, "hijri_second") else pair[0], hijri=True) if second else None
    if line.has(first, "hijri_dhu"):
        return When(month=match.table("hijri_of", line.stem(first + 1)), hijri=True)
    return When(month=match.table("hijri", stem), hijri=True)


def _year(match: Match) -> When | None:
    number = quantity(match, "y").number
    if number is None or not 1000 <= number <= 2150:
        return None
    return When(year=int(number), hijri=match.has("h"))


_COUNTED = ("ا", "ين")


def _bare_year(match: Match) -> When | None:
    """A year in digits alone, behind a preposition or a word such as الانتخابات; not a count (2500 عسكري)."""
    year, line, after = int(match.word("y")), match.line, match.after()
    if not 1900 <= year <= 2100:
        return None
    word = line.word(after)
    following = line.has(after, "mark") or after < 0 or line.word(after)[0] in "وبلف"
    sure = line.word(match.units().start) in ("منذ", "حتي", "بحلول")
    if not following and not sure and (year % 100 == 0 or (word.endswith(_COUNTED) and word not in _FUNCTION)):
        return None
    if line.has(after, "percent") or line.has(after, "scale") or line.has(after, "slash"):
        return None
    return When(year=year)


def _last_year(match: Match) -> When | None:
    """A year that ends a phrase: what is counted would stand behind the number."""
    year, line, before = int(match.word("y")), match.line, match.units("y").start - 1
    if not 1930 <= year <= 2100 or line.has(before, "num") or line.has(before, "bound") or line.has(before, "past"):
        return None
    if line.has(before, "mark") and not (line.has(before, "bracket") and line.has(match.after(0), "bracketed")):
        return None
    return None if line.stem(before) in _COUNTERS else When(year=year)


_COUNTERS = frozenset("رقم عدد عددهم عددها بلغ الي علي من عن مجموعه حوالي قرار".split())
_FUNCTION = frozenset("ما لا الا اذا هذا لما كما بما مما عندما حينما بعدما حين بين عما فيما".split())


_NOT_DAYS = frozenset("صلاه خطيب خطبه امام سوق بنك مصرف".split())  # Friday prayer, the Tuesday market
_NAMED_DAYS = frozenset("عظيمه اسود سوداء حزينه كبيره يتيمه ابيض بيضاء".split())


def _weekday(match: Match) -> When | None:
    line, before, after = match.line, match.before(), match.after()
    if line.stem(before) in _NOT_DAYS or (line.marked(after, "al") and line.stem(after) in _NAMED_DAYS):
        return None
    if (line.has(after, "ordinal") or line.has(after, "ord")) and line.word(after + 1) == "علي":
        return None
    return When(weekday=match.table("weekday", match.stem("d")))


def _numeric(match: Match) -> When | None:
    day, month, year = (int(match.word(part)) for part in ("d", "m", "y"))
    hijri = match.has("h") or 1300 <= year <= 1500
    if not (1 <= day <= 31 and 1 <= month <= 12):
        if not (1 <= month <= 31 and 1 <= day <= 12):
            return None
        day, month = month, day
    return When(day=day, month=month, year=year, hijri=hijri)


def _dotted(match: Match) -> When | None:
    parts = match.word("t").split(".")
    if len(parts) != 3 or not all(p.isdigit() for p in parts) or len(parts[2]) != 4:
        return None
    day, month, year = map(int, parts)
    return (
        When(day=day, month=month, year=year) if 1 <= day <= 31 and 1 <= month <= 12 and 1900 <= year <= 2100 else None
    )


def _range_year(match: Match) -> When | None:
    """The first of two years with a dash between them."""
    line, first = match.line, match.number("y")
    year, other = int(line.word(first)), int(line.word(first + 2))
    apart = (
        line.has(first - 1, "slash")
        or line.has(first - 1, "dash")
        or line.has(first + 3, "slash")
        or line.has(first + 3, "dash")
    )
    return When(year=year) if 1900 <= year < other <= 2100 and not apart else None


def _season(match: Match) -> When:
    return When(season=match.table("season", match.stem("s")))


def _decade(match: Match) -> When | None:
    tens = match.table("decade", match.stem("d"))
    line, before = match.line, match.before()
    if (
        line.word(before) == "في"
        and not match.has("c")
        and line.word(before - 1)[:2] != "ال"
        and line.has(before - 1, "role")
    ):
        return None  # a man in his forties
    if line.word(match.after()) == "من" and line.stem(match.after(2)) in ("عمر", "عمره", "عمرها"):
        return None
    century = 19
    if match.has("c"):
        century = 19 if match.line.has(match.number("x"), "dx_last") else 20
    return When(value=f"{century}{tens}")


def _century(match: Match) -> When | None:
    if match.has("x"):
        unit = match.number("x")
        step = -1 if match.line.has(unit, "dx_last") else 1 if match.line.has(unit, "dx_next") else 0
        return When(value=str(20 + step))
    number = ordinal(match, "n")
    return When(value=f"{number - 1:02}") if 1 <= number <= 22 else None


_DX = "(dx_last[al]|dx_this[al]|dx_next[al])"
_FEASTS = {"الفطر": "fitr", "الاضحي": "adha", "الميلاد": "christmas", "السنه": "newyear"}


def _feast(match: Match) -> When | None:
    name = _FEASTS.get(match.word("f"))
    return When(feast=name) if name else None


RULES = [
    Rule("calendar.month", ONE_MONTH, _month, _MONTH,
         yes=("في سبتمبر", "خلال تشرين الثاني", "في آذار 2019"), no=("من الطلاب", "مارس الضغط على", "قالت تيريزا ماي إنها", "أب لثلاثة أبناء")),
    Rule("calendar.month.both", f"{ONE_MONTH} ((slash|dash) {ONE_MONTH}|bracket {ONE_MONTH} bracketed)", _dual, _MONTH,
         yes=("في سبتمبر/أيلول", "كانون الثاني (يناير)", "يناير/ كانون الثاني", "نيسان - أبريل")),
    Rule("calendar.month.side", f"month {ONE_MONTH}", _dual, _MONTH, yes=("في يوليو تموز",)),
    Rule("calendar.hijri", "hijri|hijri_pair (ordinal|hijri_second)|hijri_dhu hijri_of[al]", _hijri, _HIJRI,
         yes=("25 شوال", "ربيع الآخر", "ذو القعدة"), no=("مع نادر ربيع",)),
    Rule("calendar.year", "yearword y=d_year (h='هـ'|h='ه'|'م')?", _year, _YEAR,
         yes=("عام 2014", "في العام 2024", "سنة 1801", "العام 2002م"), no=("الأمين العام للحزب",)),
    Rule("calendar.year.words", "yearword y=numeral", _year, _YEAR, yes=("عام ألفين وثلاثة", "سنة ألف وتسعمئة وتسعين"), no=("عام وثلاثة أشهر",)),
    Rule("calendar.year.first", "years y=d_year", _year, _YEAR, yes=("بين عامي 2003 و2011",)),
    Rule("calendar.year.era", "y=d_year (h='هـ'|h='ه'|'م') ", _year, _YEAR, yes=("نحو 1990م",)),
    Rule("calendar.year.bare", "('منذ'|'في'|'حتي'|'بحلول'|'قبل'|'بعد'|'خلال'|edge[!al]|of_year|'مطلع'|'لغايه'|'من'|'الي'|'بين') span=(y=d_year)", _bare_year, _BARE_YEAR,
         yes=("منذ 2003", "قبل نهاية 2018", "انهار في 2015 دون أن"), no=("في 2000 قرية", "من 2500 عسكري")),
    Rule("calendar.year.named", "of_year any span=(y=d_year)", _bare_year, _BARE_YEAR, yes=("انفوغرافيك: انتخابات مصر 2018 بالأرقام",)),
    Rule("calendar.year.last", "any span=(y=d_year) (stop|comma|break|bracketed|close|semicolon|colon)", _last_year, _BARE_YEAR,
         yes=("في مباحثات جنيف 2014.",), no=("القرار رقم 2014.", "بلغ عددهم 2014.")),
    Rule("calendar.weekday", "('يوم'[!al]|'يومي')? d=weekday[al]", _weekday, _WEEKDAY,
         yes=("قال الجمعة", "يوم الاثنين", "والأحد"), no=("بعد صلاة الجمعة", "قال أحد المسؤولين", "للجمعة الثانية على التوالي")),
    Rule("calendar.numeric", "('يوم')? d=d_day slash m=d_day slash y=d_year (h='هـ'|h='ه'|'م')?", _numeric, _DATE, yes=("في 12/10/2018",)),
    Rule("calendar.numeric.dash", "('يوم')? d=d_day dash m=d_day dash y=d_year (h='هـ'|h='ه'|'م')?", _numeric, _DATE, yes=("في 12-10-2018",)),
    Rule("calendar.numeric.iso", "y=d_year (dash|slash) m=d_month (dash|slash) d=d_day (h='هـ'|h='ه'|'م')?", _numeric, _DATE, yes=("في 2018-10-12",)),
    Rule("calendar.season", "s=season", _season, _SEASON, yes=("هذا الصيف",)),
    Rule("calendar.decade", "d=decade (c=('قرن'[al]) x=(dx_last[al]|dx_this[al]))?", _decade, _YEAR, yes=("في تسعينيات القرن الماضي", "في الثمانينات")),
    Rule("calendar.century", "'قرن'[al] (n=(ord|ordinal[al]|n20[al]|numeral[al])|x=(dx_last[al]|dx_this[al]|dx_next[al]))", _century, _YEAR, yes=("القرن التاسع عشر", "مطلع القرن الماضي")),
    Rule("calendar.numeric.dots", "t=decimal", _dotted, _DATE, yes=("في 05.06.2023",), no=("بنسبة 5.06 مليون",)),
    Rule("calendar.year.range", "span=(y=d_year) dash d_year", _range_year, _BARE_YEAR, yes=("للفترة 2014-2017",)),
    Rule("calendar.feast", "'عيد'[!al] f=('الفطر'|'الاضحي'|'الميلاد')|'راس'[!al] f='سنه'[al]", _feast, frozenset({TIMEX, "c_feast"}), yes=("خلال عيد الفطر", "في عيد الأضحى")),
]  # fmt: skip
