"""`python -m mithaq`: the same as the program `mithaq`."""

from mithaq.cli import main

main()
