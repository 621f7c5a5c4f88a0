#pragma once

/// The disk under this process's journal (journal.sqlite and the files SQLite keeps beside it). On Linux the
/// program puts itself between SQLite and the system's calls, so that the process can die in the midst of a
/// write and the disk can be full, without a seam in the code that is tested. Elsewhere it cannot.
/// Safe to call from any thread: the journal writes on one of its own.
namespace otpdesk::dyingdisk {

enum class Death {
    Before,    ///< nothing of the write is done
    Torn,      ///< half of it is
    AfterSync, ///< it is on the disk, and nobody has been told: counts syncs, not writes
};

bool isAvailable();
/// Changes of the journal's files so far, by this process.
int writes();
/// The process kills itself at the `count`th write (or sync) from now; 1: the next one.
void dieAt(int count, Death how);
/// From the `count`th write on, every one fails with this errno; opening for writing too when it is
/// EROFS or EACCES.
void failFrom(int count, int error);
/// All is well from now on.
void heal();

} // namespace otpdesk::dyingdisk
