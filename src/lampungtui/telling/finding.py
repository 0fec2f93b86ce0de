"""What discovery finds, in words: how something was found, what kind of source it is, how much it gives; or why nothing."""

from __future__ import annotations

from lampungtui.foreign import ADDRESS_LIMIT
from lampungtui.language import counted, number, say
from lampungtui.model import FeedKind
from lampungtui.newsroom.candidates import Candidate, Step
from lampungtui.newsroom.enquiry import REQUESTS
from lampungtui.newsroom.sights import EMPTY, NAMES_NONE, Missed, NothingFound
from lampungtui.newsroom.typed_address import NoAddress, Unusable
from lampungtui.telling.health import trouble_words
from lampungtui.telling.sentences import sentence_words


def kind_words(kind: FeedKind) -> str:
    """What kind of source an address is."""
    match kind:
        case FeedKind.RSS:
            return say("feed (RSS or Atom)")
        case FeedKind.JSONFEED:
            return say("feed (JSON Feed)")
        case FeedKind.WORDPRESS:
            return say("WordPress API")
        case FeedKind.SITEMAP:
            return say("news sitemap")
        case FeedKind.PAGE:
            return say("page with headlines")
        case FeedKind.API:
            return say("JSON API")


def step_words(step: Step) -> str:
    """How something was found."""
    match step:
        case Step.TYPED:
            return say("the address itself")
        case Step.KNOWN:
            return say("known to the catalogue")
        case Step.NAMED:
            return say("named by the page")
        case Step.API:
            return say("the site's own API")
        case Step.HOME:
            return say("named by the home page")
        case Step.LINKED:
            return say("linked from the page")
        case Step.USUAL:
            return say("where feeds usually are")
        case Step.SITEMAP:
            return say("the site's map")
        case Step.LISTING:
            return say("read from the page itself")


def looking_words(step: Step) -> str:
    """What is being looked at."""
    match step:
        case Step.TYPED:
            return say("looking at the address ...")
        case Step.KNOWN:
            return say("asking what the catalogue knows ...")
        case Step.SITEMAP:
            return say("looking for a map of the site ...")
        case Step.USUAL:
            return say("looking where feeds usually are ...")
        case _:
            return say("following what the page names ...")


def amount_words(candidate: Candidate) -> str:
    """How much a candidate gives: how many headlines, how often, and whether whole articles."""
    words = [counted("{n} headline", "{n} headlines", len(candidate.reading.entries))]
    if candidate.per_week is not None:
        words.append(counted("{n} a week", "{n} a week", max(1, round(candidate.per_week))))
    if candidate.comments:
        words.append(say("comments of readers"))
    words.append(say("whole articles") if candidate.whole else say("summaries; whole articles come from their pages"))
    return ", ".join(words)


def candidate_name(candidate: Candidate) -> str:
    """What a candidate is called: a feed of the catalogue by its outlet, for that is what is followed."""
    if candidate.outlet is not None and candidate.feed is not None:
        return f"{candidate.outlet.name}: {candidate.title}"
    return candidate.title


def missed_words(missed: Missed) -> str:
    """Why an address brought nothing that can be followed."""
    match missed.trouble:
        case kind if kind == NAMES_NONE:
            return say("it names no feed")
        case kind if kind == EMPTY:
            return say("it lists too little to be followed")
        case kind:
            return trouble_words(kind)[0]


def nothing_found_words(error: NothingFound) -> str:
    """That nothing can be followed there, with what was tried and what came of it, in one sentence."""
    tried = [f"{', '.join(places)}: {sentence_words(sentence)}" for sentence, places in error.tried.items()]
    if error.cut:
        tried.append(say("no more was tried after {n} requests").format(n=number(REQUESTS)))
    return say("nothing to follow was found at {place} ({tried})").format(place=error.origin, tried="; ".join(tried))


def no_address_words(error: NoAddress) -> str:
    """Why what was typed cannot be asked, and what can."""
    match error.reason:
        case Unusable.EMPTY:
            return say("Type the address of a site, page or feed, such as lampungpro.co.")
        case Unusable.NO_ADDRESS:
            return say("That is no address: one has a name with a dot in it, such as lampungpro.co.")
        case Unusable.SCHEME:
            return say("Only addresses that begin with http:// or https:// can be followed.")
        case Unusable.PASSWORD:
            return say(
                "Addresses with a user name or password in them are not followed; leave out what stands before the @."
            )
        case Unusable.TOO_LONG:
            return say("That address is too long: at most {n} characters are taken.").format(n=number(ADDRESS_LIMIT))
