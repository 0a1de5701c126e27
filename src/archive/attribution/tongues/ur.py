"""Urdu."""

from __future__ import annotations

from types import MappingProxyType

from archive.attribution.tongues._tongue import Tongue, arabic, numbered, opening, phrase
from archive.attribution.words import word_set
from archive.model.rights import Act, Condition

_THIS = r"(?:یہ\s(?:مضمون|تحریر|کالم|مقالہ|اداریہ)\s)"
_USE = r"(?:اشاعت|شائع\sکرنے|نقل|طباعت|چھاپنے|دوبارہ\sاشاعت|استعمال)"

TONGUE = Tongue(
    tag="ur",
    capitals=False,
    months=numbered("جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر",
                    "اکتوبر", "نومبر", "دسمبر"),
    weekdays=arabic(r"(?:بروز\s)?(?:پیر|منگل|بدھ|جمعرات|جمعہ|ہفتہ|اتوار)"),
    on=phrase(arabic(r"\s(?:مورخہ|بتاریخ|بروز|کو)\s*\Z")),
    by=opening(arabic(r"(?:تحریر|بقلم|مصنف|مصنفہ|قلم\sکار|مضمون\sنگار|کالم\sنگار|از\sقلم)\s?[:؛–—-]\s{0,4}"),
               arabic(r"(?:از|بقلم|از\sقلم)\s?:?\s{1,4}")),
    other_by=opening(arabic(r"(?:ترجمہ|مترجم|تصویر|تصاویر|مدیر)\s?[:–—]\s?")),
    both=arabic(r"\s(?:اور|&)\s"),
    newsroom=phrase(arabic(r"ادارہ|ادارتی\sعملہ|نامہ\sنگار")),
    rubrics=word_set("رائے اداریہ تجزیہ کالم تبصرہ نقطۂ نظر انٹرویو نوجوانوں کی آواز مضمون"),
    no_article=opening(arabic(r"پریس\sریلیز"), arabic(r"فوری\sاشاعت"), arabic(r"اجزا\b")),
    source=opening(arabic(r"(?:اصل\s)?(?:ماخذ|مآخذ|بشکریہ|ذریعہ|حوالہ)\s?[:؛–—]\s?")),
    published=phrase(
        arabic(rf"{_THIS}(?:(?:سب\sسے\sپہلے|پہلی\sبار|پہلی\sمرتبہ|پہلے|اصلاً|ابتدائی\sطور\sپر)\s)?(?=[^۔]{{3,90}}?\s(?:میں|پر|نے)\s[^۔]{{0,60}}شائع)"),
    ),
    first=phrase(arabic(r"(?:سب\sسے\sپہلے|پہلی\sبار|پہلی\sمرتبہ|ابتدائی)")),
    written=phrase(arabic(rf"{_THIS}(?=[^۔]{{3,80}}?\sکے\sلیے\s[^۔]{{0,20}}(?:لکھا|لکھی|تحریر))")),
    distributed=phrase(arabic(rf"{_THIS}(?=[^۔]{{3,80}}?\s(?:نے|کی\sجانب\sسے|کے\sذریعے)\s[^۔]{{0,30}}(?:تقسیم|جاری|فراہم))")),
    passing=opening(arabic(r"(?:مزید\sمعلومات|رابطہ|تصویر|ترجمہ|مترجم)\b")),
    about=opening(arabic(r"(?:مصنف|مصنفہ|مضمون\sنگار)(?:\sکا\sتعارف)?\s?[:–—]\s?")),
    author=phrase(arabic(r"(?:مصنف|مصنفہ|مضمون\sنگار)(?=\s)")),
    is_=phrase(arabic(r"\s?،?\s")),
    verb_last=True,
    article=phrase(arabic(r"(?:ایک|معروف|ممتاز|سینئر\s(?=\Z))\s+")),
    former=opening(arabic(r"(?:سابق)\b")),
    roles=word_set(
        "معلم معلمہ استاد استانی پروفیسر صحافی مصنف مصنفہ مدیر مدیرہ ایڈیٹر ڈائریکٹر سربراہ صدر محقق محققہ "
        "کالم نگار نامہ رکن کارکن مشیر تجزیہ وکیل ڈاکٹر انجینئر مؤرخ شاعر شاعرہ ادیب ادیبہ طالب طالبہ بانی "
        "ترجمان سفیر وزیر رپورٹر پروڈیوسر لیکچرر کوآرڈینیٹر رابطہ فیلو ماہر امام مترجم فنکار فنکارہ سیکرٹری "
        "مینیجر لکھاری نگران افسر میزبان براڈکاسٹر بلاگر سماجی مفکر دانشور"
    ),
    heads=phrase(arabic(
        r"(?:یونیورسٹی|کالج|اسکول|سکول|ادارہ|ادارے|ادارۂ|انسٹی\sٹیوٹ|مرکز|سینٹر|سنٹر|فاؤنڈیشن|تنظیم|اخبار|روزنامہ|روزنامے|ہفت\sروزہ|"
        r"ماہنامہ|رسالہ|رسالے|جریدہ|جریدے|ریڈیو|ٹی\sوی|نیوز|ایجنسی|سروس|وزارت|محکمہ|محکمے|انجمن|جماعت|پارٹی|کونسل|کمیٹی|"
        r"کمیشن|لیگ|فورم|نیٹ\sورک|ٹرسٹ|اکیڈمی|اکادمی|ہسپتال|مدرسہ|مدرسے|جامعہ|لائبریری|بینک|پروگرام|منصوبہ|مجلس|کلب|پریس|"
        r"ٹائمز|چینل|ایسوسی\sایشن|یونین|پروجیکٹ|ایسوسی)(?=\s|\Z)")),
    turns=phrase(arabic(r"\s(?:میں|پر|نے|کی\sجانب|کے\sذریعے|کے\sلیے|جو|جس)\b")),
    places=word_set("لاہور کراچی پشاور دہلی کوئٹہ ملتان پاکستان بھارت لکھنؤ راولپنڈی حیدرآباد")
    | {"اسلام آباد", "نئی دہلی"},
    granted=phrase(
        arabic(rf"{_USE}[^۔]{{0,40}}?(?:اجازت\sہے|اجازت\sدی\s|اجازت\sعام|کی\sاجازت\sہے)"),
        arabic(r"(?:شائع|نقل|استعمال)\s(?:\S+\s){0,2}?(?:کیا|کی)\sجا\s?سکت"),
    ),
    obtained=phrase(arabic(r"(?:اجازت|حقوق)[^۔]{0,40}?حاصل\s(?:کر|کی|ہے|ہیں|کیے)")),
    host_only=phrase(arabic(r"(?:کی\sاجازت\sسے|کے\sشکریے\sکے\sساتھ|بہ\sاجازت|کی\sخصوصی\sاجازت)")),
    reserved=phrase(arabic(r"(?:جملہ|تمام)?\s?حقوق\s(?:\S+\s){0,4}?محفوظ"), arabic(r"ممنوع"), arabic(r"اجازت\sنہیں"),
                    arabic(r"(?:بغیر|بلا)\s(?:\S+\s){0,2}?اجازت"), arabic(r"اجازت\sکے\sبغیر"), arabic(r"نہیں\s(?:کیا|کی)\sجا")),
    put_off=phrase(arabic(r"(?<!\S)(?:نہیں|بغیر|بلا|صرف|اگر|تک|ممنوع|بشرطیکہ|نہ|مشروط|درخواست)(?!\S)")),
    harmless=phrase(arabic(r"(?:بشرطیکہ|اگر\sماخذ|اس\sشرط)[^۔]*"), arabic(r"بلا\s(?:معاوضہ|قیمت)")),
    conditions=MappingProxyType({
        Condition.ACKNOWLEDGE_SOURCE: phrase(arabic(r"(?:ماخذ|مصنف|ذریعے|حوالہ|حوالے)\s(?:\S+\s){0,3}?(?:حوالہ|حوالے|ذکر|دیا|ساتھ|دینا)")),
        Condition.FREE_OF_CHARGE: phrase(arabic(r"(?:مفت|بلا\sمعاوضہ)")),
        Condition.NON_COMMERCIAL: phrase(arabic(r"غیر\s?تجارتی")),
        Condition.NO_CHANGES: phrase(arabic(r"(?:بغیر|بلا)\s(?:کسی\s)?(?:تبدیلی|ترمیم)")),
    }),
    acts_of_use=MappingProxyType({Act.PUBLISH: phrase(arabic(r"(?:اشاعت|شائع)")),
                                  Act.TRANSLATE: phrase(arabic(r"(?:ترجم)"))}),
)  # fmt: skip
