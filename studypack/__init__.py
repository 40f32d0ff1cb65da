"""Structured notes in, a printed study pack out."""

__version__ = "0.1.0"
