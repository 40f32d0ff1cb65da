"""Code that knows nothing of packs: errors, wording, limits, files, resources, characters, our copy of ReportLab."""
