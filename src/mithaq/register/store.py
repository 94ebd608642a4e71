"""The store: connections, transactions, and errors that say what to do.

One writer at a time: a second one waits (SQLite's own lock, an advisory lock in PostgreSQL) and gives up with a clear
error. A transaction is one report, so whatever ends the program, the register holds whole reports only.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, create_engine, event, text
from sqlalchemy.exc import DatabaseError, InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from mithaq.register import migrations, postgres
from mithaq.register.address import Address, RegisterError

_LOCK = 7_174_051_947  # the advisory lock of PostgreSQL that a writer holds: any number, always the same


class Store:
    """A register's database. `read` and `write` give connections inside a transaction."""

    def __init__(self, address: Address, patience: float = 30.0, create: bool = True) -> None:
        self.address, self.patience = address, patience
        self.where = address.shown
        arguments: dict[str, Any] = dict(address.connect)
        if address.sqlite:
            arguments = {"timeout": patience, "check_same_thread": False}
            if not create:
                arguments["uri"] = False
        self.engine = create_engine(address.url, poolclass=None if address.sqlite else NullPool, connect_args=arguments)
        if address.sqlite:
            event.listen(self.engine, "connect", self._prepare)
            event.listen(self.engine, "begin", _begin)
        else:
            postgres.listen(self.engine)
        self._open(create)

    def _open(self, create: bool) -> None:
        import os

        if self.address.sqlite and not create and not os.path.exists(self.address.shown):
            raise RegisterError("there is no register here", where=self.where, todo="make one with mithaq add PATH…")
        with self.read() as connection:
            found = migrations.examine(connection, self.where)
        if found < migrations.VERSION:
            if found == 0 and not create:
                raise RegisterError(
                    "there is no register here", where=self.where, todo="make one with mithaq add PATH…"
                )
            if self.address.sqlite and found == 0:
                self._log_ahead()
            with self.write() as connection:
                migrations.migrate(connection, self.where)

    def _log_ahead(self) -> None:
        """Has SQLite write ahead to a log (it stays so): a report costs one write to the disk, and readers need not wait."""
        connection = self.engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA journal_mode = WAL")
        except sqlite3.Error:
            pass  # another program is making this register, or its folder allows no log: it works without, more slowly
        finally:
            connection.close()

    def _prepare(self, connection: Any, _: Any) -> None:
        # Transactions are begun by `_begin`, not by the driver, which would begin them too late.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {int(self.patience * 1000)}")
        # With the log, NORMAL loses nothing when the program is killed; only a power cut can take the last reports back,
        # never a part of one, and adding them again brings them back. Without the log, only FULL is safe.
        logged = cursor.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        cursor.execute(f"PRAGMA synchronous = {'NORMAL' if logged else 'FULL'}")
        # A report changes hundreds of pages all over the file: the log takes those of many reports before it is written back.
        cursor.execute("PRAGMA wal_autocheckpoint = 20000")
        cursor.execute("PRAGMA cache_size = -65536")
        cursor.execute("PRAGMA mmap_size = 1073741824")
        cursor.close()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the register."""
        with self._errors(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection that alone may write; all that is written is there at the end, or nothing."""
        with self._errors(), self.engine.connect() as connection:
            connection = connection.execution_options(mithaq_write=True)
            with connection.begin():
                if not self.address.sqlite:
                    connection.execute(text(f"SET LOCAL lock_timeout = {int(self.patience * 1000)}"))
                    connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
                yield connection

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as error:
            raise self._explained(error) from error

    def _explained(self, error: SQLAlchemyError) -> RegisterError:
        said = (postgres.said(getattr(error, "orig", None) or error).strip() or type(error).__name__).splitlines()[0]
        low = said.lower()
        for signs, what, todo in _KNOWN:
            if any(sign in low for sign in signs):
                return RegisterError(what, where=self.where, todo=todo)
        if isinstance(error, (OperationalError, InterfaceError)) and not self.address.sqlite:
            return RegisterError(
                f"the database does not answer ({said})", where=self.where, todo="check the URL and the server"
            )
        if isinstance(error, DatabaseError):
            return RegisterError(
                f"the database says: {said}", where=self.where, todo="check the file with mithaq check --register"
            )
        return RegisterError(said, where=self.where, todo="please report it")

    def close(self) -> None:
        """Gives the connections back."""
        self.engine.dispose()


def _begin(connection: Connection) -> None:
    write = connection.get_execution_options().get("mithaq_write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


_KNOWN: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (("database is locked", "lock timeout", "locknotavailable", "database table is locked"),
     "another program is writing to this register", "wait until it has finished, then run the command again"),
    (("disk is full", "disk full", "no space left"),
     "there is no space left on the disk; what was written before is kept", "make space, then run the command again"),
    (("readonly", "read-only"), "the register cannot be written", "check who may write the file and its folder"),
    (("unable to open database",), "the file cannot be opened", "check the path and who may read it"),
    (("not a database",), "this file is not a register", "name another file"),
    (("malformed",), "the file is damaged", "restore it from a copy, or add the reports to a new register"),
    (("password authentication", "does not exist"), "the database refuses the connection", "check the user and the database in the URL"),
)  # fmt: skip
