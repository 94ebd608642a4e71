"""`mithaq status`: where each commitment stands on a day."""

from __future__ import annotations

from datetime import date

import click

from mithaq.cli.options import day_option, json_option, register_option


@click.command("status", short_help="Show where each commitment stands on a day.")
@day_option("--as-of", help="The day; by default that of the newest report.")
@day_option("--known", help="Count only what was published by this day; by default the same day.")
@click.option("--agreement", metavar="ID", help="Only the commitments under this agreement.")
@click.option("--actor", metavar="ID", help="Only what this actor must do.")
@click.option("--only", metavar="STATUS", help="Only this status.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Only the first N; 20 on a terminal unless --all.")
@click.option("--all", "everything", is_flag=True, help="All commitments, however many.")
@json_option
@register_option
def command(
    as_of: date | None, known: date | None, agreement: str | None, actor: str | None, only: str | None, limit: int | None,
    everything: bool, as_json: bool, url: str,
) -> None:  # fmt: skip
    """Show the status of commitments as of a day, as known on a day, with the words that led to it."""
    from mithaq.cli.account import counted, show_each
    from mithaq.cli.terminal import write
    from mithaq.errors import InputError
    from mithaq.register import open_register
    from mithaq.register.lifecycle import STATUSES

    if only and only not in STATUSES:
        raise InputError(f"{only!r} is no status", where="--only", todo=f"use one of {', '.join(STATUSES)}")
    with open_register(url, create=False) as register:
        if not as_json and limit is None and not everything:
            limit = 20
        if not as_json and known is None and not (agreement or actor):
            summary = register.summary(as_of)
            write(counted(summary, "commitment"))
            hidden = (summary.get(only, 0) if only else sum(summary.values())) - (limit or 0)
        else:
            hidden = 0
        show_each(
            "commitments",
            register.statuses(as_of, known, agreement=agreement, actor=actor, only=only, limit=limit),
            as_json,
        )
        if hidden > 0 and limit:
            write(f"… and {hidden} more: see them with --all, --only STATUS, --agreement ID or --actor ID")
