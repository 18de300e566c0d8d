"""Proxies as the environment names them (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY, or the system's settings)."""

import os
import sys
from collections.abc import Callable

from arrowtui.gateways.web_address import Target

ProxyFor = Callable[[Target], str | None]


def environment_proxies() -> ProxyFor:
    """How to find the proxy of a target; most environments have none, and then nothing heavy is imported."""
    if sys.platform not in ("darwin", "win32") and not any(name.lower().endswith("_proxy") for name in os.environ):
        return _no_proxy
    from urllib.request import getproxies, proxy_bypass  # late: brings http.client and email along

    named = getproxies()

    def found(target: Target) -> str | None:
        address = named.get(target.scheme) or named.get("all")
        if not address or proxy_bypass(target.netloc):
            return None
        return address if "://" in address else f"http://{address}"

    return found


def _no_proxy(target: Target) -> None:
    return None
