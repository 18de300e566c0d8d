"""The program, which gives a server two seconds: `python -m tests.cli.hasty ARGUMENTS`. All else is real."""

import sys
from functools import partial

from arrowtui.cli.main import run
from arrowtui.gateways import web
from arrowtui.gateways.web_send import Limits

SILENCE_S = 2.0

if __name__ == "__main__":
    setattr(web, "Web", partial(web.Web, limits=Limits(silence_s=SILENCE_S)))  # noqa: B010  # no class, for mypy
    sys.exit(run(sys.argv[1:]))
