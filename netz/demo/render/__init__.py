"""Turns the readable sources of the demo documents into files of every supported format."""
