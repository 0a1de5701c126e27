"""Turkish: names take endings behind an apostrophe, and the verb stands last."""

from __future__ import annotations

from types import MappingProxyType

from archive.attribution.tongues._tongue import Tongue, headed, numbered, opening, phrase
from archive.attribution.words import word_set
from archive.model.rights import Act, Condition

_PIECE = r"(?:yazı|makale|metin|deneme|yorum|haber|röportaj|inceleme|analiz)"
_THIS = rf"(?:(?:bu\s)?{_PIECE}(?:nın|nin|sı|si)?[,]?\s)"
_FIRST = r"(?:[iİ]lk\s(?:olarak|kez|defa)|daha\sönce|özgün\solarak|orijinal\solarak)\s"
_DATE = r"(?:\d{1,2}\s\w{3,8}\s\d{4}\s?(?:['’]\w+|tarihinde|tarihli|günü)\s)?"
_PUBLISHED = r"(?:yayımlan|yayınlan)"
_USABLE = r"(?:(?:yayım|yayın)lan|kullanıl|alıntılan|çoğaltıl|basıl|paylaşıl|çevril|dağıtıl)"

TONGUE = Tongue(
    tag="tr",
    months=numbered(
        "ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül", "ekim",
        "kasım", "aralık",
    ),
    weekdays=r"(?:pazartesi|salı|çarşamba|perşembe|cumartesi|cuma|pazar)",
    by=opening(
        r"(?:yazan|yazar|yazarı|yazarlar|yazanlar|yazı|metin|kaleme\salan|röportaj|söyleşi|haber)\s?:\s{0,4}",
        r"(?:yazan|kaleme\salan)\s{1,4}(?=\w)",
    ),
    other_by=opening(
        r"(?:çeviren|çevirmen|çeviri|tercüme|fotoğraf(?:lar)?|çizim|editör|düzenleyen|gönderen|"
        r"ekleyen|yayına\shazırlayan)\s?:\s?"
    ),
    both=r"\s(?:ve|ile|&)\s",
    newsroom=phrase(r"haber\smerkezi|yazı\sişleri|yayın\skurulu|editörler"),
    rubrics=word_set(
        "görüş görüşler yorum yorumlar köşe yazısı başyazı analiz röportaj söyleşi deneme makale "
        "fikir düşünce dünya toplum kültür gençlerin gençlik sesi sesleri tartışma konuk yazar"
    ),
    no_article=opening(r"basın\s(?:bülteni|açıklaması|duyurusu)", r"malzemeler\s?:", r"toplantı\sgündemi"),
    source=opening(r"kaynak(?:ça)?\s?[:–—]\s?", r"(?:[iİ]lk\s)?(?:yayımlandığı|yayınlandığı)\syer\s?:\s?",
                   r"[iİ]lk\s(?:yayın|yayım)\s?:\s?"),
    published=phrase(rf"(?:{_THIS})?{_FIRST}{_DATE}(?=[^.]{{3,90}}?{_PUBLISHED})",
                     rf"{_THIS}{_DATE}(?=[^.]{{3,60}}?(?:['’]n?[dt][ea]|(?:gazete|dergi|site)sinde)\s[^.]{{0,40}}?{_PUBLISHED})"),
    first=phrase(r"\b[iİ]lk\b", r"\b(?:özgün|orijinal)\b"),
    written=phrase(rf"{_THIS}(?=[^.]{{3,80}}?\siçin\s[^.]{{0,20}}?(?:yazıl|kaleme\salın|hazırlan))"),
    distributed=phrase(rf"{_THIS}(?=[^.]{{3,80}}?\starafından\s[^.]{{0,30}}?(?:dağıtıl|servis\sedil))",
                       r"(?<![\w,;:]\s)dağıtım\s?:\s"),
    passing=opening(
        r"(?:bu\syazıda|yazıda|burada)\s(?:yer\salan|ifade\sedilen)\b", r"daha\sfazla\b",
        r"(?:iletişim|e-?posta|fotoğraf|görsel|etiketler|çeviri|çeviren|tercüme|anahtar\skelimeler)\b",
    ),
    about=opening(r"(?:yazar(?:\shakkında)?|yazarlar(?:\shakkında)?)\s?[:–—]\s?"),
    heads=headed(
        "üniversitesi enstitüsü merkezi vakfı derneği gazetesi dergisi ajansı lisesi okulu "
        "fakültesi bakanlığı müzesi kütüphanesi hastanesi radyosu televizyonu kanalı konseyi "
        "komitesi federasyonu birliği hareketi partisi ağı gözlemevi sendikası belediyesi "
        "kooperatifi tiyatrosu akademisi grubu forumu fonu servisi programı projesi bürosu "
        "elçiliği kliniği odası komisyonu girişimi kulübü bankası postası haber gazete radyo "
        "vakıf service times herald post news"
    ),
    kinds_of=opening(r"(?-i:gazete|dergi|haftalık|aylık|günlük)\s(?-i:(?=[A-ZÇĞİÖŞÜ“\"]))"),
    joints=word_set("ve ile için"),
    turns=phrase(r"['’](?:n?[dt][ea]\b|(?:y?l[ae]|n?[iıuü]n|y?[ea])\b(?=\s(?-i:[a-zçğıöşü\d])))", r"\s(?:tarafından|için|adlı|isimli|aracılığıyla)\b",
                 r"\s(?-i:gazete|dergi|ajans|internet|site|web|sayfa|blog)\w*"),
    places=word_set("istanbul ankara izmir diyarbakır bursa adana konya trabzon antalya mardin van "
                    "türkiye kıbrıs lefkoşa almanya berlin avrupa kudüs filistin israil gazze"),
    granted=phrase(
        rf"\b(?:yeniden\s|serbestçe\s|ücretsiz\s(?:olarak\s)?)?{_USABLE}(?:ab|eb)il(?:ir|mektedir)\b",
        r"\b(?:izin|izni)\s(?:verilmiştir|verilmektedir|verilir|verildi)\b", r"\b(?:yayımı|yayını|kullanımı)\sserbesttir\b",
        r"\b(?:yayımlanması|yayınlanması|kullanılması|çoğaltılması|alıntılanması)\sserbesttir\b",
    ),
    obtained=phrase(r"\b(?:izni|izinleri|izin|hakkı|hakları)\s(?:\w+\s){0,2}?(?:alınmıştır|alındı|edinilmiştir)\b"),
    host_only=phrase(r"\b(?:özel\s|nazik\s)?izn?(?:iyle|i\sile)\b", r"\bizinleriyle\b"),
    reserved=phrase(
        r"\b(?:tüm|bütün|her)\s(?:\w+\s){0,2}?hak(?:ları|kı)\s(?:saklıdır|saklı|mahfuzdur)\b", r"\byasaktır\b", r"\bizinsiz\b",
        r"\b(?:izin|izni)\s(?:alınmadan|alınmaksızın|olmadan|olmaksızın|almadan)\b", rf"\b{_USABLE}[ae]maz\b",
    ),
    put_off=phrase(
        r"\b(?:değil\w*|izinsiz|olmadan|olmaksızın|almadan|alınmadan|alınmaksızın|sadece|yalnızca|yalnız|ancak|koşul\w*|şart\w*|"
        r"kadar|önceden|önce|bekle\w+|talep|başvur\w*|reddedil\w+|verilme\w+|alınma[ml]\w+|dışında|hariç|takdirde|kaydıyla|yazılı)\b",
        r"\w+[ae]maz\b",
    ),
    harmless=phrase(
        r"\b(?:kaynak|yazar|kaynağın|yazarın)\s(?:\w+\s){0,3}?(?:göster|belirt|an)\w+\s(?:koşuluyla|şartıyla|kaydıyla)",
        r"\baksi\s(?:belirtilmedikçe|belirtilmediği\s(?:sürece|takdirde))\b", r"\bdeğiştirilme(?:den|mek\s(?:koşuluyla|şartıyla|kaydıyla))",
    ),
    licence_words=(r"atıf", r"gayri\s?-?ticari|ticari\solmayan", r"türetilemez", r"aynı\slisansla\spaylaş\w*|lisansla\spaylaş\w*"),
    conditions=MappingProxyType({
        Condition.ACKNOWLEDGE_SOURCE: phrase(
            r"\b(?:kaynak|kaynağı\w*|yazarı\w*|kaynağının|yazarının)\s(?:\w+\s){0,3}?(?:göster|belirt|anıl|zikred)\w+"),
        Condition.FREE_OF_CHARGE: phrase(r"\bücretsiz\w*\b"),
        Condition.NO_CHANGES: phrase(r"\bdeğiştirilme\w+", r"\bdeğişiklik\syap(?:ıl)?ma\w+"),
        Condition.NON_COMMERCIAL: phrase(r"\bticari\solmayan\b", r"\bticari\samaç\w*\s(?:dışında|olmaksızın)\b"),
        Condition.UNLESS_NOTED: phrase(r"\baksi\s(?:belirtilmedikçe|belirtilmediği\s(?:sürece|takdirde))\b"),
    }),
    acts_of_use=MappingProxyType({
        Act.PUBLISH: phrase(r"\b(?:yayım|yayın|çoğalt|kullan|alıntı|bas[ıt]|telif)"),
        Act.TRANSLATE: phrase(r"\b(?:çevir|çevril|tercüme)"),
    }),
)  # fmt: skip
