"""The tables of the cache, and the steps from older ones.

Headlines stand apart from details and bodies, so that a page of the list reads narrow rows. Times are whole seconds UTC.
`listed` has a row for each rubric of an article and each rubric above it, in the order of the lists; `tally` holds the
counts that the sections show, kept in the transactions that change them. `let_go` has the identity keys of articles that
were taken out while their feed still listed them; `person`, `credited` and `placed` tell who made an article and where it
is about; `journal` what a person did, to be undone. `kin` has the derived words of all texts by their roots, each once
for however many articles: a word's family is looked up there when somebody searches, and the index of words stays small.
An article that is `hidden` by hand or `muted` by a rule is `away` from the lists; `ruled` has which rules hold for it.
`listed` has tags too, by their key behind a `#`. Articles of several outlets about one event have one `story`.
`remembered` has marks out of a backup, by identity keys, of articles that have not come back yet.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import apsw

from lampungtui.store.connection import APPLICATION_ID, NewerStore, Synced, own_errors
from lampungtui.store.families import relate_all
from lampungtui.store.search import index_all

MIGRATIONS: Final[tuple[str, ...]] = (
    """
    CREATE TABLE outlet (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE article (
        id INTEGER PRIMARY KEY,
        outlet TEXT NOT NULL REFERENCES outlet (id),
        title TEXT NOT NULL,
        category TEXT NOT NULL,
        sort_at INTEGER NOT NULL,
        published_at INTEGER,
        date_source TEXT,
        whole_day INTEGER NOT NULL DEFAULT 0,
        read INTEGER NOT NULL DEFAULT 0,
        saved INTEGER NOT NULL DEFAULT 0,
        whole INTEGER NOT NULL DEFAULT 0,
        views INTEGER,
        body_due_at INTEGER,
        body_failures INTEGER NOT NULL DEFAULT 0,
        first_seen_at INTEGER NOT NULL,
        url TEXT
    ) STRICT;
    CREATE INDEX article_by_time ON article (sort_at DESC, id DESC);
    CREATE INDEX article_unread ON article (sort_at DESC, id DESC) WHERE read = 0;
    CREATE INDEX article_saved ON article (sort_at DESC, id DESC) WHERE saved = 1;
    CREATE INDEX article_wanted ON article (sort_at DESC, id DESC, body_due_at) WHERE body_due_at IS NOT NULL;

    CREATE TABLE detail (
        article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
        facts TEXT NOT NULL,
        updated_at INTEGER,
        title_before TEXT
    ) STRICT;

    CREATE TABLE body (
        article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
        origin TEXT NOT NULL,
        blocks BLOB NOT NULL,
        stored_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE version (
        id INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        title TEXT NOT NULL,
        origin TEXT NOT NULL,
        blocks BLOB NOT NULL,
        replaced_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX version_of ON version (article, id DESC);

    CREATE TABLE identity (
        key TEXT PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX identity_of ON identity (article);

    CREATE TABLE wording (
        article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        feed TEXT NOT NULL,
        hash TEXT NOT NULL,
        PRIMARY KEY (article, feed)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE listed (
        category TEXT NOT NULL,
        sort_at INTEGER NOT NULL,
        article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        PRIMARY KEY (category, sort_at DESC, article DESC)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX listed_of ON listed (article);

    CREATE TABLE unsettled (
        article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE
    ) STRICT;

    CREATE TABLE shelf (
        name TEXT NOT NULL,
        outlet TEXT NOT NULL,
        rank INTEGER NOT NULL,
        article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        PRIMARY KEY (name, outlet, rank)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX shelf_of ON shelf (article);

    CREATE TABLE tally (
        slug TEXT PRIMARY KEY,
        total INTEGER NOT NULL,
        unread INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE position (
        article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
        block INTEGER NOT NULL,
        within INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE feed (
        id TEXT PRIMARY KEY,
        state TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE hold (
        origin TEXT PRIMARY KEY,
        until INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE session (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE VIRTUAL TABLE words USING fts5 (
        title, body, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
    );
    """,
    """
    CREATE TABLE let_go (
        key TEXT PRIMARY KEY,
        at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX let_go_by_time ON let_go (at);
    """,
    """
    CREATE TABLE person (
        id INTEGER PRIMARY KEY,
        folded TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL
    ) STRICT;

    CREATE TABLE credited (
        person INTEGER NOT NULL REFERENCES person (id),
        article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        role TEXT NOT NULL,
        PRIMARY KEY (person, article, role)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX credited_of ON credited (article);

    CREATE TABLE placed (
        region TEXT NOT NULL,
        article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        PRIMARY KEY (region, article)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX placed_of ON placed (article);

    CREATE INDEX article_of_outlet ON article (outlet, sort_at DESC, id DESC);

    ALTER TABLE article ADD COLUMN later INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX article_later ON article (sort_at DESC, id DESC) WHERE later = 1;

    CREATE TABLE journal (
        id INTEGER PRIMARY KEY,
        what TEXT NOT NULL,
        about TEXT NOT NULL,
        articles INTEGER NOT NULL,
        changes BLOB NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX journal_by_state ON journal (undone, id);

    INSERT INTO person (folded, name)
        SELECT DISTINCT lower(json_extract(credit.value, '$[1]')), json_extract(credit.value, '$[1]')
        FROM detail, json_each(detail.facts, '$.credits') AS credit
        WHERE NOT json_extract(credit.value, '$[2]') ON CONFLICT DO NOTHING;
    INSERT INTO credited (person, article, role)
        SELECT person.id, detail.article, json_extract(credit.value, '$[0]')
        FROM detail, json_each(detail.facts, '$.credits') AS credit
        JOIN person ON person.folded = lower(json_extract(credit.value, '$[1]')) WHERE true ON CONFLICT DO NOTHING;
    INSERT INTO placed (region, article)
        SELECT json_extract(facts, '$.region[0]'), article FROM detail WHERE json_extract(facts, '$.region[0]') NOT NULL;
    """,
    """
    CREATE TABLE kin (
        root TEXT NOT NULL,
        word TEXT NOT NULL,
        PRIMARY KEY (root, word)
    ) STRICT, WITHOUT ROWID;
    """,
    """
    ALTER TABLE article ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE article ADD COLUMN muted INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE article ADD COLUMN away INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE article ADD COLUMN highlighted INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE listed ADD COLUMN away INTEGER NOT NULL DEFAULT 0;

    DROP INDEX article_by_time;
    DROP INDEX article_unread;
    DROP INDEX article_saved;
    DROP INDEX article_later;
    CREATE INDEX article_by_time ON article (sort_at DESC, id DESC) WHERE away = 0;
    CREATE INDEX article_unread ON article (sort_at DESC, id DESC) WHERE read = 0 AND away = 0;
    CREATE INDEX article_saved ON article (sort_at DESC, id DESC) WHERE saved = 1 AND away = 0;
    CREATE INDEX article_later ON article (sort_at DESC, id DESC) WHERE later = 1 AND away = 0;
    CREATE INDEX article_hidden ON article (sort_at DESC, id DESC) WHERE hidden = 1;
    CREATE INDEX article_muted ON article (sort_at DESC, id DESC) WHERE muted = 1;

    CREATE TABLE tag (
        key TEXT PRIMARY KEY,
        name TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE saved_view (
        id INTEGER PRIMARY KEY,
        place INTEGER NOT NULL,
        name TEXT NOT NULL,
        query TEXT NOT NULL,
        sorting TEXT NOT NULL,
        grouping TEXT NOT NULL,
        total INTEGER NOT NULL DEFAULT 0,
        unread INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX saved_view_by_place ON saved_view (place, id);

    CREATE TABLE rule (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        query TEXT NOT NULL,
        outlet TEXT,
        feed TEXT,
        made_at INTEGER NOT NULL,
        expires_at INTEGER
    ) STRICT;

    CREATE TABLE ruled (
        rule INTEGER NOT NULL REFERENCES rule (id) ON DELETE CASCADE,
        article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        PRIMARY KEY (rule, article)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ruled_of ON ruled (article);

    ALTER TABLE article ADD COLUMN story INTEGER;
    CREATE INDEX article_of_story ON article (story, sort_at DESC, id DESC) WHERE story NOT NULL;
    """,
    """
    CREATE TABLE known_by (
        key BLOB PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    INSERT INTO known_by (key, article) SELECT digest(key) AS digested, article FROM identity ORDER BY digested;
    DROP TABLE identity;
    ALTER TABLE known_by RENAME TO identity;
    CREATE INDEX identity_of ON identity (article);

    CREATE TABLE gone (
        key BLOB PRIMARY KEY,
        at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    INSERT INTO gone (key, at) SELECT digest(key), at FROM let_go;
    DROP TABLE let_go;
    ALTER TABLE gone RENAME TO let_go;
    CREATE INDEX let_go_by_time ON let_go (at);
    """,
    """
    CREATE TABLE remembered (
        key BLOB PRIMARY KEY,
        read INTEGER NOT NULL,
        block INTEGER,
        within INTEGER
    ) STRICT, WITHOUT ROWID;
    """,
    """
    DROP TABLE words;
    CREATE VIRTUAL TABLE words USING fts5 (
        body, title, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
    );
    INSERT INTO words (words, rank) VALUES ('automerge', 8);
    """,
)
"""One script a version; a script that was released never changes."""

SCHEMA_VERSION: Final = len(MIGRATIONS)
TABLES: Final = frozenset(
    {
        "article", "body", "credited", "detail", "feed", "hold", "identity", "journal", "kin", "let_go", "listed", "outlet",
        "person", "placed", "position", "remembered", "rule", "ruled", "saved_view", "session", "shelf", "tag", "tally",
        "unsettled", "version", "wording", "words", "words_config", "words_data", "words_docsize", "words_idx",
    }
)  # fmt: skip
"""Every table of a cache of this version, those of the index of words too."""

BACKED_UP: Final = "backup"
"""Session key of the number of the newest backup: a cache that is older than its backup is known by it."""

BODY_FIRST: Final = 8
"""The version from which on the index of words has the body as its first column. FTS5 writes two bytes more
for each word of each text in any other (position lists, described at the head of its fts5_index.c): a third of the index."""

WITH_FAMILIES: Final = 4
"""The version from which on `kin` is filled with every article that comes."""


def migrate(connection: apsw.Connection, path: Path, *, before: Callable[[], int | None] = lambda: None) -> None:
    """Brings the file to our schema in one transaction. Raises NewerStore for one that we don't know.

    `before` is called before an older cache is changed, to back up what is in it; it gives the number of the backup, of
    which the cache then knows.
    """
    with own_errors(path):
        version = connection.pragma("user_version")
        if version == SCHEMA_VERSION:
            return
        if version > SCHEMA_VERSION:
            raise NewerStore(f"{path}: was written by a newer lampungtui; it was left as it is")
        backup = before() if version else None
        # Waited for to be on the disk: what comes after it is written in the new form.
        connection.pragma("synchronous", int(Synced.DEEDS))
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have done it while we waited for the lock.
            had = connection.pragma("user_version")
            for script in MIGRATIONS[had:]:
                connection.execute(script)
            if 0 < had < BODY_FIRST:
                index_all(connection)
            if 0 < had < WITH_FAMILIES:
                relate_all(connection)
            if backup is not None:
                connection.execute(
                    "INSERT OR REPLACE INTO session (key, value) VALUES (?, ?)", (BACKED_UP, str(backup))
                )
            connection.pragma("application_id", APPLICATION_ID)
            connection.pragma("user_version", SCHEMA_VERSION)
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
        connection.pragma("synchronous", int(Synced.FETCHED))
