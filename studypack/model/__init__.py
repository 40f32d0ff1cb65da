"""What a pack is: its content, the options, dates, inline markup, typography, the JSON Schema."""
