"""The XPath that assertions share: functions and variables of schemas/archive.sch."""

from __future__ import annotations

from collections.abc import Iterable

from archive.tei.statements import NOT_PRINTED
from archive.validate.rules.editing import POINTING


def strings(values: Iterable[str]) -> str:
    """A sequence of strings in XPath."""
    return "(" + ", ".join(f"'{value}'" for value in sorted(values)) + ")"


def elements(names: Iterable[str]) -> str:
    """A test that an element has one of these names."""
    return " or ".join(f"self::t:{name}" for name in sorted(names))


UNPRINTED = elements(NOT_PRINTED).replace("self::t:note", "self::t:note[not(@place)]")
_BLANK = "concat('[\\s\\p{Z}', codepoints-to-string(133), ']+')"  # as str.isspace() in Python

FUNCTIONS = {
    # text as the source prints it
    "f:plain($nodes as node()*) as xs:string": (
        "string-join(for $part in $nodes/node()[self::text() or self::*"
        f"[not({UNPRINTED})]]"
        " return if ($part/self::*) then f:plain($part) else string($part), '')"
    ),
    "f:words($text as xs:string?) as xs:string": f"normalize-space(replace($text, {_BLANK}, ' '))",
    "f:folded($text as xs:string?) as xs:string": "upper-case(f:words($text))",
    "f:shown($text as xs:string?) as xs:string": (
        "for $words in f:words($text) return concat('\"', if (string-length($words) > 60)"
        " then concat(substring($words, 1, 57), '...') else $words, '\"')"
    ),
    # the local pointers in attributes, without #, and what they point to
    "f:pointers($attributes as attribute()*) as xs:string*": (
        "for $pointer in tokenize(normalize-space(string-join($attributes, ' ')), ' ')"
        " return substring-after($pointer, '#')[starts-with($pointer, '#')]"
    ),
    "f:targets($attributes as attribute()*) as element()*": (
        "for $one in $attributes return key('id', f:pointers($one), root($one))"
    ),
    # the first and the last day that a date can mean, as text that sorts
    "f:first($date as xs:string) as xs:string": "substring(concat($date, '-01-01'), 1, 10)",
    "f:last($date as xs:string) as xs:string": (
        "substring(concat($date, if (string-length($date) = 4) then '-12-31'"
        " else if (string-length($date) = 7) then '-31' else ''), 1, 10)"
    ),
    "f:start($date as element()) as xs:string": (
        "string(($date/@when, $date/@notBefore, $date/@from, '0001')[1])"
    ),
    "f:end($date as element()) as xs:string": (
        "string(($date/@when, $date/@notAfter, $date/@to, '9999')[1])"
    ),
    # an address without its scheme
    "f:bare($address as xs:string?) as xs:string": (
        "for $whole in normalize-space($address) return"
        " (replace(substring-after($whole, '://'), '/+$', '')[. != ''],"
        " replace($whole, '/+$', ''))[1]"
    ),
    # a range of the source, and its characters
    "f:number($value as xs:string?) as xs:integer": (
        "if (matches($value, '^[0-9]+$')) then xs:integer($value) else 0"
    ),
    "f:range($element as element()) as xs:integer*": (
        "if (matches($element/@source, '^src:[0-9]+,[0-9]+$')) then"
        " for $number in tokenize(substring-after($element/@source, ':'), ',')"
        " return f:number($number) else (0, 0)"
    ),
    "f:from($element as element()) as xs:integer": "f:range($element)[1]",
    "f:to($element as element()) as xs:integer": "f:range($element)[2]",
    "f:slice($text as xs:string?, $element as element()) as xs:string?": (
        "for $from in f:from($element), $to in f:to($element) return"
        " substring($text, $from + 1, $to - $from)"
        "[$from lt $to and $to le string-length($text)]"
    ),
    # the same without the marks of quoting, "> ", before each line
    "f:read($text as xs:string?, $element as element()) as xs:string?": (
        "for $slice in f:slice($text, $element) return"
        " replace($slice, '^[ \\t]{0,3}>[> \\t]{0,60}', '', 'm')"
    ),
    "f:file($name as xs:string, $encoding as xs:string?, $home as xs:anyURI?) as xs:string?": (
        "for $base in $home, $place in resolve-uri($name, $base), $one in $encoding return"
        " if (unparsed-text-available($place, $one)) then unparsed-text($place, $one) else ()"
    ),
    # a value of the capture: JSON, one to a line, keys indented; none that has a backslash in it
    "f:captured($facts as xs:string?, $key as xs:string) as xs:string?": (
        "for $line in concat('\\n', $key, ': (\"([^\"\\\\]*)\"|([0-9]+)),?\\r?\\n') return"
        " if (matches($facts, $line)) then"
        " replace($facts, concat('^.*', $line, '.*$'), '$2$3', 's') else ()"
    ),
}
"""The functions that tests use, by their signatures."""

LETS = {
    "home": "base-uri(/*)",
    "folder": "tokenize($home, '/')[last() - 1][ends-with($home, '/record.xml')]",
    "year": "tokenize($home, '/')[last() - 2][matches(., '^([0-9]{4}|undated)$')]",
    "received": "(//t:bibl[@xml:id = 'bibl-received'])[1]",
    "copy": "substring-before((//t:prefixDef/@replacementPattern)[1], '#')",
    "facts": "f:file(concat(replace($copy, '\\.[^.]*$', ''), '.json'), 'utf-8', $home)",
    "is-text": (
        "(f:captured($facts, '  \"media-type\"'),"
        " f:plain($received/t:note[@type = 'media-type']))[1] = 'text/plain'"
    ),
    "encoding": "f:plain($received/t:note[@type = 'encoding'])",
    "is-known": "$encoding = ('utf-8', 'utf-16le', 'utf-16be', 'windows-1252')",
    # the reading text: no byte order mark, line ends LF
    "source": (
        "for $text in f:file($copy, $encoding[$is-text and $is-known], $home)"
        " return replace(replace($text, concat('^', codepoints-to-string(65279)), ''),"
        " '\\r\\n?', codepoints-to-string(10))"
    ),
    # whether there are bytes at all: each is a character of Latin-1
    "is-there": "exists(f:file($copy, 'iso-8859-1', $home))",
    "used": f"f:pointers({' | '.join(f'//@{name}' for name in POINTING)})",
    "permissions": "//t:seg[@type = 'permission-statement']",
    # the run of the source that is the article's, and the blocks that lie in it
    "begin": "f:number($received/t:biblScope[1]/@from)",
    "stop": (
        "if ($received/t:biblScope) then f:number($received/t:biblScope[1]/@to)"
        " else string-length($source)"
    ),
    "is-run": "$begin lt $stop and $stop le string-length($source)",
    "blocks": (
        "//t:text//t:*[@source][not(self::t:seg)]"
        "[$is-run and f:from(.) lt $stop and f:to(.) gt $begin]"
    ),
    "ends": "for $block in $blocks return f:to($block)",
}
"""The variables that tests share."""
