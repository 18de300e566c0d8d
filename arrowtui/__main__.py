"""`arrowtui` and `python -m arrowtui`."""

import sys


def main() -> None:
    """Run the program and end with its exit code."""
    from arrowtui.cli.main import run  # here, so that importing this module costs nothing

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
