#include "tests/fault/crashes/dyingdisk.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstring>

#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

// Functions of this program with the names of the C library's come before those, also for what is loaded
// later: that is how SQLite's calls arrive here. The program must export them (ENABLE_EXPORTS).

namespace otpdesk::dyingdisk {

namespace {

std::atomic<int> written{0};
std::atomic<int> untilDeath{0};
std::atomic<Death> death{Death::Before};
std::atomic<int> untilFailure{0};
std::atomic<int> failure{0}; ///< of every write, now
std::atomic<int> comingFailure{0};

bool isJournal(const char *path)
{
    return path && std::strstr(path, "/journal.sqlite");
}

bool isJournal(int file)
{
    char link[32];
    char path[1024];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t size = readlink(link, path, sizeof path - 1);
    if (size <= 0)
        return false;
    path[size] = 0;
    return isJournal(path);
}

template <typename Function>
Function real(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

void die()
{
    kill(getpid(), SIGKILL);
    for (;;)
        pause();
}

/// Counts one more write; false: it fails, errno says how. `half` does half of it.
template <typename Half>
bool mayWrite(Half half)
{
    ++written;
    if (untilFailure > 0 && --untilFailure == 0)
        failure = comingFailure.load();
    if (failure != 0) {
        errno = failure;
        return false;
    }
    if (death != Death::AfterSync && untilDeath > 0 && --untilDeath == 0) {
        if (death == Death::Torn)
            half();
        die();
    }
    return true;
}

void synced()
{
    if (death == Death::AfterSync && untilDeath > 0 && --untilDeath == 0)
        die();
}

bool mayOpen(const char *path, int flags)
{
    const bool writes = (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT);
    if (!writes || (failure != EROFS && failure != EACCES) || !isJournal(path))
        return true;
    errno = failure;
    return false;
}

ssize_t write(const char *name, int file, const void *data, size_t size, off_t at)
{
    static const auto next = real<ssize_t (*)(int, const void *, size_t, off_t)>(name);
    if (isJournal(file) && !mayWrite([&] { next(file, data, size / 2, at); }))
        return -1;
    return next(file, data, size, at);
}

int truncate(const char *name, int file, off_t size)
{
    static const auto next = real<int (*)(int, off_t)>(name);
    return isJournal(file) && !mayWrite([] {}) ? -1 : next(file, size);
}

int sync(const char *name, int file)
{
    const auto next = real<int (*)(int)>(name);
    const int result = next(file);
    if (isJournal(file))
        synced();
    return result;
}

int open(const char *name, const char *path, int flags, mode_t mode)
{
    static const auto next = real<int (*)(const char *, int, mode_t)>(name);
    return mayOpen(path, flags) ? next(path, flags, mode) : -1;
}

} // namespace

bool isAvailable()
{
    return true;
}

int writes()
{
    return written;
}

void dieAt(int count, Death how)
{
    death = how;
    untilDeath = count;
}

void failFrom(int count, int error)
{
    comingFailure = error;
    failure = count <= 1 ? error : 0;
    untilFailure = count <= 1 ? 0 : count;
}

void heal()
{
    untilFailure = 0;
    failure = 0;
}

} // namespace otpdesk::dyingdisk

extern "C" {

#define OTPDESK_IN_PLACE_OF [[gnu::visibility("default")]]

OTPDESK_IN_PLACE_OF ssize_t pwrite64(int file, const void *data, size_t size, off64_t at)
{
    return otpdesk::dyingdisk::write("pwrite64", file, data, size, at);
}

OTPDESK_IN_PLACE_OF ssize_t pwrite(int file, const void *data, size_t size, off_t at)
{
    return otpdesk::dyingdisk::write("pwrite64", file, data, size, at);
}

OTPDESK_IN_PLACE_OF int ftruncate64(int file, off64_t size) noexcept
{
    return otpdesk::dyingdisk::truncate("ftruncate64", file, size);
}

OTPDESK_IN_PLACE_OF int ftruncate(int file, off_t size) noexcept
{
    return otpdesk::dyingdisk::truncate("ftruncate64", file, size);
}

OTPDESK_IN_PLACE_OF int fdatasync(int file)
{
    return otpdesk::dyingdisk::sync("fdatasync", file);
}

OTPDESK_IN_PLACE_OF int fsync(int file)
{
    return otpdesk::dyingdisk::sync("fsync", file);
}

OTPDESK_IN_PLACE_OF int unlink(const char *path) noexcept
{
    using namespace otpdesk::dyingdisk;
    static const auto next = real<int (*)(const char *)>("unlink");
    return isJournal(path) && !mayWrite([] {}) ? -1 : next(path);
}

OTPDESK_IN_PLACE_OF int open64(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
    va_end(more);
    return otpdesk::dyingdisk::open("open64", path, flags, mode);
}

OTPDESK_IN_PLACE_OF int open(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
    va_end(more);
    return otpdesk::dyingdisk::open("open64", path, flags, mode);
}

} // extern "C"
