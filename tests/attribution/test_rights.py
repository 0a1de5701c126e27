"""Grants, and the refusals that are worded like them."""

from __future__ import annotations

import pytest

from archive.model.rights import Act, Standing
from attribution.articles_table import article, paragraphs

PUBLISH = {"publish": "permitted"}
NOT = {"publish": "prohibited"}

CASES: dict[str, tuple[str, str, dict[str, str], list[str]]] = {
    "granted": ("Copyright permission is granted for publication.", "granted", PUBLISH, []),
    "granted, turned round": ("Permission for publication is granted.", "granted", PUBLISH, []),
    "hereby": ("Permission is hereby granted to reproduce this article.", "granted", PUBLISH, []),
    "and translation": (
        "Copyright permission is granted for publication and translation.",
        "granted",
        PUBLISH | {"translate": "permitted"},
        [],
    ),
    "translation refused": (
        "Copyright permission is granted for publication. Translation is not permitted.",
        "granted",
        PUBLISH | {"translate": "prohibited"},
        [],
    ),
    "a condition with if, and a sale refused": (
        "You may republish this article if you credit the source. It may not be sold.",
        "granted",
        PUBLISH | {"sell": "prohibited", "acknowledge-source": "required"},
        ["acknowledge-source"],
    ),
    "a grant put off, and a sale refused": (
        "Permission for publication has been requested. It may not be sold.",
        "unstated",
        {},
        [],
    ),
    "one medium": (
        "Copyright permission is granted for publication in print media.",
        "unstated",
        {},
        [],
    ),
    "one country": (
        "Copyright permission is granted for publication in the United States.",
        "unstated",
        {},
        [],
    ),
    "a fee": (
        "Copyright permission is granted for publication (fee required).",
        "unstated",
        {},
        [],
    ),
    "in full, which is no limit": (
        "Permission is granted to reprint this article in full.",
        "granted",
        PUBLISH,
        [],
    ),
    "conditions": (
        "This article may be reproduced free of charge for non-commercial purposes, provided that "
        "the text is not changed and the original source is acknowledged.",
        "granted",
        PUBLISH | {"adapt": "prohibited", "acknowledge-source": "required"},
        ["acknowledge-source", "free-of-charge", "no-changes", "non-commercial"],
    ),
    "obtained": (
        "Copyright permission has been obtained for publication.",
        "obtained",
        PUBLISH,
        [],
    ),
    "obtained for an edition": (
        "Unless otherwise noted, copyright permission has been obtained and articles may be "
        "reprinted by any news outlet or publication. Please acknowledge both the original source "
        "and CGNews.",
        "obtained",
        PUBLISH | {"acknowledge-source": "required", "acknowledge-distributor": "required"},
        ["acknowledge-source", "acknowledge-distributor", "unless-noted"],
    ),
    "granted by the paper": (
        "Copyright permission for publication is granted by The Herald.",
        "granted",
        PUBLISH,
        [],
    ),
    "granted for one use": (
        "Permission is granted for non-commercial use only.",
        "granted",
        {},
        ["non-commercial"],
    ),
    "not granted": ("Copyright permission is not granted for publication.", "reserved", NOT, []),
    "no permission": ("No permission is granted for publication.", "reserved", NOT, []),
    "cannot": ("Copyright permission cannot be granted for publication.", "reserved", NOT, []),
    "denied": ("Copyright permission is denied for publication.", "reserved", NOT, []),
    "withheld": ("Permission to publish this article is withheld.", "reserved", NOT, []),
    "refused": ("Copyright permission was refused for publication.", "reserved", NOT, []),
    "no longer": (
        "Copyright permission is no longer granted for publication.",
        "reserved",
        NOT,
        [],
    ),
    "neither": ("Copyright permission is neither granted nor implied.", "reserved", {}, []),
    "without": ("This article may not be published without permission.", "reserved", NOT, []),
    "with": ("This article may be reproduced with the permission of X.", "reserved", NOT, []),
    "only with": ("This article may be reproduced only with permission.", "reserved", NOT, []),
    "to be sought": ("Permission for publication must be sought first.", "reserved", NOT, []),
    "all rights": ("All rights reserved.", "reserved", NOT, []),
    "not obtained": (
        "Copyright permission has not been obtained for publication.",
        "unstated",
        {},
        [],
    ),
    "pending": ("Copyright permission is pending for publication.", "unstated", {}, []),
    "on request": (
        "Copyright permission may be granted for publication on request.",
        "unstated",
        {},
        [],
    ),
    "to some": (
        "Copyright permission is granted for publication only to subscribers.",
        "unstated",
        {},
        [],
    ),
    "to one": ("Copyright permission is granted to CGNews for publication.", "unstated", {}, []),
    "by one": (
        "Copyright permission is granted for publication by the author alone.",
        "unstated",
        {},
        [],
    ),
    "not the case": (
        "It is not the case that copyright permission is granted for publication.",
        "unstated",
        {},
        [],
    ),
    "half and half": (
        "Copyright permission is granted for publication, but not for translation.",
        "unstated",
        {},
        [],
    ),
    "grant and refusal": (
        "Copyright permission is granted for publication. It may not be published elsewhere.",
        "unstated",
        {},
        [],
    ),
    "host only": ("Reprinted with the permission of The Herald.", "host-only", {}, []),
    "licence": (
        "This article is licensed under a Creative Commons Attribution 3.0 License.",
        "licensed",
        PUBLISH
        | dict.fromkeys(("translate", "adapt", "excerpt", "sell"), "permitted")
        | {"sublicense": "prohibited", "acknowledge-source": "required"},
        [],
    ),
}


CASES |= {
    "no permission needed": (
        "No permission is needed to reprint this article.",
        "granted",
        PUBLISH,
        [],
    ),
    "without asking": (
        "This article may be reprinted without asking permission.",
        "granted",
        PUBLISH,
        [],
    ),
    "feel free": ("Feel free to republish this article.", "granted", PUBLISH, []),
    "encouraged": ("Reprinting is encouraged.", "granted", PUBLISH, []),
    "reprint rights": (
        "Reprint rights granted provided that the source is acknowledged.",
        "granted",
        PUBLISH | {"acknowledge-source": "required"},
        ["acknowledge-source"],
    ),
    "with attribution, to any newspaper": (
        "Permission is hereby granted to any newspaper to reproduce this article with attribution "
        "and without alteration, free of charge.",
        "granted",
        PUBLISH | {"adapt": "prohibited", "acknowledge-source": "required"},
        ["acknowledge-source", "free-of-charge", "no-changes"],
    ),
    "the outlet named": (
        "Anyone may reprint this article. Kindly acknowledge The Herald and let us know.",
        "granted",
        PUBLISH | {"acknowledge-source": "required", "notify": "required"},
        ["acknowledge-source", "notify-distributor"],
    ),
    "a service named": (
        "Anyone may reprint this article. Please mention Lantern Features.",
        "granted",
        PUBLISH | {"acknowledge-distributor": "required"},
        ["acknowledge-distributor"],
    ),
    "the author, the source and a service": (
        "All articles may be republished. Please credit the author, the original source and "
        "Lantern Features.",
        "granted",
        PUBLISH | {"acknowledge-source": "required", "acknowledge-distributor": "required"},
        ["acknowledge-source", "acknowledge-distributor"],
    ),
    "for this publication only": (
        "Copyright permission has been granted by the author for this publication only. All other "
        "rights reserved.",
        "host-only",
        {},
        [],
    ),
    "not elsewhere": (
        "Used with the permission of the author; not to be reproduced elsewhere.",
        "host-only",
        {},
        [],
    ),
    "distributed": (
        "This article may not be reproduced or distributed without written permission.",
        "reserved",
        NOT,
        [],
    ),
    "please do not": ("Please do not reprint this article.", "reserved", NOT, []),
    "contact": ("To reprint this article, please contact the editor.", "reserved", NOT, []),
    "no reproduction": ("No reproduction without permission.", "reserved", NOT, []),
}


@pytest.mark.parametrize(("sentence", "kind", "acts", "conditions"), CASES.values(), ids=CASES)
def test_rights(sentence: str, kind: str, acts: dict[str, str], conditions: list[str]) -> None:
    rights = article(tail=f"Source: The Herald, 13 June 2008\n\n{sentence}").rights
    assert rights is not None
    assert rights.kind.value.value == kind
    assert rights.statement.value == sentence
    assert {act.value: fact.value.value for act, fact in rights.acts} == acts
    assert [fact.value.value for fact in rights.conditions] == conditions
    if kind != "licensed":
        assert rights.standing(Act.SUBLICENSE) is Standing.UNSTATED


def test_holder_and_grant() -> None:
    rights = article(tail="© 2008 Ann Ek. Copyright permission is granted for publication.").rights
    assert rights is not None
    assert rights.holder is not None
    assert (rights.holder.value, rights.kind.value.value) == ("Ann Ek", "granted")


STATEMENTS = {
    "in parentheses": "(Copyright permission is granted for publication.)",
    "before a notice": "Copyright permission is granted for publication. © The Herald 2008",
    "at the end of a line in parentheses": "(Written for The Herald. Copyright "
    "permission is granted for publication.)",
    "behind a notice": "© 2008 The Herald. Copyright permission is granted for publication.",
}


@pytest.mark.parametrize("tail", STATEMENTS.values(), ids=STATEMENTS)
def test_statement_without_what_stands_around_it(tail: str) -> None:
    rights = article(tail=f"Source: The Herald, 13 June 2008\n\n{tail}").rights
    assert rights is not None
    assert rights.statement.value == "Copyright permission is granted for publication."


LICENCES = {
    "words": (
        "Creative Commons Attribution-NonCommercial-ShareAlike 3.0 licence",
        "CC-BY-NC-SA-3.0",
    ),
    "short": ("CC BY-ND 4.0", "CC-BY-ND-4.0"),
    "no version": ("Creative Commons Attribution license", "CC-BY"),
    "ported": (
        "Creative Commons Attribution-Noncommercial-No Derivative Works 3.0 United States License",
        "CC-BY-NC-ND-3.0-US",
    ),
    "unported": ("Creative Commons Attribution-NoDerivs 3.0 Unported License", "CC-BY-ND-3.0"),
    "address": ("http://creativecommons.org/licenses/by-nc-nd/3.0/", "CC-BY-NC-ND-3.0"),
    "zero": ("CC0 1.0 Universal", "CC0-1.0"),
    "GNU": ("GNU Free Documentation License, Version 1.2", "GFDL-1.2"),
}


@pytest.mark.parametrize(("printed", "name"), LICENCES.values(), ids=LICENCES)
def test_licences(printed: str, name: str) -> None:
    rights = article(tail=f"This article is licensed under a {printed}.").rights
    assert rights is not None
    assert rights.licence is not None
    assert rights.licence.value == name


def test_a_licence_fixes_what_it_permits() -> None:
    rights = article(tail="This article is licensed under CC BY-NC-ND 4.0.").rights
    assert rights is not None
    prohibited = {act for act, fact in rights.acts if fact.value is Standing.PROHIBITED}
    assert prohibited == {Act.TRANSLATE, Act.ADAPT, Act.SELL, Act.SUBLICENSE}
    assert rights.standing(Act.PUBLISH) is Standing.PERMITTED


PROSE = {
    "another thing": "But the ministry may not publish its figures until May.",
    "use": "Farmers may use the canal only at night.",
    "what happened": "It was printed without permission, and everybody read it.",
    "what somebody says": "All rights reserved, said the sign over the well.",
    "a permission for something else": "Permission was granted to dig a second well.",
    "an opinion": "Copyright permission is a strange idea in a town that shares its water.",
}


@pytest.mark.parametrize("sentence", PROSE.values(), ids=PROSE)
def test_prose_is_no_statement(sentence: str) -> None:
    found = article(tail=f"{sentence}\n\nSource: The Herald, 13 June 2008")
    assert found.rights is None
    assert paragraphs(found) == 4
