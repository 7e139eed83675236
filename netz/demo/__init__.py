"""The demo workspace: an invented IT-service company, its people, documents and questions."""
