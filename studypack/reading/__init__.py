"""Bytes become a `Pack`, or every problem at its place."""
