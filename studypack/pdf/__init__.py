"""Placed items become a PDF file; nothing here knows the content."""
