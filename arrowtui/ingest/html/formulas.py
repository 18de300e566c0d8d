"""Formulas typed in TeX -> a line of text: greek letters, signs, raised and lowered digits, the rest as typed."""

import re

from arrowtui.ingest.html.scripts import lowered, raised

LONGEST = 2_000
DEEPEST = 12
"""Rounds: each undoes one level of braces."""

_SIGN_NAMES = (
    "alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ "
    "mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ "
    "Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω cdot · times × div ÷ pm ± mp ∓ ast ∗ circ ∘ "
    "bullet • leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ equiv ≡ sim ∼ simeq ≃ propto ∝ ll ≪ gg ≫ in ∈ "
    "notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ cup ∪ cap ∩ setminus ∖ emptyset ∅ varnothing ∅ "
    "forall ∀ exists ∃ neg ¬ lnot ¬ land ∧ wedge ∧ lor ∨ vee ∨ to → rightarrow → leftarrow ← Rightarrow ⇒ "
    "implies ⇒ Leftarrow ⇐ iff ⇔ leftrightarrow ↔ mapsto ↦ infty ∞ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ "
    "oint ∮ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ langle ⟨ rangle ⟩ ldots … dots … cdots ⋯ vdots ⋮ colon : "
    "prime ′ degree ° ell ℓ hbar ℏ oplus ⊕ otimes ⊗ perp ⊥ parallel ∥ angle ∠ mid | vert | Vert ‖ lbrace "
    "{ rbrace } bmod mod"
)
_SIGNS = dict(zip(_SIGN_NAMES.split()[::2], _SIGN_NAMES.split()[1::2], strict=True))
_UNHEARD = (
    "displaystyle textstyle scriptstyle left right big Big bigl bigr Bigl Bigr limits nolimits rm bf it "
    "mathop phantom mathcal mathbf mathrm mathbb mathsf mathit mathfrak text texttt textbf textrm textit "
    "textsf operatorname boldsymbol mbox hat bar vec tilde overline underline dot ddot widehat widetilde"
)
_SILENT = frozenset(_UNHEARD.split())
_SPACES = re.compile(r"\\(?:[,;:!> ]|q?quad\b)|~")
_ENVIRONMENT = re.compile(r"\\(?:begin|end)\s?\{[^{}]*\}(?:\{[lcr|]*\})?")
_ROW_END = re.compile(r"\\\\(?:\[[^\]]*\])?")
_FRACTION = re.compile(r"\\[cdt]?frac\s?\{([^{}]*)\}\s?\{([^{}]*)\}")
_ROOT = re.compile(r"\\sqrt\s?\{([^{}]*)\}")
_SCRIPT = re.compile(r"([\^_])\s?\{([^{}]*)\}")
_ONE_SCRIPT = re.compile(r"([\^_])([0-9a-zA-Z+-])")
_COMMAND = re.compile(r"\\([a-zA-Z]+)\s?")
_OPEN, _CLOSE = "\ue000", "\ue001"  # braces that are meant as such, while the others are undone
_GROUP = re.compile(r"(?<![a-zA-Z}^_])\{([^{}\\]*)\}")


def readable(tex: str) -> str:
    """A formula as one would write it on a line: x² + αβ ≤ (a+b)/2."""
    text = tex[:LONGEST].replace("\\{", _OPEN).replace("\\}", _CLOSE)
    text = _ENVIRONMENT.sub(" ", _SPACES.sub(" ", text))
    text = _COMMAND.sub(_sign, _ROW_END.sub("; ", text.replace("&", " ")))
    for _ in range(DEEPEST):
        before = text
        text = _ROOT.sub(lambda found: f"√{_grouped(found[1])}", text)
        text = _FRACTION.sub(lambda found: f"{_grouped(found[1])}/{_grouped(found[2])}", text)
        text = _SCRIPT.sub(_script, text)
        text = _GROUP.sub(r"\1", text)
        if text == before:
            break
    text = re.sub(r"[{}\\]", "", _ONE_SCRIPT.sub(_script, text))
    return " ".join(text.replace(_OPEN, "{").replace(_CLOSE, "}").split())


def _sign(command: re.Match[str]) -> str:
    name = command[1]
    if name in _SILENT:
        return ""
    if name in ("frac", "dfrac", "tfrac", "cfrac", "sqrt"):
        return command[0]
    return _SIGNS.get(name, f"{name} ")


def _script(found: re.Match[str]) -> str:
    inner = found[2].strip()
    written = raised(inner) if found[1] == "^" else lowered(inner)
    if written != inner:
        return written
    return f"{found[1]}{inner}" if len(inner) == 1 else f"{found[1]}({inner})"


def _grouped(text: str) -> str:
    text = text.strip()
    return text if text.isalnum() or len(text) < 2 else f"({text})"
