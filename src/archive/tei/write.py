"""A record as a TEI document, from the parts beside this file."""

from __future__ import annotations

from archive.model.fact import Editor, Rule
from archive.model.record import Change, Received, Record, source_name
from archive.tei.chain import UNTITLED, chain
from archive.tei.evidence import PROGRAM, Ledger, rule_id
from archive.tei.names import Names, person_id, person_name
from archive.tei.rights import availability, taxonomy
from archive.tei.text import TextWriter
from archive.tei.xml import Element, el, serialise

TEI_VERSION = "4.12.0"
APPLICATION = "app-archive"


def write(record: Record) -> bytes:
    """The TEI document of a record, in canonical bytes. Same record, same bytes."""
    ledger = Ledger()
    names = Names(record, ledger)
    root_id = f"rec-{record.id}"
    language = record.language.value if record.language else "und"
    text = TextWriter(record, ledger).write()
    stand_off = names.stand_off()
    profile = _profile(record, ledger)
    description = [
        _publication(record, root_id, ledger),
        _claims(record, ledger),
        el("sourceDesc", None, chain(record, ledger, names)),
    ]
    title = _title_statement(record, ledger)  # last: it lists everybody met so far
    header = el(
        "teiHeader",
        {"lang": "en"},
        el("fileDesc", None, title, *description),
        _encoding(record, ledger),
        profile,
        _revision(record, ledger),
    )
    root = {"version": TEI_VERSION, "id": root_id, "lang": language}
    return serialise(el("TEI", root, header, text, stand_off))


def _title_statement(record: Record, ledger: Ledger) -> Element:
    main, sub = {"type": "main", "level": "a"}, {"type": "sub", "level": "a"}
    titles = [el("title", {"type": "untitled", "level": "a"}, UNTITLED)]
    if record.title:
        titles = [el("title", main | ledger.evidence(record.title), record.title.value)]
    if record.subtitle:
        titles.append(el("title", sub | ledger.evidence(record.subtitle), record.subtitle.value))
    authors = [
        el(
            "author",
            {"ref": f"#{person_id(number)}"} | ledger.evidence(author.person),
            person_name(author.person.value),
        )
        for number, author in enumerate(record.authors, 1)
    ]
    for change in record.history:
        if change.who:
            ledger.editors.setdefault(change.who, f"resp-editor-{len(ledger.editors) + 1}")
    return el("titleStmt", None, *titles, *authors, *_responsibility(ledger))


def _responsibility(ledger: Ledger) -> list[Element]:
    program = el(
        "respStmt",
        {"id": PROGRAM},
        el("resp", None, "reading the received copy by the rules listed in this header"),
        el("name", {"type": "software", "ref": f"#{APPLICATION}"}, "archive"),
    )
    return [program, *(person(*entry) for entry in ledger.editors.items())]


def person(editor: Editor, identifier: str) -> Element:
    """The statement that a person answers for something in a record."""
    return el(
        "respStmt",
        {"id": identifier},
        el("resp", None, "editing this record"),
        el("name", {"type": "person"}, editor.name),
    )


def _publication(record: Record, root_id: str, ledger: Ledger) -> Element:
    day = record.received.received[:10]
    return el(
        "publicationStmt",
        None,
        el("publisher", None, record.holding.publisher),
        el("date", {"when": day}, day),
        el("idno", {"type": "record"}, record.id),
        el("idno", {"type": "citation-key"}, record.key),
        availability(record.rights, record.holding, root_id, ledger),
    )


def _claims(record: Record, ledger: Ledger) -> Element | None:
    """What metadata says, beside what is printed."""
    notes = [
        el(
            "note",
            {"type": f"claim-{AGREEMENT[claim.agrees]}", "subtype": claim.field}
            | ledger.evidence(claim.said),
            claim.said.value,
        )
        for claim in record.claims
    ]
    return el("notesStmt", None, *notes) if notes else None


def _encoding(record: Record, ledger: Ledger) -> Element:
    application = el(
        "application",
        {"id": APPLICATION, "ident": "archive", "version": record.program},
        el("label", None, "archive, the attribution rules"),
    )
    return el(
        "encodingDesc",
        None,
        el("projectDesc", None, el("p", None, _PROJECT)),
        el(
            "editorialDecl",
            None,
            el("correction", {"method": "markup", "status": "low"}, el("p", None, _CORRECTION)),
            el("normalization", {"method": "silent"}, el("p", None, _NORMALISATION)),
            el("interpretation", None, el("p", None, _INTERPRETATION)),
        ),
        el(
            "refsDecl",
            None,
            el("citeStructure", {"unit": "paragraph", "match": "//text//p", "use": "@n"}),
        ),
        el("listPrefixDef", None, _prefix(record.received)),
        el("classDecl", None, _rules(ledger.rules), taxonomy(record.rights)),
        el("appInfo", None, application),
    )


def _prefix(copy: Received) -> Element:
    ranges = _RANGES if copy.media_type in _DECODED else _RANGES_EXTRACTED
    path = source_name(copy.filename)
    expansion = {
        "ident": "src",
        "matchPattern": "([0-9]+),([0-9]+)",
        "replacementPattern": f"{path}#char=$1,$2",
    }
    return el("prefixDef", expansion, el("p", None, ranges))


def _rules(rules: dict[str, Rule]) -> Element:
    categories = [
        el("category", {"id": rule_id(name)}, el("desc", None, rules[name].statement))
        for name in sorted(rules)
    ]
    return el("taxonomy", {"id": "tax-rules"}, el("desc", None, _RULES), *categories)


def _profile(record: Record, ledger: Ledger) -> Element:
    language = record.language
    if language is None:
        entry = el("language", {"ident": "und"}, "not determined")
    else:
        name = _LANGUAGES.get(language.value, language.value)
        entry = el("language", {"ident": language.value} | ledger.evidence(language), name)
    header = el("language", {"ident": "en"}, "English") if _not_english(record) else None
    return el("profileDesc", None, el("langUsage", None, entry, header))


def _not_english(record: Record) -> bool:
    return record.language is None or record.language.value != "en"


def _revision(record: Record, ledger: Ledger) -> Element:
    changes = [_change(change, ledger) for change in record.history]
    return el("revisionDesc", {"status": "draft"}, el("listChange", None, *changes))


def _change(change: Change, ledger: Ledger) -> Element:
    who = ledger.editors[change.who] if change.who else PROGRAM
    return el("change", {"when": change.when, "who": f"#{who}"}, change.what)


AGREEMENT = {True: "agrees", False: "differs", None: "alone"}

_LANGUAGES = {  # those that the rules tell apart
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "id": "Indonesian",
    "it": "Italian",
    "nl": "Dutch",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "ur": "Urdu",
}

_PROJECT = (
    "An archive of syndicated journalism in which every statement of the header can be traced to"
    " the characters of the received copy that it was read from."
)
_CORRECTION = "Errors of the received copy are kept; nothing is corrected silently."
_NORMALISATION = (
    "Spelling, quotation marks and apostrophes are those of the received copy; line ends are LF."
)
_INTERPRETATION = (
    "A statement carries the characters it was read from (source), who answers for it (resp), how"
    " surely (cert) and the rule that read it (ana). What no source says is absent. A date with a"
    " datingPoint was resolved against the date it points to."
)
_RANGES = (
    "Character range of the received copy after decoding (RFC 5147): positions lie between Unicode"
    " code points, counted from 0, the end exclusive; a line end is one character, and a byte order"
    " mark is none."
)
_RANGES_EXTRACTED = (
    "Character range of the text that archive extracts from the received copy (what is printed,"
    " and behind it what the markup says and does not print): positions lie between Unicode code"
    " points, counted from 0, the end exclusive; a line end is one character."
)
_DECODED = frozenset(["text/plain", "text/markdown"])
_RULES = "The rules that read this record"
