"""`python -m netz.cli`."""

from netz.cli.main import main

main()
