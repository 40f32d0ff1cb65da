"""Typesetting: boxes that measure, split and place themselves on pages of placed items."""
