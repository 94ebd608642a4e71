"""What the actor grammar finds."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class ActorPhrase:
    """An actor as a phrase: tokens `[first, last)`, appositions included.

    `name` and `role` are the tokens of the name and of the title where they stand in it; `head` the token of the head noun.
    `wording` is what to call the actor where no stretch of tokens says it (الحكومتين العراقية والأمريكية: الحكومة العراقية).
    """

    first: int
    last: int
    name: tuple[int, int] | None = None
    role: tuple[int, int] | None = None
    label: str = "person"
    gender: str | None = None
    plural: bool = False
    named: bool = False
    head: int = 0
    definite: bool = False
    wording: str | None = None
    parts: list[ActorPhrase] = field(default_factory=list)
