"""What the tests of the web pages share: a register of the demo reports and a hostile one, and clients for it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the web pages are not installed: pip install mithaq[web]")

from starlette.testclient import TestClient

from mithaq.document import Document
from mithaq.register import open_register
from mithaq.sources.demo import documents
from mithaq.web import create_app
from mithaq.web.accounts import Accounts
from mithaq.web.site import Settings
from web_help import PASSWORD

HOSTILE = (
    'بيان "<script>alert(1)</script>" & \u202eمقلوب\u202c\n'
    "قال وزير الخارجية أحمد سالم اليوم الأحد إن «الحكومة ستنشر 2500 جندي (من أصل ٤٠٠٠) قبل 30 سبتمبر/أيلول 2025»، "
    '<img src=x onerror=alert(2)> وأضاف: "لن نتراجع عن اتفاق NATO-12".\n'
)
LOCAL = {"base_url": "http://127.0.0.1"}


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of the demo reports and the hostile one; not to be written to."""
    path = tmp_path_factory.mktemp("web") / "register.db"
    with open_register(str(path)) as register:
        for document in documents():
            register.add(document)
        register.add(
            Document(HOSTILE, "=cmd/<b>hostile\u202e</b>.txt", date(2025, 9, 7), "<i>out\u2067let</i>"), title=None
        )
    return path


@pytest.fixture(scope="session")
def hostile() -> str:
    """The id of the hostile report."""
    return Document(HOSTILE).id


@pytest.fixture(scope="session")
def client(base: Path) -> Iterator[TestClient]:
    """A reader of the register on this machine."""
    with TestClient(create_app(str(base)), **LOCAL) as made:
        yield made


@pytest.fixture
def own(base: Path, tmp_path: Path) -> Iterator[TestClient]:
    """A client of a copy of the register, to be written to."""
    shutil.copy(base, tmp_path / "own.db")
    with TestClient(create_app(str(tmp_path / "own.db")), **LOCAL) as made:
        yield made


@pytest.fixture(scope="session")
def accounts_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three accounts, one a role."""
    path = tmp_path_factory.mktemp("accounts") / "accounts.db"
    accounts = Accounts(str(path))
    for role in ("reader", "reviewer", "admin"):
        accounts.put(role, PASSWORD, role)
    return path


@pytest.fixture
def guarded(base: Path, tmp_path: Path, accounts_file: Path) -> Iterator[TestClient]:
    """A client of pages that others reach."""
    shutil.copy(base, tmp_path / "guarded.db")
    settings = Settings(accounts=Accounts(str(accounts_file)))
    with TestClient(create_app(str(tmp_path / "guarded.db"), settings), **LOCAL) as made:
        yield made
