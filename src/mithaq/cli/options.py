"""Options that several commands have."""

from __future__ import annotations

from datetime import date
from typing import Any

import click


class Day(click.ParamType[date]):
    """A day as ISO 8601 writes it."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or the error that says why it is none."""
        if isinstance(value, date):
            return value
        try:
            if len(value) != 10:  # `fromisoformat` also takes 20240928 and 2024-W39-6
                raise ValueError("it is not written YYYY-MM-DD")
            return date.fromisoformat(value)
        except ValueError as error:
            self.fail(f"{value!r} is not a day ({error}); write it as in 2024-09-28", param, ctx)


published = click.option(
    "--published", type=Day(), metavar="DATE", help="The day on which the report was published, as in 2024-09-28."
)
gazetteers = click.option(
    "--gazetteer",
    "gazetteers",
    multiple=True,
    metavar="FILE",
    help="A CSV file of more places; may be given several times.",
)
lexicons = click.option(
    "--lexicon",
    "lexicons",
    multiple=True,
    metavar="FILE",
    help="A TOML file of more organisations, persons and roles; may be given several times.",
)
