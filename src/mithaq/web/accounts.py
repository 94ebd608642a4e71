"""Accounts: names, password hashes (Argon2id) and roles, in a file of their own beside the register."""

from __future__ import annotations

import secrets
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from mithaq.errors import InputError
from mithaq.web.session import ROLES

_SHORTEST = 10
_TABLES = """
CREATE TABLE IF NOT EXISTS accounts (name TEXT PRIMARY KEY, hash TEXT NOT NULL, role TEXT NOT NULL, stamp TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS settings (key TEXT PRIMARY KEY, value TEXT NOT NULL);
"""


@dataclass(frozen=True)
class Account:
    """One account. `stamp` changes with the password and the role: sessions from before end."""

    name: str
    role: str
    stamp: str


class Accounts:
    """The accounts in a file (SQLite), made where there is none."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._hasher = PasswordHasher()
        self._nobody = self._hasher.hash(secrets.token_urlsafe())
        with self._open() as base:
            base.executescript(_TABLES)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            base = sqlite3.connect(self.path, timeout=10)
        except sqlite3.Error as error:
            raise InputError(str(error), where=self.path, todo="check the path of --accounts") from None
        try:
            with base:
                yield base
        except sqlite3.DatabaseError as error:
            raise InputError(str(error), where=self.path, todo="check the path of --accounts") from None
        finally:
            base.close()

    def secret(self) -> str:
        """The secret that signs sessions: made once, kept with the accounts."""
        with self._open() as base:
            base.execute("INSERT OR IGNORE INTO settings VALUES ('secret', ?)", (secrets.token_urlsafe(48),))
            return str(base.execute("SELECT value FROM settings WHERE key = 'secret'").fetchone()[0])

    def put(self, name: str, password: str, role: str) -> None:
        """Makes an account, or gives one another password and role."""
        if role not in ROLES:
            raise InputError(f"{role!r} is no role", where=name, todo=f"use one of {', '.join(ROLES)}")
        if not name.strip() or len(name) > 80:
            raise InputError("an account needs a name of 80 letters at most", where="users", todo="give another")
        if len(password) < _SHORTEST:
            raise InputError(f"a password has {_SHORTEST} characters at least", where=name, todo="give a longer one")
        row = (name, self._hasher.hash(password), role, secrets.token_urlsafe(9))
        with self._open() as base:
            base.execute("INSERT OR REPLACE INTO accounts VALUES (?, ?, ?, ?)", row)

    def remove(self, name: str) -> bool:
        """Takes an account away; whether there was one."""
        with self._open() as base:
            return base.execute("DELETE FROM accounts WHERE name = ?", (name,)).rowcount > 0

    def all(self) -> list[Account]:
        """All accounts, by name."""
        with self._open() as base:
            return [Account(*row) for row in base.execute("SELECT name, role, stamp FROM accounts ORDER BY name")]

    def find(self, name: str) -> Account | None:
        """The account of a name."""
        with self._open() as base:
            row = base.execute("SELECT name, role, stamp FROM accounts WHERE name = ?", (name,)).fetchone()
        return Account(*row) if row else None

    def check(self, name: str, password: str) -> Account | None:
        """The account, where the password is its own; a name that nobody has takes as long as a wrong password."""
        with self._open() as base:
            row = base.execute("SELECT name, role, stamp, hash FROM accounts WHERE name = ?", (name,)).fetchone()
        try:
            self._hasher.verify(row[3] if row else self._nobody, password)
        except (Argon2Error, InvalidHashError):
            return None
        return Account(*row[:3]) if row else None


class Limit:
    """At most so many tries in so many seconds, each name and each address by itself."""

    def __init__(self, tries: int = 5, seconds: float = 300.0) -> None:
        self.tries, self.seconds = tries, seconds
        self._made: dict[str, list[float]] = {}
        self._lock = threading.Lock()

    def full(self, key: str) -> bool:
        """Whether a key has had all its tries."""
        with self._lock:
            return len(self._recent(key)) >= self.tries

    def note(self, key: str) -> None:
        """Counts a try."""
        with self._lock:
            self._made[key] = [*self._recent(key), time.monotonic()]
            if len(self._made) > 10_000:
                self._made = {k: v for k in self._made if (v := self._recent(k))}

    def forget(self, key: str) -> None:
        """Begins anew, as after a right password."""
        with self._lock:
            self._made.pop(key, None)

    def _recent(self, key: str) -> list[float]:
        since = time.monotonic() - self.seconds
        return [t for t in self._made.get(key, ()) if t > since]
