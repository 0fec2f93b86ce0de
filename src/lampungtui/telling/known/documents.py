"""What is wrong with feeds, pages and articles, and what discovery lacks in them."""

from __future__ import annotations

from typing import Final

from lampungtui.language import later

SENTENCES: Final = (
    later("the server sent an empty document"),
    later("the server sent a web page where a feed should be"),
    later("the document is neither a feed nor a page"),
    later("the document is JSON of an unknown form; a profile's [api] table can say how to read it"),
    later("the document is no feed: neither RSS nor Atom was found in it"),
    later("the feed could not be parsed ({error})"),
    later("the feed is not well-formed; what could be read was read"),
    later("the feed has character references that stand for nothing; they were left out"),
    later("only the first {most} of {all} items were read"),
    later("only the first {most} posts were read"),
    later("the document is broken JSON"),
    later("the JSON breaks off; what came before was read"),
    later("the document is JSON but no list of posts"),
    later("the document is JSON but no JSON Feed: it has no items"),
    later("the site's API refused: {words}"),
    later("the API's answer has no list of items where the outlet's profile looks for it"),
    later("the items of the API's answer have no titles where the outlet's profile looks for them"),
    later("the outlet's profile has an expression that is not JMESPath"),
    later("the profile's expression '{name}' did not fit {some} of {all} items"),
    later("{some} of {all} items have no title and were left out"),
    later("the next page is on another host and was not followed"),
    later("a further page: {sentence}"),
    later("the page lists no headlines where the outlet's profile looks for them"),
    later("the page lists no headlines that we can find"),
    later("the document is an index of sitemaps; one of those that it names is needed"),
    later("the document is XML but no sitemap"),
    later("the sitemap is broken XML"),
    later("the sitemap breaks off; what came before was read"),
    later("the sitemap declares entities, which none needs"),
    later("the document is a damaged gzip file"),
    later("the document is a gzip file that breaks off"),
    later("the document is a gzip file of more than {size} MiB"),
    # articles
    later("its server asked us to come back later"),
    later("the article has no address"),
    later("Google's page leads to the article in a browser only"),
    later("the page is empty"),
    later("the page holds no article text that we can find"),
    later("the text holds no words"),
    later("its server asked us to come back later, for another of its feeds"),
    # what discovery looked at
    later("the page names no feed"),
    later("the page is an article, not a list of them"),
    later("the page lists fewer than {least} headlines"),
    later("the sitemap gives no dates"),
    later("the feed holds no entries"),
)
