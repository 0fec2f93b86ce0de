"""lampungtui: a terminal reader for the news of Lampung."""

__version__ = "0.1.0"
