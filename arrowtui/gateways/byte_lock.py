"""Locks on single bytes of one open file, which the system gives back however their holder ends.

They are the process's own: another process is kept out, another task of this one is not; and closing any handle on
the file gives back all of them.
"""

import errno
import os
import sys

if sys.platform == "win32":
    import msvcrt

    def lock_byte(handle: int, place: int) -> bool:
        """Lock one byte without waiting; False when another process has it."""
        os.lseek(handle, place, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def unlock_byte(handle: int, place: int) -> None:
        """Give one byte back."""
        os.lseek(handle, place, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    TAKEN = {errno.EAGAIN, errno.EACCES}

    def lock_byte(handle: int, place: int) -> bool:
        """Lock one byte without waiting; False when another process has it.

        Raises: OSError where nothing can be locked in this place.
        """
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, place)
        except OSError as cause:
            if cause.errno in TAKEN:
                return False
            raise
        return True

    def unlock_byte(handle: int, place: int) -> None:
        """Give one byte back. Raises: OSError as above."""
        fcntl.lockf(handle, fcntl.LOCK_UN, 1, place)
