"""The errors that Mithaq raises: each says what is wrong, where, and what to do next."""

from __future__ import annotations


class MithaqError(Exception):
    """What is wrong (`what`), in which file or place (`where`), and what to do about it (`todo`)."""

    def __init__(self, what: str, *, where: str | None = None, todo: str | None = None) -> None:
        self.what, self.where, self.todo = what, where, todo
        super().__init__(self.__str__())

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}; {self.todo}" if self.todo else head


class InputError(MithaqError):
    """A file or a text that cannot be read as a report."""


class LexiconError(MithaqError):
    """A lexicon file whose form is wrong."""


class RuleError(MithaqError):
    """A rule whose pattern cannot be understood."""
