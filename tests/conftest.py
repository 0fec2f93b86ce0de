"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# A busy machine is no failure: how long a thing takes belongs to bench/.
settings.register_profile("lampungtui", deadline=None)
settings.load_profile("lampungtui")
