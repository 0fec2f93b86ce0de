"""The cache of the reader, in SQLite: rows become values of the model at its edge."""

from lampungtui.store.store import Store

__all__ = ["Store"]
