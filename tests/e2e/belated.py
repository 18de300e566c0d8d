"""The program where every change of the window is told with the size from before it: `python -m tests.e2e.belated`.

So it happens on a busy machine, where one signal interrupts the handler of another and is told first.
"""

from functools import cache

import pytest
from textual.drivers.linux_driver import LinuxDriver

from arrowtui.__main__ import main

if __name__ == "__main__":
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(LinuxDriver, "_get_terminal_size", cache(LinuxDriver._get_terminal_size))
        main()
