"""The pages, one file a kind."""

from mithaq.web.pages import (
    actor,
    add,
    agreement,
    commitment,
    conflict,
    login,
    map,
    overview,
    positions,
    report,
    review,
    search,
    timeline,
)

ROUTERS = (
    overview.router, agreement.router, commitment.router, timeline.router, actor.router, positions.router, map.router,
    conflict.router, report.router, search.router, review.router, add.router, login.router,
)  # fmt: skip
