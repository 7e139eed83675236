"""Cells of tables that spreadsheets open."""

# What a spreadsheet would take for a formula when a cell begins with it.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(text: str) -> str:
    """The text as a cell in which nothing is calculated: an apostrophe comes before what would."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
