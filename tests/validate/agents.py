"""Files of agents made in code, sound unless a test breaks them."""

from __future__ import annotations

from collections.abc import Mapping

from archive.read import again
from archive.validate import Surroundings, Target

PRINTED = "The INSTITUTE FOR STUDIES (IPS) and the Herald Trust (HT) met on ships, with Anna Lee."
HOME = "2008/2008-06-13-lee-a-well-for-two-villages"
STUDIES = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="../../schemas/agent.rng" type="application/xml"?>
<!-- not the news agency -->
<org xmlns="http://www.tei-c.org/ns/1.0" xml:id="studies">
  <orgName type="full" source="../{HOME}/record.xml">Institute for Studies</orgName>
  <orgName type="full" source="https://a.example/" from="1963" to="1970">Studies
    Institute</orgName>
  <orgName type="short" source="../{HOME}/record.xml">IPS</orgName>
  <idno type="wikidata" source="https://www.wikidata.org/">Q1</idno>
  <note>In Oslo.</note>
</org>
"""
HERALD = f"""\
<org xmlns="http://www.tei-c.org/ns/1.0" xml:id="herald">
  <orgName type="full" source="../{HOME}/record.xml">Herald Trust</orgName>
  <orgName type="short" source="../{HOME}/record.xml" notBefore="1994">HT</orgName>
</org>
"""
LEE = f"""\
<person xmlns="http://www.tei-c.org/ns/1.0" xml:id="lee-ann">
  <persName type="full" source="https://a.example/"><forename>Ann</forename> <surname>Lee</surname>
  </persName>
  <persName type="full" source="../{HOME}/record.xml" xml:lang="no">Anna Lee</persName>
</person>
"""


def target(id: str, text: str) -> Target:
    """The file of an agent."""
    path = f"records/_agents/{id}.xml"
    return Target(path=path, id=id, xml=text.encode(), files={}, reading=again)


def around(texts: Mapping[str, str]) -> Surroundings:
    """An archive of one record, and of agents with these files."""
    printed = {HOME: PRINTED, "2008/damaged": ""}
    return Surroundings(agents=[target(*item) for item in texts.items()], printed=printed.get)


ALL = {"herald": HERALD, "lee-ann": LEE, "studies": STUDIES}
