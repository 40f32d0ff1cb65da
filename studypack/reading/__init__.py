"""From bytes to a `Pack`, or to every problem at its place."""
