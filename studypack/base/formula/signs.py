"""The languages that formulas are said in, and the signs that mean something to the grammar of what is said."""

SPOKEN_IN = frozenset(("en", "fr", "de", "es"))
"""The languages that there are words for formulas in, by their primary subtags."""
LARGE = frozenset("∑∏∫∬∭∮⋃⋂")
"""The signs that have limits."""
BIND = frozenset("=≠<>≤≥⩽⩾≪≫≈≡≅∼∝∶:→⟶⇒⟹⇔⟺⇌↦∈∉⊂⊆⊃⊇+-−±∓,;×÷⋅∪∩∧∨)]}|⌋⌉⟩")
"""Where a term ends for the ear."""
BEGIN = frozenset("([{|⌊⌈⟨") | (BIND - frozenset(")]}⌋⌉⟩"))
"""Where a term begins."""
