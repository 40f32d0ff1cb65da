"""Signs of mathematics, science, music and computing that a text face lacks: printed in every face, copied as themselves."""

import subprocess
import sys

import pytest

from studypack.layout.document import Document
from studypack.layout.fonts import Family, face
from studypack.layout.page import Frame, Page, TextRun
from studypack.layout.paragraph import text
from studypack.layout.style import Style
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.output.glyph_coverage import is_printable, unprintable_words
from studypack.pdf.tagged import pdf_bytes
from studypack.reading.load import read
from tests.command import SMALL
from tests.test_extraction import with_pdfium, with_poppler

SIGNS = {
    "mathematics": "∝ ≤ ≥ ≠ ≈ ≡ ≅ ≃ ∼ ≪ ≫ ± ∓ × ÷ ∘ ⋅ ∇ ∂ ∫ ∬ ∮ ∑ ∏ √ ∛ ∞ ′ ″ ‴ ≢ ≮",
    "sets": "∈ ∉ ∋ ⊂ ⊃ ⊆ ⊇ ⊄ ∪ ∩ ∅ ∖ ℕ ℤ ℚ ℝ ℂ ℵ",
    "logic": "∀ ∃ ∄ ¬ ∧ ∨ ⊕ ⊗ ⊢ ⊨ ⊤ ⊥ ∴ ∵ ∎",
    "arrows": "→ ← ↑ ↓ ↔ ↕ ⇒ ⇐ ⇔ ⇌ ⇋ ⇄ ↦ ⟶ ⟹ ↗ ↘ ↺ ↻ ↛",
    "brackets": "⟨ ⟩ ⌈ ⌉ ⌊ ⌋ ‖ ∥ ∦",
    "geometry": "∠ ∡ ⊥ △ ▲ ○ ● □ ■ ◇ ◆ ★ ☆ ⌀ °",
    "Greek": "α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ σ ς τ υ φ χ ψ ω Γ Δ Θ Λ Ξ Π Σ Φ Ψ ϑ ϕ ϖ ϵ ϱ",
    "lowered": "₀ ₁ ₂ ₃ ₄ ₅ ₆ ₇ ₈ ₉ ₊ ₋ ₌ ₍ ₎ ₐ ₑ ₒ ₓ ₕ ₖ ₗ ₘ ₙ ₚ ₛ ₜ ᵢ ⱼ ᵣ ᵤ ᵥ ᵦ ᵧ ᵨ ᵩ ᵪ",
    "raised": "⁰ ¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹ ⁺ ⁻ ⁼ ⁽ ⁾ ⁿ ⁱ ᵃ ᵇ ᶜ ᵈ ᵉ ˣ ʸ ᶻ ᵀ ᵅ ᵝ ᵞ ᵟ",
    "fractions": "½ ⅓ ⅔ ¼ ¾ ⅕ ⅖ ⅗ ⅘ ⅙ ⅚ ⅐ ⅛ ⅜ ⅝ ⅞ ⅑ ⅒ ⅟",
    "units": "ℏ ℃ ℉ ℧ ‰ ‱ ℓ № Å",
    "music": "♯ ♭ ♮ ♩ ♪ ♫ ♬",
    "ticks": "☐ ☑ ☒ ✓ ✔ ✗ ✘ ✕ ✖ ✅ ❌ ❗ ❓",
    "pasted": "➕ ➖ ➗ ➡ ⬅ ➔ ➜",
    "science": "♀ ♂ ☉ ☾ ⚠ ☢ ☣",
    "cards and chess": "♠ ♣ ♥ ♦ ♡ ♔ ♕ ♞ ⚀ ⚅",
    "computing": "⌘ ⌥ ⇧ ⏎ ⌫ ␣ ⇥ ↵ ─ │ ┌ ┐ └ ┘ ├ ┤ ═ ░ █",
    "circled": "① ② ⑩ Ⓐ ⓐ ❶",
    "vectors": "α⃗ v⃗ F⃗ a⃗ x̄ p̂",
}
VOICES = [(family, bold, italic) for family in Family for bold in (False, True) for italic in (False, True)]


@pytest.mark.parametrize("text_read", [with_pdfium, with_poppler])
@pytest.mark.parametrize(("family", "bold", "italic"), VOICES)
def test_each_sign_is_printed_in_every_face_and_copied_as_itself(family, bold, italic, text_read):
    page, root = Page(1, 2400, 900, Frame(0, 0, 2400, 900), ""), Tag("Document")
    style = Style(face(family, bold=bold, italic=italic), 10, 40, family=family)
    # Poppler takes signs that stand apart evenly for one letter-spaced word.
    words = [" ".join(f"say{sign}" for sign in signs.split()) for signs in SIGNS.values()]
    for number, signs in enumerate(words):
        text([Run(signs, style, root.child("P"))], style).place(page, 50, 880 - 40 * number, 2300)
    runs = [item for item in page.items if isinstance(item, TextRun)]
    assert all(run.face.covers(each) for run in runs for each in run.text)
    assert {run.size for run in runs} == {10}
    read = text_read(pdf_bytes(Document("Signs", "en", [page], root))).split()
    assert read == " ".join(words).split()


@pytest.mark.parametrize("signs", SIGNS.values(), ids=SIGNS)
def test_no_sign_is_refused(signs):
    assert not list(unprintable_words(read(f"title: {signs!r}\n".encode(), "pack.yaml").pack))


def test_what_is_said_to_print_prints_in_every_face():
    told = [code for code in range(0x20, 0x30000) if chr(code).isprintable() and is_printable(chr(code))]
    assert len(told) > 3500
    for own in (face(family, bold=bold) for family in Family for bold in (False, True)):
        assert not [hex(code) for code in told if not own.prints(chr(code))]


@pytest.mark.parametrize("family", Family)
def test_the_signs_of_formulas_are_bold_in_bold_text(family):
    for words in ("N₂ + 3H₂ ⇌ 2NH₃", "Kₐ", "∇ · F⃗ ≅ ∮", "x ∈ ℝ ⇔ y ⊥ z", "F♯"):
        assert {piece.face.bold for piece in face(family, bold=True).measured(words)[1]} == {True}, words
        assert {piece.face.bold for piece in face(family).measured(words)[1]} == {False}, words


READ = """
import sys
files = []
sys.addaudithook(lambda name, about: files.append(str(about[0])) if name == "open" else None)
from studypack.cli import app
app(sys.argv[1:], standalone_mode=False)
print([file for file in files if file.endswith(".ttf")])
"""


@pytest.mark.parametrize(("title", "wanted"), [("The Weimar Republic", False), ("N₂ + 3H₂ ⇌ 2NH₃", True)])
def test_the_signs_are_read_only_where_one_is_printed(title, wanted, tmp_path):
    (tmp_path / "pack.yaml").write_text(SMALL.replace("The Weimar Republic", title), "utf-8")
    command = [sys.executable, "-c", READ, "build", "pack.yaml"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True, timeout=120)
    files = done.stdout.splitlines()[-1]
    assert "SourceSerif4_400Regular.ttf" in files
    assert ("StudypackSigns" in files) == wanted
    assert "SourceCodePro" not in files
