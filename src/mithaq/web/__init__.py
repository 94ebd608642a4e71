"""The web pages: they show a register and take in what a person decides; they decide nothing themselves."""

from mithaq.web.app import create_app, warm

__all__ = ["create_app", "warm"]
