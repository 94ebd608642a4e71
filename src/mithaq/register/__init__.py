"""The register: many reports, one dated and cited account. `open_register` opens it."""

from mithaq.register.register import Register, open_register

__all__ = ["Register", "open_register"]
