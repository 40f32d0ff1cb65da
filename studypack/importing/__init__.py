"""Rough notes → a draft of a content file: every guess is marked, and no word is lost.

`readers` turn the bytes of a file into `Notes`, whatever its kind. `outline` finds what the lines are: sides, themes,
points, an evaluation. `draft` makes parts of a pack of them, with titles, dates and gaps, each with its doubts;
`written` is its YAML.
"""
