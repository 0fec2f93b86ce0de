"""`python -m lampungtui` is the same as `lampungtui`."""

import sys

from lampungtui.cli import main

if __name__ == "__main__":
    sys.exit(main())
