"""Writes of single sign-on, by what they are about."""
