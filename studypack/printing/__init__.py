"""Send a finished PDF to a printer: through `lp` where the computer has it, else by IPP to the printer's address."""

MAX_COPIES = 999
"""Copies in one job. IPP Everywhere's reference printer accepts as many, and no year group of a school is larger."""
