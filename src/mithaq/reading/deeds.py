"""What is bound, demanded, claimed and done: the layers that stand on times, actors and statements."""

from __future__ import annotations

from mithaq.grammar.page import Page
from mithaq.reading.agreements import read_agreements
from mithaq.reading.claims import read_claims
from mithaq.reading.commitments import read_commitments
from mithaq.reading.demands import read_demands
from mithaq.reading.entities import Cast
from mithaq.reading.events import read_events
from mithaq.reading.positions import read_positions
from mithaq.reading.presences import read_presences
from mithaq.reading.stage import Stage
from mithaq.record import Record


def read_deeds(page: Page, record: Record, cast: Cast) -> None:
    """Fill the layers commitments, demands, status claims, positions, presences, events and agreements of a record."""
    stage = Stage(page, record.timexes, record.statements, cast, record.published.value)
    record.commitments = read_commitments(stage)
    record.demands = read_demands(stage)
    record.status_claims = read_claims(stage, record.commitments, record.demands)
    record.positions = read_positions(stage)
    record.presences = read_presences(stage)
    record.events = read_events(stage, record.commitments, record.demands)
    record.agreements = read_agreements(stage, record.commitments, record.status_claims)
