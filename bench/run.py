"""`make bench`: arrowtui beside the other readers, in one run, and the table of it.

    python bench/run.py                 every job, three rounds (about half an hour)
    python bench/run.py --feeds 100     any option of the harness is handed on

The harness (a feed server and a timer) lies outside this project: `ARROWTUI_BENCH` names its folder, else it is looked
for beside the checkout. It wants Debian's newsboat, sfeed, curl and time, and a virtual environment of its own.
"""

import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).parent
PEERS = "arrowtui,newsboat-analyzed,sfeed,sfeed-etag,reader,textual-floor"
JOBS = "first,repoll,churn,slow,start,search"


def harness() -> Path:
    """The folder of the harness. Ends the program, in words, where there is none."""
    named = os.environ.get("ARROWTUI_BENCH")
    folder = Path(named) if named else HERE.parents[1] / "shared" / "bench"
    if not (folder / "peers.py").is_file():
        raise SystemExit(f"The bench was not found at {folder}: set ARROWTUI_BENCH to its folder.")
    return folder


def own_python(folder: Path) -> Path:
    """A virtual environment for the other readers, made once, so that they never mix with ours."""
    home = HERE.parent / ".venv" / "bench"
    python = home / "bin" / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "-r", folder / "requirements.txt"], check=True)
        subprocess.run([python, "-m", "compileall", "-q", home / "lib"], check=False)
    return python


def main() -> int:
    folder = harness()
    asked = sys.argv[1:] or ["--peers", PEERS, "--jobs", JOBS, "--grow", "10"]
    env = {**os.environ, "ARROWTUI_ADAPTER": str(HERE / "adapter.py")}
    return subprocess.run([own_python(folder), folder / "peers.py", *asked], env=env, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
