"""Formulas: LaTeX, as schools use it, to MathML, outlines and words. What draws them is imported with the first one."""
