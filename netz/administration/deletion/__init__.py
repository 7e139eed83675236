"""The end of a workspace: when its day has come, everything of it goes, step by step."""
