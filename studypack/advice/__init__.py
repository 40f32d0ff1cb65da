"""What would print badly or teach wrongly, in a pack that is valid."""
