"""Which event wakes which task: the one table that joins domains upwards."""


def wire() -> None:
    """Connects events to tasks; called once when the application starts."""
