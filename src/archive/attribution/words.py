"""English words that the rules tell lines and names by. Another language is another such module.

Every set holds lower-case words. None of them names an author, an outlet or an article: they are
the common nouns that names are made of, the titles that stand before them, and the places that
are no organisations.
"""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a string, as a set."""
    return frozenset(words.split())


HONORIFICS = word_set(
    "dr prof professor mr mrs ms miss mx sir dame lord lady baroness baron rabbi imam sheikh "
    "shaykh sheikha sayyid rev reverend father fr sister sr brother bishop archbishop cardinal "
    "pastor canon ambassador amb senator sen rep gen general lt lieutenant col colonel maj major "
    "capt captain sgt "
    "hon judge justice president prince princess ayatollah mufti maulana mawlana hajj haji brig "
    "brigadier adm admiral cmdr commander hrh hm he h.e king queen sultan emir chancellor canon "
    "chief swami lama venerable ven msgr monsignor deacon elder"
)
"""Titles before a name, without a full stop."""

DEGREES = word_set("phd ph.d md m.d ma m.a msc m.sc ba b.a mp mep mba llm esq obe cbe jd j.d")
"""Letters after a name, without a final full stop."""

SUFFIXES = word_set("jr sr ii iii iv")
"""What tells a son from his father; belongs neither to the given nor to the family name."""

PARTICLES = word_set(
    "van von und de der den del della di da do dos das du la le los las ten ter zu zum zur af av "
    "na al el mac an nic ní ó ua ap bin ibn bint ben bar abu st san e y"
)
"""Words that a family name may begin with."""

SERVANTS = word_set("abd abdel abdul abdal abu umm")
"""Words that make one given name with the word after them."""

FAMILY_FIRST = word_set(
    "ban bao cai cao chang chen cheng cho choi chu deng ding feng gao guo han he ho hong hsu hu "
    "huang hwang jang jiang jung kang kim ko kwon lai lee li liang lim lin liu lu luo ma mao ngo "
    "nguyen pan park peng pham qian qin shen shi shin song su sun tan tang tran vo vu wang wei wen "
    "wong wu xi xie xu yan yang yi yoon yu yuan yun zeng zhang zhao zheng zhou zhu"
)
"""Family names that are often printed first: a name that begins so is not taken apart."""

ORGANISATION = word_set(
    "academy affairs agency alliance association authority bank board branch broadcasting "
    "bulletin bureau campaign caucus center centre chronicle church clinic club coalition "
    "college commission committee company confederation congress consortium cooperative "
    "corporation council courier daily department dispatch division echo embassy endowment "
    "examiner express faculty federation forum foundation fund gazette globe group guardian "
    "herald hospital independent initiative inquirer institut institute institution "
    "international journal laboratory league library magazine mail media mercury ministry "
    "mission monitor monthly mosque movement museum network news newspaper newspapers observatory "
    "observer office organisation organization parliament partnership party post press "
    "programme program project quarterly radio register report reporter research review school "
    "secretariat seminary service services society standard star studies sun synagogue "
    "syndicate task team telegraph television theatre theater times tribune trust tv union unit "
    "universitas universität université universidad university watch weekly werke workshop "
    "world lycée universiteit foreign policy"
)
"""Common nouns in the names of organisations and outlets, hardly ever in a person's."""

HEADS = ORGANISATION - word_set(
    "affairs broadcasting daily express foreign international independent mail media news policy "
    "research services studies task world report reporter standard star sun globe party press "
    "post times"
)
"""Those of them that make a phrase an organisation on their own."""

OUTLETS = word_set(
    "agency bulletin daily gazette herald journal magazine network newsletter newspaper post press "
    "review service times tribune weekly wire"
)
"""The last words of outlets' names."""

KINDS = word_set(
    "project service organisation organization non-profit nonprofit network newspaper magazine "
    "initiative publication website site charity ngo group agency institute institution programme "
    "program tank journal daily weekly company foundation coalition association movement portal "
    "blog forum newsletter city town village country book film"
)
"""What is said to be one of these is no person."""

ROLES = word_set(
    """
    academic accountant activist actuary administrator adviser advisor advocate agronome
    agronomist aide ambassador analyst anchor anthropologist archaeologist archbishop architect
    archivist artist artist-in-residence assistant associate astronomer attache attaché attorney
    auditor author banker barrister biologist bishop blogger bookseller botanist broadcaster
    broker businessman businesswoman cameraman campaigner campaigner-in-chief candidate canon
    cartographer cartoonist cellist ceo chair chairman chairperson chairwoman chancellor
    chaplain chemist chief cinematographer cleric clerk climatologist co-author co-chair
    co-director co-editor co-founder co-ordinator co-president coach columnist commentator
    composer conductor congressman congresswoman conservationist consul consultant contributor
    convener convenor coordinator copywriter correspondent councillor councilor counsel
    counsellor counselor critic curator deacon dean debater delegate demographer dentist deputy
    designer detective developer diplomat director dissident doctor documentarian dramatist
    ecologist economist editor editor-in-chief educationist educator emerita emeritus engineer
    entrepreneur environmentalist envoy epidemiologist essayist ethicist examiner executive
    expert facilitator fellow feminist film-maker filmmaker founder founder-director freelance
    freelancer geographer geologist governor graduate head headmaster headmistress headteacher
    historian host hydrologist illustrator imam inspector instructor intellectual intern
    interpreter investigator invigilator journalist judge jurist laureate lawmaker lawyer lead
    leader lecturer legislator lexicographer librarian linguist lobbyist magistrate manager
    mathematician mediator member meteorologist midwife midwife-in-chief minister missionary
    musician negotiator notary novelist nurse nutritionist observer oceanographer officer
    ombudsman organiser organizer pacifist paediatrician painter parliamentarian pastor patron
    peacebuilder peacemaker pediatrician pharmacist philologist philosopher photographer
    physician physicist physiotherapist pianist pilot planner playwright podcaster poet
    policymaker politician postdoc postgraduate practitioner preacher presenter president priest
    principal producer professor programmer projectionist prosecutor provost psychiatrist
    psychologist publicist publisher rabbi ranger reader rector referee registrar reporter
    representative researcher resident reviewer satirist scholar scholar-activist
    scholar-in-residence schoolmaster schoolteacher scientist screenwriter scriptwriter sculptor
    secretary secretary-general senator sociologist solicitor specialist spokesman spokesperson
    spokeswoman staff statistician storyteller strategist student surgeon surveyor teacher
    technician technologist theatre-maker theologian theologist theorist therapist thinker
    trainer translator translator-in-residence treasurer trustee tutor typist undergraduate
    undersecretary unionist vet veterinarian vicar vice-chair vice-chairman vice-chancellor
    vice-president videographer volunteer worker writer writer-in-residence zoologist
    """
)
"""What a person may be said to be."""

TRADES = word_set(
    """
    actor actress admiral apprentice arborist athlete auctioneer ayatollah baker barber
    bartender beekeeper blacksmith boatbuilder boatman bookbinder brewer bricklayer brigadier
    butcher cantor captain caretaker carpenter chef citizen co-owner cobbler colonel commander
    commissioner compositor constable controller cook courier custodian cyclist dancer dealer
    dispatcher docker driver drover dyer electrician falconer farmer father ferryman firefighter
    fisherman footballer forester gardener general glazier goalkeeper goatherd grandfather
    grandmother grocer grower guide harbourmaster herder housewife innkeeper janitor jockey
    laborer labourer lieutenant lifeguard lightkeeper locksmith major marshal mason mayor
    mechanic medic merchant miller miner monk mother mufti native nun official owner paramedic
    parent partner pensioner plasterer player plumber policeman porter postman potter prince
    princess printer proprietor pupil rancher sailor seamstress sergeant servant sexton sheikh
    shepherd sheriff shopkeeper signalman singer soldier stevedore stoker stonemason
    superintendent supervisor survivor tailor tanner timekeeper trader trainee typesetter umpire
    verger veteran vintner waiter waitress warden weaver welder
    """
)
"""What a person may be said to be, too, and people whom an article speaks of sooner."""

ROLE_ENDINGS = (
    "ologist", "ographer", "ician", "onomist", "keeper", "maker", "master", "mistress", "person",
    "woman", "worker", "wright",
)  # fmt: skip
"""Endings of further words for what a person may be."""


def is_role(word: str) -> bool:
    """Whether a word, in small letters, says what a person is.

    >>> is_role("choirmaster"), is_role("mountain")
    (True, False)
    """
    if not _ROLES.isdisjoint((word, word.removesuffix("s"))):
        return True
    if word.endswith(ROLE_ENDINGS):
        return True
    return word.endswith("ist") and len(word) > 5 and word not in _NO_ROLES


_ROLES = ROLES | TRADES
_NO_ROLES = word_set(
    "assist checklist blacklist shortlist consist desist enlist exist insist persist resist"
)


FIELDS = word_set(
    "professor lecturer reader student teacher scholar researcher expert specialist historian "
    "doctor instructor candidate"
)
"""Roles that "of" or "in" joins to a subject, not to an organisation."""

MAKERS = word_set("author co-author co-authors authors translator")
"""Roles that "of" joins to a work."""

LEADERS = word_set(
    "director president chair chairman chairwoman chairperson founder co-founder head editor "
    "editor-in-chief member secretary secretary-general chief manager coordinator ceo principal "
    "dean rector publisher leader vice-president trustee officer employee fellow chaplain "
    "co-director co-editor co-chair deputy vice-chair treasurer board staff"
)
"""Roles that "of" joins to an organisation."""

ADVISERS = word_set("adviser advisor consultant")
"""Roles that "to" joins to an organisation or to a person; to the first if a place follows."""

OFFICES = word_set(
    "ambassador envoy consul minister mayor governor president king queen secretary native "
    "resident citizen member representative"
)
"""Roles that "of" and "to" join to a place."""

BODIES = word_set("board executive advisory steering editorial directors trustees")
"""A phrase that begins so is a body inside an organisation that is not named yet."""

PLACES = word_set(
    """
    afghanistan africa albania algeria america americas angola arabia argentina armenia asia
    australia austria azerbaijan bahrain balkans bangladesh belarus belgium bolivia bosnia
    brazil britain bulgaria burma burundi cambodia cameroon canada caucasus chad chechnya chile
    china colombia congo croatia cuba cyprus czechia darfur denmark ecuador egypt england
    eritrea estonia ethiopia eu europe finland france gambia gaza georgia germany ghana greece
    gulf guatemala hague haiti honduras hungary iceland india indonesia iran iraq ireland israel
    italy jamaica japan jerusalem jordan kashmir kazakhstan kenya korea kosovo kurdistan kuwait
    kyrgyzstan laos latvia lebanon levant liberia libya lithuania luxembourg macedonia maghreb
    malaysia mali malta mauritania mediterranean mexico moldova mongolia montenegro morocco
    mozambique myanmar namibia nato nepal netherlands nicaragua niger nigeria norway oman
    pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia
    rwanda sahara sahel scotland senegal serbia singapore slovakia slovenia somalia spain sudan
    sweden switzerland syria taiwan tajikistan tanzania thailand tibet timor tunisia turkey
    turkmenistan uae uganda uk ukraine un uruguay us usa uzbekistan venezuela vietnam wales
    yemen zambia zimbabwe
    """
)
"""Countries and regions, by their last word: "ambassador to Jordan" names no organisation."""

REGIONS = word_set(
    "africa america americas asia australia balkans caribbean caucasus east europe gulf levant "
    "maghreb mediterranean north pacific sahel south west world"
)
"""Parts of the world, by their last word."""

STATES_WITH_CAMPUSES = word_set(
    "california wisconsin illinois texas massachusetts carolina maryland michigan minnesota "
    "colorado"
)
"""A university of one of these may be followed by a comma and the name of its campus."""

AMERICAN_UNIVERSITIES = word_set("cairo dubai bulgaria kosovo iraq")
"""Where an American University is that has "in" and its place in its name."""

UNIVERSITIES = word_set(
    "harvard yale princeton stanford oxford cambridge cornell tufts georgetown berkeley dartmouth "
    "brandeis brown duke emory rutgers vassar swarthmore amherst sorbonne technion google microsoft"
)
"""Universities and companies that one word names."""

DEMONYMS = word_set(
    """
    afghan african algerian american arab arabic argentine asian australian austrian balkan
    bosnian brazilian british bulgarian burmese canadian caribbean chechen chilean chinese
    colombian cuban cypriot czech danish dutch eastern egyptian english ethiopian european
    filipino finnish french german greek hungarian indian indonesian iranian iraqi irish israeli
    italian japanese jewish jordanian kashmiri kenyan korean kurdish kuwaiti latin lebanese
    libyan malaysian mexican moroccan muslim nigerian northern norwegian pakistani palestinian
    persian peruvian polish portuguese romanian russian saudi scottish serbian somali southern
    spanish sudanese swedish swiss syrian thai tibetan tunisian turkish ugandan ukrainian uzbek
    vietnamese welsh western yemeni
    """
)
"""What is said of somebody from a place, which a bare line of two words rather begins with."""

PLACE_BEGINNINGS = word_set(
    """
    abu addis banda bandar beit bir buenos burkina cape costa cote dar dera east el great ho
    hong ivory kota kuala las los middle new north phnom port puerto ras rio saint san santa sao
    saudi sierra south sri st tel ulan united west
    """
)
"""Two capitalised words that begin so are rather a place than a person."""

NO_NAMES = word_set(
    "a an and are at by for from i if in is it my no not of on or our that the their this to us we "
    "what when where who why will with you your how can should must but as staff writer reporter "
    "correspondent editor editors editorial agencies contributor contributors anonymous author "
    "authors written special edited translated compiled introduction conclusion background summary "
    "abstract analysis opinion comment commentary part chapter section monday tuesday wednesday "
    "thursday friday saturday sunday january february march april june july august september "
    "october november december article source copyright read related tags share print email home "
    "photo photos image images advertisement about contact correspondents reporters writers "
    "staffers bureau desk team"
)
"""Words that no person's name is made of."""

RUBRICS = word_set(
    "editorial opinion op-ed oped commentary comment analysis viewpoint views perspective "
    "perspectives column essay feature features interview letter review youth voices debate "
    "focus report special"
)
"""Words that a label over a title is made of."""

TITLE_WORDS = word_set(
    """
    across action affair after again against age agenda all alone ancient anger another answer
    apart arms army art asking back bad balance ballot barrier battle beginning behind belief
    better between beyond big bitter blame blind blood board body book border borrowed bottom
    boundary bread break breaking bridge bright broken brother building burden business buying
    call campaign card care case cease-fire ceasefire challenge chance change changing chaos
    child children choice citizen city civil clash clean clear climate closed cloud coalition
    code coffee cold common community conflict conscience consensus contract corner corruption
    cost council counting country courage court creed crisis critical crossing crowd culture cup
    cure custom cycle danger dangerous dark dawn day dead deadlock deal death debate debt deep
    defence defense delight democracy desert desire dialogue diary difference different
    difficult dignity diplomacy dirt dirty disaster discord distant divide divided doing door
    double doubt dream drink drought dust duty ear early earth eastern easy economy edge
    education election empire empty end ending enemy energy enough equal error eternal ethics
    every evil exchange exile expectation eye face facing faith fall false family far farm fast
    father fear feast fence few field fight fighting fire first fish flag flood food force
    forced foreign forest forgiveness forgotten forward foundation fragile free freedom fresh
    friend from front frontier fruit future game garden gate gift girl global goal going gold
    good grass great green grief ground growing growth guest guilt gun hand hard harvest hate
    hatred head healing health heart heavy help hero hidden high history holding hollow holy
    home honest honor honour hope hospital house human humanity hunger idea identity image
    impossible inside invisible iron island journey joy just justice key kind kitchen knowledge
    labor labour lady land language last late law leader learning lesson letter liberty lie life
    light limit line listening little living local long look lost love low loyalty making man
    many map market martyr mask master math matter meaning measure media meeting memory men
    middle military mind mirror missed missing mistake model moderate modern moment money moon
    moral more morning mother mountain mouth moving music muslim myth naked name narrow nation
    national neighbor neighbour net never new news next night no noise north nothing number oath
    ocean office oil old olive one only open opening opportunity orange order ordinary other our
    outside over paper paradise past path patience paying peace people perfect permanent
    personal picture pilgrim place plain plan planet play playing plea poet poison police policy
    political politics poor popular poverty power practical prayer prejudice press pressure
    price pride prison private promise protest proud public pulse quarter question quiet race
    radical rain reading real reality reason rebuilding reconciliation red reform refuge refugee
    religion religious remember resistance respect responsibility return revolution rich right
    rising risk river road roof room root rough round rule running sacred sad safe salt sand
    scar school science sea search season second secret security seed seeing seeking sense
    separate service shadow shame shared sharing shattered shifting short side sign silence
    silent simple single sister sky slow small smart social society soft soil soldier solid
    solution song sorrow soul sound south spirit spring square stage standing star state
    stepping steps stolen stone stop story strange stranger street strength strong struggle
    student study summer summit sun sweet sword table taking talking tax teaching tension terror
    test thin third thorn threat three time tired today together tolerance tomorrow tough toward
    town trade tradition train tree trial true trust truth turning twin two under unfinished
    unity universal unlikely unspoken upside urban value veil victim victory view village
    violence vision visit voice vote wall war warning water way weak weapon weather western
    wheat white whole why wild wind window winter wisdom without woman women word work working
    world worth wound writing wrong year yellow yesterday yet young youth zero
    """
)
"""Words that titles and subtitles are made of, hardly ever a person's name on a line of its own."""
