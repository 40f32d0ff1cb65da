"""The signs of formulas that mean something to the grammar of what is said."""

LARGE = frozenset("∑∏∫∬∭∮⋃⋂")
"""The signs that have limits."""
BIND = frozenset("=≠<>≤≥⩽⩾≪≫≈≡≅∼∝∶:→⟶⇒⟹⇔⟺⇌↦∈∉⊂⊆⊃⊇+-−±∓,;×÷⋅∪∩∧∨)]}|⌋⌉⟩")
"""Where a term ends for the ear."""
BEGIN = frozenset("([{|⌊⌈⟨") | (BIND - frozenset(")]}⌋⌉⟩"))
"""Where a term begins."""
