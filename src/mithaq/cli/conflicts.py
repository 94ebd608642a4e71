"""`mithaq conflicts`: where reports contradict each other."""

from __future__ import annotations

import click

from mithaq.cli.options import json_option, register_option


@click.command("conflicts", short_help="Show where reports contradict each other.")
@click.option("--about", metavar="ID", help="Only about this commitment, agreement, presence or actor.")
@json_option
@register_option
def command(about: str | None, as_json: bool, url: str) -> None:
    """Show counts, deadlines, days and claims on which reports differ, side by side with their words."""
    from mithaq.cli.account import show_each
    from mithaq.register import open_register

    with open_register(url, create=False) as register:
        found = register.conflicts()
        show_each("conflicts", (c for c in found if not about or c["about"] == about), as_json)
