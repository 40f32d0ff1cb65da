"""Hostile input by the hundred thousand: see the runners `loading`, `guided` and `building`."""
