"""`mithaq due`: what is due next, and what is late."""

from __future__ import annotations

from datetime import date

import click

from mithaq.cli.options import Days, day_option, json_option, register_option


@click.command("due", short_help="Show what is due next, and what is late.")
@click.option(
    "--within", type=Days(), default="30d", show_default=True, metavar="DAYS", help="How far to look, as in 30d or 6w."
)
@day_option("--as-of", help="From this day on; by default that of the newest report.")
@json_option
@register_option
def command(within: int, as_of: date | None, as_json: bool, url: str) -> None:
    """Show the commitments that are overdue, then those that are due soon, by day."""
    from mithaq.cli.account import show_each
    from mithaq.register import open_register

    with open_register(url, create=False) as register:
        show_each("due", register.due(as_of, within), as_json)
