"""`mithaq users`: who may read and write where the pages are reached by others."""

from __future__ import annotations

import click


@click.command("users", short_help="Keep the accounts of the web pages.")
@click.argument("verb", metavar="VERB", type=click.Choice(("add", "remove", "list")))
@click.argument("name", metavar="[NAME]", required=False)
@click.option(
    "--role", type=click.Choice(("reader", "reviewer", "admin")), default="reader", show_default=True, help="What the account may do."
)  # fmt: skip
@click.option(
    "--accounts", "path", required=True, metavar="FILE", envvar="MITHAQ_ACCOUNTS",
    help="The file of accounts, made where there is none; or set MITHAQ_ACCOUNTS.",
)  # fmt: skip
def command(verb: str, name: str | None, role: str, path: str) -> None:
    """Make, change, remove and list the accounts of the web pages.

    add asks for the password (or reads it from standard input) and, for a name that is there, sets a new one and the
    role; sessions from before then end.
    """
    import sys

    from mithaq.cli.terminal import visible, write
    from mithaq.errors import InputError

    try:
        from mithaq.web.accounts import Accounts
    except ModuleNotFoundError as missing:
        raise InputError(f"{missing.name} is not installed", where="mithaq users", todo="install mithaq[web]") from None
    accounts = Accounts(path)
    if verb == "list":
        for one in accounts.all():
            write(f"{one.role:<9} {visible(one.name)}")
        return
    if not name:
        raise click.UsageError("give a NAME")
    if verb == "remove":
        if not accounts.remove(name):
            raise InputError("there is no account of that name", where=visible(name), todo="see mithaq users list")
        write(f"{visible(name)} removed")
        return
    if sys.stdin.isatty():
        password = click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    else:
        password = sys.stdin.readline().rstrip("\n")
    accounts.put(name, password, role)
    write(f"{visible(name)} may now sign in as {role}")
