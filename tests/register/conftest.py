"""Registers to test with: the same tests run over SQLite and over a real PostgreSQL."""

from __future__ import annotations

import itertools
import tempfile
import warnings

import pytest

from mithaq import open_register

_NUMBERS = itertools.count()


@pytest.fixture(scope="session")
def postgres():
    pgserver = pytest.importorskip("pgserver")
    # Not below pytest's own folder: as root, the server runs as another user, who may not look into that.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the wheel that carries the server, about its own folders
        server = pgserver.get_server(tempfile.mkdtemp(prefix="mithaq-pg-"), cleanup_mode="delete")
        server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf()")
    yield server
    pgserver.pg_ctl(["-m", "immediate", "-w", "stop"], pgdata=server.pgdata, user=server.system_user)
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    """A place for a new register."""
    if request.param == "sqlite":
        return str(tmp_path / "register.db")
    server = request.getfixturevalue("postgres")
    name = f"register{next(_NUMBERS)}"
    server.psql(f"CREATE SCHEMA {name}")
    return f"{server.get_uri()}&options=-csearch_path%3D{name}"


@pytest.fixture
def register(url):
    """An empty register."""
    with open_register(url) as opened:
        yield opened
