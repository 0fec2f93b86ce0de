"""The commands of the reader: the truth behind its keys, footer, help and palette."""

from __future__ import annotations

from lampungtui.language import later
from lampungtui.ui.commands import Command, Group, Pane

NEWS = frozenset({Pane.HEADLINES, Pane.ARTICLE})
LISTS = frozenset({Pane.SECTIONS, Pane.HEADLINES})
ARTICLE = frozenset({Pane.ARTICLE})

COMMANDS: tuple[Command, ...] = (
    Command("move.down", ("j", "down"), "down", later("down"), later("Next row, or one line down"), Group.MOVING,
            counts=True),
    Command("move.up", ("k", "up"), "up", later("up"), later("Row before, or one line up"), Group.MOVING,
            counts=True),
    Command(
        "move.in", ("enter", "right", "l"), "enter", later("open"), later("Open what the cursor is on"),
        Group.MOVING, shown=10,
    ),
    Command(
        "move.out", ("escape", "left", "h"), "leave", later("back"), later("Back to the pane before"),
        Group.MOVING, shown=85,
    ),
    Command("move.pane", ("tab",), "next_pane", later("pane"), later("Next pane"), Group.MOVING, shown=100),
    Command(
        "move.pane_back", ("shift+tab",), "previous_pane", later("pane before"), later("Pane before"), Group.MOVING
    ),
    Command(
        "move.on", ("space",), "read_on", later("read on"),
        later("Scroll the article; at its end, open the next unread one"), Group.MOVING, NEWS, shown=20,
    ),
    Command(
        "move.next_unread", ("n",), "next_unread", later("next unread"),
        later("Next unread article, in the next category too"),
        Group.MOVING, shown=80, counts=True,
    ),
    Command(
        "move.previous_unread", ("N", "p"), "previous_unread", later("unread before"), later("Unread article before"),
        Group.MOVING, counts=True,
    ),
    Command(
        "move.next_article", ("J",), "next_article", later("next"), later("Next article, read or not"),
        Group.MOVING, NEWS, counts=True,
    ),
    Command(
        "move.previous_article", ("K",), "previous_article", later("before"), later("Article before, read or not"),
        Group.MOVING, NEWS, counts=True,
    ),
    Command(
        "move.next_category", ("right_square_bracket",), "next_category", later("next category"),
        later("Next category"), Group.MOVING, counts=True,
    ),
    Command(
        "move.previous_category", ("left_square_bracket",), "previous_category", later("category before"),
        later("Category before"), Group.MOVING, counts=True,
    ),
    Command(
        "move.category", tuple("1234567890"), "digit", later("category"),
        later("The category of that number; before another key, how often: 5j"), Group.MOVING,
        keyed=True, keys_word="1-9",
    ),
    Command("move.top", ("g", "home"), "top", later("top"), later("To the top; new headlines come in"), Group.MOVING,
            counts=True),
    Command("move.bottom", ("G", "end"), "bottom", later("end"), later("To the end; 12G: to the twelfth row"), Group.MOVING,
            counts=True),
    Command(
        "move.page_down", ("pagedown", "ctrl+d"), "page_down", later("page down"), later("A page down"), Group.MOVING,
        counts=True,
    ),
    Command("move.page_up", ("pageup", "ctrl+u"), "page_up", later("page up"), later("A page up"), Group.MOVING,
            counts=True),
    Command(
        "article.read", ("m",), "toggle_read", later("read"), later("Mark read or unread"), Group.READING, NEWS, 90
    ),
    Command(
        "article.save", ("s",), "toggle_saved", later("save"), later("Save, or let go again"), Group.READING, NEWS, 30
    ),
    Command(
        "article.later", ("L",), "toggle_later", later("later"), later("Put aside to read later, or no longer"),
        Group.READING, NEWS,
    ),
    Command(
        "article.tag", ("t",), "tag", later("tag"), later("Tag it, or take a tag away"), Group.READING, NEWS,
    ),
    Command(
        "article.hide", ("d",), "hide", later("hide"), later("Hide it from every list, or bring it back"),
        Group.READING, NEWS,
    ),
    Command(
        "article.mute", ("x",), "mute", later("mute"),
        later("Mute or highlight what is like this: a word, an outlet, a region, a person; for ever or some days"),
        Group.READING, NEWS,
    ),
    Command(
        "article.story", ("S",), "story", later("story"), later("What other outlets have of this story"),
        Group.READING, NEWS,
    ),
    Command(
        "article.all_read", ("A",), "mark_all_read", later("all read"), later("Mark everything in this list as read"),
        Group.READING,
    ),
    Command(
        "article.many_read", ("M",), "mark_many", later("many read"),
        later("Mark many as read: above, below, older ones"), Group.READING,
    ),
    Command(
        "state.undo", ("u",), "undo", later("undo"), later("Take the last change back; many steps, also after a restart"),
        Group.READING, shown=75,
    ),
    Command("state.redo", ("ctrl+r",), "redo", later("redo"), later("Make it again"), Group.READING),
    Command(
        "article.browse", ("o",), "browse", later("browser"), later("Open the outlet's page in the browser"),
        Group.SHARING, NEWS, 55,
    ),
    Command(
        "article.people", ("c",), "people", later("people"),
        later("Who made it, and where; and everything else of theirs"), Group.READING, NEWS,
    ),
    Command(
        "article.comments", ("C",), "comments", later("comments"), later("Open the comments in the browser"),
        Group.SHARING, NEWS,
    ),
    Command(
        "article.links", ("f",), "links", later("links"),
        later("The links of the article: open, copy, add as a source"), Group.SHARING, NEWS,
    ),
    Command(
        "article.copy", ("y",), "copy", later("copy"),
        later("Copy or share: link, title, citation, Markdown, BibTeX, WhatsApp, Telegram, e-mail"), Group.SHARING, NEWS,
    ),
    Command(
        "article.version", ("v",), "version", later("versions"), later("Show an earlier version of an edited article"),
        Group.READING, NEWS,
    ),
    Command(
        "article.pictures", ("i",), "pictures", later("pictures"), later("Leave pictures out, or show them again"),
        Group.READING, NEWS,
    ),
    Command(
        "news.search", ("slash",), "search", later("search"), later("Search headlines and stored articles"),
        Group.NEWSROOM, LISTS, shown=40,
    ),
    Command(
        "article.find", ("slash",), "find_in_article", later("find"),
        later("Find words in this article; n and N go from one to the next"), Group.READING, ARTICLE, shown=40,
    ),
    Command(
        "news.search_all", ("F",), "search", later("search all"),
        later("Search headlines and stored articles, from anywhere"), Group.NEWSROOM,
    ),
    Command(
        "news.save_view", ("V",), "save_view", later("save view"),
        later("Keep this search as a view; on a view, rename, change, move or delete it"), Group.NEWSROOM,
    ),
    Command(
        "news.list_as", ("O",), "list_as", later("order"),
        later("Order and groups of the list: newest, oldest, relevant; by day, outlet, region, story"), Group.NEWSROOM,
    ),
    Command(
        "news.rules", ("X",), "rules", later("rules"), later("The rules that mute and highlight"), Group.NEWSROOM,
    ),
    Command(
        "news.refresh", ("r",), "refresh_now", later("refresh"),
        later("Ask the outlets for news now; while they are asked: stop"), Group.NEWSROOM, shown=50,
    ),
    Command(
        "news.add", ("a",), "add", later("add"), later("Add a source by any address"), Group.NEWSROOM,
    ),
    Command(
        "news.sources", ("H",), "sources", later("sources"),
        later("The sources: how they are, and what you want of them"), Group.NEWSROOM, shown=65,
    ),
    Command(
        "view.zen", ("z",), "zen", later("zen"), later("The article alone, and back"), Group.SIGHT, NEWS,
    ),
    Command("view.sections", ("b",), "show_sections", later("categories"), later("Categories on or off"), Group.SIGHT),
    Command(
        "view.wider", ("plus", "equals_sign"), "measure(4)", later("wider"), later("Wider lines of text"), Group.SIGHT,
        counts=True,
    ),
    Command(
        "view.narrower", ("minus",), "measure(-4)", later("narrower"), later("Narrower lines of text"), Group.SIGHT,
        counts=True,
    ),
    Command(
        "view.split_left", ("less_than_sign",), "split(-2)", later("split left"),
        later("More room for the article"), Group.SIGHT, counts=True,
    ),
    Command(
        "view.split_right", ("greater_than_sign",), "split(2)", later("split right"),
        later("More room for the headlines"), Group.SIGHT, counts=True,
    ),
    Command(
        "program.themes", ("T",), "themes", later("theme"), later("Choose a theme"), Group.SIGHT,
    ),
    Command(
        "program.settings", ("comma",), "settings", later("settings"), later("Change the settings"), Group.NEWSROOM,
    ),
    Command("program.help", ("question_mark",), "help", later("help"), later("These keys"), Group.NEWSROOM, shown=60),
    Command(
        "program.palette", ("ctrl+p",), "palette", later("commands"), later("Find a command by name"), Group.NEWSROOM
    ),
    Command(
        "program.suspend", ("ctrl+z",), "suspend", later("to the shell"),
        later("To the shell; fg brings you back"), Group.NEWSROOM,
    ),
    Command(
        "program.quit", ("q",), "leave_reader", later("quit"), later("Quit; your place is kept"),
        Group.NEWSROOM, shown=70,
    ),
)  # fmt: skip
