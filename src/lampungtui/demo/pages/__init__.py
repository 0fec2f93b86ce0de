"""The outlets of the demo newsroom, each in a shape that real ones have."""
