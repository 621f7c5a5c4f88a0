#include "app/startup/profile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryFile>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

ApiError unusable(const QString &dir)
{
    ApiError error;
    error.kind = ErrorKind::StorageFailed;
    error.detail =
        QCoreApplication::translate("Profile", "The folder %1 cannot be written. Choose another one with "
                                               "--profile, or change its permissions.")
            .arg(QDir::toNativeSeparators(dir));
    return error;
}

/// A folder that was there keeps its permissions: it may be one the user shares on purpose.
bool makePrivately(const QString &dir)
{
    if (QFileInfo(dir).isDir())
        return true;
    const QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    return QDir().mkpath(QFileInfo(dir).path()) && QDir().mkdir(dir, ownerOnly);
}

} // namespace

Result<Profile> Profile::open(const StartOptions &options)
{
    Profile profile;
    if (!options.profileDir.isEmpty()) {
        profile.m_dir = QDir::cleanPath(QFileInfo(options.profileDir).absoluteFilePath());
    } else if (options.demo || !options.tourDir.isEmpty()) {
        profile.m_throwAway =
            std::make_shared<QTemporaryDir>(QDir::temp().filePath(u"otpdesk-demo-XXXXXX"_s));
        if (!profile.m_throwAway->isValid())
            return unusable(QDir::tempPath());
        profile.m_dir = profile.m_throwAway->path();
    } else {
        profile.m_dir = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    }
    if (!makePrivately(profile.m_dir))
        return unusable(profile.m_dir);
    // Permission bits do not tell about full disks and read-only mounts; a file does.
    if (!QTemporaryFile(profile.m_dir + u"/write-test-XXXXXX"_s).open())
        return unusable(profile.m_dir);
    return profile;
}

std::unique_ptr<QSettings> Profile::settings() const
{
    return std::make_unique<QSettings>(settingsFile(), QSettings::IniFormat);
}

} // namespace otpdesk
