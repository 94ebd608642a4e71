"""Mithaq reads Arabic reports and keeps a register of what they say, every value with its words."""

__version__ = "0.1.0"
