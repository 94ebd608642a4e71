"""What goes wrong on a page: one shape, in both languages and as JSON."""

from __future__ import annotations

from typing import Any

from mithaq.errors import MithaqError
from mithaq.web.words import say


class Fault(Exception):
    """An answer that is an error: its HTTP status, its key in the table of words, where, and what was given."""

    def __init__(
        self, status: int, key: str, *, where: str = "", value: str = "", what: str = "", todo: str = ""
    ) -> None:
        super().__init__(key)
        self.status, self.key, self.where, self.value = status, key, where, value
        self._what, self._todo = what, todo

    @classmethod
    def of(cls, error: MithaqError, status: int = 400) -> Fault:
        """The fault that an error of the library is; its own words are kept."""
        return cls(status, "library", where=error.where or "", what=error.what, todo=error.todo or "")

    def what(self, language: str) -> str:
        """What is wrong."""
        return self._what or say(language, f"fault.{self.key}")

    def todo(self, language: str) -> str:
        """What to do about it."""
        return self._todo if self._what else say(language, f"todo.{self.key}")

    def to_json(self, language: str) -> dict[str, Any]:
        """The one error shape of all JSON answers."""
        return {
            "error": {
                "status": self.status, "key": self.key, "what": self.what(language), "where": self.where or None,
                "given": self.value or None, "todo": self.todo(language) or None,
            }
        }  # fmt: skip
