"""What is told of a formula that cannot be drawn."""


class FormulaError(ValueError):
    """A formula cannot be drawn. `offset` and `length` count characters of its LaTeX, from its start."""

    def __init__(self, message: str, offset: int = 0, hint: str = "", length: int = 1) -> None:
        super().__init__(message)
        self.message, self.offset, self.hint, self.length = message, offset, hint, length
