"""Options that several commands have."""

from __future__ import annotations

from collections.abc import Callable
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


Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

register_option = click.option(
    "--register", "url", metavar="URL", envvar="MITHAQ_REGISTER", default="mithaq.db", show_default=True,
    help="The register: a path, sqlite:///PATH or postgresql://…; or set MITHAQ_REGISTER.",
)  # fmt: skip


json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")


def day_option(*names: str, help: str) -> Decorator:
    """An option that takes a day."""
    return click.option(*names, type=Day(), metavar="DATE", help=help)


class Days(click.ParamType[int]):
    """A number of days, as in 30d, 6w, or 30."""

    name = "days"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number of days, or the error that says how to write it."""
        if isinstance(value, int):
            return value
        number, unit = (value[:-1], value[-1:]) if value[-1:] in ("d", "w") else (value, "d")
        if not number.isascii() or not number.isdigit() or len(number) > 6:
            self.fail(f"{value!r} is no number of days; write it as in 30d or 6w", param, ctx)
        return int(number) * (7 if unit == "w" else 1)


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
