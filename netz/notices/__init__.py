"""Telling members what concerns them: in an inbox, by push messages, by mail at once or daily."""
