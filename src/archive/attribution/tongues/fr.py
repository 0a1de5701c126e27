"""French."""

from __future__ import annotations

from types import MappingProxyType

from archive.attribution.tongues._tongue import Tongue, exactly, numbered, opening, phrase
from archive.attribution.words import word_set
from archive.model.rights import Act, Condition

_PIECE = (
    r"(?:article|texte|tribune|chronique|éditorial|commentaire|reportage|papier|entretien|analyse)"
)
_THIS = rf"(?:(?:cet|cette|ce|le\sprésent|la\sprésente|l['’])\s?)?{_PIECE}"
_OUT = r"(?:publiée?|parue?|diffusée?|imprimée?)"
_USE = r"(?:reproduction|republication|publication|reprise|rediffusion|utilisation)"

TONGUE = Tongue(
    tag="fr",
    months=numbered(
        "janvier|janv", "février|fevrier|févr|fév", "mars", "avril|avr", "mai", "juin",
        "juillet|juil", "août|aout", "septembre|sept", "octobre|oct", "novembre|nov",
        "décembre|decembre|déc",
    ),
    ordinal="er",
    weekdays="(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)",
    on=phrase(r"\s(?:(?:en\sdate\s)?du|le|en|daté\sdu|dans\sson\sédition\sdu|de)\s*\Z"),
    by=opening(
        r"(?:(?:écrit|rédigé|signé|propos\srecueillis|reportage|texte|article|analyse|tribune|"
        r"opinion|entretien\sréalisé)\s)?par\s?:?\s{1,4}",
        r"(?:auteure?s?|texte|autrice)\s?:\s{0,4}",
        r"(?:une?\s)?(?:tribune|chronique|analyse|texte|article|reportage|récit)\sde\s",
    ),
    other_by=opening(
        r"(?:traduite?|traduction|adaptée?|photos?|photographies?|illustrations?|dessins?|"
        r"mise?\sen\sligne|publiée?|postée?|édité|envoyée?)\b[^.]{0,40}?(?:\spar\s|\s?:\s|\sde\s)"
    ),
    both=r"\s(?:et|&)\s",
    newsroom=phrase(r"la\srédaction|notre\s(?:rédaction|correspondante?|envoyée?)|nos\s|l['’]équipe"),
    rubrics=word_set(
        "opinion opinions tribune tribunes éditorial édito débat débats analyse chronique point de "
        "vue points idées commentaire reportage entretien dossier libre jeunes voix international "
        "société culture monde"
    ),
    no_article=opening(r"communiqué\sde\spresse", r"pour\sdiffusion\simmédiate", r"ingrédients\b",
                       r"ordre\sdu\sjour", r"procès-verbal"),
    source=opening(r"sources?\s?[:–—]\s?", r"paru\s(?:dans|sur)\s?:\s?"),
    published=phrase(
        rf"(?:{_THIS}\s(?:a\s(?:d['’]abord\s)?été|est|était|fut)\s(?:(?:initialement|d['’]abord|"
        rf"originellement|originalement|précédemment)\s)?)?{_OUT}\s(?:(?:initialement|d['’]abord|"
        r"originellement|originalement|pour\sla\spremière\sfois|en\spremier(?:\slieu)?|"
        r"à\sl['’]origine)\s)?(?:dans|par|sur|chez)\s",
        r"(?:(?:première\s)?publication|première\sparution)\s?(?:dans|:|par|sur)\s",
        r"(?:repris|reproduit)e?\s(?:de|du|d['’])\s?",
    ),
    first=phrase(r"\b(?:d['’]abord|initialement|origin\w+|première?|premier)\b"),
    written=phrase(r"\b(?:écrite?|rédigée?|réalisée?)\s(?:spécialement\s)?pour\s"),
    distributed=phrase(
        r"\b(?:distribuée?|diffusée?|syndiquée?|transmise?|fournie?)\s"
        r"(?:(?:avec|sous)\s[\w’']+\s(?:par\s)?)?(?:par|via)\s"
    ),
    body=phrase(
        r",\s(?:une?\s|le\s|la\s)?(?:projet|publication|service|programme|revue|magazine|initiative)\s"
        r"(?:de\sla\s|de\sl['’]|du\s|des\s|d['’]|de\s)",
        r",\s(?:publiée?|éditée?)\spar\s",
    ),
    passing=opening(
        r"les\s(?:opinions|vues|points\sde\svue)\b", r"pour\s(?:plus|en\ssavoir)\b",
        r"(?:contact|courriel|photos?|illustration|mots[-\s]clés|étiquettes|publié\sle|mis\sen\s"
        r"ligne|crédits?|traduction)\b", r"(?:article\s)?traduite?\s",
    ),
    about=opening(r"(?:à\spropos\sde\sl['’]auteure?|l['’]auteure?|note\sbiographique|auteure?)\s?[:–—]\s?"),
    author=phrase(r"l['’](?:auteure?|autrice)(?=\s)"),
    is_=phrase(
        r",?\s(?:est|sont|était|étaient)\s(?:(?:actuellement|aussi|également|par\sailleurs|"
        r"désormais)\s)?", r",?\s(?:travaille|exerce)\scomme\s", r"\s?[:–—]\s(?=[a-zéè])",
    ),
    acts=phrase(r"\s(?:enseigne|travaille|collabore|écrit|étudie|dirige|préside|milite)\b"
                r"(?:\s[\w’'-]{1,20}){0,6}?\s?(?=(?:à|au|aux|pour|avec|chez|le|la|l['’])\b)"),
    article=opening(r"(?:une?|le|la|les|des)\s+", r"l['’]"),
    former=opening(r"(?:une?\s|l['’]|le\s|la\s)?(?:ancien|ancienne|ex-)"),
    roles=word_set(
        "professeur professeure professeurs enseignant enseignante chercheur chercheuse chercheure "
        "journaliste journalistes écrivain écrivaine auteur auteure autrice directeur directrice "
        "rédacteur rédactrice correspondant correspondante éditeur éditrice éditorialiste "
        "chroniqueur chroniqueuse président présidente vice-président vice-présidente membre "
        "coordinateur coordinatrice coordonnateur coordonnatrice responsable chargé chargée "
        "conseiller conseillère consultant consultante analyste avocat avocate juriste médecin "
        "infirmier infirmière ingénieur ingénieure architecte historien historienne sociologue "
        "anthropologue politologue économiste philosophe psychologue géographe étudiant étudiante "
        "doctorant doctorante maître maîtresse instituteur institutrice fondateur fondatrice "
        "cofondateur cofondatrice co-fondateur co-fondatrice secrétaire porte-parole délégué "
        "déléguée député députée sénateur ambassadeur ambassadrice ministre diplomate militant "
        "militante activiste poète romancier romancière cinéaste réalisateur réalisatrice "
        "photographe producteur productrice animateur animatrice présentateur présentatrice "
        "reporter reporteur blogueur blogueuse traducteur traductrice médiateur médiatrice "
        "formateur formatrice entraîneur entraîneuse bibliothécaire archiviste imam rabbin prêtre "
        "pasteur évêque spécialiste expert experte associé associée attaché attachée adjoint "
        "adjointe assistant assistante stagiaire boursier boursière agronome hydrologue biologiste "
        "physicien musicien musicienne artiste pianiste comédien comédienne maire élu élue "
        "agriculteur agricultrice pêcheur commerçant commerçante éducateur éducatrice doyen doyenne "
        "recteur proviseur principal principale cadre gérant gérante syndicaliste linguiste "
        "géologue urbaniste libraire intellectuel intellectuelle essayiste"
    ),
    role_like=phrase(r"(?:eur|euse|trice|ienne?|iste|logue|graphe|naire|ière?|ante?|cienne?|agogue|mane|paysanne?|nome)s?\Z"),
    leaders=word_set(
        "directeur directrice rédacteur rédactrice président présidente vice-président "
        "vice-présidente membre coordinateur coordinatrice fondateur fondatrice cofondateur "
        "cofondatrice secrétaire porte-parole correspondant correspondante éditeur éditrice "
        "responsable journaliste chercheur chercheuse éditorialiste chroniqueur chroniqueuse "
        "délégué déléguée collaborateur collaboratrice doyen doyenne recteur reporter"
    ),
    no_roles=word_set("né née nés nées mort morte décédé décédée marié mariée basé basée établi "
                      "établie aussi heureux pour dans à le la les un une convaincu convaincue"),
    to=exactly(
        r"\s(?:à\sl['’]|à\sla\s|au\s|aux\s|à\s|auprès\s(?:de\sla\s|de\sl['’]|du\s|des\s|de\s|d['’])|"
        r"chez\s|pour\s(?:le\s|la\s|les\s|l['’])?|au\ssein\s(?:de\sla\s|de\sl['’]|du\s|des\s|de\s|d['’])|"
        r"dans\s(?:le\s|la\s|les\s|l['’]))"
    ),
    genitive=exactly(r"\s(?:de\sla\s|de\sl['’]|du\s|des\s|d['’]|de\s)"),
    place=exactly(r"\s(?:à|au|aux|en|dans\s(?:le|la))\s(?-i:(?=[^\W\d_a-zß-ÿ]))"),
    heads=phrase(
        r"\b(?:lycée|collège|école|université|institut|centre|fondation|association|agence|journal|"
        r"faculté|département|ministère|musée|bibliothèque|hôpital|radio|télévision|chaîne|conseil|"
        r"comité|fédération|union|ligue|mouvement|parti|réseau|observatoire|laboratoire|syndicat|"
        r"mairie|ong|organisation|société|coopérative|maison|théâtre|académie|groupe|forum|fonds|"
        r"service|programme|projet|bureau|ambassade|cnrs|gazette|quotidien|hebdomadaire|revue|"
        r"magazine|mensuel|clinique|chambre|commission|office|alliance|initiative|tribune|courrier|"
        r"dépêche|presse|club|collectif|campus|chaire|banque|ordre|barreau|opéra|orchestre|conservatoire|tribunal|cour|archives|gouvernement|ligue|ateliers?|port|ferme|régie)s?\b"
    ),
    kinds_of=opening(r"(?:quotidien|hebdomadaire|mensuel|magazine|journal|revue|bimensuel|site|"
                     r"ong|portail)\s(?-i:(?=[^\W\d_a-zß-ÿ]|[«“\"]))"),
    joints=word_set("de du des la le les et pour en sur d' l' à au aux dans"),
    turns=phrase(
        r"\s(?:où|qui|que|dont|ainsi|depuis)\b", r"\s(?:et\s(?:l['’]|a|est|vit|travaille|écrit|enseigne|"
        r"dirige|anime|collabore|milite|tient|prépare|de\sla\srevue)\b)", r"\sbasée?\b",
        r"\ssituée?\b",
    ),
    places=word_set("tunis alger rabat paris lyon marseille beyrouth dakar bruxelles genève "
                    "montréal casablanca tunisie algérie maroc france liban belgique suisse "
                    "jérusalem gaza sfax oran abidjan bamako québec canada europe afrique palestine "
                    "israël égypte syrie jordanie"),
    granted=phrase(
        rf"\b{_USE}[^.]{{0,40}}?\b(?:libre|autorisée|permise|gratuite|encouragée|accordée?)\b",
        r"\b(?:libre|autorisée?|permise?)\s(?:à\sla|de|pour)\s(?:(?:re)?publi\w+|reprodu\w+|diffus\w+)",
        r"\b(?:peut|peuvent|pouvez)\s(?:être\s)?(?:librement\s|gratuitement\s)?(?:re)?(?:publi|produi|pris|diffus|imprim|print)\w*",
        r"\b(?:peut|peuvent|pouvez)\s(?:être\s)?(?:librement\s|gratuitement\s)?(?:reprodui\w+|reprise?s?|reprendre)",
        rf"\b(?:autorisation|permission|droits?)\s(?:de\s|pour\s(?:la\s)?)(?:{_USE}|(?:re)?publier|reproduire)"
        r"[^.]{0,40}?\b(?:est|sont|a\sété|ont\sété)?\s?(?:accordée?s?|donnée?s?|octroyée?s?|concédée?s?|libres?)\b",
        r"\blibre\sde\sdroits\b",
    ),
    obtained=phrase(
        r"\b(?:autorisations?|permissions?|droits?|accord)\b[^.]{0,80}?\b(?:obtenue?s?|acquise?s?|reçue?s?)\b",
        r"\bnous\savons\sobtenu\s",
    ),
    host_only=phrase(
        r"\bavec\s(?:l['’]|la\s|son\s)?(?:aimable\s|gracieuse\s)?(?:autorisation|permission|accord)\b",
        r"\bpar\sautorisation\sspéciale\b", r"\b(?:remerci\w+)\b[^.]*\b(?:autoris\w+|permission|accord)\b",
    ),
    reserved=phrase(
        r"\bdroits\s(?:de\s[\w\s]{1,40}?)?réservés\b", r"\b(?:interdit|prohib|défend)\w*\b",
        r"\bne\s(?:peut|peuvent|pourra|doit|doivent)\b",
        r"\bsans\s(?:(?:l['’]|une?\s|son\s|notre\s)?(?:aimable\s)?)?(?:autorisation|accord|permission|consentement)\b",
        r"\b(?:soumise?|sujette?)\sà\s(?:l['’]|une\s)?(?:autorisation|accord)\b",
        r"\b(?:autorisation|accord|permission)\b[^.]{0,30}\b(?:requise?|nécessaire|obligatoire|refusée?)\b",
    ),
    put_off=phrase(
        r"\b(?:pas|sans|ne|n['’]\w+|jamais|aucune?|sauf|réserve|attente|demandée?|sollicitée?|"
        r"refusée?|seul|seulement|uniquement|exclusivement|condition|préalable|avant|jusqu\w*|si|"
        r"retirée?|expirée?)\b"
    ),
    harmless=phrase(
        r"\b(?:à\s(?:la\s)?(?:seule\s)?condition\s(?:de|que|d['’])|sous\sréserve\s(?:de|que|d['’])|pourvu\squ['’e]|moyennant)[^.]*",
        r"\bsauf\s(?:mention|indication|avis)\scontraire\b", r"\bsans\s(?:frais|modifications?|changements?)\b",
        r"\bsi\s(?:la\ssource|l['’]auteur|vous\s(?:citez|mentionnez))[^.]*",
    ),
    licence_words=(r"attribution|paternité", r"pas\sd['’]utilisation\scommerciale|non\scommercial",
                   r"pas\s(?:de\smodification|d['’](?:œ|oe)uvre\sdérivée)",
                   r"partage\s(?:dans\sles\smêmes|à\sl['’]identique)"),
    conditions=MappingProxyType({
        Condition.ACKNOWLEDGE_SOURCE: phrase(
            r"\b(?:mention\w*|cit\w+|indiqu\w+|crédit\w+|référence)\b[^.]{0,40}\b(?:source|auteure?|origine)\b",
            r"\bsource\b[^.]{0,30}\b(?:mentionnée|citée|indiquée)\b"),
        Condition.ACKNOWLEDGE_DISTRIBUTOR: phrase(
            r"\b(?:mention\w*|cit\w+|indiqu\w+|crédit\w+)\b[^.]{0,60}(?:CGNews|service\sde\spresse|distributeur|agence)"),
        Condition.NOTIFY_DISTRIBUTOR: phrase(
            r"\b(?:informe[rz]|prévenir|avertir|aviser|préven\w+|notifi\w+)\b"),
        Condition.FREE_OF_CHARGE: phrase(r"\b(?:gratuit\w*|sans\sfrais)\b"),
        Condition.NO_CHANGES: phrase(r"\bsans\s(?:aucune\s)?(?:modification|changement|altération)s?\b",
                                     r"\bintégral\w*\b", r"\bne\spas\s(?:le\s|la\s|en\s)?(?:modifier|changer|altérer)\b", r"\bdans\sson\sintégralité\b"),
        Condition.NON_COMMERCIAL: phrase(r"\b(?:non|pas)[-\s](?:à\sdes\sfins\s)?commercia\w+",
                                         r"\bnon\scommercia\w+"),
        Condition.UNLESS_NOTED: phrase(r"\bsauf\s(?:mention|indication|avis)\scontraire\b"),
    }),
    acts_of_use=MappingProxyType({
        Act.PUBLISH: phrase(r"\b(?:re)?publi\w+|\breprodu\w+|\breprise?\b|\brediffus\w+"),
        Act.TRANSLATE: phrase(r"\btradu\w+"),
    }),
)  # fmt: skip
