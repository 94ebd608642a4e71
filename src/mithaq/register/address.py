"""Where a register is kept: a file, a SQLite URL or a PostgreSQL URL, and what can be wrong with that."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import Any

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from mithaq.errors import MithaqError

DEFAULT = "mithaq.db"


class RegisterError(MithaqError):
    """A register that cannot be opened, read or written."""


@dataclass(frozen=True)
class Address:
    """The place of a register: its URL for SQLAlchemy, how messages name it (without a password), and what else the
    driver is told."""

    url: URL
    shown: str
    connect: dict[str, Any] = field(default_factory=dict)

    @property
    def sqlite(self) -> bool:
        """Whether the register is one file."""
        return self.url.get_backend_name() == "sqlite"


def parse(given: str) -> Address:
    """The address that a path or a URL names; RegisterError where it names none."""
    if "://" not in given:
        return _file(given)
    try:
        url = make_url(given)
    except (ArgumentError, ValueError):
        raise RegisterError("this is not a URL of a register", where=given, todo=_FORMS) from None
    backend = url.drivername.partition("+")[0]
    if backend == "sqlite":
        if not url.database:
            raise RegisterError("the URL names no file", where=given, todo="write sqlite:///PATH")
        return _file(url.database)
    if backend in ("postgresql", "postgres"):
        if find_spec("pg8000") is None:
            raise RegisterError(
                "the driver for PostgreSQL is not installed", where=_shown(url), todo="install mithaq[postgres]"
            )
        from mithaq.register.postgres import resolved

        real, connect = resolved(url, _shown(url))
        return Address(real, _shown(url), connect)
    raise RegisterError(f"a register cannot be kept in {backend!r}", where=_shown(url), todo=_FORMS)


_FORMS = "give a path, sqlite:///PATH or postgresql://USER@HOST/DATABASE"


def _shown(url: URL) -> str:
    return url.set(query={}).render_as_string(hide_password=True)


def _file(path: str) -> Address:
    if not path or "\0" in path:
        raise RegisterError("this is not a path", where=path or "(nothing)", todo=_FORMS)
    if os.path.isdir(path):
        raise RegisterError(
            "this is a folder", where=path, todo=f"name a file in it, as in {os.path.join(path, DEFAULT)}"
        )
    return Address(URL.create("sqlite", database=path), path)
