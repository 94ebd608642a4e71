"""`mithaq diff`: what changed between two days."""

from __future__ import annotations

from datetime import date

import click

from mithaq.cli.options import Day, json_option, register_option


@click.command("diff", short_help="Show what changed between two days.")
@click.option("--from", "first", type=Day(), required=True, metavar="DATE", help="The earlier day.")
@click.option("--to", "last", type=Day(), required=True, metavar="DATE", help="The later day.")
@json_option
@register_option
def command(first: date, last: date, as_json: bool, url: str) -> None:
    """Show the commitments that are new, or whose status, day or conditions changed between two days."""
    from mithaq.cli.account import show_each
    from mithaq.errors import InputError
    from mithaq.register import open_register

    if last < first:
        raise InputError(f"{last} is before {first}", where="--to", todo="give the earlier day with --from")
    with open_register(url, create=False) as register:
        show_each("diff", register.difference(first, last), as_json)
