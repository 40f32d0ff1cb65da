"""Proofs and problems in the form in which the page gets them."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from studypack.errors import Problem, parted
from studypack.preview.command import Spelling, command_line
from studypack.preview.proof import Proof
from studypack.preview.wishes import wishes_of

_SHOWN = 100
"""Problems that are shown; of the others only their number is told."""


def proof_as_data(proof: Proof, path: Path, spelling: Spelling) -> dict[str, Any]:
    """A proof, without the bytes of its files."""
    return {
        "title": proof.title,
        "source": str(path),
        "files": [
            {
                "name": file.name,
                "handling": file.handling,
                "one_sided": file.one_sided,
                "pages": [asdict(page) for page in file.pages],
            }
            for file in proof.files
        ],
        "form": asdict(proof.form),
        "query": urlencode(wishes_of(proof.flags)),
        "command": command_line(path, proof.flags, spelling),
        "warnings": problems_as_data(proof.warnings)["problems"],
    }


def problems_as_data(problems: Iterable[Problem]) -> dict[str, Any]:
    """Problems, each with its place in words and its source line in three parts."""
    found = tuple(problems)
    return {"problems": [_problem(problem) for problem in found[:_SHOWN]], "more": max(0, len(found) - _SHOWN)}


def _problem(problem: Problem) -> dict[str, Any]:
    excerpt = parted(problem) if problem.line and problem.excerpt.strip() else None
    return {
        "severity": problem.severity.value,
        "message": problem.message,
        "hint": problem.hint,
        "source": problem.source,
        "line": problem.line,
        "column": problem.column,
        "excerpt": excerpt,
    }
