"""CSL 1.0.2, "Rendering Elements": one module a kind."""

from __future__ import annotations

from archive.cite.csl.compiling import KINDS
from archive.cite.csl.elements import choose, date, group, label, names, number, text

KINDS.update(
    {
        "choose": choose.compile_choose,
        "date": date.compile_date,
        "group": group.compile_group,
        "label": label.compile_label,
        "names": names.compile_names,
        "number": number.compile_number,
        "text": text.compile_text,
    }
)
