"""What the preview's server answers: proofs and problems as JSON, static files and downloads."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from starlette.responses import JSONResponse, PlainTextResponse, Response

from studypack.base.errors import Problem, StudypackError, split_excerpt
from studypack.base.resources import preview_file
from studypack.preview.proof import Proof, ProofFile
from studypack.preview.query import command_line, wishes_of

_MAX_PROBLEMS = 100
"""Problems that are sent. The others are only counted."""


def proof_json(proof: Proof, path: Path, also: Sequence[Path] = ()) -> dict[str, Any]:
    """Return a proof for JSON, without the bytes of its files."""
    return {
        "title": proof.title,
        "source": str(path),
        "files": [
            {
                "name": file.name,
                "print_spec": file.print_spec,
                "one_sided": file.one_sided,
                "pages": [asdict(page) for page in file.pages],
            }
            for file in proof.files
        ],
        "form": asdict(proof.form),
        "query": urlencode(wishes_of(proof.flags)),
        "command": command_line(path, proof.flags, also),
        "warnings": problems_json(proof.warnings)["problems"],
    }


def problems_json(problems: Iterable[Problem]) -> dict[str, Any]:
    """Return problems for JSON, each with its source line in three parts: before, at and after the fault."""
    found = tuple(problems)
    return {
        "problems": [_problem_json(problem) for problem in found[:_MAX_PROBLEMS]],
        "more": max(0, len(found) - _MAX_PROBLEMS),
    }


def _problem_json(problem: Problem) -> dict[str, Any]:
    excerpt = split_excerpt(problem) if problem.line and problem.excerpt.strip() else None
    return {
        "severity": problem.severity.value,
        "message": problem.message,
        "hint": problem.hint,
        "source": problem.source,
        "line": problem.line,
        "column": problem.column,
        "excerpt": excerpt,
    }


def refusal(error: StudypackError, status: int, **more: object) -> Response:
    """Return a response that tells the problems of an error."""
    return JSONResponse(more | problems_json(error.problems), status)


_MEDIA_TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
"""Media types of the page's files, by extension. The system's own table is not right everywhere."""


def static_file(name: str) -> Response:
    """Return one of the page's own files; 404 if there is none of that name."""
    data, kind = preview_file(name), _MEDIA_TYPES.get(name.rpartition(".")[2])
    if data is None or kind is None:
        return PlainTextResponse("There is no such file.", 404)
    return Response(data, media_type=kind, headers={"Cache-Control": "no-cache"})


def download(file: ProofFile) -> Response:
    """Return a PDF that a browser saves under its name."""
    disposition = f"attachment; filename*=utf-8''{quote(file.name)}"
    return Response(file.data, media_type="application/pdf", headers={"Content-Disposition": disposition})
