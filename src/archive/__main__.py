"""``python -m archive``."""

from archive.cli._main import main

main()
