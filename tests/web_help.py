"""What the tests of the web pages do again and again."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.testclient import TestClient

PASSWORD = "a long password"


def token(client: TestClient, path: str = "/ar/add") -> str:
    """The token of a form of this session."""
    text = client.get(path).text
    return text.split('name="token" value="', 1)[1].split('"', 1)[0]


def sign_in(client: TestClient, name: str, password: str = PASSWORD) -> int:
    """Signs in and gives the status of the answer."""
    data = {"name": name, "password": password, "token": token(client, "/ar/login")}
    return client.post("/ar/login", data=data, follow_redirects=False).status_code


def finished(client: TestClient, address: str) -> dict[str, object]:
    """The state of a job when it is done."""
    for _ in range(200):
        state: dict[str, object] = client.get(address + ".json").json()
        if state["done"]:
            return state
        time.sleep(0.05)
    raise AssertionError("the job does not end")
