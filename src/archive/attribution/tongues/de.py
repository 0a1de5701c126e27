"""German."""

from __future__ import annotations

from types import MappingProxyType

from archive.attribution.tongues._tongue import Tongue, exactly, numbered, opening, phrase
from archive.attribution.words import word_set
from archive.model.rights import Act, Condition

_PIECE = r"(?:artikel|text|beitrag|kommentar|essay|aufsatz|bericht|leitartikel|gastbeitrag)"
_THIS = rf"(?:(?:dieser|der|der\svorliegende|obiger)\s)?{_PIECE}"
_OUT = r"(?:veröffentlicht|erschienen|abgedruckt|publiziert|gedruckt)"
_USE = r"(?:nachdruck|abdruck|wiedergabe|veröffentlichung|verbreitung|vervielfältigung|weiterverbreitung|weiterverwendung)"

TONGUE = Tongue(
    tag="de",
    months=numbered(
        "januar|jänner|jan", "februar|feber|feb", "märz|mär", "april|apr", "mai", "juni|jun",
        "juli|jul", "august|aug", "september|sept|sep", "oktober|okt", "november|nov",
        "dezember|dez",
    ),
    ordinal=r"\.",
    weekdays="(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)",
    on=phrase(r"\s(?:vom|am|im|in\sder\sausgabe\svom)\s*\Z"),
    by=opening(
        r"(?:(?:ein(?:e)?\s)?(?:gastbeitrag|kommentar|essay|artikel|text|beitrag|reportage|analyse|"
        r"interview|kolumne)\s)?von\s?:?\s{1,4}",
        r"(?:autor|autorin|autoren|text|verfasser|verfasserin)\s?:\s{0,4}",
    ),
    other_by=opening(
        r"(?:übersetz\w+|aus\sdem\s\w+(?:\s\w+)?|foto\w*|bild\w*|illustration\w*|redaktion|"
        r"veröffentlicht)\b[^.]{0,40}?(?:\svon\s|\s?:\s)"
    ),
    both=r"\s(?:und|&)\s",
    newsroom=phrase(r"(?:der|die|unserer?|unseren?)\s(?:redaktion|korrespondent\w*|mitarbeiter\w*)|"
                    r"redaktion"),
    rubrics=word_set(
        "meinung kommentar kommentare leitartikel debatte analyse essay kolumne gastbeitrag "
        "standpunkt feuilleton politik reportage interview gastkommentar ansichten jugend stimmen"
    ),
    no_article=opening(r"pressemitteilung", r"presseerklärung", r"medienmitteilung", r"zutaten\b",
                       r"tagesordnung", r"zur\ssofortigen\sveröffentlichung"),
    source=opening(r"quellen?\s?[:–—]\s?", r"erschienen\sin\s?:\s?"),
    published=phrase(
        rf"(?:{_THIS}\s(?:wurde|ist|erschien)\s)?(?:(?:zuerst|erstmals|ursprünglich|zunächst)\s)?"
        rf"(?:am\s[^,;]{{4,24}}\s)?(?:in|bei|im|auf|von)\s(?=[^.]{{3,90}}?\s{_OUT}\b)",
        rf"\b(?:zuerst|erstmals|ursprünglich|zunächst)\s{_OUT}\s(?:\w+\s)?(?:in|bei|im|auf)\s",
        rf"(?:\Z|\A|(?<=[(\s])){_OUT}\s(?:in|bei|im|auf)\s",
        r"\b(?:erstveröffentlichung|ersterscheinung)\s?(?:in|:|bei|im)\s",
        rf"{_THIS}\serschien\s(?:(?:zuerst|erstmals|ursprünglich|zunächst)\s)?(?:am\s[^,;]{{4,24}}\s)?"
        r"(?:in|bei|im|auf)\s",
        r"\berschien\s(?:zuerst|erstmals|ursprünglich|zunächst)\s(?:am\s[^,;]{4,24}\s)?(?:in|bei|im|auf)\s",
    ),
    first=phrase(r"\b(?:zuerst|erstmals|erst\w+|ursprünglich|zunächst)\b"),
    written=phrase(r"\b(?:geschrieben|verfasst)\sfür\s", r"\bfür\s(?=[^.]{3,80}?\s(?:geschrieben|verfasst)\b)"),
    distributed=phrase(r"\b(?:verbreitet|verteilt|vertrieben|bereitgestellt)\s(?:durch|von|über)\s",
                       r"\b(?:vom|von|durch)\s(?=[^.]{3,80}?\s(?:verbreitet|verteilt|vertrieben|bereitgestellt)\b)"),
    body=phrase(r",\s(?:ein(?:e|em)?\s)?(?:projekt|publikation|dienst|programm|zeitschrift|initiative)\s(?:der|des|von)\s",
                r",\sherausgegeben\svon\s"),
    passing=opening(
        r"die\s(?:meinungen|ansichten)\b", r"weitere\s", r"mehr\s",
        r"(?:kontakt|foto\w*|bild\w*|schlagworte|schlagwörter|veröffentlicht\sam|übersetzung)\b",
        r"aus\sdem\s\w+\s(?:übersetzt|von)\b", r"übersetz\w+\s",
    ),
    about=opening(r"(?:über\s(?:den\sautor|die\sautorin)|zur?\s(?:person|autorin)|zum\sautor|(?:der|die)\s"
                  r"autor(?:in)?|autor(?:in)?)\s?[:–—]\s?"),
    author=phrase(r"(?:der\sautor|die\sautorin)(?=\s)"),
    is_=phrase(r",?\s(?:ist|sind|war|waren)\s(?:(?:derzeit|zurzeit|auch|zudem|heute)\s)?",
               r",?\sarbeitet\sals\s", r"\s?[:–—]\s(?=\w+in\b)"),
    acts=phrase(r"\s(?:lehrt|arbeitet|schreibt|forscht|studiert|unterrichtet|leitet)\b"
                r"(?:\s[\w’'-]{1,24}){0,5}?(?=\s(?:an|am|für|bei|beim|das|die|den)\b)"),
    article=opening(r"(?:eine?|der|die|das)\s+"),
    former=opening(r"(?:ein\s|eine\s|der\s|die\s)?(?:ehemalige\w*|frühere\w*|ex-)"),
    roles=word_set(
        "professor professorin dozent dozentin lehrer lehrerin forscher forscherin wissenschaftler "
        "wissenschaftlerin journalist journalistin schriftsteller schriftstellerin autor autorin "
        "direktor direktorin redakteur redakteurin redaktor redaktorin chefredakteur "
        "chefredakteurin korrespondent korrespondentin herausgeber herausgeberin kolumnist "
        "kolumnistin präsident präsidentin vorsitzender vorsitzende mitglied koordinator "
        "koordinatorin leiter leiterin referent referentin berater beraterin analyst analystin "
        "anwalt anwältin rechtsanwalt rechtsanwältin jurist juristin arzt ärztin krankenschwester "
        "ingenieur ingenieurin architekt architektin historiker historikerin soziologe soziologin "
        "anthropologe anthropologin politologe politologin politikwissenschaftler "
        "politikwissenschaftlerin ökonom ökonomin philosoph philosophin psychologe psychologin "
        "geograph geographin geografin student studentin doktorand doktorandin gründer gründerin "
        "mitgründer mitgründerin mitbegründer mitbegründerin sekretär sekretärin generalsekretär "
        "sprecher sprecherin sprecherin abgeordneter abgeordnete botschafter botschafterin minister "
        "ministerin diplomat diplomatin aktivist aktivistin dichter dichterin lyriker lyrikerin "
        "filmemacher filmemacherin regisseur regisseurin fotograf fotografin produzent produzentin "
        "moderator moderatorin reporter reporterin blogger bloggerin übersetzer übersetzerin "
        "mediator mediatorin trainer trainerin ausbilder ausbilderin bibliothekar bibliothekarin "
        "archivar archivarin imam rabbiner rabbinerin priester pfarrer pfarrerin bischof spezialist "
        "spezialistin experte expertin assistent assistentin mitarbeiter mitarbeiterin stipendiat "
        "stipendiatin agronom hydrologe hydrologin biologe biologin physiker physikerin musiker "
        "musikerin künstler künstlerin bürgermeister bürgermeisterin landwirt landwirtin pädagoge "
        "pädagogin dekan dekanin rektor rektorin publizist publizistin geschäftsführer "
        "geschäftsführerin volontär volontärin sozialarbeiter sozialarbeiterin theologe theologin"
    ),
    role_like=phrase(r"(?:er|erin|ist|istin|or|orin|eur|eurin|ent|entin|ant|antin|loge|login|graf|grafin|wirt|wirtin|mann|frau|rat|rätin|nom|nomin|arzt|ärztin|ling|ige|iger|ärin|är|at|atin|oge|ogin|ete|eter)\Z"),
    leaders=word_set(
        "direktor direktorin redakteur redakteurin chefredakteur chefredakteurin herausgeber "
        "herausgeberin präsident präsidentin vorsitzender vorsitzende mitglied koordinator "
        "koordinatorin leiter leiterin gründer gründerin mitgründer mitgründerin mitbegründer "
        "mitbegründerin sekretär sekretärin generalsekretär sprecher sprecherin korrespondent "
        "korrespondentin mitarbeiter mitarbeiterin dekan dekanin rektor rektorin kolumnist "
        "kolumnistin reporter reporterin geschäftsführer geschäftsführerin"
    ),
    no_roles=word_set("geboren verheiratet gestorben in aus auch tot"),
    to=exactly(r"\s(?:bei\s(?:der\s|dem\s|den\s)?|beim\s|an\s(?:der\s|dem\s|den\s)|am\s|im\s|in\s(?:der\s|dem\s)|"
              r"für\s(?:die\s|das\s|den\s))"),
    genitive=exactly(r"\s(?:der|des|von|vom)\s"),
    place=exactly(r"\s(?:in|aus|bei)\s(?-i:(?=[^\W\d_a-zß-ÿ]))"),
    heads=phrase(
        r"(?:universität|hochschule|institut|instituts|zentrum|zentrums|stiftung|verein|vereins|verband|agentur|"
        r"zeitung|rundschau|anzeiger|nachrichten|blatt|bote|kurier|presse|post|fakultät|ministerium|"
        r"ministeriums|museum|museums|bibliothek|krankenhaus|rundfunk|rundfunks|funk|radio|fernsehen|sender|senders|rat|rates|komitee|"
        r"föderation|union|liga|bewegung|partei|netzwerk|netzwerks|observatorium|labor|gewerkschaft|organisation|"
        r"gesellschaft|genossenschaft|haus|theater|theaters|akademie|gruppe|forum|fonds|dienst|dienstes|programm|programms|projekt|"
        r"projekts|büro|botschaft|magazin|magazins|zeitschrift|schule|gymnasium|gymnasiums|kolleg|klinik|kammer|kommission|"
        r"allianz|initiative|welt|tagblatt|tageblatt|tagesspiegel|allgemeinen?|klub|club|lehrstuhl|bank|amt|"
        r"wochenzeitung|tageszeitung|verlag|verlags|bund|bundes|hilfe|service|werk|wasserverband|stadtwerke?|orchester|oper|gericht|kanzlei|werkstatt|hof|werft|archiv|archivs|feuerwehr|gemeinde)\b"
    ),
    kinds_of=opening(r"(?:tageszeitung|wochenzeitung|zeitschrift|zeitung|monatszeitschrift|magazin|nachrichtenagentur)\s"
                     r"(?-i:(?=[„“\"»A-ZÄÖÜ]))"),
    joints=word_set("für der des die das und von zu zur zum in im am"),
    turns=phrase(r"\s(?:wo|der\s(?:sich|seit)|die\s(?:sich|seit)|seit|und\s(?:lebt|schreibt|arbeitet|lehrt|"
                 r"hat|ist|forscht|leitet)\b)", r"\smit\ssitz\b"),
    places=word_set("berlin hamburg münchen köln frankfurt wien zürich bern basel leipzig dresden "
                    "stuttgart deutschland österreich schweiz israel palästina jerusalem beirut "
                    "kairo europa heidelberg tübingen"),
    granted=phrase(
        rf"\b{_USE}[^.]{{0,50}}?\b(?:gestattet|erlaubt|frei|genehmigt|erwünscht|freigegeben)\b",
        r"\bfrei\s(?:zum|zur)\s(?:nachdruck|abdruck|veröffentlichung)\b",
        r"\b(?:darf|dürfen|kann|können)\b[^.]{0,50}?\b(?:nachgedruckt|abgedruckt|veröffentlicht|verbreitet|"
        r"übernommen|wiedergegeben)\b",
        r"\b(?:genehmigung|erlaubnis|recht)\b[^.]{0,50}?\b(?:wird|ist|werden)\s(?:hiermit\s)?(?:erteilt|gewährt|gegeben)\b",
        r"\babdruckrechte?\sfrei\b",
    ),
    obtained=phrase(
        r"\b(?:\w*rechte?|genehmigung|erlaubnis|\w*genehmigung|\w*erlaubnis)\b[^.]{0,60}?\b(?:eingeholt|erworben|erhalten|liegt\s(?:uns\s)?vor|liegen\s(?:uns\s)?vor)\b",
    ),
    host_only=phrase(r"\bdank\w*\b[^.]*(?:genehmigung|erlaubnis|zustimmung)\b", r"\bmit\s(?:freundlicher\s|ausdrücklicher\s)?(?:genehmigung|erlaubnis|zustimmung)\b"),
    reserved=phrase(
        r"\b(?:alle\s)?rechte\s(?:\w+\s)?vorbehalten\b", r"\b(?:verboten|untersagt|unzulässig)\b",
        r"\b(?:darf|dürfen|kann)\s(?:\w+\s){0,4}?(?:nicht|nur)\b", r"\bnicht\s(?:gestattet|erlaubt|zulässig)\b",
        r"\bohne\s(?:\w+\s){0,4}?(?:genehmigung|erlaubnis|zustimmung|einwilligung)\b",
        r"\b(?:nur|ausschließlich)\smit\b", r"\b(?:bedarf|erfordert)\b",
    ),
    put_off=phrase(
        r"\b(?:nicht|kein\w*|ohne|nie|niemals|nur|ausschließlich|sofern|wenn|falls|vorbehalt\w*|"
        r"beantragt|angefragt|verweigert|außer|vorheriger?|bis|bedarf)\b"
    ),
    harmless=phrase(
        r"\b(?:sofern|wenn|falls|vorausgesetzt|unter\sder\sbedingung|unter\sangabe|bei\s(?:\w+\s)?(?:angabe|nennung))\b[^.]*",
        r"\bsoweit\snicht\sanders\s(?:angegeben|vermerkt)\b", r"\b(?:ohne|keine)\s(?:kosten|änderungen|gebühr\w*)\b",
        r"\bnur\s(?:mit|unter|bei)\s(?:\w+\s)?(?:quellenangabe|angabe|nennung)[^.]*",
    ),
    licence_words=(r"namensnennung", r"nicht[-\s]?kommerziell|keine\skommerzielle\snutzung",
                   r"keine\sbearbeitung\w*", r"(?:weitergabe|share)\sunter\sgleichen\sbedingungen"),
    conditions=MappingProxyType({
        Condition.ACKNOWLEDGE_SOURCE: phrase(
            r"\b(?:angabe|nennung|hinweis)\b[^.]{0,40}\b(?:quelle|autor\w*|verfasser\w*)\b", r"\bquellenangabe\b",
            r"\b(?:quelle|autor\w*)\b[^.]{0,40}\b(?:genannt|angegeben|erwähnt|nennen|angeben)\b"),
        Condition.ACKNOWLEDGE_DISTRIBUTOR: phrase(
            r"(?:CGNews|nachrichtendienst\w*|pressedienst\w*)[^.]{0,40}\b(?:genannt|angegeben|erwähnt|nennen)\b"),
        Condition.NOTIFY_DISTRIBUTOR: phrase(r"\b(?:belegexemplar|benachrichtig\w+|informier\w+|mitteil\w+)\b"),
        Condition.FREE_OF_CHARGE: phrase(r"\b(?:kostenlos|kostenfrei|unentgeltlich|honorarfrei|gebührenfrei)\b"),
        Condition.NO_CHANGES: phrase(r"\b(?:unverändert|ungekürzt)\w*\b", r"\bohne\sänderungen\b"),
        Condition.NON_COMMERCIAL: phrase(r"\b(?:nicht[-\s]?kommerziell|nichtgewerblich)\w*\b"),
        Condition.UNLESS_NOTED: phrase(r"\b(?:soweit|wenn|sofern)\snicht\sanders\s\w+\b"),
    }),
    acts_of_use=MappingProxyType({
        Act.PUBLISH: phrase(r"nachdruck|abdruck|veröffentlich|nachgedruckt|abgedruckt|wiedergabe|verbreit"),
        Act.TRANSLATE: phrase(r"\bübersetz\w+"),
    }),
)  # fmt: skip
