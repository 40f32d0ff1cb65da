"""What knows nothing of packs: errors, limits, atomic files, resources, ReportLab's own copy."""
