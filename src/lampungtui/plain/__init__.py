"""The linear reader: lines in, lines out, for screen readers, braille displays and dumb terminals.

Nothing is drawn, moved or coloured; everything is said in words, one thought a line, and a line is never broken by us.
"""
