"""Clock times and parts of the day."""

from __future__ import annotations

from mithaq.engine import Match, Rule
from mithaq.grammar.numeral import ordinal
from mithaq.grammar.time.when import When

_PART = frozenset({"c_part"})
_CLOCK = frozenset({"timex", "c_clock"})


def _part(match: Match) -> When:
    return When(type="TIME", part=match.table("part", match.stem("p")))


def _after_noon(match: Match) -> When:
    return When(type="TIME", part="TAF")


_POINTS = str.maketrans(".,٫٬", "::::")


def _before_noon(match: Match) -> When:
    return When(type="TIME", part="TMO")


def _midnight(match: Match) -> When:
    return When(type="TIME", part="TNI", mod="MID")


def _hour(match: Match) -> When | None:
    """الساعة and a time: in digits with colon or point, in four digits, or an hour in words; صباحا and مساء settle the half."""
    word = match.word("t")
    minute = 0
    if ":" in word or (word[0].isdigit() and not word.isdigit()):
        first, second = word.translate(_POINTS).split(":")[:2]
        hour, minute = int(first), int(second)
    elif word.isdigit() and len(word) in (1, 2, 4):
        hour, minute = (int(word[:2]), int(word[2:])) if len(word) == 4 else (int(word), 0)
    elif word.isdigit():
        return None
    else:
        hour = ordinal(match, "t")
    if match.has("half"):
        minute = {"نصف": 30, "ربع": 15, "ثلث": 20}.get(match.stem("half"), 0)
    if not 0 <= hour <= 24 or minute > 59 or (word[0].isalpha() and hour == 0):
        return None
    if match.has("pm") and hour < 12:
        hour += 12
    if match.has("p"):
        part = match.table("part_adverb", match.stem("p")) or match.table("part", match.stem("p"))
        if part in ("TAF", "TEV") and hour < 12:
            hour += 12
        elif part == "TMO" and hour == 12:
            hour = 0
    return When(type="TIME", clock=f"T{hour:02}:{minute:02}")


_ZONE = "('ت' (stop)? ('غ'|'م'))|'بتوقيت' any|'توقيت'[b al] any[al]"
_PARTS = "p=(part_adverb|part[al])|pm=('بعد' ('ظهر'|'عصر'|'منتصف'))|'قبل' 'ظهر'"

RULES = [
    Rule("clock.part", "p=part[!al]", _part, _PART, yes=("مساء الجمعة",)),
    Rule("clock.part_the", "p=part[al]", _part, frozenset({"c_the_part"}), yes=("في المساء",)),
    Rule("clock.afternoon", "'بعد' ('ظهر'|'عصر'|'منتصف' 'نهار'[al])", _after_noon, _PART, yes=("بعد ظهر الأحد",)),
    Rule("clock.forenoon", "'قبل' 'ظهر'", _before_noon, _PART, yes=("قبل ظهر الأحد",)),
    Rule("clock.midnight", "'منتصف' part[!al]", _midnight, _PART, yes=("منتصف ليل الأحد",)),
    Rule("clock.hour", f"'ساعه'[al] (bracket)? t=(clock|d_hour|decimal|ordinal[al]|ord|d_year) (half=fraction[w al])? ('دقيقه')? ({_PARTS})? (bracketed)?", _hour, _CLOCK,
         yes=("الساعة 19:00", "الساعة الثانية عشرة", "الساعة السادسة مساء")),
    Rule("clock.hour_zone", f"'ساعه'[al] (bracket)? t=(clock|d_hour|decimal|ordinal[al]|ord|d_year) ({_PARTS})? (bracket)? ({_ZONE}) (bracketed)?", _hour, _CLOCK,
         yes=("الساعة 19:00 بتوقيت غرينتش",)),
    Rule("clock.zone", "t=(clock|decimal) 'ت' (stop)? ('غ'|'م')", _hour, _CLOCK, yes=("13:44 ت م",)),
    Rule("clock.zone_named", "t=(clock|decimal|digits) 'بتوقيت' any", _hour, _CLOCK, yes=("0150 بتوقيت غرينتش",), no=("150 بتوقيت غرينتش",)),
    Rule("clock.adverb", "('بحلول'|'عند'|'حتي'|'في'|'حوالي'|'نحو'|'قرابه'|'الي'|'من') span=(t=(ordinal[al]|ord) p=part_adverb)", _hour, _CLOCK, yes=("بحلول السادسة مساء",), no=("في الجولة الثانية مساء",)),
]  # fmt: skip
