"""Hints for who writes a picture where none stands, under another name, or as its file alone."""

from studypack.reading.hints import truncate
from studypack.reading.tree import ScalarNode

PICTURES = frozenset(
    ("image", "images", "picture", "pictures", "photo", "photos", "img", "figure", "figures", "illustration", "logo")
)
"""What authors call a picture."""
WHERE = (
    "a picture stands in cover:, as picture: in a point, a worksheet or a flashcard, or alone on a line of a text: "
    "![what it shows](dam.png), and a school's logo in style: {logo: …}"
)
"""The hint for an author who writes a picture anywhere else."""
SHOWS = "what it shows"
"""Stands for the words of an alt."""
_NEEDS_QUOTES = frozenset("{}[],:#&*!|>'\"%@`\n")
"""What a file's name may have, and cannot have between braces."""


def picture_written_out(value: ScalarNode) -> str:
    """Return how a picture is written whose author gave its file alone."""
    file = value.value
    if not file or _NEEDS_QUOTES & set(file):
        file = "dam.png"
    return f"{{file: {truncate(file)}, alt: {SHOWS}}}"
