"""Time expressions: from words of the calendar to phrases, in four levels."""

from mithaq.grammar.time import calendar, clock, date, deictic, duration, ellipsis, moment
from mithaq.grammar.time.when import When

CALENDAR = [*calendar.RULES, *deictic.RULES, *clock.RULES]
DATE = [*date.RULES, *duration.RULES]
MOMENT = moment.RULES
ELLIPSIS = ellipsis.RULES

__all__ = ["CALENDAR", "DATE", "ELLIPSIS", "MOMENT", "When"]
