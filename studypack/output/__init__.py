"""Compose a pack's documents and write them as files."""
