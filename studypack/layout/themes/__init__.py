"""The themes that come with the program: each is a table of its own values by role, in one file."""
