"""Derivations: which rules found what stands at a place, and from which parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from mithaq.engine import Find, Rule
from mithaq.grammar.grammar import Grammar
from mithaq.grammar.page import Page


@dataclass(slots=True)
class Step:
    """A find of one level, with the finds of lower levels that it is made of."""

    level: str
    find: Find
    below: list[Step] = field(default_factory=list)


def rule_of(grammar: Grammar, found_by: str) -> tuple[str, Rule] | None:
    """The level and the rule whose id an entry gives in `found_by`, or None where code, not a rule, found the entry."""
    for name, level in grammar.levels.items():
        for rule in level.rules:
            if rule.id == found_by:
                return name, rule
    return None


def steps(page: Page, grammar: Grammar) -> list[Step]:
    """Every find of every level of the grammar on the page, the lowest level first.

    The levels run as the grammar orders them, each over the line that the one before left.
    """
    line = page.line
    made: dict[int, Step] = {}
    for name, level in grammar.levels.items():
        finds, following, _ = level.run(line)
        for find in finds:
            inside = [
                made[id(line.values[unit])]
                for unit in range(len(line))
                if id(line.values[unit]) in made and find.first <= line.firsts[unit] and line.lasts[unit] <= find.last
            ]
            made[id(find)] = Step(name, find, inside)
        line = following
    return list(made.values())


def covering(found: list[Step], token: int) -> Iterator[Step]:
    """The finds that a token belongs to and that are not part of another find, in the order of the levels."""
    below = {id(part) for step in found for part in step.below}
    for step in found:
        if step.find.first <= token < step.find.last and id(step) not in below:
            yield step
