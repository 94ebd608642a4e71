"""`mithaq serve`: opens a register in a browser."""

from __future__ import annotations

import click

from mithaq.cli.options import register_option

LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.command("serve", short_help="Open a register in a browser.")
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="The address to listen on; other than loopback it demands --accounts.",
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The port; 0 takes a free one."
)
@click.option("--accounts", metavar="FILE", help="Who may read and write; make accounts with mithaq users.")
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="HOST",
    help="A name under which the pages are reached; may be given several times.",
)
@click.option(
    "--https", is_flag=True, help="The pages are reached over https (behind a proxy): cookies are for https only."
)
@register_option
def command(host: str, port: int, accounts: str | None, names: tuple[str, ...], https: bool, url: str) -> None:
    """Open a register in a browser, in Arabic and English.

    On this machine alone nobody needs an account. Where others can reach the pages, everybody signs in: reader may look,
    reviewer may judge and add reports, admin may do all.
    """
    import threading

    from mithaq.cli.terminal import write
    from mithaq.errors import InputError

    try:
        import uvicorn

        from mithaq.web import create_app, warm
        from mithaq.web.accounts import Accounts
        from mithaq.web.site import Settings
    except ModuleNotFoundError as missing:
        raise InputError(f"{missing.name} is not installed", where="mithaq serve", todo="install mithaq[web]") from None
    local = host in LOOPBACK
    if not local and not accounts:
        raise InputError(
            f"{host} can be reached by others", where="--host", todo="give --accounts FILE, or leave --host out"
        )
    kept = Accounts(accounts) if accounts else None
    if kept is not None and not kept.all():
        raise InputError(
            "there is no account in it", where=accounts, todo="make one with mithaq users add NAME --accounts FILE"
        )
    settings = Settings(accounts=kept, secure=https)
    settings.hosts = (
        *settings.hosts,
        *(n.lower() for n in names),
        *(() if local or host in ("0.0.0.0", "::") else (host.lower(),)),
    )
    app = create_app(url, settings, create=local)
    config = uvicorn.Config(app, host=host, port=port, log_level="warning", server_header=False, access_log=False)
    server = uvicorn.Server(config)
    with config.bind_socket() as socket:
        shown = f"[{host}]" if ":" in host else host
        write(f"http://{shown}:{socket.getsockname()[1]}/  (Ctrl+C ends it)")
        threading.Thread(target=warm, args=(app,), daemon=True).start()
        server.run(sockets=[socket])
