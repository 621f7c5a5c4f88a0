#pragma once

#include <QStringList>

namespace otpdesk {

/// Services as providers list them, the best known first: some six hundred that exist, and three thousand
/// made up, as the long tail of a provider's list looks to everybody but its own customers.
const QStringList &syntheticServices();
/// How many of them exist.
int knownServiceCount();

/// A country as five providers write it.
struct SyntheticCountry
{
    QString iso;
    QString otpZap;
    QString zapOtp;
    QString otpWall;
    QString otpGet;
    int percent = 100; ///< of the usual price
    int weight = 1;    ///< how much of a list it takes up
};

/// Some 190, those with the most offers first.
const QList<SyntheticCountry> &syntheticCountries();

/// Mobile operators of the country.
QStringList syntheticOperators(const QString &iso);

} // namespace otpdesk
