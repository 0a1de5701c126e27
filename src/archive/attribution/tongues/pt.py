"""Portuguese, of Europe and of Brazil."""

from __future__ import annotations

from types import MappingProxyType

from archive.attribution.tongues._tongue import Tongue, exactly, headed, numbered, opening, phrase
from archive.attribution.words import word_set
from archive.model.rights import Act, Condition

_PIECE = (
    r"(?:artigo|texto|tribuna|coluna|crónica|crônica|editorial|comentário|reportagem|ensaio|nota|"
    r"análise|entrevista|matéria)"
)
_THIS = rf"(?:(?:est[ea]|o|a|o\spresente|a\spresente)\s)?{_PIECE}"
_FIRST = (
    r"(?:originalmente|originariamente|inicialmente|primeiramente|primeiro|previamente|"
    r"anteriormente|pela\sprimeira\svez|em\sprimeira\smão|em\sprimeiro\slugar)"
)
_OUT = r"(?:publicad[oa]|divulgad[oa]|veiculad[oa]|impress[oa]|saíd[oa])"
_IN = r"(?:(?:em|no|na|nos|nas|pel[oa]s?|por)\s?:?\s|n['’])(?!\d|dia\s)"
_DATE = r"(?:(?:em|a|no\sdia)\s\d{1,2}\sde\s\w{4,9}\sde\s\d{4},?\s)?"
_BEGINS = r"(?<![\w,;:]\s)"
_USE = r"(?:reprodução|republicação|publicação|divulgação|utilização|difusão|redistribuição)"
_USED = (
    r"(?:(?:re)?publicad|reproduzid|divulgad|utilizad|difundid|redistribuíd|copiad|traduzid)[oa]s?"
)
_USING = r"(?:(?:re)?publicar|reproduzir|divulgar|utilizar|difundir|redistribuir|traduzir)"
_LEAVE = r"(?:permissão|permissões|autorização|autorizações|licença|direitos?)"

TONGUE = Tongue(
    tag="pt",
    months=numbered(
        "janeiro|jan", "fevereiro|fev", "março|marco|mar", "abril|abr", "maio|mai", "junho|jun",
        "julho|jul", "agosto|ago", "setembro|set", "outubro|out", "novembro|nov", "dezembro|dez",
    ),
    ordinal=r"(?:\.?[ºª°]|o)",
    of="(?:de)",
    weekdays=r"(?:(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|sábado|domingo)",
    on=phrase(r"\s(?:a|em|de|no\sdia|ao?\sdia|na\sedição\sde|edição\sde|com\sdata\sde)\s*\Z"),
    by=opening(
        r"(?:(?:escrit[oa]|texto|artigo|reportagem|entrevista|análise|opinião|crónica|crônica)\s)?"
        r"por\s?:?\s{1,4}(?!(?:que|quê|uma?|causa|trás|isso|fim)\b)",
        r"(?:autora?|autores|autoras|texto|autoria|reportagem|artigo)\s?:\s{0,4}",
        r"(?:uma?\s)?(?:artigo|texto|crónica|crônica|coluna|análise|reportagem)\sde\s",
    ),
    other_by=opening(
        r"(?:publicad|postad)[oa]\spor\s",
        r"(?:traduzid[oa]|tradução|fotos?|fotografias?|ilustraç\w+|"
        r"editad[oa]|enviad[oa]|edição|revisão)\b[^.]{0,40}?(?:\spor\s|\s?:\s|\sde\s)",
    ),
    both=r"\s(?:e|&)\s",
    newsroom=phrase(r"(?:da\s|a\s)?red[aç]c?ção|noss[oa]s?\s|(?:a\s)?equipa?e?\b|agências?\b"),
    rubrics=word_set(
        "opinião opiniões tribuna editorial debate debates análise coluna crónica crônica ponto "
        "de vista ideias comentário reportagem entrevista ensaio artigo jovens vozes dos "
        "internacional mundo sociedade cultura"
    ),
    no_article=opening(
        r"(?:comunicado|nota|informação)\s(?:de|à|para\sa)\simprensa", r"press\srelease",
        r"para\sdivulgação\simediata", r"ingredientes\b", r"ordem\s(?:do\sdia|de\strabalhos)",
    ),
    source=opening(r"fontes?(?:\s(?:original|do\sartigo|do\stexto))?\s?[:–—]\s?",
                   r"cortesia\s?[:–—]\s?", r"cortesia\sd[eoa]\s",
                   r"publicado\s(?:originalmente\s)?(?:em|no|na)\s?:\s?"),
    published=phrase(
        rf"(?:{_THIS}\s(?:(?:foi|é|está|tinha\ssido|havia\ssido)\s)?|{_BEGINS}(?:(?:foi|é)\s)?)"
        rf"(?:{_FIRST}\s)?{_OUT}\s(?:{_FIRST}\s)?{_DATE}{_IN}",
        rf"{_THIS}\s(?:{_FIRST}\s)?(?:apareceu|saiu)\s(?:{_FIRST}\s)?{_IN}",
        rf"{_BEGINS}(?:primeira\s)?publicação(?:\soriginal)?\s?(?::\s|{_IN})",
    ),
    first=phrase(r"\b(?:origin\w*|inicialmente|primeir\w*)\b"),
    written=phrase(rf"(?:{_THIS}\s(?:foi\s)?|{_BEGINS}(?:foi\s)?)(?:escrit[oa]|elaborad[oa]|redigid[oa])\s"
                   r"(?:especialmente\s|originalmente\s)?para\s"),
    distributed=phrase(
        r"\b(?:distribuíd[oa]|difundid[oa]|disponibilizad[oa]|divulgad[oa])\s"
        r"(?:pel[oa]\s|por\s|via\s|através\sd[aeo]\s)",
        rf"{_BEGINS}distribuição\s?:\s",
    ),
    body=phrase(
        r",\s(?:uma?\s|o\s|a\s)?(?:projec?to|publicação|serviço|programa|revista|iniciativa)\sd(?:as?|os?|e)\s",
        r",\s(?:publicad[oa]|editad[oa])\s(?:pel[oa]|por)\s",
    ),
    passing=opening(
        r"as\s(?:opiniões|ideias)\b", r"os\s(?:pontos\sde\svista|artigos\sde\sopinião)\b",
        r"para\s(?:mais|saber)\b", r"(?:leia|saiba|veja)\s(?:também|mais)\b",
        r"(?:contac?to|correio|e-?mail|fotos?|ilustração|etiquetas|tags|palavras-chave|créditos?|"
        r"tradução)\b", r"publicado\s(?:em|a|no\sdia)\s\d", r"(?:artigo\s|texto\s)?traduzid[oa]\s",
    ),
    about=opening(r"(?:sobre\s(?:o\sautor|a\sautora)|(?:o|a)\sautora?|autora?|nota\sbiográfica)\s?[:–—]\s?"),
    author=phrase(r"(?:o\sautor|a\sautora)(?=\s)"),
    is_=phrase(
        r",?\s(?:é|são)\s(?:(?:atualmente|actualmente|também|ainda|hoje)\s)?",
        r",?\s(?:trabalha|ac?tua)\scomo\s", r"\s?[:–—]\s(?=[a-zéí])",
    ),
    acts=phrase(r"\s(?:ensina|leciona|lecciona|trabalha|colabora|escreve|estuda|milita|dá\saulas)\b"
                r"(?:\s[\w’'-]{1,20}){0,6}?(?=\s(?:em|no|na|nos|nas|para|com)\b)"),
    article=opening(r"(?:uma?|o|a|os|as|uns|umas)\s+"),
    former=opening(r"(?:uma?\s|o\s|a\s)?(?:ex[-\s]|antig[oa]s?\s)"),
    roles=word_set(
        "professor professora professores docente mestre mestra investigador investigadora "
        "pesquisador pesquisadora jornalista jornalistas escritor escritora autor autora diretor "
        "diretora director directora redator redatora redactor redactora correspondente editor "
        "editora editorialista colunista cronista repórter presidente presidenta vice-presidente "
        "membro coordenador coordenadora responsável encarregado encarregada conselheiro "
        "conselheira assessor assessora consultor consultora analista advogado advogada jurista "
        "médico médica enfermeiro enfermeira engenheiro engenheira arquiteto arquiteta arquitecto "
        "arquitecta historiador historiadora sociólogo socióloga antropólogo antropóloga "
        "politólogo politóloga economista filósofo filósofa psicólogo psicóloga geógrafo geógrafa "
        "geólogo geóloga linguista estudante doutorando doutoranda mestrando mestranda bolseiro "
        "bolseira bolsista fundador fundadora cofundador cofundadora co-fundador co-fundadora "
        "secretário secretária porta-voz delegado delegada deputado deputada senador senadora "
        "vereador vereadora embaixador embaixadora ministro ministra diplomata ativista activista "
        "militante poeta poetisa romancista cineasta realizador realizadora fotógrafo fotógrafa "
        "fotojornalista produtor produtora apresentador apresentadora locutor locutora bloguista "
        "blogueiro blogueira tradutor tradutora mediador mediadora formador formadora treinador "
        "treinadora bibliotecário bibliotecária arquivista imã imame rabino padre pastor pastora "
        "bispo especialista especialistas perito perita associado associada adjunto adjunta "
        "assistente estagiário estagiária agrónomo agrónoma agrônomo agrônoma hidrólogo hidróloga "
        "biólogo bióloga físico física químico química músico música artista autarca prefeito "
        "prefeita agricultor agricultora pescador pescadora educador educadora decano decana "
        "reitor reitora colaborador colaboradora ensaísta chefe catedrático catedrática gerente "
        "gestor gestora subdiretor subdiretora subdirector subdirectora dirigente técnico técnica "
        "juiz juíza procurador procuradora teólogo teóloga farmacêutico farmacêutica parteira "
        "voluntário voluntária intelectual comentador comentadora comentarista curador curadora"
    ),
    role_like=phrase(r"(?:dora?|tora?|sora?|ista|eir[oa]|[óo]log[oa]|ente|ári[oa]|[íéáóâê]\w?ic[oa]|graf[oa])s?\Z"),
    leaders=word_set(
        "diretor diretora director directora redator redatora redactor redactora presidente "
        "presidenta vice-presidente membro coordenador coordenadora fundador fundadora cofundador "
        "cofundadora co-fundador co-fundadora secretário secretária porta-voz correspondente "
        "editor editora jornalista investigador investigadora pesquisador pesquisadora colunista "
        "editorialista cronista repórter delegado delegada colaborador colaboradora decano decana "
        "reitor reitora chefe gerente gestor gestora subdiretor subdiretora"
    ),
    no_roles=word_set("nascido nascida natural casado casada residente também autor, de em o a um uma "
                      "no na para com que"),
    to=exactly(
        r"\s(?:em|no|na|nos|nas)\s(?:o\s|a\s)?", r"\s(?:junto\s)?(?:ao|à|aos|às)\s",
        r"\spara\s(?:o\s|a\s|os\s|as\s)?", r"\scom\s(?:o\s|a\s|os\s|as\s)?",
    ),
    genitive=exactly(r"\s(?:do|da|dos|das|de)\s"),
    place=exactly(r"\s(?:em|no|na)\s(?-i:(?=[^\W\d_a-zß-ÿ]))"),
    heads=headed(
        "instituto colégio escola universidade centro fundação associação agência diário jornal "
        "faculdade departamento ministério museu biblioteca hospital rádio televisão tv canal rede "
        "conselho comitê comité comissão federação união liga movimento partido observatório "
        "laboratório sindicato câmara prefeitura ong organização sociedade cooperativa casa "
        "teatro academia grupo fórum fundo serviço programa projeto projecto gabinete embaixada "
        "revista semanário gazeta clínica aliança iniciativa tribuna imprensa clube coletivo "
        "colectivo cátedra banco correio folha voz liceu ordem arquivo núcleo secretaria igreja "
        "paróquia orquestra politécnico service times herald post news"
    ),
    kinds_of=opening(r"(?-i:diário|jornal|semanário|revista|portal|ONG|site|sítio)\s(?-i:(?=[^\W\d_a-zß-ÿ]|[«“\"]))"),
    joints=word_set("de do da dos das o a os as e para à ao aos às"),
    turns=phrase(r"\s(?:onde|que|quem|desde|assim)\b", r"\s(?:e\s(?:é|foi|tem|vive|mora|trabalha|escreve|ensina|"
                 r"dirige|colabora|atualmente|actualmente|autora?)\b)", r"\s(?:com\ssede|sediad[oa]|situad[oa]|"
                 r"localizad[oa])\b"),
    places=word_set("lisboa porto coimbra braga évora faro aveiro viseu setúbal funchal portugal "
                    "brasil brasília recife salvador fortaleza manaus belém curitiba angola luanda "
                    "moçambique maputo beira praia timor díli macau espanha frança europa áfrica "
                    "américa israel palestina jerusalém londres paris madrid goiânia bahia ceará") | {
                    "são paulo", "rio de janeiro", "belo horizonte", "porto alegre", "cabo verde",
                    "minas gerais", "são tomé", "timor-leste", "guiné-bissau"},
    granted=phrase(
        rf"\b{_USE}\b[^.]{{0,40}}?(?<!foi\s)(?<!era\s)\b(?:livre|autorizada|permitida|gratuita|concedida)\b",
        rf"\b(?:autorizada|permitida|livre)\sa\s(?:\w+\s){{0,2}}?{_USE}",
        rf"\b(?:autoriza|permite|concede)-se\s(?:\w+\s){{0,4}}?(?:{_USE}|{_USING}|{_LEAVE})",
        rf"\b(?:pode|podem)\sser\s(?:livremente\s|gratuitamente\s)?{_USED}",
        rf"\b{_LEAVE}\s(?:de|para)\s(?:a\s)?(?:{_USE}|{_USING})\b[^.]{{0,40}}?\b(?:concedid|dad|outorgad|livre)\w*",
        rf"\b(?:é|foi)\s(?:concedida|dada)\s(?:a\s)?{_LEAVE}\b",
        r"\blivre\sde\sdireitos\b",
    ),
    obtained=phrase(
        rf"\b{_LEAVE}\b[^.]{{0,80}}?\b(?:obtid|adquirid|recebid)\w+",
        rf"\b(?:foi|foram)\s(?:obtid|adquirid)\w+\s(?:\w+\s){{0,2}}?{_LEAVE}\b",
        rf"\bobtivemos\s(?:\w+\s){{0,2}}?{_LEAVE}\b",
    ),
    host_only=phrase(
        r"\b(?:com|sob)\s(?:a\s)?(?:\w+\s)?(?:autorização|permissão|licença)\s(?:especial\s)?d[eoa]s?\b",
        r"\bcom\s(?:a\s)?(?:devida|gentil|amável|expressa)\s(?:autorização|permissão)\b",
        r"\bpor\s(?:especial\s)?cortesia\sd[eoa]s?\b", r"\bgentilmente\s(?:cedid|autorizad)[oa]\b",
    ),
    reserved=phrase(
        r"\bdireitos\s(?:de\s[\w\s]{1,30}?)?reservados\b",
        r"\b(?:proibid|vedad|interdit)[oa]\s(?:a\s|toda\sa\s|qualquer\s)?(?:\w+\s){0,2}?(?:reprodu|republica|cópia|utiliza|publica|divulga|tradu)\w*",
        r"\b(?:reprodução|republicação|cópia|utilização|divulgação)\b[^.]{0,60}?(?<!foi\s)(?<!era\s)\b(?:proibid|vedad|interdit)[oa]\b",
        r"\bnão\s(?:pode|podem|poderá|poderão|deve|devem)\sser\s(?:\w+\s){0,3}?(?:re)?(?:publicad|produzid|divulgad|utilizad|copiad|traduzid)",
        r"\bnão\s(?:se\s(?:permite|autoriza)|é\spermitid[oa]|é\sautorizad[oa]|são\spermitid[oa]s)\b",
        r"(?<!permitida\s)(?<!autorizada\s)(?<!livre\s)\bsem\s(?:(?:a|o|prévi[oa]|expressa|sua)\s){0,3}(?:autorização|permissão|consentimento)\b",
        r"\b(?:requer|exige|carece\sde|depende\sde)\s(?:\w+\s){0,2}(?:autorização|permissão)\b",
    ),
    put_off=phrase(
        r"\b(?:não|sem|nunca|nenhum\w*|salvo|exc?epto|exceto|aguard\w+|pendentes?|solicitad\w+|solicitar|pedid[oa]s?|"
        r"pedir|negad\w+|recusad\w+|só|somente|apenas|unicamente|exclusivamente|prévi[oa]s?|previamente|antes|até|"
        r"caso|mediante|condição|condicionad\w+|sujeit[oa]s?|desde\sque|contanto|retirad[oa]|expirad[oa]|caducad[oa]|contactar|contatar)\b",
        r"(?<![\w-])se\b",
    ),
    harmless=phrase(
        r"\b(?:desde\sque|contanto\sque|com\sa\scondição\sde|sob\sa?\s?condição\sde|na\scondição\sde|mediante|se)\s"
        r"(?![^.]*(?:autoriz|permiss|consent|prévi|previa|solicit|pag|pedi|acord))[^.]*"
        r"(?:cit|menc|mencion|indi[cq]|credit|crédit|fonte|autor|inform|notifi|avis|alter|modific|gratuit)[^.]*",
        r"\bsalvo\s(?:indicação|menção|disposição)\s(?:em\s)?contrári[oa]\b",
        r"\bsem\s(?:qualquer\s|quaisquer\s)?(?:custos?|encargos?|ónus|ônus|modificações|alterações|alteração|fins\slucrativos|fins\scomerciais)\b",
        r"\b(?:fins|uso)\snão[\s-]comercia\w+",
    ),
    licence_words=(r"atribuição", r"(?:uso\s)?não\s?-?comercial",
                   r"sem\s?-?(?:obras?\s?)?(?:derivad|derivaç)\w+|proibição\sde\sobras\sderivadas",
                   r"(?:compartilhamento|compartilha|partilha)\s?-?(?:pela\smesma|nos\smesmos|igual)\w*"),
    conditions=MappingProxyType({
        Condition.ACKNOWLEDGE_SOURCE: phrase(
            r"\b(?:menç|menci|cita|citar|citem|indi[cq]|credit|crédit|referi|referên|reconhe)\w*\b[^.]{0,40}\b(?:fonte|autora?|autoria|origem)\b",
            r"\bfonte\b[^.]{0,30}\b(?:mencionad|citad|indicad|referid|creditad)\w+"),
        Condition.ACKNOWLEDGE_DISTRIBUTOR: phrase(
            r"\b(?:menç|menci|cita|citar|indi[cq]|credit|crédit)\w*\b[^.]{0,60}(?:CGNews|serviço\sde\s(?:notícias|imprensa)|distribuidora?|agência)"),
        Condition.NOTIFY_DISTRIBUTOR: phrase(r"\b(?:inform(?:ar|ando|em|e-nos)|avisar|avisando|avise|avisem|notificando|notifi(?:car|que|cad)\w*|comunicar|comunique)\b"),
        Condition.FREE_OF_CHARGE: phrase(r"\b(?:gratuit\w*|de\sgraça|sem\s(?:quaisquer\s|qualquer\s)?(?:custos?|encargos?|ónus|ônus))\b"),
        Condition.NO_CHANGES: phrase(r"\bsem\s(?:qualquer\s|quaisquer\s)?(?:modificações|modificação|alterações|alteração|cortes)\b", r"\bna\síntegra\b",
                                     r"\bnão\s(?:se\saltere|seja\salterad[oa]|modifi\w+)\b"),
        Condition.NON_COMMERCIAL: phrase(r"\bnão[\s-]comercia\w*", r"\bsem\sfins\s(?:lucrativos|comerciais)\b"),
        Condition.UNLESS_NOTED: phrase(r"\bsalvo\s(?:indicação|menção|disposição)\s(?:em\s)?contrári[oa]\b"),
    }),
    acts_of_use=MappingProxyType({
        Act.PUBLISH: phrase(r"\b(?:re)?public(?!idad)\w+|\breprodu\w+|\bdivulg\w+|\bdifu\w+|\bcopia\w*|\bcópia"),
        Act.TRANSLATE: phrase(r"\btradu\w+"),
    }),
)  # fmt: skip
