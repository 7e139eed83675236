"""Conversations as files to print, sign or send: PDF and Word."""
