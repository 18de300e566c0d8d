"""`arrowtui` and `python -m arrowtui`."""

import gc
import os
import sys


def main() -> None:
    """Run the program and end with its exit code. The bare command opens the screen without the command line's
    parser, which would take a tenth of the start."""
    try:
        sys.exit(_run())
    except KeyboardInterrupt:  # before there is anybody to tell it in words
        sys.exit(130)


def _run() -> int:
    gc.disable()  # nothing made while importing is garbage: a tenth of the start; whoever works on enables it again
    if len(sys.argv) == 1 and "_ARROWTUI_COMPLETE" not in os.environ:  # set: a shell asks for its completions
        from arrowtui.cli.screen import start

        return start()
    from arrowtui.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    main()
