"""Days: the two that every page obeys, and days as people write them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mithaq.web.faults import Fault
from mithaq.web.words import say


@dataclass(frozen=True)
class Days:
    """The day of which a page speaks (`as_of`) and the day by which reports were known; as chosen, or None."""

    chosen: date | None
    chosen_known: date | None
    last: date

    @property
    def as_of(self) -> date:
        """The day of which the page speaks; where none is chosen, the last of which the register knows anything."""
        return self.chosen or self.last

    @property
    def known(self) -> date:
        """The day by which what the page shows was published."""
        return self.chosen_known or self.as_of

    def query(self) -> dict[str, str]:
        """What keeps the choice in a link."""
        found = {"as_of": self.chosen, "known": self.chosen_known}
        return {name: day.isoformat() for name, day in found.items() if day}

    def saw(self, published: str | None) -> bool:
        """Whether a report of this day was known."""
        return (published or "") <= self.known.isoformat()


def parse(name: str, given: str | None) -> date | None:
    """The day that a query names, or None where it names none; a Fault where it is not a day."""
    if not given:
        return None
    try:
        if len(given) != 10:
            raise ValueError
        return date.fromisoformat(given)
    except ValueError:
        raise Fault(422, "not-a-day", where=name, value=given) from None


def written(language: str, value: str | None) -> str:
    """A day, month or year of ISO 8601 in words; anything else as it is."""
    if not value:
        return ""
    parts = value.split("-")
    if not all(p.isdigit() for p in parts) or not 1 <= len(parts) <= 3 or len(parts[0]) != 4:
        return value
    if len(parts) == 1:
        return value
    if not 1 <= int(parts[1]) <= 12:
        return value
    month = say(language, f"month.m{int(parts[1])}")
    return f"{int(parts[2])} {month} {parts[0]}" if len(parts) == 3 else f"{month} {parts[0]}"
