"""What schemas/archive.sch says of each rule of ``archive validate``, and what it cannot say.

The code of the rules is the judge; this is for editors and pipelines that run Schematron. XPath 2.0
and nothing newer, so that any processor of the last ten years takes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from archive.attribution.services import SERVICES
from archive.model.rights import Act
from archive.validate.rules.dates import LOOKING_AHEAD
from archive.validate.rules.pointers import ATTRIBUTES, KINDS, TAXONOMIES
from archive.validate.rules.spans import CONTAINS, ENTRIES
from xpath import UNPRINTED, elements, strings


@dataclass(frozen=True, slots=True)
class Assertion:
    """One rule in Schematron.

    Attributes:
        code: of the rule, which gives title, reason, remedy and severity.
        context: the elements it holds for, an XSLT pattern.
        test: what holds for each of them, in XPath.
        message: what is wrong where it does not; XPath in braces is replaced by its value.
        lets: variables of the test and the message, in order, each may use those before it.
    """

    code: str
    context: str
    test: str
    message: str
    lets: Mapping[str, str] = field(default_factory=dict)


_CHAIN = "t:sourceDesc/t:listBibl/t:biblStruct"
_RELATIVE = {
    "rules": "f:pointers(@ana)[starts-with(., 'rule.')]",
    "anchor": "f:targets(@datingPoint)[1]",
    "is-ahead": (
        f"exists($anchor) and not($rules = {strings(LOOKING_AHEAD)})"
        " and f:first(f:start(.)) gt f:last(f:end($anchor))"
    ),
}
_AHEAD = "{f:shown(f:plain(.))} is {f:start(.)}, after publication on {f:end($anchor)}"
_RECEIVED = "t:bibl[@xml:id = 'bibl-received']"
_LICENCE = "t:licence[@xml:id = 'lic-text'][t:quote]"
_ACT = "replace(substring-after($right, '.'), '[.][^.]*$', '')"
_SERVICES = ", ".join(
    f"f:folded('{short}')[$said = f:folded('{full}')]" for short, full in SERVICES.items()
)
_OWN_TAXONOMY = " and ".join(
    f"(not(starts-with($pointer, '{prefix}.')) or $target/../@xml:id = '{taxonomy}')"
    for prefix, taxonomy in TAXONOMIES.items()
)
_KINDS = {f"t:{name}/@{attribute}": kinds for (name, attribute), kinds in KINDS.items()}
_KINDS |= {"t:title[@level = 'j']/@ref": ("org",)}

ASSERTIONS = (
    Assertion(
        "C001",
        f"{_CHAIN}/t:analytic/t:author | {_CHAIN}/t:analytic/t:title",
        "empty($stated) or f:words(f:plain(.)) = f:words(f:plain($stated))",
        "{$name} {f:shown(f:plain(.))} is {f:shown(f:plain($stated))} in the title statement",
        {
            "name": "local-name()",
            "place": "count(preceding-sibling::*[local-name() = $name]) + 1",
            "stated": "//t:titleStmt/*[local-name() = $name][$place]",
        },
    ),
    Assertion(
        "C002",
        f"{_CHAIN}/t:monogr/t:title | {_CHAIN}/t:monogr/t:imprint/t:publisher"
        f" | {_CHAIN}/t:monogr/t:imprint/t:distributor | t:person/t:affiliation/t:orgName",
        "every $org in f:targets(@ref)/self::t:org satisfies"
        " $said = (for $one in $org/t:orgName return f:folded(f:plain($one)))",
        "{local-name()} {f:shown(f:plain(.))} is no name of {f:pointers(@ref)}",
        {"said": "f:folded(f:plain(.))"},
    ),
    Assertion(
        "D001",
        "t:*[@notBefore or @from][not(self::t:biblScope)]",
        "not((some $low in @notBefore, $high in @notAfter satisfies f:first($low) gt f:last($high))"
        " or (some $low in @from, $high in @to satisfies f:first($low) gt f:last($high)))",
        "{(@notBefore, @from)[1]} is later than {(@notAfter, @to)[1]}",
    ),
    Assertion(
        "D002",
        "t:text//t:date[@datingPoint]",
        "empty($rules) or not($is-ahead)",
        _AHEAD,
        _RELATIVE,
    ),
    Assertion(
        "D003",
        "t:text//t:date[@datingPoint]",
        "empty($rules) or starts-with($rules[1], 'rule.date.')",
        "{f:shown(f:plain(.))} is resolved by {$rules[1]}",
        {"rules": _RELATIVE["rules"]},
    ),
    Assertion(
        "D004",
        "t:biblStruct[@xml:id = 'bibl-distributed'][.//t:date[@when or @from]]",
        "empty($published) or f:last(f:end($distributed)) ge f:first(f:start($published))",
        "distributed {f:start($distributed)}, published {f:start($published)}",
        {
            "distributed": "(.//t:date[@when or @from])[last()]",
            "published": "(key('id', 'bibl-published')//t:date[@when or @from])[last()]",
        },
    ),
    Assertion(
        "D006",
        "t:text//t:date[@datingPoint]",
        "exists($rules) or not($is-ahead)",
        _AHEAD,
        _RELATIVE,
    ),
    Assertion(
        "E001",
        "t:choice",
        "f:words(f:plain(*[1])) != f:words(f:plain(*[2]))",
        "both of a choice are the same: {f:shown(f:plain(*[1]))}",
    ),
    Assertion(
        "E002",
        "t:person | t:org | t:place",
        "@xml:id = $used",
        "nothing points to {local-name()} {@xml:id}",
    ),
    Assertion(
        "E003",
        "t:text//t:ref[not(starts-with(@target, '#') or @resp or ancestor::t:note[not(@place)])]",
        "f:bare(@target) = f:bare(f:plain(.))",
        "the address {@target} is not what is printed: {f:shown(f:plain(.))}",
    ),
    Assertion(
        "E004",
        "t:revisionDesc[@status = 'checked']",
        "exists(f:targets(t:listChange/t:change/@who)/t:name[@type = 'person'])",
        "status is checked, and no change is by a person",
    ),
    Assertion(
        "F006",
        "t:prefixDef",
        "not($is-text and $is-known) or exists($source) or $is-there",
        "{$copy} is missing, or XPath cannot read it, as where it has a form feed;"
        " nothing was compared with it",
    ),
    Assertion(
        "F009",
        f"{_RECEIVED}/t:idno | {_RECEIVED}/t:note | {_RECEIVED}/t:date"
        f" | {_RECEIVED}/t:extent/t:measure",
        "($is-text and empty($source)) or empty($wanted) or $said = $wanted",
        "{(@subtype, @type, @unit)[1]} is {f:shown($said)} here, of the received copy it is"
        " {f:shown($wanted)}",
        {
            "said": "if (self::t:measure) then string(@quantity) else f:plain(.)",
            "digest": "f:captured($facts, '  \"sha-256\"')[matches(., '^[0-9a-f]{64}$')]",
            "wanted": (
                "(self::t:idno[@type = 'filename']/f:captured($facts, '  \"original-name\"'),"
                " $digest[current()/@type = 'sha-256'],"
                " (for $one in $digest return concat('ni:///sha-256;', translate("
                "string(xs:base64Binary(xs:hexBinary($one))), '+/=', '-_')))"
                "[current()/@type = 'URI'],"
                " self::t:measure[@unit = 'bytes']/f:captured($facts, '  \"size\"'),"
                " (for $one in $source return string(string-length($one)))"
                "[current()/@unit = 'characters'],"
                " (self::t:note[not(@subtype)] | self::t:date)"
                "/f:captured($facts, concat('  \"', @type, '\"')),"
                " self::t:note/@subtype/f:captured($facts, concat('    \"', ., '\"')))"
            ),
        },
    ),
    Assertion(
        "F010",
        "t:prefixDef",
        "not($is-text) or exists($source) or not($is-there)"
        " or $encoding = ('utf-8+windows-1252', 'utf-32le', 'utf-32be')",
        "{$copy} cannot be decoded as {$encoding}",
    ),
    Assertion(
        "H001",
        "t:change[preceding-sibling::t:change]",
        "string(@when) le string($above)",
        "{@when} stands below {$above}",
        {"above": "preceding-sibling::t:change[1]/@when"},
    ),
    Assertion(
        "H002",
        "t:titleStmt/t:respStmt[t:name[@type = 'person']]",
        "empty(//@resp[tokenize(., '\\s+') = $pointer])"
        " or exists(//t:change/@who[tokenize(., '\\s+') = $pointer])",
        "{f:shown(f:plain(t:name[@type = 'person'][1]))} answers for statements, and has no change",
        {"pointer": "concat('#', @xml:id)"},
    ),
    Assertion(
        "I001",
        "t:TEI",
        "empty($folder) or @xml:id = concat('rec-', $folder)",
        'xml:id is "{@xml:id}", the folder is {$folder}',
    ),
    Assertion(
        "I002",
        "t:publicationStmt/t:idno[@type = 'record']",
        "empty($folder) or f:plain(.) = $folder",
        'the record calls itself "{f:plain(.)}", the folder is {$folder}',
    ),
    Assertion(
        "I003",
        "t:TEI",
        "empty($year) or empty($folder) or $year = $wanted",
        "the date of the record is {$wanted}, it is filed under {$year}",
        {
            "dates": (
                "for $link in ('bibl-published', 'bibl-distributed')"
                " return key('id', $link)//t:date[@when or @from]"
            ),
            "wanted": (
                "(for $date in $dates[1] return substring(($date/@when, $date/@from)[1], 1, 4),"
                " 'undated')[1]"
            ),
        },
    ),
    Assertion(
        "L001",
        f"{_LICENCE}/t:quote[1]",
        "empty(f:slice($source, .)) or (some $place in $places satisfies"
        " f:from(.) lt f:to($place) and f:from($place) lt f:to(.))",
        "{@source} is no part of {(($permissions/@source)[1], 'the text')[1]}",
        {"places": "if ($permissions) then $permissions else //t:text//t:*[@source]"},
    ),
    Assertion(
        "L002",
        f"{_LICENCE}/t:quote[1]",
        "empty($found) or f:words(f:plain(.)) = f:words($found)",
        "the quotation is not what stands at {@source}: {f:shown($found)}",
        {"found": "f:read($source, .)"},
    ),
    Assertion(
        "L003",
        f"t:availability[@status = 'free'][{_LICENCE}]",
        "exists($target) and ($licence/t:name/@type = 'licence' or empty($source)"
        " or contains($source, replace(f:bare($target), '^www[.]', '')))",
        "status is free, and the source names no licence: {($target, 'licence has no target')[1]}",
        {"licence": f"{_LICENCE}[1]", "target": "$licence/@target"},
    ),
    Assertion(
        "L004",
        f"{_LICENCE}/t:list[@type = 'acts']/t:item",
        "f:plain(.) = $wanted",
        "{f:shown(f:plain(.))} stands for {$wanted}",
        {
            "right": "f:pointers(@ana)[starts-with(., 'right.')][1]",
            "wanted": f"concat({_ACT}, ': ', replace($right, '^.*[.]', ''))",
        },
    ),
    Assertion(
        "L005",
        f"{_LICENCE}/t:list[@type = 'acts']",
        "empty($wrong)",
        "missing, or listed more than once: {$wrong}",
        {
            "listed": (
                f"for $right in f:pointers(t:item/@ana)[starts-with(., 'right.')] return {_ACT}"
            ),
            "wrong": (f"for $act in {strings(Act)} return $act[count($listed[. = $act]) != 1]"),
        },
    ),
    Assertion(
        "L006",
        "t:licence[@xml:id = 'lic-text'][not(t:quote)]",
        "empty($permissions)",
        "licence states nothing; the text has {f:shown(f:plain($permissions[1]))}",
    ),
    Assertion(
        "N001",
        "t:*[@xml:lang]",
        "@xml:lang = //t:language/@ident",
        'language "{@xml:lang}" is not declared',
    ),
    Assertion(
        "N002",
        "t:text",
        "@xml:lang = /t:TEI/@xml:lang",
        'text is in "{@xml:lang}", the record in "{/t:TEI/@xml:lang}"',
    ),
    Assertion(
        "P001",
        f"t:*[{' or '.join(f'@{name}' for name in ATTRIBUTES)}]",
        "empty($lost)",
        '{local-name()} points to "#{$lost[1]}", which is not there',
        {
            "lost": (
                f"for $pointer in f:pointers({' | '.join(f'@{name}' for name in ATTRIBUTES)})"
                " return if (key('id', $pointer)) then () else $pointer"
            )
        },
    ),
    Assertion(
        "P002",
        "t:*[@resp or @who][not(self::t:q)]",
        "empty($wrong)",
        '{local-name()} is signed by "#{$wrong[1]/@xml:id}" ({$wrong[1]/local-name()})',
        {"wrong": "f:targets(@resp | @who)[not(self::t:respStmt)]"},
    ),
    Assertion(
        "P003",
        "t:*[@ana]",
        "every $pointer in f:pointers(@ana), $target in key('id', $pointer) satisfies"
        f" exists($target/self::t:category) and {_OWN_TAXONOMY}",
        "ana of {local-name()} points to what is no category of its taxonomy: {@ana}",
    ),
    Assertion(
        "P004",
        "t:*[@datingPoint]",
        "every $anchor in f:targets(@datingPoint) satisfies"
        " exists($anchor/self::t:date[@when or @from])",
        "datingPoint of {local-name()} points to {@datingPoint}, which is no date",
    ),
    Assertion(
        "P005",
        "t:*[@cert][not(@ana)]",
        "exists(f:targets(@resp)/t:name[@type = 'person'])",
        "{local-name()} names no rule (ana) and no person (resp)",
    ),
    Assertion(
        "P006",
        "t:name[@type = 'software']",
        "empty(f:targets(@ref)[not(self::t:application)])",
        "ref of name points to {@ref}, which is no application",
    ),
    Assertion(
        "P007",
        " | ".join(dict.fromkeys(place.replace("/@", "[@") + "]" for place in _KINDS)),
        "empty($wrong)",
        '{local-name()} points to "#{$wrong[1]/@xml:id}" ({$wrong[1]/local-name()})',
        {
            "wrong": ", ".join(
                f"f:targets(self::{place})[not({elements(kinds)})]"
                for place, kinds in _KINDS.items()
            )
        },
    ),
    Assertion(
        "S001",
        f"t:*[starts-with(@source, 'src:')] | {_RECEIVED}/t:biblScope",
        "empty($source) or ($from lt $to and $to le string-length($source))",
        "{$from} to {$to} is empty, or ends after the {string-length($source)} characters of the"
        " source",
        {
            "from": "if (self::t:biblScope) then f:number(@from) else f:from(.)",
            "to": "if (self::t:biblScope) then f:number(@to) else f:to(.)",
        },
    ),
    Assertion(
        "S002",
        "t:text//t:*[@source]",
        "empty($found) or f:plain(.) = $found",
        "{local-name()} has {f:shown(f:plain(.))} where the source has {f:shown($found)}",
        {"found": "f:slice($source, .)"},
    ),
    Assertion(
        "S003",
        "t:*[starts-with(@source, 'src:')][not(ancestor::t:text)]"
        f"[{elements((*CONTAINS, *ENTRIES))}]",
        "empty($found) or @type = 'licence'"
        " or self::t:date[f:plain(.) = (@when, concat(@from, '/', @to))]"
        f" or (some $one in ($said, {_SERVICES}), $printed in ($found, f:read($source, .))"
        " satisfies contains(f:folded($printed), $one))",
        "{$said[1]} ({local-name()}) does not stand in {f:shown($found)}",
        {
            "found": "f:slice($source, .)",
            "names": (
                "("
                + ", ".join(f"self::t:{entry}/t:{name}" for entry, name in ENTRIES.items())
                + ", .)[1], (self::t:org | f:targets(@ref)/self::t:org)/t:orgName"
            ),
            "said": "for $one in $names return f:folded(f:plain($one))",
        },
    ),
    Assertion(
        "S004",
        "t:text//t:p",
        "@n = string($place)",
        "paragraph {$place} of the text has n={@n}",
        {"place": "count(preceding::t:p[ancestor::t:text]) + 1"},
    ),
    Assertion(
        "S005",
        "t:text//t:*[@source][not(self::t:seg)]",
        "not($is-run) or f:from(.) ge $stop or f:to(.) le $begin or f:from(.) ge $reached",
        "{local-name()} begins at {f:from(.)}, the block in front ends at {$reached}",
        {
            "this": ".",
            "reached": "max(($begin, subsequence($ends, 1, count($blocks[. << $this]))))",
        },
    ),
    Assertion(
        "S006",
        "t:text",
        "empty($lost)",
        "the text lacks {f:shown($lost[1])}",
        {
            "starts": "(for $block in $blocks return f:from($block)), $stop",
            "lost": (
                "for $number in (1 to count($starts))[$is-run],"
                " $reached in max(($begin, subsequence($ends, 1, $number - 1))) return"
                " f:words(substring($source, $reached + 1, $starts[$number] - $reached))[. != '']"
            ),
        },
    ),
    Assertion(
        "S007",
        "t:text//t:*[@source][t:seg]",
        "empty($source) or (empty($stray) and $loose = '')",
        "{($stray/@source, f:shown($loose))[1]} stands in no segment, or in one that is not inside"
        " its block",
        {
            "stray": (
                "for $segment in t:seg, $reached in (for $before in"
                " $segment/preceding-sibling::t:seg[1] return f:to($before), f:from(.))[1] return"
                " if (f:from($segment) lt $reached or f:to($segment) gt f:to(.))"
                " then $segment else ()"
            ),
            "loose": (
                "f:words(string-join(for $part in node()[self::text() or self::*"
                f"[not(self::t:seg or {UNPRINTED})]]"
                " return if ($part/self::*) then f:plain($part) else string($part), ''))"
            ),
        },
    ),
    Assertion(
        "X003",
        "t:*[@xml:id]",
        "count(key('id', @xml:id)) = 1",
        'xml:id "{@xml:id}" is that of another element too',
    ),
    Assertion(
        "X006",
        "t:TEI",
        "empty($foreign)",
        "processing instruction {$foreign[1]/name()} {f:shown($foreign[1])}",
        {
            "foreign": (
                "//processing-instruction()[not(self::processing-instruction(xml-model)"
                " and . << /t:TEI and matches(concat(., ' '),"
                ' \'href="([^":]*[^":_\\w])?schemas/(archive[.](rng|sch)|agent[.]rng)" \'))]'
            )
        },
    ),
)
"""What is stated, by code."""

_DIGEST = "XPath has no digests"
_AGENTS = "it compares the files of the archive with each other"
_TWICE = "it compares a record with itself, as the program writes it"
_READ = "it goes by what the program's own rules read, and where"
_PARSER = "what cannot be parsed reaches no Schematron"

NOT_STATED = {
    "A001": "schemas/agent.rng says it",
    "A002": "it is about the file of an agent, which is no record",
    "A003": _AGENTS,
    "A004": _AGENTS,
    "A005": _AGENTS,
    "A006": _AGENTS,
    "A007": "it is about the file of an agent, which is no record",
    "A008": _AGENTS,
    "A009": _AGENTS,
    "A010": _AGENTS,
    "B001": "XPath cannot list a folder",
    "B002": "XPath cannot list a folder",
    "B003": "XPath cannot list a folder",
    "D005": "printed dates are read by the program's own rules of dates",
    "M001": _READ,
    "M002": _READ,
    "M003": _READ,
    "M004": _READ,
    "C003": _TWICE,
    "C004": _TWICE,
    "C005": _TWICE,
    "E005": _TWICE,
    "T001": _TWICE,
    "T002": _TWICE,
    "T003": _TWICE,
    "T004": _TWICE,
    "T005": _TWICE,
    "T006": _TWICE,
    "T007": _TWICE,
    "S008": _READ,
    "V001": _READ,
    "V002": _READ,
    "V003": _READ,
    "F001": "the manifest is no XML, and only its digests make it worth reading",
    "F002": _DIGEST,
    "F003": _DIGEST,
    "F004": "XPath cannot list a folder",
    "F005": "XPath cannot list a folder",
    "F007": "XPath 2.0 reads no JSON; F009 compares the values that stand alone in a line",
    "F008": f"{_DIGEST}; a header that is not what the capture says is F009",
    "F011": "XPath sees no links and no sizes",
    "G001": "schemas/archive.rng says it, and all that is stated here relies on it",
    "G002": "another grammar says it",
    "G003": "it is proved of grammars",
    "I004": _AGENTS,
    "I005": _AGENTS,
    "I006": _AGENTS,
    "M005": _READ,
    "R001": _AGENTS,
    "R002": _AGENTS,
    "R003": _AGENTS,
    "R004": _AGENTS,
    "R005": _AGENTS,
    "R006": _AGENTS,
    "W001": "a tombstone is no XML",
    "W002": "a tombstone is no XML",
    "W003": _AGENTS,
    "W005": _AGENTS,
    "W004": _AGENTS,
    "X001": _PARSER,
    "X002": f"{_PARSER}, and XPath does not see the declaration",
    "X004": _PARSER,
    "X005": _PARSER,
    "X007": "which characters can be seen XPath does not know",
}
"""Why the other rules are not, by code."""
