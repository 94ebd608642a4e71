"""`mithaq serve` and `mithaq users`: what they refuse, and that they work."""

import subprocess
import sys
import time
import urllib.request

import pytest
from click.testing import CliRunner

pytest.importorskip("fastapi", reason="the web pages are not installed: pip install mithaq[web]")

from mithaq.cli.app import app
from mithaq.errors import InputError


def run(*arguments, text=None):
    return CliRunner().invoke(app, arguments, input=text)


def test_others_are_not_let_in_without_accounts(tmp_path):
    done = run("serve", "--host", "0.0.0.0", "--register", str(tmp_path / "r.db"))
    assert isinstance(done.exception, InputError)
    assert "--accounts" in str(done.exception)


def test_accounts_must_hold_somebody(tmp_path):
    done = run("serve", "--host", "0.0.0.0", "--accounts", str(tmp_path / "a.db"), "--register", str(tmp_path / "r.db"))
    assert "no account" in str(done.exception)


def test_users(tmp_path):
    accounts = ["--accounts", str(tmp_path / "a.db")]
    done = run("users", "add", "ليلى", "--role", "reviewer", *accounts, text="a long password\n")
    assert done.exit_code == 0, done.output
    assert "reviewer" in run("users", "list", *accounts).output and "ليلى" in run("users", "list", *accounts).output
    assert "10 characters" in str(run("users", "add", "x", *accounts, text="short\n").exception)
    assert run("users", "remove", "ليلى", *accounts).exit_code == 0
    assert "no account" in str(run("users", "remove", "ليلى", *accounts).exception)
    assert run("users", "add", *accounts).exit_code == 2


def test_it_serves_an_empty_register(tmp_path):
    command = [sys.executable, "-m", "mithaq", "serve", "--port", "0", "--register", str(tmp_path / "new.db")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            address = server.stdout.readline().split()[0]
            for _ in range(50):
                try:
                    page = urllib.request.urlopen(address + "ar/", timeout=5).read().decode()
                    break
                except OSError:
                    time.sleep(0.1)
            assert "السجل فارغ" in page
        finally:
            server.terminate()
