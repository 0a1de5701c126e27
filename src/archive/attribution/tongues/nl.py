"""Dutch. An outlet behind "in de" is not read: the article may be of its name or not."""

from __future__ import annotations

from types import MappingProxyType

from archive.attribution.tongues._tongue import Tongue, exactly, headed, numbered, opening, phrase
from archive.attribution.words import word_set
from archive.model.rights import Act, Condition

_PIECE = r"(?:artikel|tekst|stuk|opiniestuk|column|commentaar|essay|bijdrage|reportage|analyse|interview|verhaal)"
_THIS = rf"(?:(?:dit|deze|het|de|bovenstaand|bovenstaande)\s)?{_PIECE}"
_FIRST = r"(?:eerder|oorspronkelijk|eerst|voor\shet\seerst|aanvankelijk|al\seerder)"
_OUT = r"(?:gepubliceerd|verschenen|geplaatst|afgedrukt)"
_DATE = r"(?:op\s\d{1,2}\s\w{3,9}\s\d{4}\s)?"
_IN = (
    r"(?:in|door|op|bij)\s(?:(?:het|de)\s(?=(?:krant|dagblad|weekblad|tijdschrift|maandblad|website|"
    r"persbureau)\s))?(?!\d|(?-i:een|deze|dit)\s)"
)
_BEGINS = r"(?<![\w,;:]\s)"
_USE = (
    r"(?:overname|publicatie|herpublicatie|verspreiding|reproductie|verveelvoudiging|doorplaatsing)"
)
_USED = r"(?:overgenomen|gepubliceerd|geplaatst|herplaatst|verspreid|gereproduceerd|verveelvoudigd|gekopieerd|vertaald)"
_LEAVE = r"(?:toestemming|publicatierechten|rechten|publicatierecht|vergunning)"

TONGUE = Tongue(
    tag="nl",
    months=numbered(
        "januari|jan", "februari|feb|febr", "maart|mrt", "april|apr", "mei", "juni|jun", "juli|jul",
        "augustus|aug", "september|sept|sep", "oktober|okt", "november|nov", "december|dec",
    ),
    ordinal="(?:e|ste)",
    weekdays="(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)",
    on=phrase(r"\s(?:op|van|d\.d\.|in\sde\seditie\svan)\s*\Z"),
    by=opening(
        r"(?:(?:geschreven|tekst|artikel|reportage|column|interview|analyse|opinie)\s)?door\s?:?\s{1,4}"
        r"(?-i:(?=[^\W\d_a-zß-ÿ]))(?![^\n]*(?:[?!;…]|(?-i:[a-zà-ÿ]{4})\.\s|[.:][»”\")]{0,2}\s*(?:\Z|\n)))",
        r"(?:auteurs?|tekst|schrijver|schrijfster)\s?:\s{0,4}",
    ),
    other_by=opening(
        r"(?:geplaatst|gepost|ingezonden)\sdoor\s",
        r"(?:vertaald|vertaling|foto['’]?s?|fotografie|illustraties?|redactie|eindredactie|beeld|bewerkt|"
        r"bewerking)\b[^.]{0,40}?(?:\sdoor\s|\s?:\s|\svan\s)",
    ),
    both=r"\s(?:en|&)\s",
    newsroom=phrase(r"(?:de\s|onze\s)?(?:redactie|verslaggevers?|correspondente?n?)\b"),
    rubrics=word_set(
        "opinie opinies mening meningen column commentaar hoofdartikel debat analyse essay reportage "
        "interview standpunt ingezonden wereld samenleving cultuur jongeren stemmen visie"
    ),
    no_article=opening(r"persbericht", r"ingrediënten\b", r"agenda\s(?:van|voor)\b", r"notulen\b"),
    source=opening(r"bron(?:nen)?\s?[:–—]\s?", r"(?:eerder\s)?verschenen\sin\s?:\s?"),
    published=phrase(
        rf"(?:{_THIS}\s(?:(?:is|werd|was)\s)?|{_BEGINS}){_DATE}(?:{_FIRST}\s)?{_DATE}{_OUT}\s{_DATE}{_IN}",
        rf"{_THIS}\sverscheen\s(?:{_FIRST}\s)?{_DATE}(?:{_FIRST}\s)?{_IN}",
        rf"{_BEGINS}(?:eerste\spublicatie|oorspronkelijke\spublicatie)\s?(?::\s|{_IN})",
    ),
    first=phrase(r"\b(?:eerder|oorspronkelijk\w*|eerste?|aanvankelijk)\b"),
    written=phrase(rf"(?:{_THIS}\s(?:is\s|werd\s)?|{_BEGINS})geschreven\svoor\s(?:het\s|de\s)?"),
    distributed=phrase(r"\b(?:gedistribueerd|verspreid|doorgestuurd)\s(?:door|via)\s(?:het\s|de\s)?",
                       rf"{_BEGINS}(?:distributie|verspreiding)\s?:\s"),
    body=phrase(r",\s(?:een\s|het\s|de\s)?(?:project|uitgave|dienst|programma|tijdschrift|initiatief)\svan\s(?:het\s|de\s)?",
                r",\suitgegeven\sdoor\s"),
    passing=opening(
        r"de\s(?:meningen|opvattingen|standpunten)\b", r"(?:voor\s)?meer\s", r"lees\sook\b",
        r"(?:contact|e-?mail|foto['’]?s?|illustraties?|trefwoorden|tags|vertaling|vertaald)\b",
        r"(?:gepubliceerd|geplaatst)\sop\s\d",
    ),
    about=opening(r"(?:over\sde\s(?:auteur|schrijver|schrijfster)|de\sauteur|auteur)\s?[:–—]\s?"),
    author=phrase(r"de\s(?:auteur|schrijver|schrijfster)(?=\s)"),
    is_=phrase(r",?\s(?:is|zijn)\s(?:(?:momenteel|ook|tevens|thans|nu)\s)?", r",?\swerkt\sals\s",
               r"\s?[:–—]\s(?=[a-z])"),
    acts=phrase(r"\s(?:doceert|werkt|schrijft|studeert|onderzoekt)\b"
                r"(?:\s[\w’'-]{1,24}){0,5}?(?=\s(?:aan|bij|voor|op)\b)"),
    article=opening(r"(?:een|de|het)\s+"),
    former=opening(r"(?:een\s|de\s)?(?:voormalig\w*|oud-|ex-|gewezen\s|vroegere\s)"),
    roles=word_set(
        "hoogleraar docent docente leraar lerares onderzoeker onderzoekster wetenschapper journalist "
        "journaliste schrijver schrijfster auteur directeur directrice redacteur redactrice "
        "hoofdredacteur correspondent correspondente uitgever columnist columniste voorzitter "
        "vicevoorzitter lid coördinator hoofd adviseur adviseuse consultant analist advocaat advocate "
        "jurist juriste arts verpleegkundige verpleegster ingenieur architect architecte historicus "
        "historica socioloog sociologe antropoloog antropologe politicoloog politicologe econoom econome "
        "filosoof filosofe psycholoog psychologe geograaf student studente promovendus promovenda "
        "oprichter oprichtster medeoprichter medeoprichtster secretaris woordvoerder woordvoerster "
        "kamerlid senator ambassadeur minister diplomaat diplomate activist activiste dichter dichteres "
        "romanschrijver filmmaker filmmaakster regisseur regisseuse fotograaf fotografe producent "
        "producente presentator presentatrice verslaggever verslaggeefster blogger vertaler vertaalster "
        "bemiddelaar trainer trainster bibliothecaris bibliothecaresse archivaris imam rabbijn priester "
        "dominee predikant bisschop specialist specialiste deskundige expert medewerker medewerkster "
        "assistent assistente stagiair stagiaire hydroloog bioloog biologe natuurkundige musicus "
        "muzikant kunstenaar kunstenares burgemeester boer boerin pedagoog pedagoge decaan rector "
        "publicist publiciste essayist essayiste theoloog theologe rechter manager beleidsmedewerker "
        "programmamaker programmamaakster vrijwilliger vrijwilligster geoloog geologe"
    ),
    role_like=phrase(r"(?:aar|ares|loog|loge|ist|iste|eur|euse|trice|ent|ente|kundige|medewerker|maker|maakster|graaf|grafe|meester|geleider)\Z"),
    leaders=word_set(
        "directeur directrice redacteur redactrice hoofdredacteur uitgever voorzitter vicevoorzitter lid "
        "coördinator hoofd oprichter oprichtster medeoprichter medeoprichtster secretaris woordvoerder "
        "woordvoerster correspondent correspondente medewerker medewerkster decaan rector columnist "
        "columniste verslaggever verslaggeefster"
    ),
    no_roles=word_set("geboren getrouwd overleden woonachtig in uit ook afkomstig"),
    to=exactly(r"\sin\s(?:het\s|de\s)", r"\s(?:bij|aan|voor|op)\s(?:het\s|de\s|een\s(?=[A-Z]))?"),
    genitive=exactly(r"\s(?:van)\s(?:het\s|de\s)?"),
    place=exactly(r"\s(?:in|te|uit)\s(?:het\s|de\s)?(?-i:(?=[^\W\d_a-zß-ÿ]))"),
    heads=headed(
        "universiteit hogeschool instituut centrum stichting vereniging persbureau dagblad krant courant "
        "faculteit ministerie museum bibliotheek ziekenhuis omroep radio televisie zender raad comité "
        "federatie unie bond liga beweging partij netwerk observatorium laboratorium vakbond gemeente "
        "organisatie genootschap coöperatie huis theater academie groep forum fonds dienst programma "
        "project bureau ambassade weekblad maandblad tijdschrift school lyceum gymnasium college kliniek "
        "kamer commissie alliantie initiatief club bank post nieuws bode gazet orkest archief "
        "nieuwsdienst persdienst service times herald news vredesbeweging"
    ),
    kinds_of=opening(r"(?-i:krant|dagblad|weekblad|tijdschrift|maandblad|website|persbureau)\s(?-i:(?=[A-Z“\"‘]))"),
    joints=word_set("voor van der den de het en in op te"),
    turns=phrase(r"\s(?:waar|die|dat|sinds)\b", r"\sen\s(?:is|heeft|woont|schrijft|werkt|doceert)\b", r"\sgevestigd\b"),
    places=word_set("amsterdam rotterdam utrecht groningen leiden nijmegen maastricht eindhoven delft "
                    "tilburg haarlem arnhem zwolle leeuwarden middelburg antwerpen gent brugge leuven "
                    "brussel nederland belgië vlaanderen suriname paramaribo europa israël palestina "
                    "jeruzalem gaza londen parijs berlijn") | {"den haag", "den bosch"},
    granted=phrase(
        rf"\b{_USE}\b[^.]{{0,40}}?(?<!werd\s)\b(?:toegestaan|vrij|toegelaten|gratis)\b",
        rf"\b(?:mag|mogen|kan|kunnen)\s(?:\w+\s){{0,4}}?(?:worden\s)?{_USED}",
        rf"\b{_LEAVE}\s(?:voor|tot)\s(?:\w+\s)?{_USE}\s(?:is|wordt|worden)\s(?:hierbij\s)?(?:verleend|gegeven)",
    ),
    obtained=phrase(rf"\b{_LEAVE}\b[^.]{{0,60}}?\b(?:verkregen|verworven|ontvangen)\b"),
    host_only=phrase(r"\bmet\s(?:\w+\s){0,2}?toestemming\b", r"\bmet\sdank\saan\b[^.]*\btoestemming\b"),
    reserved=phrase(
        r"\brechten\svoorbehouden\b", r"\b(?:overname|reproductie|verveelvoudiging|herpublicatie|kopiëren)\b[^.]{0,50}?\bverboden\b",
        r"\bverboden\b[^.]{0,30}\b(?:over\ste\snemen|te\s(?:kopiëren|verspreiden|publiceren))",
        r"\bniets\suit\sdeze\suitgave\b", rf"\b(?:mag|mogen)\s(?:\w+\s){{0,3}}?niet\s(?:\w+\s){{0,3}}?{_USED}",
        r"\bniet\stoegestaan\b", r"(?<!toegestaan\s)(?<!vrij\s)\bzonder\s(?:\w+\s){0,3}?toestemming\b",
    ),
    put_off=phrase(
        r"\b(?:niet|geen|zonder|nooit|behalve|tenzij|alleen|slechts|uitsluitend|enkel|mits|indien|als|wanneer|"
        r"voorafgaande?|vooraf|eerst|na|tot|aangevraagd|gevraagd|geweigerd|ingetrokken|voorwaarde\w*|afwachting|contact)\b"
    ),
    harmless=phrase(
        r"\b(?:mits|op\svoorwaarde\sdat|indien|als|onder\svermelding\svan|met\svermelding\svan)\s"
        r"(?![^.]*(?:toestemming|akkoord|vooraf|aangevraagd|betal|contact))[^.]*(?:bron|vermeld|auteur|ongewijzigd|gewijzigd|gratis|inform|meld)[^.]*",
        r"\btenzij\sanders\s(?:vermeld|aangegeven)\b", r"\bzonder\s(?:kosten|wijzigingen|aanpassingen|winstoogmerk)\b",
    ),
    licence_words=(r"naamsvermelding", r"niet-?\s?commercieel", r"geen\s?-?afgeleide\s?-?werken", r"gelijk\s?-?delen"),
    conditions=MappingProxyType({
        Condition.ACKNOWLEDGE_SOURCE: phrase(r"\bbronvermelding\b", r"\bbron\b[^.]{0,40}\bvermeld\w*", r"\bverme[ln]d\w*\b[^.]{0,40}\b(?:bron|auteur)\b"),
        Condition.ACKNOWLEDGE_DISTRIBUTOR: phrase(r"\bvermeld\w*\b[^.]{0,60}(?:CGNews|persdienst|nieuwsdienst|persbureau)",
                                                  r"(?:CGNews|persdienst|nieuwsdienst|persbureau)[^.]{0,40}\bvermeld\w*"),
        Condition.NOTIFY_DISTRIBUTOR: phrase(r"\b(?:informeer|informeren|geïnformeerd|bewijsexemplaar)\b"),
        Condition.FREE_OF_CHARGE: phrase(r"\b(?:gratis|kosteloos|zonder\skosten)\b"),
        Condition.NO_CHANGES: phrase(r"\b(?:ongewijzigd|onverkort|zonder\s(?:wijzigingen|aanpassingen))\b"),
        Condition.NON_COMMERCIAL: phrase(r"\bniet-?\s?commerci\w+", r"\bzonder\swinstoogmerk\b"),
        Condition.UNLESS_NOTED: phrase(r"\btenzij\sanders\s(?:vermeld|aangegeven)\b"),
    }),
    acts_of_use=MappingProxyType({
        Act.PUBLISH: phrase(r"\bovername|\bovergenomen|\bover\ste\snemen|publicatie|publiceer|publiceren|\bgeplaatst|\bverspreid|\breprod|\bgekopieerd|verveelvoudig"),
        Act.TRANSLATE: phrase(r"\bvertaal|\bvertaling"),
    }),
)  # fmt: skip
