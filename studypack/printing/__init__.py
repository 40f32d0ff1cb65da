"""A finished PDF goes to a printer: through `lp` where the computer has it, else by IPP straight to its address."""

MOST_COPIES = 999
"""Of one job: what the reference printer of IPP Everywhere takes at once, and more than a school's year group."""
