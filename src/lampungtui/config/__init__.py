"""Settings: one typed value read from `config.toml`; every key may be left out.

`values` says what they are and what each one is for, `reading` reads the file, `writing` prints it whole and changes it.
"""

from lampungtui.config.reading import parse_config, read_config
from lampungtui.config.values import Config

__all__ = ["Config", "parse_config", "read_config"]
