"""Mistakes in profiles of outlets and in the file of what is followed, and changes of it that cannot be made."""

from __future__ import annotations

from typing import Final

from lampungtui.language import later

SENTENCES: Final = (
    # profiles, and what is followed
    later("is larger than {bytes} bytes"),
    later("the outlet {id} is also in {file}"),
    later("{key} must be {form}"),
    later("{key} must be {form}, not {value}"),
    later("{key} must be {form} or a list of them"),
    later("{key} holds something that is not {form}"),
    later("{key} must be one of {names}, not {value}"),
    later("{key} must be between {least} and {most}, not {value}"),
    later("{key} must be a table"),
    later("{key} must be written as [[{table}]] tables"),
    later("{key} is empty"),
    later("{key} holds stray spaces or characters that cannot be shown"),
    later("{key} is not an http or https address: {value}"),
    later("{name} is not a host name such as 'm.example.com'"),
    later("'zone' {value} is not a time zone such as 'Asia/Jakarta'"),
    later("unknown category {path}"),
    later("unknown category {path}; did you mean {near}?"),
    later("a label is empty"),
    later("the label {label} is mapped twice (capitals do not count)"),
    later("there is no [[feeds]] table: nothing to fetch"),
    later("the feed id {id} is used twice"),
    later("a feed of the kind 'api' needs an [api] table that says where its items are"),
    later("what is set for {id} belongs into its own [[feeds]] table"),
    later("'user_agent' must be plain ASCII of at most 500 characters"),
    later("the header {name} cannot be set"),
    later("the value of header {name} must be plain ASCII of at most {most} characters"),
    # what must stand there
    later("text in quotes"),
    later("a whole number"),
    later("true or false"),
    later("a list"),
    later("a table"),
    later("small letters, digits and hyphens, such as 'lampung-post'"),
    later("small letters, digits and hyphens, such as 'kabar-kota'"),
    later("a language code such as 'id'"),
    later("what stands after # in the address of the comments"),
    later("the name of a WordPress taxonomy, or '*'"),
    # selectors and expressions
    later("{key} is not a CSS selector: {selector}"),
    later("{key} is not a JMESPath expression: {expression}: {reason}"),
    later("it is longer than {most} characters"),
    later("it breaks off"),
    later("it is nested too deeply"),
    later("it cannot be read from character {place} on ({reason})"),
    later("it is refused ({words})"),
    later("{mark} is not expected at character {place}"),
    later("there is no function {name}()"),
    later("there is no function {name}(); did you mean {near}()?"),
    later("{name}() takes 1 argument, not {given}"),
    later("{name}() takes {wanted} arguments, not {given}"),
    # changes
    later("{address} is followed already, as '{name}'"),
    later("{name} is read already"),
    later("there is no feed '{id}' of your own"),
    later("the feed '{id}' was taken out again at the same moment"),
    later("was changed since, so that change cannot be taken back by itself"),
    later("would be larger than {most} bytes, the most that is read"),
    later("cannot be changed: {reason}"),
    later("is damaged and cannot be put aside: {reason}"),
)
