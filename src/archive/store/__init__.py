"""An archive on disk: its configuration and its records, written so that no crash halves them."""
