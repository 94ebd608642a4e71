"""How PostgreSQL is reached: the address that libpq's form of URL means, for pg8000 (BSD-3), which is written in Python.

postgresql://USER:PASSWORD@HOST:PORT/DATABASE?sslmode=require
postgresql:///DATABASE?host=/run/postgresql     (a socket of this machine)
"""

from __future__ import annotations

import getpass
import os
import ssl
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.engine import URL

from mithaq.register.address import RegisterError

DRIVER = "pg8000"
_KNOWN = frozenset(
    "host port user password dbname connect_timeout sslmode sslrootcert application_name options".split()
)


def resolved(url: URL, shown: str) -> tuple[URL, dict[str, Any]]:
    """The URL for SQLAlchemy, and what pg8000 is told besides it; RegisterError where the URL asks for more than is known."""
    query = {k: v if isinstance(v, str) else v[-1] for k, v in url.query.items()}
    unknown = sorted(set(query) - _KNOWN)
    if unknown:
        raise RegisterError(
            f"the URL says {unknown[0]!r}, which means nothing here",
            where=shown,
            todo=f"use {', '.join(sorted(_KNOWN))}",
        )
    host = url.host or query.get("host") or os.environ.get("PGHOST") or "localhost"
    port = _number(str(url.port or query.get("port") or os.environ.get("PGPORT") or 5432), "port", shown)
    more: dict[str, Any] = {"timeout": _number(query.get("connect_timeout", "10"), "connect_timeout", shown)}
    if host.startswith("/"):
        more |= {"unix_sock": f"{host}/.s.PGSQL.{port}", "ssl_context": False}
    else:
        more["ssl_context"] = _secured(query.get("sslmode", "prefer"), query.get("sslrootcert"), shown)
    if "options" in query:
        more["startup_params"] = {"options": query["options"]}
    more["application_name"] = query.get("application_name", "mithaq")
    return (
        URL.create(
            f"postgresql+{DRIVER}",
            username=url.username or query.get("user") or os.environ.get("PGUSER") or getpass.getuser(),
            password=url.password or query.get("password") or os.environ.get("PGPASSWORD"),
            host=None if "unix_sock" in more else host,
            port=None if "unix_sock" in more else port,
            database=url.database or query.get("dbname") or os.environ.get("PGDATABASE"),
        ),
        more,
    )


def _number(given: str, what: str, shown: str) -> int:
    if not given.isdigit():
        raise RegisterError(f"{given!r} is no number ({what})", where=shown, todo="write it in digits")
    return int(given)


def _secured(mode: str, root: str | None, shown: str) -> Any:
    """What pg8000 is to do about TLS: False never, None where the server can, else the context by which it must."""
    if mode == "disable":
        return False
    if mode in ("allow", "prefer"):
        return None
    if mode not in ("require", "verify-ca", "verify-full"):
        raise RegisterError(f"{mode!r} is no sslmode", where=shown, todo="use disable, prefer, require or verify-full")
    try:
        context = ssl.create_default_context(cafile=root)
    except OSError as error:
        raise RegisterError(f"the certificate cannot be read ({error})", where=root or shown) from None
    context.check_hostname = mode == "verify-full"
    if mode == "require" and root is None:
        context.verify_mode = ssl.CERT_NONE
    return context


def listen(engine: Engine) -> None:
    """Has connections made so that `timeout` bounds the connecting alone: a long wait for a lock is no broken line."""

    @event.listens_for(engine, "do_connect")
    def connect(dialect: Any, _: Any, arguments: Any, named: dict[str, Any]) -> Any:
        made = dialect.connect(*arguments, **named)
        made._usock.settimeout(None)
        return made


def said(error: Any) -> str:
    """What the server says, in its own words, out of an error of pg8000."""
    told = error.args[0] if getattr(error, "args", None) else error
    return str(told["M"]) if isinstance(told, dict) and "M" in told else str(told)
