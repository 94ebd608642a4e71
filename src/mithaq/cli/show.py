"""`mithaq show`: everything about one id."""

from __future__ import annotations

from datetime import date

import click

from mithaq.cli.options import day_option, json_option, register_option


@click.command("show", short_help="Show everything about one id.")
@click.argument("identity", metavar="ID")
@day_option("--as-of", help="As of this day.")
@json_option
@register_option
def command(identity: str, as_of: date | None, as_json: bool, url: str) -> None:
    """Show everything about a commitment, agreement, actor, claim, presence, report or entry.

    ID is what the other commands print; a report can be named by its path too.
    """
    from mithaq.cli.account import show_each
    from mithaq.errors import InputError
    from mithaq.register import open_register

    with open_register(url, create=False) as register:
        found = register.show(identity, as_of)
        if found is None:
            raise InputError("there is nothing under this id", where=identity, todo="see the ids with mithaq list")
        show_each("show", [found], as_json)
