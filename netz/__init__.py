"""NETZ AI: the service desk that answers from the company's own documents."""

__version__ = "0.1.0"
