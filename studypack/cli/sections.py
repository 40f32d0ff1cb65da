"""studypack sections."""

from pathlib import Path

import typer

from studypack.base.wording import quantity
from studypack.cli.choices import Content, Demo, choosing
from studypack.cli.reading import one_by_one
from studypack.cli.telling import mistakes_told, say
from studypack.model.choices import ThemeName
from studypack.model.options import MODES, Flags


@choosing("paper", "profile")
def sections(
    content: Content = None,
    demo: Demo = False,
    *,
    flags: Flags,
) -> None:
    """List what can be printed, what the content has something for, and how many pages each takes."""
    with mistakes_told():
        for path in one_by_one(content, demo=demo):
            _list(path, flags)


def _list(path: Path, flags: Flags) -> None:
    from studypack.model.settings import settings_of
    from studypack.output.build import page_counts, read
    from studypack.output.presets import PRESETS
    from studypack.output.resolve import options_for

    pack = read(path).pack
    say(f"{path}", "")
    options = options_for(pack, flags)
    for section, pages in page_counts(pack, flags):
        if pages:
            good_for = f": {section.good_for}" if section.good_for else ""
            say(f"  {section.name:<12} {quantity(pages, 'page'):>9}  {section.title(pack, options)}{good_for}")
        else:
            lack = section.lack(pack, options)
            needs = lack[0] if lack else section.needs
            typer.echo(f"  {section.name:<12} {'–':>9}  the content has no {needs}")
        for setting, says in settings_of(section.name, MODES[section.name]) if section.name in MODES else ():
            typer.echo(f"  {'':<12} {'':>9}    --set {setting}  {says}")
    for name, preset in PRESETS.items():
        names = ", ".join(section.name for section in preset.sections)
        typer.echo(f"  --preset {name:<13} {': '.join(filter(None, (names, preset.says)))}")
    typer.echo(f"  --theme {' | '.join(ThemeName)}")
