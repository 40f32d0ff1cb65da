"""The models of a pack: its content and options, dates, inline markup, typography, and the JSON Schema."""
