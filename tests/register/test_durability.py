"""Nothing is lost: killed programs, full disks, two writers, files of other versions."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time

import pytest
from sqlalchemy import text

from mithaq import open_register
from mithaq.register import migrations
from mithaq.register.address import RegisterError, parse
from mithaq.register.schema import meta
from register.making import process
from register.test_contract import account

DOCUMENTS, READ = process()

_ADD = textwrap.dedent("""
    import sys
    sys.path.insert(0, sys.argv[2])
    from mithaq import open_register
    from register.making import process
    documents, read = process()
    with open_register(sys.argv[1]) as register:
        print("ready", flush=True)
        for d in documents:
            register.add(d, read=read)
        while "reread" in sys.argv:
            register.reread(read=read, reader=str(id(object())))
""")


def start(url, *more):
    tests = os.path.dirname(os.path.dirname(__file__))
    return subprocess.Popen([sys.executable, "-c", _ADD, url, tests, *more], stdout=subprocess.PIPE)


@pytest.mark.parametrize("after", [0.0, 0.05, 0.12, 0.2, 0.35])
@pytest.mark.parametrize("what", ["add", "reread"])
def test_killed_at_any_moment(tmp_path, after, what):
    url = str(tmp_path / "r.db")
    running = start(url, what)
    running.stdout.readline()
    time.sleep(after)
    running.send_signal(signal.SIGKILL)
    running.wait()
    running.stdout.close()
    with open_register(url) as register:
        assert list(register.check()) == []
        for d in DOCUMENTS:
            register.add(d, read=READ)
        assert list(register.check()) == []
        with open_register(str(tmp_path / "whole.db")) as whole:
            for d in DOCUMENTS:
                whole.add(d, read=READ)
            assert account(register) == account(whole)


def test_two_writers_at_once_wait_for_each_other(url):
    running = [start(url) for _ in range(2)]
    for r in running:
        assert r.wait(60) == 0
        r.stdout.close()
    with open_register(url) as register:
        assert register.counts()["reports"] == len(DOCUMENTS)
        assert list(register.check()) == []


def test_a_writer_that_waits_too_long_says_so(tmp_path):
    url = str(tmp_path / "r.db")
    with open_register(url) as register, open_register(url, patience=0.2) as other:
        with register.store.write(), pytest.raises(RegisterError, match="another program is writing"):
            other.add(DOCUMENTS[0], read=READ)
        assert other.add(DOCUMENTS[0], read=READ)


def test_a_full_disk_loses_nothing(tmp_path):
    url = str(tmp_path / "r.db")
    with open_register(url) as register:
        register.add(DOCUMENTS[0], read=READ)
        # SQLite then says what it says when there is no space left.
        with register.store.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        from sqlalchemy import event

        def limit(connection, _record=None):
            connection.execute(f"PRAGMA max_page_count = {pages + 1}")

        register.store.engine.dispose()
        event.listen(register.store.engine, "connect", limit)
        with pytest.raises(RegisterError, match="no space left"):
            for d in DOCUMENTS[1:]:
                register.add(d, read=READ)
    with open_register(url) as register:
        assert list(register.check()) == []
        for d in DOCUMENTS:
            register.add(d, read=READ)
        assert register.counts()["reports"] == len(DOCUMENTS)


def test_a_newer_register_is_refused(url):
    with open_register(url) as register, register.store.write() as connection:
        connection.execute(text("UPDATE settings SET value = '99' WHERE key = 'mithaq-register'"))
    with pytest.raises(RegisterError, match=r"form 99, this program knows up to .*newer Mithaq"):
        open_register(url)


@pytest.mark.parametrize("old", range(migrations.VERSION))
def test_every_older_shape_becomes_the_newest(url, old):
    from mithaq.register.store import Store

    class Older(Store):
        def _open(self, create):
            with self.write() as connection:
                migrations.migrate(connection, self.where, old)

    Older(parse(url)).close()
    with open_register(url) as register:
        assert register.add(DOCUMENTS[0], read=READ)
        with register.store.read() as connection:
            assert migrations.version(connection) == migrations.VERSION


def test_the_tables_are_those_of_the_schema(register):
    from sqlalchemy import inspect

    with register.store.read() as connection:
        seen = inspect(connection)
        for table in meta.sorted_tables:
            assert {c["name"] for c in seen.get_columns(table.name)} == {c.name for c in table.columns}, table.name


def test_files_that_are_no_register(tmp_path):
    words = tmp_path / "words.db"
    words.write_text("هذا ليس سجلا " * 200, encoding="utf-8")
    with pytest.raises(RegisterError, match="not a register"):
        open_register(str(words))
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    with pytest.raises(RegisterError, match="something else"):
        open_register(str(other))
    with pytest.raises(RegisterError, match="no register here"):
        open_register(str(tmp_path / "none.db"), create=False)
    assert not (tmp_path / "none.db").exists()
    with pytest.raises(RegisterError, match="folder"):
        open_register(str(tmp_path))
    with pytest.raises(RegisterError, match="cannot be opened"):
        open_register(str(tmp_path / "no" / "folder.db"))


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("mysql://me@here/x", "cannot be kept in 'mysql'"),
        ("://", "not a URL"),
        ("", "not a path"),
        ("sqlite://", "names no file"),
        ("postgresql://me:secret@127.0.0.1:1/x", "check the URL"),
    ],
)
def test_addresses_that_lead_nowhere(given, says):
    with pytest.raises(RegisterError, match=says) as error:
        open_register(given, patience=1)
    assert "secret" not in str(error.value)


def test_an_address_is_a_path_or_a_url(tmp_path):
    path = str(tmp_path / "r.db")
    open_register(path).close()
    with open_register(f"sqlite:///{path}", create=False) as register:
        assert register.counts() == {"reports": 0, "copies": 0}


@pytest.mark.parametrize(
    ("given", "url", "more"),
    [
        ("postgresql://me:pw@there:5433/db", "postgresql+pg8000://me:pw@there:5433/db", {"ssl_context": None}),
        ("postgresql://me@/db?host=/run/pg", "postgresql+pg8000://me@/db", {"unix_sock": "/run/pg/.s.PGSQL.5432"}),
        ("postgres://me@there/db?sslmode=disable", "postgresql+pg8000://me@there:5432/db", {"ssl_context": False}),
        ("postgresql://me@there/db?options=-cx%3Dy", "postgresql+pg8000://me@there:5432/db", {"startup_params": {"options": "-cx=y"}}),
    ],
)  # fmt: skip
def test_a_url_of_libpq_is_one_for_the_driver(given, url, more, monkeypatch):
    monkeypatch.delenv("PGPASSWORD", raising=False)
    address = parse(given)
    assert address.url.render_as_string(hide_password=False) == url
    assert more.items() <= address.connect.items()


@pytest.mark.parametrize("query", ["sslmode=perhaps", "connect_timeout=long", "pool=9"])
def test_a_url_that_asks_for_what_is_not_known(query):
    with pytest.raises(RegisterError):
        parse(f"postgresql://me:secret@there/db?{query}")
