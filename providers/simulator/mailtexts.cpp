#include "providers/simulator/mailtexts.h"

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

/// "openai.com" → "Openai", "Instagram" → "Instagram".
QString nameOf(const QString &site)
{
    QString name = site.section(u'.', 0, 0);
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

QString domainOf(const QString &site)
{
    return site.contains(u'.') ? site : site.toLower().remove(u' ') + u".com"_s;
}

} // namespace

SimMessage composeMail(const QString &site, PlannedSms::Wording wording, const QDateTime &at,
                       QRandomGenerator &random)
{
    const QString name = nameOf(site);
    SimMessage mail;
    mail.at = at;
    mail.sender = u"no-reply@"_s + domainOf(site);
    if (wording == PlannedSms::Wording::WithoutCode) {
        mail.subject = u"Welcome to %1"_s.arg(name);
        mail.text =
            u"Hello,\n\nthank you for signing up at %1. Confirm your address in the app to go on."_s.arg(
                name);
        return mail;
    }
    mail.code = QString::number(100000 + random.bounded(900000));
    mail.subject = u"Your %1 verification code"_s.arg(name);
    mail.text = u"Hello,\n\nyour %1 verification code is %2. It is valid for ten minutes.\n\n"
                "If you did not ask for it, you can ignore this message."_s.arg(name, mail.code);
    mail.html =
        u"<html><body><img src=\"https://%3/pixel.gif?id=1\"><p>Hello,</p><p>your %1 verification code"
        " is</p><p style=\"font-size:28px\"><b>%2</b></p><p><a href=\"https://%3/confirm\">Confirm your"
        " address</a></p><p>It is valid for ten minutes.</p></body></html>"_s.arg(name, mail.code,
                                                                                  domainOf(site));
    return mail;
}

} // namespace otpdesk
