"""The option that chooses which link of the chain is cited."""

from __future__ import annotations

import click

cited_option = click.option(
    "--as",
    "cited",
    default="published",
    show_default=True,
    type=click.Choice(["published", "distributed", "held"]),
    help="Cite the first publication, the service that distributed the piece, or the first "
    "publication and this archive, which holds a copy.",
)
