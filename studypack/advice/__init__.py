"""Advice on a valid pack: what would print badly or teach wrongly."""
