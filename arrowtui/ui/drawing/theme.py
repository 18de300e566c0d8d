"""Our two themes, and the terminal's own colours dressed to fit. Widgets use the variables only, never a colour.

Body text stands at 11:1 or more against its ground, quiet text at 5:1, the faintest at 3:1. What a colour says is
always said by a character, a word or a weight as well.
"""

from textual.theme import BUILTIN_THEMES, Theme

DARK = Theme(
    name="dark",
    primary="#7aa7d9",
    secondary="#8fbfa8",
    accent="#e8b15c",
    warning="#e8c15c",
    error="#ee8d7e",
    success="#97c888",
    foreground="#dfe2dc",
    background="#15181b",
    surface="#1d2125",
    panel="#262b30",
    boost="#2a3036",
    dark=True,
    variables={
        "text-muted": "#9aa3a9",
        "text-disabled": "#6d757b",
        "text-primary": "#9dc1ea",
        "text-secondary": "#a5d0bb",
        "text-accent": "#f0c27c",
        "text-error": "#f2a397",
        "text-success": "#aad69d",
        "text-warning": "#f0cf7c",
        "rule": "#31373d",
        "cursor-line": "#2c3640",
        "cursor-line-blurred": "#20252a",
        "cursor-style": "none",
        "border": "#7aa7d9",
        "border-blurred": "#31373d",
        "block-cursor-background": "#34506e",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-blurred-background": "#26323e",
        "input-selection-background": "#7aa7d9 35%",
        "scrollbar": "#3a4249",
        "scrollbar-hover": "#4d575f",
        "scrollbar-active": "#7aa7d9",
        "scrollbar-background": "#15181b",
        "scrollbar-background-hover": "#15181b",
        "scrollbar-background-active": "#15181b",
        "scrollbar-corner-color": "#15181b",
    },
)

LIGHT = Theme(
    name="light",
    primary="#1d5f94",
    secondary="#2f6b52",
    accent="#a34a00",
    warning="#8a5a00",
    error="#a92b1e",
    success="#2f6d22",
    foreground="#22262a",
    background="#fbfaf6",
    surface="#f1efe8",
    panel="#e7e4da",
    boost="#e4e0d4",
    dark=False,
    variables={
        "text": "#22262a",
        "text-muted": "#5c646b",
        "text-disabled": "#878d91",
        "text-primary": "#174d78",
        "text-secondary": "#255541",
        "text-accent": "#8a3f00",
        "text-error": "#8f2318",
        "text-success": "#265a1b",
        "text-warning": "#704900",
        "rule": "#dad6ca",
        "cursor-line": "#dde7ee",
        "cursor-line-blurred": "#eeece4",
        "cursor-style": "none",
        "border": "#1d5f94",
        "border-blurred": "#dad6ca",
        "block-cursor-background": "#1d5f94",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-blurred-background": "#d3dfe8",
        "input-selection-background": "#1d5f94 25%",
        "scrollbar": "#c9c4b6",
        "scrollbar-hover": "#b3ad9d",
        "scrollbar-active": "#1d5f94",
        "scrollbar-background": "#fbfaf6",
        "scrollbar-background-hover": "#fbfaf6",
        "scrollbar-background-active": "#fbfaf6",
        "scrollbar-corner-color": "#fbfaf6",
    },
)

_ANSI = BUILTIN_THEMES["ansi-dark"]
TERMINAL = Theme(
    name="terminal",
    ansi=True,
    primary="ansi_blue",
    secondary="ansi_cyan",
    accent="ansi_yellow",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        **_ANSI.variables,
        "text-muted": "ansi_default",
        "text-disabled": "ansi_default",
        "rule": "ansi_default",
        "cursor-line": "ansi_default",
        "cursor-line-blurred": "ansi_default",
        "cursor-style": "reverse",
    },
)

THEMES = (DARK, LIGHT, TERMINAL)
FALLBACK = {name: DARK.variables[name] for name in ("rule", "cursor-line", "cursor-line-blurred", "cursor-style")}
"""Our own variables for themes that do not know them (the built-in ones of the library)."""
