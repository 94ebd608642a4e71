"""`mithaq timeline`: what happened, by day."""

from __future__ import annotations

from datetime import date

import click

from mithaq.cli.options import day_option, json_option, register_option


@click.command("timeline", short_help="Show what happened, by day.")
@click.argument("about", metavar="[ID]", required=False)
@day_option("--from", "first", help="From this day on.")
@day_option("--to", "last", help="Up to this day.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Only the first N; 100 on a terminal.")
@json_option
@register_option
def command(
    about: str | None, first: date | None, last: date | None, limit: int | None, as_json: bool, url: str
) -> None:
    """Show by day what was undertaken, agreed, due, and said to have become of it.

    With ID, of one commitment or agreement only (and of what stands under the agreement).
    """
    from mithaq.cli.account import show_each
    from mithaq.register import open_register

    with open_register(url, create=False) as register:
        limit = limit or (None if as_json else 100)
        show_each("timeline", register.timeline(first, last, about=about, limit=limit), as_json)
