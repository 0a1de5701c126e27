"""The option that chooses which link of the chain is cited."""

from __future__ import annotations

import click

cited_option = click.option(
    "--as",
    "cited",
    default="published",
    show_default=True,
    type=click.Choice(["published", "distributed"]),
    help="Cite the first publication, or the service that distributed the piece.",
)
