#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace otpdesk {

/// How the application is to start.
struct StartOptions
{
    bool demo = false;      ///< on the embedded simulator
    bool minimized = false; ///< in the tray, or as a minimized window
    QString profileDir;     ///< all state lives here; empty: the usual place
    QString tourDir;        ///< where the guided tour puts its pictures; empty: no tour
    int tourOffers = 0; ///< the tour only goes through a catalog of so many offers more; 0: the whole tour

    friend bool operator==(const StartOptions &, const StartOptions &) = default;
};

/// What a command line asks for: to start, or to print `text` and exit.
struct CommandLine
{
    std::optional<StartOptions> start;
    QString text;     ///< ends with a line break; goes to stderr when `exitCode` is not 0
    int exitCode = 0; ///< 2: the arguments make no sense
};

/// Reads the arguments, the program's name first, without those that Qt took out for itself.
CommandLine readCommandLine(const QStringList &arguments);

} // namespace otpdesk
