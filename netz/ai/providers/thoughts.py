"""Leaves out the thinking that some servers put, in tags, before the answer's own text."""

_OPEN, _CLOSE = "<think>", "</think>"


class ThoughtFilter:
    """Drops one `<think>…</think>` at the very start of a stream, however it is cut into deltas.

    Servers that report thinking apart never show it here; later in a text, tags are just text.
    """

    def __init__(self) -> None:
        self._held = ""
        self._state = "start"

    def feed(self, delta: str) -> str:
        """The answer's text that is certain so far; may be empty."""
        if self._state == "text":
            return delta
        self._held += delta
        if self._state == "start":
            begun = self._held.lstrip()
            if not begun.startswith(_OPEN):
                return "" if _OPEN.startswith(begun) else self._release(self._held)
            self._state, self._held = "thinking", begun[len(_OPEN) :]
        if self._state == "thinking":
            thought, closed, rest = self._held.partition(_CLOSE)
            if not closed:
                self._held = thought[-len(_CLOSE) :]  # the tag may be cut in two
                return ""
            self._state, self._held = "after", rest
        text = self._held.lstrip()
        return self._release(text) if text else ""

    def flush(self) -> str:
        """What was held back and turns out to be text, at the end of the stream."""
        return self._release(self._held) if self._state == "start" else ""

    def _release(self, text: str) -> str:
        self._state, self._held = "text", ""
        return text
