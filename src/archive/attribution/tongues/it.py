"""Italian."""

from __future__ import annotations

from types import MappingProxyType

from archive.attribution.tongues._tongue import Tongue, exactly, headed, numbered, opening, phrase
from archive.attribution.words import word_set
from archive.model.rights import Act, Condition

_PIECE = (
    r"(?:articolo|testo|pezzo|editoriale|commento|reportage|saggio|intervento|contributo|analisi|"
    r"intervista|corsivo)"
)
_THIS = rf"(?:(?:questo|questa|quest['’]|il\spresente|la\spresente|il|l['’]|lo|la)\s?)?{_PIECE}"
_FIRST = (
    r"(?:originariamente|originalmente|inizialmente|in\sorigine|per\sla\sprima\svolta|per\sprima|"
    r"precedentemente|già|per\sprimo)"
)
_OUT = r"(?:pubblicat[oa]|apparso|apparsa|uscit[oa]|diffus[oa]|stampat[oa])"
_IN = (
    r"(?:(?:su|sul|sullo|sulla|sulle|sui|in|nel|nello|nella|da|dal|dallo|dalla|dai|presso)\s?:?\s|"
    r"(?:sull|nell|dall)['’]\s?)(?!\d|data\s|occasione\s|corso\s)"
)
_DATE = r"(?:(?:il|in\sdata)\s\d{1,2}\s\w{4,9}\s\d{4},?\s)?"
_BEGINS = r"(?<![\w,;:]\s)"
_BE = r"(?:è\s(?:stat[oa]\s)?|fu\s|era\sstat[oa]\s|viene\s)"
_USE = r"(?:riproduzione|ripubblicazione|pubblicazione|diffusione|utilizzo|utilizzazione|ristampa)"
_USED = r"(?:(?:ri)?pubblicat|riprodott|diffus|utilizzat|ristampat|tradott|ripres|copiat)[oaie]"
_USING = r"(?:(?:ri)?pubblicar|riprodur|diffonder|utilizzar|ristampar|tradur)(?:re|[eln]\w*)"
_LEAVE = r"(?:permess[oi]|autorizzazion[ei]|licenz[ae]|diritt[oi]|consenso)"

TONGUE = Tongue(
    tag="it",
    months=numbered(
        "gennaio|gen", "febbraio|feb|febbr", "marzo|mar", "aprile|apr", "maggio|mag|magg",
        "giugno|giu", "luglio|lug", "agosto|ago", "settembre|set|sett", "ottobre|ott",
        "novembre|nov", "dicembre|dic",
    ),
    ordinal="(?:º|°)",
    of="(?:del|di)",
    weekdays=r"(?:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)",
    on=phrase(r"(?:\s(?:il|in\sdata|il\sgiorno|del|di|datato|nel\snumero\sdel|nell['’]edizione\sdel|lo\sscorso)|"
              r"\s(?:l|dell|in\sdata\sdell)['’])\s*\Z"),
    by=opening(
        r"(?:(?:scritto|testo|articolo|reportage|servizio|analisi|intervista|commento|opinione)\s)?"
        r"di\s?:?\s{1,4}(?-i:(?=[^\W\d_a-zß-ÿ]))(?=[^\n]{2,100}(?:\Z|\n))(?![^\n]*(?:[?!;…]|(?-i:[a-zà-ÿ]{4})\.\s|[.:][»”\")]{0,2}\s*(?:\Z|\n)))",
        r"(?:autore|autrice|autori|autrici|testo|testi|articolo|scritto\sda)\s?:\s{0,4}",
        r"(?:scritto|a\scura)\s(?:da|di)\s",
    ),
    other_by=opening(
        r"(?:pubblicato|postato|inviato|inserito)\sda\s",
        r"(?:tradott[oa]|traduzione|fotografi[ae]|foto|illustrazion[ei]|disegni|edizione|revisione|"
        r"montaggio)\b[^.]{0,40}?(?:\sda\s|\s?:\s|\sdi\s)",
    ),
    both=r"\s(?:e|ed|&)\s",
    newsroom=phrase(r"(?:la\s|della\s)?redazione|nostr[oaie]\s|agenzi[ae]\b"),
    rubrics=word_set(
        "opinione opinioni commento commenti editoriale editoriali dibattito analisi rubrica punto "
        "di vista idee reportage intervista interviste giovani voci internazionale esteri mondo "
        "società cultura interventi l’opinione l’editoriale"
    ),
    no_article=opening(
        r"comunicato\sstampa", r"nota\s(?:alla|per\sla)\sstampa", r"ingredienti\b",
        r"per\s(?:la\s)?diffusione\simmediata", r"ordine\sdel\sgiorno", r"verbale\s(?:di|della|del)\b",
    ),
    source=opening(r"font[ei](?:\s(?:originale|dell['’]articolo|del\stesto))?\s?[:–—]\s?",
                   r"per\sgentile\sconcessione\s(?:di|de[l]?)\s?:\s?",
                   r"pubblicato\s(?:originariamente\s)?(?:su|in)\s?:\s?", r"tratto\sda\s?:\s?"),
    published=phrase(
        rf"(?:{_THIS}\s{_BE}?|{_BEGINS}{_BE}?)(?:{_FIRST}\s)?{_OUT}\s(?:{_FIRST}\s)?{_DATE}{_IN}",
        rf"{_BEGINS}(?:prima\s)?pubblicazione(?:\soriginale)?\s?(?::\s|{_IN})",
        rf"(?:{_THIS}\s(?:è\s)?|{_BEGINS})tratt[oa]\s(?:da\s|dal\s|dalla\s|dallo\s|dall['’])(?!\d)",
    ),
    first=phrase(r"\b(?:origin\w*|inizialmente|prima)\b"),
    written=phrase(rf"(?:{_THIS}\s{_BE}?|{_BEGINS})(?:scritt[oa]|redatt[oa]|realizzat[oa])\s"
                   r"(?:appositamente\s|espressamente\s|originariamente\s)?per\s(?:conto\sdi\s)?(?:il\s|la\s|lo\s|i\s|l['’]\s?)?"),
    distributed=phrase(
        r"\b(?:distribuit[oa]|diffus[oa]|divulgat[oa]|trasmess[oa])\s(?:con\s\w+\s)?"
        r"(?:(?:da|dal|dallo|dalla|dai|tramite|via|attraverso)\s(?:il\s|la\s|l['’])?|dall['’]\s?)",
        rf"{_BEGINS}distribuzione\s?:\s",
    ),
    body=phrase(
        r",\s(?:una?\s|il\s|la\s|un['’])?(?:progetto|pubblicazione|servizio|programma|rivista|iniziativa)\s"
        r"(?:di\s|del\s|dello\s|della\s|dei\s|degli\s|delle\s|dell['’]\s?)",
        r",\s(?:pubblicat[oa]|edit[oa])\sda(?:l|llo|lla)?\s",
    ),
    passing=opening(
        r"le\s(?:opinioni|idee)\b", r"per\s(?:maggiori|ulteriori|saperne)\b", r"leggi\sanche\b",
        r"(?:contatt[oi]|e-?mail|posta|foto|illustrazion[ei]|etichette|tag|parole\schiave|"
        r"crediti|traduzione)\b", r"pubblicato\s(?:il\s|in\sdata\s|l['’])\s?\d", r"(?:articolo\s|testo\s)?tradott[oa]\s",
    ),
    about=opening(r"(?:(?:chi\sè|nota\ssu)?l['’](?:autore|autrice)|(?:sull['’]|nota\ssull['’])(?:autore|autrice)|"
                  r"autore|autrice|nota\sbiografica)\s?[:–—]\s?"),
    author=phrase(r"l['’](?:autore|autrice)(?=\s)"),
    is_=phrase(
        r",?\s(?:è|sono)\s(?:(?:attualmente|anche|inoltre|oggi|ora)\s)?",
        r",?\s(?:lavora|opera)\scome\s", r"\s?[:–—]\s(?=[a-zèé])",
    ),
    acts=phrase(r"\s(?:insegna|lavora|collabora|scrive|studia|milita)\b"
                r"(?:\s[\w’'-]{1,20}){0,6}?(?=\s(?:a|al|alla|allo|all['’]|in|nel|nella|nello|nell['’]|per|"
                r"presso|con)\b)"),
    article=opening(r"(?:un|uno|una|il|lo|la|i|gli|le)\s+", r"(?:l|un)['’]\s?"),
    former=opening(r"(?:un[ao]?\s|il\s|la\s|l['’]|un['’])?(?:ex[-\s]|stat[oa]\s|già\s|exdirettor|precedente\s)"),
    roles=word_set(
        "professore professoressa professori docente docenti insegnante maestro maestra "
        "ricercatore ricercatrice studioso studiosa giornalista giornalisti scrittore scrittrice "
        "autore autrice direttore direttrice vicedirettore vicedirettrice redattore redattrice "
        "caporedattore caporedattrice corrispondente inviato inviata editore editrice "
        "editorialista opinionista cronista presidente presidentessa vicepresidente membro "
        "coordinatore coordinatrice responsabile consigliere consigliera consulente analista "
        "avvocato avvocata avvocatessa giurista medico medica infermiere infermiera ingegnere "
        "ingegnera architetto architetta storico storica sociologo sociologa antropologo "
        "antropologa politologo politologa economista filosofo filosofa psicologo psicologa "
        "geografo geografa geologo geologa linguista studente studentessa dottorando dottoranda "
        "borsista fondatore fondatrice cofondatore cofondatrice co-fondatore co-fondatrice "
        "segretario segretaria portavoce delegato delegata deputato deputata senatore senatrice "
        "ambasciatore ambasciatrice ministro ministra diplomatico diplomatica attivista militante "
        "poeta poetessa romanziere romanziera regista documentarista fotografo fotografa "
        "fotoreporter produttore produttrice conduttore conduttrice presentatore presentatrice "
        "reporter blogger traduttore traduttrice mediatore mediatrice formatore formatrice "
        "allenatore allenatrice bibliotecario bibliotecaria archivista imam rabbino sacerdote "
        "prete pastore pastora vescovo specialista esperto esperta associato associata assistente "
        "agronomo agronoma idrologo idrologa biologo biologa fisico fisica chimico chimica "
        "musicista artista sindaco sindaca agricoltore agricoltrice contadino contadina pescatore "
        "educatore educatrice preside rettore rettrice decano collaboratore collaboratrice "
        "saggista capo dirigente funzionario funzionaria operatore operatrice volontario "
        "volontaria teologo teologa giudice magistrato farmacista ostetrica curatore curatrice "
        "intellettuale commentatore commentatrice critico critica ordinario ordinaria cooperante"
    ),
    role_like=phrase(r"(?:tore|trice|sore|ista|iere|iera|[òo]log[oa]|ente|ante|ari[oa]|[^aeiou]ic[oa]|graf[oa]|aio)\Z"),
    leaders=word_set(
        "direttore direttrice vicedirettore vicedirettrice redattore redattrice caporedattore "
        "caporedattrice presidente presidentessa vicepresidente membro coordinatore coordinatrice "
        "fondatore fondatrice cofondatore cofondatrice co-fondatore co-fondatrice segretario "
        "segretaria portavoce corrispondente inviato inviata editore editrice responsabile "
        "giornalista ricercatore ricercatrice editorialista opinionista cronista delegato delegata "
        "collaboratore collaboratrice preside rettore rettrice reporter capo dirigente"
    ),
    no_roles=word_set("nato nata sposato sposata residente originario originaria anche di a in il la lo un "
                      "una per con che laureato laureata"),
    to=exactly(
        r"\s(?:presso|per|con)\s(?:il\s|la\s|lo\s|i\s|gli\s|le\s|l['’]\s?)?",
        r"\s(?:al|allo|alla|ai|agli|alle|nel|nello|nella|nei|negli|nelle|col)\s",
        r"\s(?:all|nell)['’]\s?", r"\s(?:a|in|ad)\s",
    ),
    genitive=exactly(r"\s(?:del|dello|della|dei|degli|delle|di)\s", r"\s(?:dell|d)['’]\s?"),
    place=exactly(r"\s(?:a|ad|in|nel|nella)\s(?-i:(?=[^\W\d_a-zß-ÿ]))"),
    heads=headed(
        "istituto istituzione collegio scuola università centro fondazione associazione agenzia "
        "giornale quotidiano facoltà dipartimento ministero museo biblioteca ospedale radio "
        "televisione tv canale rete consiglio comitato federazione unione lega movimento partito "
        "osservatorio laboratorio sindacato comune regione provincia ong organizzazione società "
        "cooperativa casa teatro accademia gruppo forum fondo servizio programma progetto ufficio "
        "ambasciata rivista settimanale gazzetta clinica camera commissione alleanza iniziativa "
        "tribuna stampa circolo club collettivo cattedra banca corriere voce messaggero liceo "
        "politecnico ordine archivio orchestra parrocchia diocesi caritas conservatorio azienda "
        "coordinamento campagna comunità consorzio service times herald post news"
    ),
    kinds_of=opening(r"(?-i:(?:quotidiano|settimanale|mensile|giornale|rivista|portale|sito|ong)|ONG)\s(?-i:(?=[^\W\d_a-zß-ÿ]|[«“\"]))"),
    joints=word_set("di del dello della dei degli delle e ed il lo la i gli le per sui sul sulla sulle al alla "
                    "dell’ sull’ d’"),
    turns=phrase(r"\s(?:dove|che|chi|così)\b|\s(?:dal\s\d|e\s(?:è|ha|vive|abita|lavora|scrive|insegna|dirige|"
                 r"collabora|attualmente|autore|autrice)\b)", r"\s(?:con\ssede|situat[oa])\b"),
    places=word_set("roma milano torino napoli bologna firenze genova venezia palermo bari trieste "
                    "padova verona catania cagliari perugia trento ancona pisa siena lecce italia "
                    "sicilia sardegna toscana puglia svizzera lugano francia europa africa israele "
                    "palestina gerusalemme gaza libano egitto londra parigi berlino bruxelles "
                    "tunisia algeria marocco") | {"reggio calabria", "reggio emilia", "città del vaticano",
                    "stati uniti", "san marino", "la spezia", "l’aquila"},
    granted=phrase(
        rf"\b{_USE}\b[^.]{{0,40}}?(?<!fu\s)(?<!era\s)(?<!stata\s)\b(?:libera|autorizzata|permessa|consentita|gratuita|concessa)\b",
        rf"\b(?:autorizzata|permessa|consentita|libera)\s(?:la\s)(?:\w+\s){{0,2}}?{_USE}",
        rf"\bsi\s(?:autorizza|consente|permette|concede)\s(?:\w+\s){{0,4}}?(?:{_USE}|{_USING}|{_LEAVE})",
        rf"\b(?:può|possono)\sessere\s(?:liberamente\s|gratuitamente\s)?{_USED}",
        rf"\b{_LEAVE}\s(?:di|per|alla)\s(?:la\s)?(?:{_USE}|{_USING})\b[^.]{{0,40}}?\b(?:concess|dat|accordat|liber)[oaie]\b",
        rf"\bè\s(?:concess[oa]|dat[oa])\s(?:il\s|la\s|l['’])?{_LEAVE}\b",
        r"\bliber[oa]\sda\sdiritti\b",
    ),
    obtained=phrase(
        rf"\b{_LEAVE}\b[^.]{{0,80}}?\b(?:ottenut|acquisit|ricevut|acquistat)[oaie]\b",
        rf"\b(?:è|sono)\sstat[oaie]\s(?:ottenut|acquisit|ricevut)[oaie]\s(?:\w+\s|\w+['’]){{0,2}}?{_LEAVE}\b",
        rf"\babbiamo\s(?:ottenuto|ricevuto)\s(?:\w+\s|\w+['’]){{0,2}}?{_LEAVE}\b",
    ),
    host_only=phrase(
        r"\b(?:per|su)\s(?:gentile|cortese)\sconcessione\b",
        r"\bcon\s(?:il\s|la\s|l['’])?(?:\w+\s)?(?:permesso|autorizzazione|consenso)\s(?:speciale\s)?(?:di|de[lg]\w*)\b",
        r"\bcon\s(?:il\s|la\s)?(?:gentile|cortese)\s(?:permesso|autorizzazione|consenso)\b",
    ),
    reserved=phrase(
        r"\bdiritti\s(?:di\s[\w\s]{1,30}?)?riservati\b", r"\briproduzione\sriservata\b",
        r"\b(?:vietat|proibit)[oaie]\s(?:la\s|ogni\s|qualsiasi\s)?(?:\w+\s){0,2}?(?:riprodu|ripubblica|copia|utilizz|pubblica|diffusione|tradu)\w*",
        r"\b(?:riproduzione|ripubblicazione|copia|utilizzo|diffusione)\b[^.]{0,60}?(?<!fu\s)(?<!era\s)(?<!stata\s)\b(?:vietat|proibit)[oa]\b",
        r"\bnon\s(?:può|possono|potrà|potranno|deve|devono)\sessere\s(?:\w+\s){0,3}?(?:(?:ri)?pubblicat|riprodott|diffus|utilizzat|copiat|tradott)",
        r"\bnon\s(?:è|sono)\s(?:consentit|permess|autorizzat)[oaie]\b", r"\bnon\ssi\s(?:autorizza|consente|permette)\b",
        r"(?<!permessa\s)(?<!consentita\s)(?<!libera\s)\bsenza\s(?:(?:il|la|previ[oa]|esplicit[oa]|espress[oa])\s|l['’]){0,3}(?:autorizzazione|permesso|consenso)\b",
        r"\b(?:richiede|necessita\s(?:di|del))\s?(?:\w+\s|l['’]){0,2}(?:autorizzazione|permesso)\b",
    ),
    put_off=phrase(
        r"\b(?:non|senza|mai|nessun\w*|salvo|tranne|eccetto|attesa|richiest[oaie]|richiedere|chiest[oaie]|chiedere|negat[oaie]|"
        r"rifiutat[oaie]|solo|soltanto|solamente|unicamente|esclusivamente|previ[oa]|preventiv\w+|prima\sdi|fino|se|"
        r"purché|qualora|patto|condizione|condizionat\w+|soggett[oa]|subordinat\w+|revocat\w+|scadut\w+|contattare)\b"
    ),
    harmless=phrase(
        r"\b(?:purché|a\scondizione\s(?:che|di)|a\spatto\s(?:che|di)|previa|se)\s"
        r"(?![^.]*(?:autorizz|permess|consens|preventiv|richie|chied|pag|accord|contatt))[^.]*"
        r"(?:cit|menzion|indic|credit|font|autor|autrice|inform|avvis|notific|modific|alter|gratuit)[^.]*",
        r"\bsalvo\s(?:diversa\s(?:indicazione|menzione)|indicazione\scontraria|dove\sdiversamente\sindicato)\b",
        r"\b(?:se|ove|dove)\snon\s(?:diversamente|altrimenti)\sindicato\b",
        r"\bsenza\s(?:alcun\w*\s)?(?:costi|costo|spese|oneri|modifiche|modificazioni|alterazioni|tagli|fini\sdi\slucro|scopo\sdi\slucro)\b",
        r"\b(?:fini|scopi|uso)\snon\scommercial\w+",
    ),
    licence_words=(r"attribuzione", r"(?:uso\s)?non\s?-?commerciale",
                   r"(?:no|non)\s?-?opere\s?-?derivate|non\sopere\sderivate", r"condividi\s?-?allo\s?-?stesso\s?-?modo|stessa\slicenza"),
    conditions=MappingProxyType({
        Condition.ACKNOWLEDGE_SOURCE: phrase(
            r"\b(?:menzion|cita|citare|citando|indica|credit|riport|riferi)\w*\b[^.]{0,40}\b(?:font[ei]|autore|autrice|autori|origine|provenienza)\b",
            r"\bfonte\b[^.]{0,30}\b(?:menzionat|citat|indicat|riportat)\w+"),
        Condition.ACKNOWLEDGE_DISTRIBUTOR: phrase(
            r"\b(?:menzion|cita|citare|citando|indica|credit)\w*\b[^.]{0,60}(?:CGNews|servizio\s(?:stampa|di\snotizie)|distributore|agenzia)"),
        Condition.NOTIFY_DISTRIBUTOR: phrase(r"\b(?:inform(?:are|ando|ate|i|ateci)|avvis(?:are|ando|ate)|notific(?:are|ando|ate|hi)|comunicar\w+)\b"),
        Condition.FREE_OF_CHARGE: phrase(r"\b(?:gratuit\w*|gratis|senza\s(?:alcun\w*\s)?(?:costi|costo|spese|oneri))\b"),
        Condition.NO_CHANGES: phrase(r"\bsenza\s(?:alcun\w*\s)?(?:modific\w+|alterazioni|cambiamenti|tagli)\b", r"\bintegralmente\b",
                                     r"\bnon\s(?:sia|venga|vengano)\s(?:modificat|alterat)\w+\b"),
        Condition.NON_COMMERCIAL: phrase(r"\bnon\s?-?commercial\w*", r"\bsenza\s(?:fini|scopo|scopi)\sdi\slucro\b"),
        Condition.UNLESS_NOTED: phrase(
            r"\bsalvo\s(?:diversa\s(?:indicazione|menzione)|indicazione\scontraria|dove\sdiversamente\sindicato)\b",
            r"\b(?:se|ove|dove)\snon\s(?:diversamente|altrimenti)\sindicato\b"),
    }),
    acts_of_use=MappingProxyType({
        Act.PUBLISH: phrase(r"\b(?:ri)?pubblic(?!ità|o\b|a\b|he\b|i\b)\w+|\briprodu\w+|\briprodott\w+|\bdiffus\w+|\bdiffond\w+|\bristamp\w+|\bcopia\b|\bcopiat\w"),
        Act.TRANSLATE: phrase(r"\btradu\w+|\btradott\w+"),
    }),
)  # fmt: skip
