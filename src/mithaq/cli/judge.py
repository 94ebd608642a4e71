"""`mithaq judge`: what a person decides about the register."""

from __future__ import annotations

from datetime import date

import click

from mithaq.cli.options import day_option, json_option, register_option


@click.command("judge", short_help="Keep what a person decides.")
@click.argument("verb", type=click.Choice(("accept", "reject", "correct", "merge", "split")), metavar="VERB")
@click.argument("targets", nargs=-1, required=True, metavar="ID…")
@click.option("--by", metavar="NAME", envvar="MITHAQ_NAME", help="Who decides; or set MITHAQ_NAME.")
@day_option("--day", help="The day of the decision; by default today.")
@click.option("--note", metavar="TEXT", help="Why.")
@json_option
@register_option
def command(
    verb: str, targets: tuple[str, ...], by: str | None, day: date | None, note: str | None, as_json: bool, url: str
) -> None:
    """Keep a decision about ids of the register, signed and dated. It survives reading again with a better reader.

    \b
    accept ID…              it is right; a claim of the bearer's own side then counts as confirmed
    reject ID…              it is wrong: it no longer counts
    correct ID FIELD=VALUE  due, status, bearer (names with ; between), modality, claim, day, count
    merge ID ID…            they are one
    split ID…               these mentions (document:entry) or names are not of the whole that they are in

    Nothing is ever changed or removed: a later decision has the last word.
    """
    from mithaq.cli.terminal import write, write_json
    from mithaq.register import open_register

    field = value = None
    ids = list(targets)
    if verb == "correct":
        if len(ids) < 2 or "=" not in ids[-1]:
            raise click.UsageError("give FIELD=VALUE behind the id, as in due=2025-09-30")
        field, _, value = ids.pop().partition("=")
    with open_register(url, create=False) as register:
        made = register.judge(verb, ids, by=by or "", day=day or date.today(), field=field, value=value, note=note)
    if as_json:
        write_json(made)
    else:
        write(f"{made['id']} kept: {verb} {' '.join(ids)}")
