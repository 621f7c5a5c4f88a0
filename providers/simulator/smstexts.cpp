#include "providers/simulator/smstexts.h"

#include <QHash>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

/// The words a service is known for. %1 is the code.
struct OwnWords
{
    int digits;
    const char16_t *text;
};

const QHash<QString, OwnWords> &ownWords()
{
    static const QHash<QString, OwnWords> words = {
        {u"WhatsApp"_s,
         {6, u"Your WhatsApp code: %1\n\nYou can also tap this link to verify your phone: "
             u"v.whatsapp.com/%2\n\nDon't share this code with others\n4sgLq1p5sV6"}},
        {u"Telegram"_s,
         {5, u"Telegram code: %1\n\nYou can also tap on this link to log in:\n"
             u"https://t.me/login/%1"}},
        {u"Google"_s, {6, u"G-%1 is your Google verification code. Don't share your code with anyone."}},
        {u"Facebook"_s, {5, u"%1 is your Facebook confirmation code\n#fb"}},
        {u"Instagram"_s, {6, u"%1 is your Instagram code. Don't share it."}},
        {u"TikTok"_s,
         {6, u"[TikTok] %1 is your verification code, valid for 5 minutes. To keep your account "
             u"safe, never forward this code."}},
        {u"Amazon"_s, {6, u"%1 is your Amazon OTP. Do not share it with anyone."}},
        {u"Discord"_s, {6, u"Your Discord security code is: %1"}},
        {u"OpenAI"_s, {6, u"Your OpenAI verification code is: %1"}},
        {u"Uber"_s, {4, u"Your Uber code is %1. Never share this code. Reply STOP ALL to unsubscribe."}},
        {u"PayPal"_s,
         {6, u"PayPal: %1 is your security code. It expires in 10 minutes. Don't share this code "
             u"with anyone."}},
        {u"Microsoft"_s, {6, u"Use verification code %1 for Microsoft authentication."}},
        {u"Apple"_s, {6, u"Your Apple Account code is: %1. Don't share it with anyone."}},
        {u"Steam"_s, {5, u"Your Steam verification code is %1"}},
        {u"Netflix"_s, {6, u"Netflix: Your verification code is %1. It expires in 15 minutes."}},
        {u"LinkedIn"_s, {6, u"Your LinkedIn verification code is %1."}},
        {u"Airbnb"_s,
         {6, u"Your Airbnb verification code is %1. Don't share this code with anyone; our "
             u"employees will never ask for it."}},
        {u"eBay"_s, {6, u"eBay: Your security code is %1. Do not share this code."}},
        {u"Signal"_s, {6, u"SIGNAL code: %1. Do not give this code to anyone"}},
        {u"Gojek"_s, {4, u"<#> JANGAN BERI KODE INI KE SIAPA PUN, TERMASUK PIHAK GOJEK. Kode OTP: %1"}},
        {u"Shopee"_s,
         {6, u"[Shopee] Kode verifikasi Anda: %1. Berlaku 10 menit. JANGAN berikan kode ini "
             u"kepada siapa pun."}},
    };
    return words;
}

/// %1 is the code, %3 the service.
const char16_t *languageOf(const QString &countryIso)
{
    static const QHash<QString, const char16_t *> texts = {
        {u"ID"_s, u"Kode verifikasi %3 Anda adalah %1. Jangan berikan kode ini kepada siapa pun."},
        {u"MY"_s, u"Kod pengesahan %3 anda ialah %1. Jangan kongsi kod ini."},
        {u"BR"_s, u"%1 é o seu código de verificação do %3. Não o compartilhe com ninguém."},
        {u"DE"_s, u"%1 ist dein %3-Bestätigungscode. Gib ihn nicht weiter."},
        {u"FR"_s, u"Votre code de vérification %3 est %1. Ne le partagez avec personne."},
        {u"ES"_s, u"Tu código de verificación de %3 es %1. No lo compartas."},
        {u"MX"_s, u"Tu código de verificación de %3 es %1. No lo compartas."},
        {u"CO"_s, u"%1 es tu código de %3. No se lo des a nadie."},
        {u"TR"_s, u"%3 doğrulama kodunuz: %1. Kimseyle paylaşmayın."},
        {u"NL"_s, u"Je verificatiecode voor %3 is %1. Deel deze met niemand."},
        {u"PL"_s, u"Twój kod weryfikacyjny %3: %1. Nie udostępniaj go nikomu."},
        {u"UA"_s, u"Ваш код підтвердження %3: %1. Нікому його не повідомляйте."},
        {u"VN"_s, u"Ma xac minh %3 cua ban la %1. Khong chia se ma nay voi bat ky ai."},
        {u"TH"_s, u"รหัสยืนยัน %3 ของคุณคือ %1 ห้ามเปิดเผยรหัสนี้กับผู้อื่น"},
    };
    return texts.value(countryIso, u"%1 is your %3 verification code. Do not share it with anyone.");
}

QString arabicDigits(QString code)
{
    for (QChar &c : code) {
        if (c >= u'0' && c <= u'9')
            c = QChar(char16_t(0x0660 + (c.unicode() - u'0')));
    }
    return code;
}

/// No leading zero: Facebook and others never send one, and a test may read the code as a number.
QString randomCode(int digits, QRandomGenerator &random)
{
    QString code = QString::number(1 + random.bounded(9));
    while (code.size() < digits)
        code += QString::number(random.bounded(10));
    return code;
}

} // namespace

ComposedSms composeSms(const QString &service, const QString &countryIso, PlannedSms::Wording wording,
                       QRandomGenerator &random)
{
    const auto own = ownWords().constFind(service);
    const bool known = own != ownWords().cend();
    const QString code = randomCode(known ? own->digits : 6, random);
    switch (wording) {
    case PlannedSms::Wording::ArabicDigits:
        return {code,
                u"رمز التحقق الخاص بك في %1 هو %2 ولا تشاركه مع أحد."_s.arg(service, arabicDigits(code))};
    case PlannedSms::Wording::WithoutCode:
        return {{},
                u"Welcome to %1! A sign-in from a new device was requested for this number."_s.arg(service)};
    case PlannedSms::Wording::OfTheService:
        break;
    }
    // WhatsApp writes its code with a hyphen, and providers pass it on like that.
    const QString shown = service == "WhatsApp"_L1 ? code.left(3) + u'-' + code.mid(3) : code;
    const QString text = QString::fromUtf16(known ? own->text : languageOf(countryIso));
    QString filled = text;
    filled.replace("%1"_L1, shown).replace("%2"_L1, code).replace("%3"_L1, service);
    return {shown, filled};
}

QString anyService(QRandomGenerator &random)
{
    static const QStringList names{u"WhatsApp"_s, u"Telegram"_s, u"Google"_s, u"Amazon"_s, u"PayPal"_s};
    return names.at(random.bounded(int(names.size())));
}

} // namespace otpdesk
