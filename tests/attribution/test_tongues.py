"""Articles in other languages than English: what each kind of line says, a table a kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.attribution.abroad.dates import printed_date
from archive.attribution.articles import articles
from archive.attribution.languages import language
from archive.attribution.tongues import TONGUES, tongue
from archive.model.article import Article
from attribution.articles_table import at, document, outlet, people, value

BODIES = {
    "fr": "À la sortie du village, les deux familles se disputaient un puits depuis trente ans et "
    "personne ne savait plus pourquoi. Une infirmière a proposé que l’on y pose une pompe.",
    "es": "En la salida del pueblo las dos familias se disputaban un pozo desde hacía treinta años "
    "y nadie sabía ya por qué. Una enfermera propuso que se pusiera allí una bomba.",
    "de": "Am Rand des Dorfes stritten sich die beiden Familien seit dreißig Jahren um einen "
    "Brunnen, und niemand wusste mehr, warum. Eine Krankenschwester schlug eine Pumpe vor.",
    "id": "Di ujung desa itu dua keluarga telah berebut sebuah sumur selama tiga puluh tahun dan "
    "tidak ada yang masih ingat sebabnya. Seorang perawat mengusulkan agar dipasang pompa.",
    "pt": "Na saída da aldeia as duas famílias disputavam um poço há trinta anos e já ninguém "
    "sabia porquê. Uma enfermeira propôs que se pusesse ali uma bomba, e foi o que se fez.",
    "it": "All’uscita del villaggio le due famiglie si contendevano un pozzo da trent’anni e "
    "nessuno sapeva più perché. Un’infermiera propose che vi si mettesse una pompa, e si fece.",
    "tr": "Köyün çıkışında iki aile otuz yıldır bir kuyu için çekişiyordu ve artık kimse bunun "
    "nedenini bilmiyordu. Bir hemşire oraya bir tulumba konulmasını önerdi ve öyle de oldu.",
    "nl": "Aan de rand van het dorp twistten de twee families al dertig jaar over een put en "
    "niemand wist nog waarom. Een verpleegster stelde voor om er een pomp te plaatsen.",
    "ru": "На окраине села две семьи тридцать лет спорили из-за колодца, и никто уже не помнил, "
    "почему. Медсестра предложила поставить там насос, и весной так и сделали.",
    "ar": "على طرف القرية كانت العائلتان تتنازعان على بئر منذ ثلاثين عاماً ولم يعد أحد يعرف "
    "السبب. اقترحت ممرضة أن توضع هناك مضخة، وهذا ما حدث في الربيع من دون أن يعترض أحد على ذلك.",
    "he": "בקצה הכפר רבו שתי המשפחות על באר אחת במשך שלושים שנה ואיש כבר לא זכר מדוע. אחות אחת "
    "הציעה להתקין שם משאבה, וכך היה באביב, בלי שאיש התנגד לכך.",
    "ur": "گاؤں کے کنارے پر دو خاندان تیس برس سے ایک کنویں پر لڑ رہے تھے اور کسی کو یاد نہیں تھا "
    "کہ کیوں۔ ایک نرس نے کہا کہ وہاں پمپ لگا دیا جائے اور بہار میں ایسا ہی ہوا۔",
}


def article(tag: str, *, top: str, tail: str = "") -> Article:
    body = BODIES[tag]
    text = f"{top}\n\n{body}\n\n{body}\n\n{tail}\n"
    (found,) = articles(document(text))
    assert value(found.language) == tag
    for author in found.authors:
        assert at(text, author.person.span) == author.person.value.name
    return found


WHOLE = {
    "fr": (
        "La pompe du village\n\npar Anne Lefèvre",
        "* Anne Lefèvre est professeur d’histoire au lycée Jean Moulin.\n\n"
        "Source : Le Courrier du Sud, 1er mars 2009, www.courrier.example",
        [("Anne Lefèvre", "professeur d’histoire", ["lycée Jean Moulin"])],
        ("Le Courrier du Sud", "", "2009-03-01", "www.courrier.example"),
    ),
    "es": (
        "La bomba del pueblo\n\nPor Ana Ruiz",
        "Ana Ruiz es directora del Centro de Estudios del Agua en Granada.\n\n"
        "Fuente: El Correo del Sur, 31 de octubre de 2006",
        [("Ana Ruiz", "directora", ["Centro de Estudios del Agua"])],
        ("El Correo del Sur", "", "2006-10-31", None),
    ),
    "de": (
        "Die Pumpe im Dorf\n\nVon Ute Sander",
        "Ute Sander ist Redakteurin bei der Main-Rundschau.\n\n"
        "Quelle: Main-Rundschau, 3. Juni 2009",
        [("Ute Sander", "Redakteurin", ["Main-Rundschau"])],
        ("Main-Rundschau", "", "2009-06-03", None),
    ),
    "id": (
        "Pompa di ujung desa\n\noleh Rahmat Hidayat",
        "* Rahmat Hidayat adalah pelatih di Liga Dua Desa.\n\n"
        "Sumber: Kantor Berita Dua Desa, 3 Mei 2011",
        [("Rahmat Hidayat", "pelatih", ["Liga Dua Desa"])],
        ("Kantor Berita Dua Desa", "", "2011-05-03", None),
    ),
    "pt": (
        "A bomba da aldeia\n\nPor Ana Ribeiro e Rui Tavares",
        "Ana Ribeiro é diretora do Instituto da Água e professora na Universidade do Porto. "
        "Rui Tavares leciona na Escola Secundária Camões, em Lisboa.\n\n"
        "Artigo publicado originalmente no Correio do Sul, a 1.º de abril de 2009.",
        [
            ("Ana Ribeiro", "diretora", ["Instituto da Água", "Universidade do Porto"]),
            ("Rui Tavares", None, ["Escola Secundária Camões"]),
        ],
        ("Correio do Sul", "", "2009-04-01", None),
    ),
    "it": (
        "La pompa del villaggio\n\ndi Anna Ricci, Luca Ferri ed Elena De Santis",
        "Anna Ricci è coordinatrice del Centro Acque Chiare. Luca Ferri insegna all’Università di "
        "Bologna. Elena De Santis è stata direttrice di Radio Valle.\n\n"
        "(Pubblicato per la prima volta su la Gazzetta del Sud, 1° aprile 2009)",
        [
            ("Anna Ricci", "coordinatrice", ["Centro Acque Chiare"]),
            ("Luca Ferri", None, ["Università di Bologna"]),
            ("Elena De Santis", None, []),
        ],
        ("la Gazzetta del Sud", "", "2009-04-01", None),
    ),
    "tr": (
        "Köyün tulumbası\n\nYazan: Ayşe Kaya, Vadi Gazetesi",
        "Bu yazı ilk olarak 14 Haziran 2008’de Vadi’nin Sesi gazetesinde yayımlanmıştır.",
        [("Ayşe Kaya", None, [])],
        ("Vadi’nin Sesi", "", "2008-06-14", None),
    ),
    "nl": (
        "De pomp van het dorp\n\nDoor Anna de Vries en Jan van der Berg, Trouw",
        "Anna de Vries is docent geschiedenis aan het Maas Gymnasium in Delft. Jan van der Berg "
        "is oud-redacteur van de Maasbode.\n\n"
        "Dit artikel werd op 3 maart 2009 gepubliceerd in De Ochtendbode.",
        [
            ("Anna de Vries", "docent geschiedenis", ["Maas Gymnasium"]),
            ("Jan van der Berg", None, []),
        ],
        ("De Ochtendbode", "", "2009-03-03", None),
    ),
    "ru": (
        "Сельский насос\n\nАвтор: Анна Иванова",
        "Анна Иванова — преподаватель истории в Казани.\n\n"
        "Статья впервые опубликована в газете «Речной вестник», 3 марта 2009 года.",
        [("Анна Иванова", "преподаватель истории", [])],
        ("Речной вестник", "", "2009-03-03", None),
    ),
    "ar": (
        "مضخة القرية\n\nبقـلم ليلى حداد",
        "* ليلى حداد صحفية في إذاعة الجبل.\n\nالمصدر: جريدة الجبل، ١٢ أيار/مايو ٢٠٠٩",
        [("ليلى حداد", "صحفية", ["إذاعة الجبل"])],
        ("جريدة الجبل", "", "2009-05-12", None),
    ),
    "he": (
        "המשאבה בקצה הכפר\n\nמאת נועה ברק",
        "נועה ברק היא הידרולוגית במכון הנחל.\n\n(פורסם בשירות החדשות של הנחל ב- 23 באפריל 2007)",
        [("נועה ברק", "הידרולוגית", ["מכון הנחל"])],
        ("שירות החדשות של הנחל", "", "2007-04-23", None),
    ),
    "ur": (
        "گاؤں کا پمپ\n\nتحریر: سلمیٰ رضوی",
        "سلمیٰ رضوی روزنامہ وادی کی مدیرہ ہیں۔\n\nماخذ: روزنامہ وادی، 3 مارچ 2010",
        [("سلمیٰ رضوی", "مدیرہ", ["روزنامہ وادی"])],
        ("روزنامہ وادی", "", "2010-03-03", None),
    ),
}


@pytest.mark.parametrize("tag", WHOLE)
def test_whole(tag: str) -> None:
    top, tail, authors, published = WHOLE[tag]
    found = article(tag, top=top, tail=tail)
    assert found.heading == top.split("\n")[0]
    assert people(found) == authors
    assert outlet(found.published) == published


DATES = {
    "fr first": ("fr", "le 1er mars 2009", "2009-03-01"),
    "fr weekday": ("fr", "mardi 10 juillet 2007", "2007-07-10"),
    "es of": ("es", "31 de octubre de 2006", "2006-10-31"),
    "es short": ("es", "31 oct 2006", "2006-10-31"),
    "es year of": ("es", "10 de mayo del 2011", "2011-05-10"),
    "de stop": ("de", "3. Juni 2009", "2009-06-03"),
    "de figures": ("de", "3.6.2009", "2009-06-03"),
    "id": ("id", "3 Agustus 2011", "2011-08-03"),
    "pt of": ("pt", "terça-feira, 10 de julho de 2007", "2007-07-10"),
    "pt ordinal": ("pt", "1.º de maio de 2010", "2010-05-01"),
    "pt short": ("pt", "3 mar. 2009", "2009-03-03"),
    "it ordinal": ("it", "il 1° maggio 2010", "2010-05-01"),
    "it elided": ("it", "l’11 maggio 2010", "2010-05-11"),
    "pt before the outlet": ("pt", "publicado em 3 de maio de 2009 no Público", "2009-05-03"),
    "tr": ("tr", "14 Haziran 2008 Cumartesi", "2008-06-14"),
    "tr capitals": ("tr", "5 KASIM 2009", "2009-11-05"),
    "tr dotted capitals": ("tr", "5 EKİM 2009", "2009-10-05"),
    "nl hyphens": ("nl", "12-05-2009", "2009-05-12"),
    "nl": ("nl", "dinsdag 10 juli 2007", "2007-07-10"),
    "ru": ("ru", "вторник, 10 июля 2007 г.", "2007-07-10"),
    "ar Levant": ("ar", "3 كانون الأول 2008", "2008-12-03"),
    "ar both": ("ar", "12 أيار/مايو 2009", "2009-05-12"),
    "ar both, not alike": ("ar", "12 أيار/يونيو 2009", None),
    "ar without hamza": ("ar", "٥ ايار ٢٠٠٩م", "2009-05-05"),
    "ar Maghreb": ("ar", "5 جويلية 1962", "1962-07-05"),
    "he hyphen": ("he", "ב-23 באפריל 2007", "2007-04-23"),
    "he bare": ("he", "7 מאי 2010", "2010-05-07"),
    "ur digits": ("ur", "۳ مارچ ۲۰۱۰ء", "2010-03-03"),
    "slashes": ("fr", "12/05/2009", "2009-05-12"),
    "no such day": ("fr", "31 juin 2009", None),
    "month": ("es", "octubre de 2006", "2006-10"),
    "range": ("fr", "10 – 12 mai 2009", None),
    "English": ("fr", "16 September 2008", "2008-09-16"),
}


@pytest.mark.parametrize(("tag", "text", "date"), DATES.values(), ids=DATES.keys())
def test_dates(tag: str, text: str, date: str | None) -> None:
    spoken = tongue(tag)
    assert spoken is not None
    found = printed_date(text, spoken)
    assert (found.iso if found else None) == date


RIGHTS = {
    "fr granted": ("fr", "Reproduction autorisée.", "granted"),
    "fr refused": (
        "fr",
        "Toute reproduction interdite sans l’accord écrit du journal.",
        "reserved",
    ),
    "fr host": ("fr", "Reproduit avec l’aimable autorisation de l’auteur.", "host-only"),
    "es obtained": ("es", "Se ha obtenido el permiso de publicación.", "obtained"),
    "es reserved": ("es", "Todos los derechos reservados.", "reserved"),
    "de host": ("de", "Nachdruck mit freundlicher Genehmigung der Redaktion.", "host-only"),
    "de granted": ("de", "Nachdruck mit Quellenangabe gestattet.", "granted"),
    "id obtained": ("id", "Telah memperoleh izin publikasi.", "obtained"),
    "pt obtained": ("pt", "Foi obtida autorização para a publicação deste artigo.", "obtained"),
    "pt granted": ("pt", "A reprodução é livre, desde que citada a fonte.", "granted"),
    "pt put off": (
        "pt",
        "Autoriza-se a reprodução, desde que previamente autorizada pelo autor.",
        "unstated",
    ),
    "pt host": ("pt", "Reproduzido com a gentil autorização do autor.", "host-only"),
    "pt reserved": ("pt", "É proibida a reprodução sem autorização prévia.", "reserved"),
    "it obtained": ("it", "È stato ottenuto il permesso di pubblicazione.", "obtained"),
    "it granted": ("it", "La riproduzione è libera, purché si citi la fonte.", "granted"),
    "it put off": ("it", "Si autorizza la riproduzione, previa richiesta all’autore.", "unstated"),
    "it host": ("it", "Pubblicato per gentile concessione dell’autore.", "host-only"),
    "it reserved": ("it", "È vietata la riproduzione senza il permesso dell’editore.", "reserved"),
    "tr obtained": ("tr", "Yayın izni alınmıştır.", "obtained"),
    "tr granted": ("tr", "Kaynak gösterilerek yayımlanabilir.", "granted"),
    "tr put off": ("tr", "Ancak yayınevinin yazılı izniyle yayımlanabilir.", "unstated"),
    "tr host": ("tr", "Gazetenin izniyle yayımlanmıştır.", "host-only"),
    "tr reserved": ("tr", "Tüm hakları saklıdır. İzinsiz kullanılamaz.", "reserved"),
    "nl obtained": ("nl", "Toestemming voor publicatie is verkregen.", "obtained"),
    "nl granted": ("nl", "Overname toegestaan, mits met bronvermelding.", "granted"),
    "nl put off": ("nl", "Artikelen mogen alleen na overleg worden overgenomen.", "unstated"),
    "nl host": ("nl", "Overgenomen met toestemming van de redactie.", "host-only"),
    "nl reserved": ("nl", "Alle rechten voorbehouden.", "reserved"),
    "ru obtained": ("ru", "Разрешение на публикацию получено.", "obtained"),
    "ru granted": ("ru", "Перепечатка разрешена при условии ссылки на источник.", "granted"),
    "ru put off": ("ru", "Перепечатка разрешена только после согласования.", "unstated"),
    "ru host": ("ru", "Перепечатано с любезного разрешения автора.", "host-only"),
    "ru reserved": ("ru", "Все права защищены.", "reserved"),
    "ar obtained": ("ar", "تم الحصول على حقوق نشر هذا المقال.", "obtained"),
    "ar reserved": ("ar", "جميع الحقوق محفوظة.", "reserved"),
    "he reserved": ("he", "כל הזכויות שמורות.", "reserved"),
    "ur reserved": ("ur", "جملہ حقوق محفوظ ہیں۔", "reserved"),
}


@pytest.mark.parametrize(("tag", "sentence", "kind"), RIGHTS.values(), ids=RIGHTS.keys())
def test_rights(tag: str, sentence: str, kind: str) -> None:
    top, tail, _, _ = WHOLE[tag]
    found = article(tag, top=top, tail=f"{tail}\n\n{sentence}")
    assert found.rights is not None
    assert (found.rights.kind.value, found.rights.statement.value) == (kind, sentence)


def test_a_condition_in_its_own_sentence_belongs_to_the_permission() -> None:
    said = "Cet article peut être reproduit. Merci de citer la source."
    top, tail, _, _ = WHOLE["fr"]
    found = article("fr", top=top, tail=f"{tail}\n\n{said}")
    assert found.rights is not None
    assert found.rights.statement.value == said
    assert [c.value.value for c in found.rights.conditions] == ["acknowledge-source"]


PROSE = {
    "ar over the note": (
        "ar",
        "كتب أحدهم على باب المدرسة أن النشر ممنوع من دون إذن، فصوّر التلاميذ اللافتة ووزّعوها على "
        "المدينة كلها قبل الظهر.",
    ),
    "pt": ("pt", "A publicação do livro foi proibida em 1968, e a reprodução dos mapas também."),
    "it": ("it", "Di Aldo Moro, ucciso nel 1978, si parla ancora. Il giornale non può dire tutto."),
    "fr under the byline": (
        "fr",
        "Il aurait fallu demander l’autorisation de reproduire le plan du quartier ; personne ne "
        "l’a fait, et le plan se trouve dans toutes les cuisines.",
    ),
}


@pytest.mark.parametrize(("tag", "paragraph"), PROSE.values(), ids=PROSE.keys())
def test_prose_that_speaks_of_permission_grants_nothing(tag: str, paragraph: str) -> None:
    top, tail, authors, _ = WHOLE[tag]
    found = article(tag, top=f"{top}\n\n{paragraph}", tail=f"{paragraph}\n\n{tail}")
    assert found.rights is None
    assert people(found) == authors


@pytest.mark.parametrize("tag", TONGUES.names())
def test_every_table_loads(tag: str) -> None:
    spoken = tongue(tag)
    assert spoken is not None
    assert spoken.tag == tag
    assert set(spoken.months.values()) == set(range(1, 13))


@pytest.mark.parametrize("tag", BODIES)
def test_language_of_a_short_text(tag: str) -> None:
    words = BODIES[tag].split()
    told = language(" ".join(words[:25]))
    assert told is not None
    assert told[0] == tag


def test_a_dotted_capital_is_a_letter_of_its_word() -> None:
    told = language(
        "İki taraf da kuyuyu gözler. İlk gelen bekler. İçinde su var ama herkes bekler."
    )
    assert told is not None
    assert told[0] == "tr"


@given(
    st.sampled_from(sorted(BODIES)),
    st.lists(
        st.sampled_from(
            [line for top, tail, _, _ in WHOLE.values() for line in f"{top}\n{tail}".split("\n")]
            + list(BODIES.values())
            + ["***", "", "(", "«", "12.", "2009", "\u200f"]
        ),
        max_size=12,
    ),
)
def test_any_lines_are_read_without_loss(tag: str, lines: list[str]) -> None:
    text = "\n\n".join([*lines, BODIES[tag], BODIES[tag], *lines])
    for found in articles(document(text)):
        first, last = (found.extent.start, found.extent.end) if found.extent else (0, len(text))
        own = [block for block in found.blocks if first <= block.span.start < last]
        carried = "".join("".join(block.text.split()) for block in own)
        assert carried == "".join(text[first:last].split())


def test_arabic_with_few_small_words_of_their_own_is_told() -> None:
    told = language(
        "سكّان البئر. بقلم زياد الشامي. "
        "في الحيّ القديم بئر لا يملكها أحد، ولذلك يراقبها الجميع. يأتون إليها عند الفجر ويعودون "
        "إليها عند المساء، ويعدّ كل فريق دلاء الفريق الآخر. يفضّل المسؤولون حفلات الافتتاح، فالشريط "
        "يُقصّ في دقيقة واحدة، أما أنبوب الماء فيستغرق النقاش حوله أحد عشر عاماً. أسّس شبّان الضفة "
        "الجنوبية فرقة نحاسية تعزف ألحاناً خاطئة، ولهذا السبب يحترمها الطرفان. زياد الشامي مهندس "
        "في بلدية جبلة. المصدر: السفير، 3 تموز/يوليو 2008. جميع الحقوق محفوظة."
    )
    assert told is not None
    assert told[0] == "ar"
