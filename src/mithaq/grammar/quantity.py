"""Quantities: what a number in a text says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number: from `low` to `high` (the same where one number is said), and how near it is meant.

    `bound` is TIMEX3's mod for the approximator that was said (APPROX, MORE_THAN, LESS_THAN, EQUAL_OR_MORE,
    EQUAL_OR_LESS) or None.
    """

    low: float
    high: float
    bound: str | None = None

    @property
    def approx(self) -> bool:
        """Whether the number is not meant exactly."""
        return self.bound is not None or self.low != self.high

    @property
    def number(self) -> float | None:
        """The number, where it is one."""
        return self.low if self.low == self.high else None


def exact(number: float) -> Quantity:
    """A quantity of one number; whole numbers as integers."""
    whole = int(number) if number == int(number) else number
    return Quantity(whole, whole)
