"""citeproc-py's elements, where it departs from CSL in ways that show in citations of news.

- A variable that stands in for missing names (the title of an unsigned article) is printed once,
  also where it is reached through a macro. CSL 1.0.2, "Substitute": variables rendered there are
  taken as empty in the rest of the entry.
- Quotation marks are marks, which become those of the locale later: outer and inner ones by turns,
  with the full stop inside where the locale says so.
- The part of a name that is missing stays missing when it is formatted, and one that is there
  can change its case. ``initialize="false"`` keeps given names in full ("Name").
- A label is printed only with its variable ("Label").
- A range of dates is printed as two dates ("24 October 2006–30 October 2006"): what both share is
  repeated, where the engine breaks or drops parts.
- The number of an entry in a numeric style is followed by a space (``second-field-align``).
"""

# mypy: disable-error-code="no-untyped-call"
# (the library has no types)
from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from citeproc import model
from citeproc.source import DateRange, VariableError
from citeproc.string import MixedString, String

from archive.cite.csl import marks


def _able(text: Any) -> Any:
    """The text as the engine's own string, which can change its case."""
    if isinstance(text, MixedString):
        return MixedString(_able(part) for part in text)
    return String(text) if type(text) is str else text


class Text(model.Text):
    """``cs:text``: notes what it prints, and marks closing quotation marks."""

    def _variable(self, item: Any, context: Any) -> Any:
        noted = context.get_layout().repressed  # made anew for each item
        variable = self.get("variable")
        if variable in noted.get("substituted", ()):
            return None
        value = super()._variable(item, context)
        noted.setdefault("printed", []).append(variable)
        return value

    def case(self, text: Any, language: str | None = None) -> Any:
        """Change the case of the text; what is already formatted can change, too."""
        return super().case(_able(text), language)

    def markup(self, text: Any, language: str) -> Any:
        """Format the text; leave room after the number of an entry."""
        made = super().markup(text, language)
        aligned = self.xpath("boolean(parent::*/parent::*/@second-field-align)")
        if made and aligned and self.get("variable") == "citation-number":
            return made + String(" ")
        return made

    def quote(self, string: Any) -> Any:
        """Enclose in marks of quotation, if the style wants any."""
        if self.get("quotes", "false").lower() != "true":
            return string
        return String(marks.QUOTE) + string + String(marks.UNQUOTE)


class Substitute(model.Substitute):
    """``cs:substitute``: what it prints is not printed again."""

    def render(self, item: Any, context: Any = None, **kwargs: Any) -> Any:
        """Render the first child that has something to print."""
        for child in self.getchildren():
            noted = context.get_layout().repressed
            before = len(noted.get("printed", ()))
            text = self._child(child, item, context, kwargs)
            if text:
                printed = noted.get("printed", [])[before:]
                noted["substituted"] = {*noted.get("substituted", ()), *printed}
                return text
        return None

    def _child(self, child: Any, item: Any, context: Any, options: dict[str, Any]) -> Any:
        if isinstance(child, model.Names) and child.name is None:
            options = {**options, "names_context": self.getparent()}
        try:
            return child.render(item, context=context, **options)
        except VariableError:
            return None


class Name_Part(model.Name_Part):
    """``cs:name-part``: formats a part that is there."""

    def format_part(self, given: str | None, family: str | None) -> tuple[Any, Any]:
        """Format the part that this element is for."""
        if not (given if self.get("name") == "given" else family):
            return given, family
        made = super().format_part(String(given or ""), String(family or ""))
        return str(made[0]), str(made[1])


class Name(model.Name):
    """``cs:name``: reduces given names to initials only where the style wants it."""

    def get_option(self, name: str, context: Any = None, sort_options: Any = None) -> Any:
        """The option's value: the element's own, or inherited."""
        if name == "initialize-with":
            holders = (self, *self.iterancestors())
            stated = [value for each in holders if (value := each.get("initialize"))]
            if stated and stated[0] == "false":
                return None
        return super().get_option(name, context, sort_options)


class Label(model.Label):
    """``cs:label``: silent without its variable."""

    def process(self, item: Any, variable: Any = None, *args: Any, **kwargs: Any) -> Any:
        """The term, or None."""
        own = self.get("variable", "locator")
        missing = own.replace("-", "_") not in item.reference
        if variable is None and own != "locator" and missing:
            return None
        return super().process(item, variable, *args, **kwargs)


class Date(model.Date):
    """``cs:date``: prints a range as two dates."""

    def process(
        self,
        item: Any,
        variable: Any = None,
        show_parts: Any = None,
        context: Any = None,
        **kwargs: Any,
    ) -> Any:
        """The date; of a range the first date and the last, or one if both read the same."""
        name = str(variable or self.get("variable")).replace("-", "_")
        date = item.reference[name]
        if not isinstance(date, DateRange):
            return super().process(item, variable, show_parts, context, **kwargs)
        affixes = ("prefix", "suffix")
        outside = [(key, self.attrib.pop(key)) for key in affixes if key in self.attrib]
        try:
            texts = [
                super(Date, self).process(
                    SimpleNamespace(reference={name: end}), variable, show_parts, context, **kwargs
                )
                for end in (date.begin, date.get("end"))
                if end and not end.is_nil()
            ]
        finally:
            self.attrib.update(outside)
        joined = "–".join(dict.fromkeys(str(text).strip() for text in texts if text))
        return self.wrap(String(joined)) if joined else None


ELEMENTS = {
    "date": Date,
    "label": Label,
    "name": Name,
    "name-part": Name_Part,
    "substitute": Substitute,
    "text": Text,
}
