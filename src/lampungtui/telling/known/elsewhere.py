"""Reasons that the system and libraries give, in their own words: what is not here is told as they say it."""

from __future__ import annotations

from typing import Final

from lampungtui.language import later

SENTENCES: Final = (
    # OpenSSL, of certificates
    later("certificate has expired"),
    later("certificate is not yet valid"),
    later("self-signed certificate"),
    later("self-signed certificate in certificate chain"),
    later("unable to get local issuer certificate"),
    later("Hostname mismatch, certificate is not valid for '{name}'."),
    # the system, of files and folders
    later("Permission denied"),
    later("Operation not permitted"),
    later("No such file or directory"),
    later("File exists"),
    later("Is a directory"),
    later("Not a directory"),
    later("Directory not empty"),
    later("No space left on device"),
    later("Disk quota exceeded"),
    later("File too large"),
    later("File name too long"),
    later("Read-only file system"),
    later("Input/output error"),
    later("Too many levels of symbolic links"),
    later("Too many open files"),
    later("Text file busy"),
    later("Exec format error"),
    # tomllib, of what is no TOML
    later("Invalid value"),
    later("Invalid statement"),
    later("Invalid date or datetime"),
    later("Invalid hex value"),
    later("Invalid initial character for a key part"),
    later("Expected '=' after a key in a key/value pair"),
    later("Expected newline or end of document after a statement"),
    later("Expected ']' at the end of a table declaration"),
    later("Expected ']]' at the end of an array declaration"),
    later("Expected {mark}"),
    later("Unterminated string"),
    later("Unclosed array"),
    later("Unclosed inline table"),
    later("Unescaped '\\' in a string"),
    later("Escaped character is not a Unicode scalar value"),
    later("Found invalid character {character}"),
    later("Illegal character {character}"),
    later("Cannot overwrite a value"),
    later("Cannot declare {key} twice"),
    later("Cannot redefine namespace {key}"),
    later("Cannot mutate immutable namespace {key}"),
    later("Duplicate inline table key {key}"),
    # argparse, of the words of a command
    later("the following arguments are required: {names}"),
    later("unrecognized arguments: {words}"),
    later("--demo and --plain open the reader; they go with no command"),
    later("argument {name}: {reason}"),
    later("ambiguous option: {option} could match {names}"),
    later("invalid choice: {value} (choose from {names})"),
    later("expected one argument"),
    later("expected at least one argument"),
    later("ignored explicit argument {value}"),
    # jmespath, of an expression
    later("Unclosed {mark} delimiter"),
    later("Unknown token {mark}"),
)
