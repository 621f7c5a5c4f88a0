#pragma once

#include "app/startup/commandline.h"
#include "providers/types/result.h"

#include <QSettings>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace otpdesk {

/// The folder everything is kept in.
class Profile
{
public:
    /// Finds the folder (the one asked for; a throw-away one for a demo or a tour that names none; else the
    /// usual place for application data) and makes it, for its owner only, when it is not there.
    /// StorageFailed, with a sentence for the user as detail, when nothing can be written there.
    static Result<Profile> open(const StartOptions &options);

    QString dir() const { return m_dir; } ///< absolute
    QString journalFile() const { return m_dir + QStringLiteral("/journal.sqlite"); }
    QString secretsFile() const { return m_dir + QStringLiteral("/keys.json"); }
    QString settingsFile() const { return m_dir + QStringLiteral("/settings.ini"); }
    /// Gone, with all that is in it, when the last copy of this object is.
    bool isThrowAway() const { return m_throwAway != nullptr; }

    /// The user's choices. Never a secret: any program of the user's may read them.
    std::unique_ptr<QSettings> settings() const;

private:
    QString m_dir;
    std::shared_ptr<QTemporaryDir> m_throwAway;
};

} // namespace otpdesk
