"""Spanish."""

from __future__ import annotations

from types import MappingProxyType

from archive.attribution.tongues._tongue import Tongue, exactly, numbered, opening, phrase
from archive.attribution.words import word_set
from archive.model.rights import Act, Condition

_PIECE = r"(?:artículo|texto|tribuna|columna|editorial|comentario|reportaje|ensayo|nota|análisis)"
_THIS = rf"(?:(?:este|esta|el|la|el\spresente)\s)?{_PIECE}"
_OUT = r"(?:publicad[oa]|aparecid[oa]|difundid[oa])"
_USE = r"(?:reproducción|republicación|publicación|difusión|utilización)"

TONGUE = Tongue(
    tag="es",
    months=numbered(
        "enero|ene", "febrero|feb", "marzo|mar", "abril|abr", "mayo|may", "junio|jun", "julio|jul",
        "agosto|ago", "septiembre|setiembre|sept|sep|set", "octubre|oct", "noviembre|nov",
        "diciembre|dic",
    ),
    ordinal="(?:º|°|ro)",
    of="(?:del?)",
    weekdays="(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)",
    on=phrase(r"\s(?:el|del?|en|con\sfecha)\s*\Z"),
    by=opening(
        r"(?:(?:escrito|texto|artículo|reportaje|entrevista|análisis|opinión)\s)?por\s?:?\s{1,4}",
        r"(?:autor|autora|autores|texto|autoría)\s?:\s{0,4}",
        r"una?\s(?:columna|tribuna|artículo|reportaje)\sde\s",
    ),
    other_by=opening(
        r"(?:traducid[oa]|traducción|fotos?|fotografías?|ilustraci\w+|publicad[oa]|editad[oa]|"
        r"enviad[oa]|edición)\b[^.]{0,40}?(?:\spor\s|\s?:\s|\sde\s)"
    ),
    both=r"\s(?:y|e|&)\s",
    newsroom=phrase(r"(?:la\s)?redacción|nuestr[oa]s?\s|el\sequipo|agencias?\b"),
    rubrics=word_set(
        "opinión tribuna tribunas editorial debate análisis columna punto de vista ideas "
        "comentario reportaje entrevista jóvenes voces internacional mundo sociedad cultura"
    ),
    no_article=opening(r"comunicado\sde\sprensa", r"nota\sde\sprensa", r"para\sdifusión\sinmediata",
                       r"ingredientes\b", r"orden\sdel\sdía"),
    source=opening(r"(?:fuentes?|cortesía\sde|cortesía)\s?[:–—]\s?", r"cortesía\sde\s", r"publicado\sen\s?:\s?"),
    published=phrase(
        rf"(?:{_THIS}\s(?:fue|ha\ssido|se|había\ssido|es)\s(?:(?:originalmente|inicialmente|"
        rf"primero)\s)?)?(?:{_OUT}|publicó|apareció)\s(?:(?:originalmente|inicialmente|por\sprimera\svez|"
        r"primero|primeramente|previamente|antes)\s)?(?:en|por)\s",
        r"(?:primera\s)?publicación\s?(?:en|:|original\sen)\s",
    ),
    first=phrase(r"\b(?:original\w*|inicialmente|primer\w*)\b"),
    written=phrase(r"\b(?:escrit[oa]|elaborad[oa]|redactad[oa])\s(?:especialmente\s)?para\s"),
    distributed=phrase(r"\b(?:distribuid[oa]|difundid[oa]|sindicad[oa]|facilitad[oa])\s(?:por|a\stravés\sde)\s"),
    body=phrase(
        r",\s(?:una?\s|el\s|la\s)?(?:proyecto|publicación|servicio|programa|revista|iniciativa)\s"
        r"(?:de\sla\s|del\s|de\slos\s|de\slas\s|de\s)",
        r",\s(?:publicad[oa]|editad[oa])\spor\s",
    ),
    passing=opening(
        r"las\s(?:opiniones|ideas)\b", r"para\smás\b",
        r"(?:contacto|correo|fotos?|ilustración|etiquetas|publicado\sel|créditos?|traducción)\b",
        r"(?:artículo\s)?traducid[oa]\s",
    ),
    about=opening(r"(?:sobre\s(?:el\sautor|la\sautora)|(?:el|la)\sautora?|autora?|nota)\s?[:–—]\s?"),
    author=phrase(r"(?:el\sautor|la\sautora)(?=\s)"),
    is_=phrase(
        r",?\s(?:es|son|era|eran)\s(?:(?:actualmente|también|además|hoy)\s)?",
        r",?\s(?:trabaja|ejerce)\scomo\s", r"\s?[:–—]\s(?=[a-z])",
    ),
    acts=phrase(r"\s(?:enseña|trabaja|colabora|escribe|estudia|dirige|preside|milita)\b"
                r"(?:\s[\w’'-]{1,20}){0,6}?(?=\s(?:en|para|con|el|la)\b)"),
    article=opening(r"(?:una?|el|la|los|las|unos|unas)\s+"),
    former=opening(r"(?:una?\s|el\s|la\s)?(?:ex[-\s]|antigu[oa]|exdirector)"),
    roles=word_set(
        "profesor profesora profesores docente maestro maestra investigador investigadora "
        "periodista periodistas escritor escritora autor autora director directora redactor "
        "redactora corresponsal editor editora editorialista columnista cronista presidente "
        "presidenta vicepresidente vicepresidenta miembro coordinador coordinadora responsable "
        "encargado encargada consejero consejera asesor asesora consultor consultora analista "
        "abogado abogada jurista médico médica enfermero enfermera ingeniero ingeniera arquitecto "
        "arquitecta historiador historiadora sociólogo socióloga antropólogo antropóloga politólogo "
        "politóloga economista filósofo filósofa psicólogo psicóloga geógrafo geógrafa estudiante "
        "doctorando doctoranda fundador fundadora cofundador cofundadora secretario secretaria "
        "portavoz delegado delegada diputado diputada senador senadora embajador embajadora "
        "ministro ministra diplomático diplomática activista poeta novelista cineasta realizador "
        "realizadora fotógrafo fotógrafa productor productora presentador presentadora locutor "
        "locutora reportero reportera bloguero bloguera traductor traductora mediador mediadora "
        "formador formadora entrenador entrenadora bibliotecario bibliotecaria archivero archivera "
        "imán rabino sacerdote pastor obispo especialista experto experta asociado asociada "
        "adjunto adjunta asistente becario becaria agrónomo agrónoma hidrólogo hidróloga biólogo "
        "bióloga físico física músico música artista alcalde alcaldesa agricultor agricultora "
        "educador educadora decano decana rector rectora colaborador colaboradora ensayista jefe "
        "jefa catedrático catedrática gerente comunicador comunicadora"
    ),
    role_like=phrase(r"(?:dor|dora|tor|tora|sor|sora|ista|er[oa]|log[oa]|nte|ari[oa]|[ií]c[oa]|graf[oa]|ian[oa])s?\Z"),
    leaders=word_set(
        "director directora redactor redactora presidente presidenta vicepresidente miembro "
        "coordinador coordinadora fundador fundadora cofundador cofundadora secretario secretaria "
        "portavoz corresponsal editor editora responsable periodista investigador investigadora "
        "columnista editorialista cronista delegado delegada colaborador colaboradora decano decana "
        "rector rectora reportero reportera jefe jefa gerente"
    ),
    no_roles=word_set("nacido nacida casado casada residente también de en el la un una"),
    to=exactly(r"\s(?:en\s(?:el\s|la\s|los\s|las\s)?|para\s(?:el\s|la\s|los\s|las\s)?|"
              r"con\s(?:el\s|la\s|los\s|las\s)?|ante\s(?:el\s|la\s)?)"),
    genitive=exactly(r"\s(?:del\s|de\sla\s|de\slos\s|de\slas\s|de\s)"),
    place=exactly(r"\s(?:en)\s(?-i:(?=[^\W\d_a-zß-ÿ]))"),
    heads=phrase(
        r"\b(?:instituto|colegio|escuela|universidad|centro|fundación|asociación|agencia|diario|"
        r"periódico|facultad|departamento|ministerio|museo|biblioteca|hospital|radio|televisión|"
        r"canal|cadena|consejo|comité|federación|unión|liga|movimiento|partido|red|observatorio|"
        r"laboratorio|sindicato|ayuntamiento|ong|organización|sociedad|cooperativa|casa|teatro|"
        r"academia|grupo|foro|fondo|servicio|programa|proyecto|oficina|embajada|revista|semanario|"
        r"gaceta|clínica|cámara|comisión|alianza|iniciativa|tribuna|prensa|club|colectivo|cátedra|"
        r"banco|correo|voz|mercurio|heraldo|service|times|herald|post)s?\b"
    ),
    kinds_of=opening(r"(?:diario|periódico|semanario|revista|portal|ong)\s(?-i:(?=[^\W\d_a-zß-ÿ]|[«“\"]))"),
    joints=word_set("de del la las los el y e para en por"),
    turns=phrase(r"\s(?:donde|que|quien|desde|así)\b", r"\s(?:y\s(?:ha|es|vive|trabaja|escribe|enseña|dirige|"
                 r"colabora|actualmente)\b)", r"\scon\ssede\b", r"\subicad[oa]\b"),
    places=word_set("madrid barcelona lima bogotá santiago quito caracas montevideo asunción "
                    "sevilla granada argentina chile perú colombia méxico españa bolivia ecuador "
                    "uruguay paraguay venezuela guatemala cuba panamá honduras nicaragua "
                    "jerusalén palestina israel europa américa") | {"buenos aires", "la paz",
                    "ciudad de méxico", "san salvador", "costa rica", "el salvador"},
    granted=phrase(
        rf"\b{_USE}[^.]{{0,40}}?\b(?:libre|autorizada|permitida|gratuita|concedida)\b",
        rf"\bse\s(?:autoriza|permite|concede)\s(?:\w+\s){{0,4}}?(?:{_USE}|publicar|reproducir|permiso)",
        r"\b(?:puede|pueden)\s(?:ser\s)?(?:libremente\s)?(?:re)?(?:publicad|producid|publicar|producir|difund)\w*",
        r"\b(?:puede|pueden)\s(?:ser\s)?(?:libremente\s)?(?:re)?(?:publicarse|producirse)",
        rf"\b(?:autorización|permiso|derechos?)\s(?:de\s|para\s(?:su\s|la\s)?)(?:{_USE}|publicar|reproducir)[^.]{{0,40}}?\b(?:concedid|otorgad|dad|libre)\w*",
        r"\bse\s(?:otorga|concede|da)\s(?:el\s)?(?:permiso|autorización)\b",
        r"\blibre\sde\sderechos\b",
    ),
    obtained=phrase(
        r"\b(?:permisos?|autorización|autorizaciones|derechos)\b[^.]{0,80}?\b(?:obtenid|conseguid|adquirid|recibid)\w+",
        r"\bse\s(?:ha|han|obtuvo|obtuvieron)\s?(?:obtenido|conseguido)?\s(?:el\s|la\s|los\s)?(?:permiso|autorización|derechos)\b",
    ),
    host_only=phrase(r"\bcon\s(?:la\s|el\s)?(?:amable\s|debida\s|gentil\s)?(?:autorización|permiso)\b",
                     r"\bpor\scortesía\sde\b", r"\bcon\sautorización\sde\b"),
    reserved=phrase(
        r"\b(?:todos\slos\s)?derechos\s(?:de\s[\w\s]{1,30}?)?reservados\b", r"\bprohib\w+",
        r"\bno\s(?:puede|pueden|podrá|podrán|debe|se\s(?:permite|autoriza))\b",
        r"\bsin\s(?:(?:el|la|previa|previo|su)\s){0,3}(?:autorización|permiso|consentimiento)\b",
        r"\b(?:requiere|necesita)\s(?:\w+\s){0,2}(?:autorización|permiso)\b",
    ),
    put_off=phrase(
        r"\b(?:no|sin|nunca|ningun\w*|salvo|excepto|espera|solicitad\w+|solicitar|denegad\w+|"
        r"solo|sólo|solamente|únicamente|exclusivamente|previa|previo|antes|hasta|si|pendiente\w*|"
        r"siempre\sque|condición)\b"
    ),
    harmless=phrase(
        r"\b(?:siempre\s(?:que|y\scuando)|a\scondición\sde|con\sla\scondición\sde|bajo\scondición\sde|con\stal\sde)[^.]*",
        r"\bsalvo\s(?:indicación|mención)\s(?:en\s)?contrari[ao]\b",
        r"\bsin\s(?:costo|coste|cargo|modificaciones|cambios|alteraciones)\b",
        r"\bsi\sse\s(?:cita|menciona)[^.]*",
    ),
    licence_words=(r"atribución|reconocimiento", r"no\s?-?comercial",
                   r"sin\s?-?(?:obras?\s?)?derivad\w+", r"compartir\s?-?igual"),
    conditions=MappingProxyType({
        Condition.ACKNOWLEDGE_SOURCE: phrase(
            r"\b(?:menci\w+|cit\w+|indi\w+|acredit\w+|reconoc\w+)\b[^.]{0,40}\b(?:fuente|autora?|origen)\b",
            r"\bfuente\b[^.]{0,30}\b(?:mencionad|citad|indicad)\w+"),
        Condition.ACKNOWLEDGE_DISTRIBUTOR: phrase(
            r"\b(?:menci\w+|cit\w+|indi\w+)\b[^.]{0,60}(?:CGNews|servicio\sde\snoticias|distribuidor|agencia)"),
        Condition.NOTIFY_DISTRIBUTOR: phrase(r"\b(?:informar|avisar|avise|notifi\w+|comuni\w+)\b"),
        Condition.FREE_OF_CHARGE: phrase(r"\b(?:gratuit\w*|gratis|sin\s(?:costo|coste|cargo))\b"),
        Condition.NO_CHANGES: phrase(r"\bsin\s(?:modificaciones|cambios|alteraciones|modificar)\b",
                                     r"\bíntegr\w+"),
        Condition.NON_COMMERCIAL: phrase(r"\bno\scomercial\w*", r"\bsin\sfines?\s(?:de\slucro|comerciales)\b"),
        Condition.UNLESS_NOTED: phrase(r"\bsalvo\s(?:indicación|mención)\s(?:en\s)?contrari[ao]\b"),
    }),
    acts_of_use=MappingProxyType({
        Act.PUBLISH: phrase(r"\b(?:re)?publica\w+|\breprodu\w+|\bdifu\w+"),
        Act.TRANSLATE: phrase(r"\btradu\w+"),
    }),
)  # fmt: skip
