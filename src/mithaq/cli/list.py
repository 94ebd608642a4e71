"""`mithaq list`: what a register holds."""

from __future__ import annotations

import click

from mithaq.cli.options import json_option, register_option

KINDS = (
    "agreements",
    "commitments",
    "claims",
    "statements",
    "actors",
    "presences",
    "positions",
    "conflicts",
    "judgements",
)


@click.command("list", short_help="List what a register holds.")
@click.argument("kind", type=click.Choice(KINDS), metavar="KIND")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Only the first N.")
@json_option
@register_option
def command(kind: str, limit: int | None, as_json: bool, url: str) -> None:
    """List what a register holds of one kind, sorted by id."""
    from itertools import islice

    from mithaq.cli.account import show_each
    from mithaq.register import open_register

    with open_register(url, create=False) as register:
        found = {
            "agreements": register.agreements, "commitments": register.commitments, "claims": register.claims,
            "actors": register.actors, "presences": register.presences, "conflicts": register.conflicts,
            "judgements": register.judgements,
        }  # fmt: skip
        made = iter(found[kind]() if kind in found else register.entries(kind))
        show_each(kind, islice(made, limit) if limit else made, as_json)
