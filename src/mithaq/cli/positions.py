"""`mithaq positions`: who supports and who opposes what."""

from __future__ import annotations

import click

from mithaq.cli.options import json_option, register_option


@click.command("positions", short_help="Show who is for and who is against what.")
@click.option("--actor", metavar="ID", help="Only the positions of this actor.")
@json_option
@register_option
def command(actor: str | None, as_json: bool, url: str) -> None:
    """Show who supports, opposes or conditions what, by day of publication."""
    from mithaq.cli.account import show_each
    from mithaq.register import open_register

    with open_register(url, create=False) as register:
        found = register.entries("positions")
        if actor:
            found = (p for p in found if any(isinstance(h, dict) and h.get("entity") == actor for h in p["holder"]))
        show_each("positions", found, as_json)
