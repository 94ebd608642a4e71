"""The pages, one file a kind."""

from mithaq.web.pages import overview, report

ROUTERS = (overview.router, report.router)
