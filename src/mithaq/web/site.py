"""What all pages share: the register, the accounts, the templates, and answers kept while nothing changes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from jinja2 import Environment

from mithaq.reading import Reader
from mithaq.register import Register, browse
from mithaq.web.accounts import Accounts
from mithaq.web.jobs import Jobs
from mithaq.web.templates import environment

T = TypeVar("T")
_KEPT = 512


@dataclass
class Settings:
    """How the pages are served. `accounts` None: for this machine only, nobody signs in."""

    accounts: Accounts | None = None
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "[::1]")
    secure: bool = False  # whether cookies are for https only
    upload_limit: int = 8 * 2**20
    upload_files: int = 50
    secret: str = ""


@dataclass
class Site:
    """One register and what serving it takes."""

    register: Register
    settings: Settings
    env: Environment = field(default_factory=environment)
    jobs: Jobs = field(default_factory=Jobs)
    _kept: OrderedDict[Hashable, tuple[str, Any]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _reader: Reader | None = None

    @property
    def reader(self) -> Reader:
        """The reader that ships, loaded once."""
        with self._lock:
            if self._reader is None:
                self._reader = Reader()
            return self._reader

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, kept until the register changes."""
        version = browse.version(self.register.store)
        with self._lock:
            found = self._kept.get(key)
            if found is not None and found[0] == version:
                self._kept.move_to_end(key)
                value: T = found[1]
                return value
        made = make()
        with self._lock:
            self._kept[key] = (version, made)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return made

    def last_day(self) -> date:
        """The last day of which the register knows anything; today where it knows nothing."""
        found = self.kept("last day", lambda: browse.last_day(self.register.store))
        return date.fromisoformat(found) if found else date.today()
