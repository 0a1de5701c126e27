"""citeproc-py as an engine: fed through a guard, mended where news shows its faults."""
