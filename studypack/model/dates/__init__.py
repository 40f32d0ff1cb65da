"""Historical dates: read in the words of four languages, kept in none, printed and heard in the pack's.

`parser` reads a text into the `HistoricalDate` of `calendar`: from when to when, and a `Form` (`forms`) that says it in
no language. `words`, `times` and `reckonings` read its parts; `translation` puts what is typed in French, German or
Spanish into English first, by the tables of `rules`; `hints` says what was wrong. `printers` chooses how a form is
printed: by `english`, by `languages` (with `grammar` and `vocabulary`), or by `cldr` for the days and months of others.
"""
