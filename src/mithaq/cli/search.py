"""`mithaq search`: finds reports by their words."""

from __future__ import annotations

import click

from mithaq.cli.options import json_option, register_option


@click.command("search", short_help="Find reports by their words.")
@click.argument("words", nargs=-1, required=True, metavar="WORDS…")
@click.option(
    "--limit", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="How many reports to show."
)
@json_option
@register_option
def command(words: tuple[str, ...], limit: int, as_json: bool, url: str) -> None:
    """Find the reports that have all the words, in whatever spelling and with whatever clitics, the newest first."""
    from mithaq.cli.account import show_each
    from mithaq.cli.terminal import write
    from mithaq.register import open_register

    with open_register(url, create=False) as register:
        found = register.search(" ".join(words), limit)
        show_each("search", found["reports"], as_json)
        if not as_json:
            write(f"{found['total']} reports" + (f", {limit} of them shown" if found["total"] > limit else ""))
