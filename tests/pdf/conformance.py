"""What a validator of PDF/UA-1 and PDF/A-2a says about a file, in lines that a person can read."""

import page

PROFILES = ("ua1", "2a")
"""What `page-validation` calls the two standards that every file is held to."""


def breaches(data):
    """Every rule that the file breaks, once, with how often and where first; empty for a file that conforms."""
    found = []
    for profile in PROFILES:
        report = page.validate_pdf_bytes(data, profile=profile)
        broken = {}
        for failure in report.failures:
            broken.setdefault(failure.rule_id, []).append(failure)
        found += [
            f"{profile}: {rule} ({len(failures)}×): {failures[0].message} [{_place(failures[0].object_id)}]"
            for rule, failures in broken.items()
        ]
        assert report.is_compliant == (not broken), f"{profile}: the report contradicts itself"
        assert report.rules.total > 90, f"{profile}: only {report.rules.total} rules were looked at"
    return found


def _place(identifier):
    return f"object {identifier}" if identifier else "no object named"
