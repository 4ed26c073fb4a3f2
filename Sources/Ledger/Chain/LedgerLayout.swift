// SPDX-License-Identifier: Apache-2.0

import GRDB

extension DatabaseLayout {
  /// The tables of the ledger's file.
  ///
  /// The mark is "WLD1" in ASCII.
  static let ledger = DatabaseLayout(name: "a ledger", mark: 0x574C_4431, version: 2) {
    database, found in
    if found < 1 { try database.execute(sql: firstLedgerTables) }
    if found < 2 { try database.execute(sql: secondLedgerTables) }
  }

  private static let firstLedgerTables = """
    CREATE TABLE IF NOT EXISTS entry (
      sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
      time TEXT NOT NULL, author TEXT NOT NULL, role TEXT NOT NULL,
      family TEXT NOT NULL, type TEXT NOT NULL, version INTEGER NOT NULL,
      subject TEXT NOT NULL, payload TEXT NOT NULL, token TEXT UNIQUE,
      previous TEXT NOT NULL, digest TEXT NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS entry_family ON entry (family, sequence);
    CREATE TABLE IF NOT EXISTS content (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, salt TEXT, text TEXT
    ) STRICT, WITHOUT ROWID;
    """

  /// From layout 2: which entry says that a content was erased, and kept states of folds.
  private static let secondLedgerTables = """
    ALTER TABLE content ADD COLUMN erased INTEGER;
    CREATE TABLE snapshot (
      name TEXT NOT NULL, version INTEGER NOT NULL, sequence INTEGER NOT NULL,
      digest TEXT NOT NULL, seal TEXT NOT NULL, state TEXT NOT NULL,
      PRIMARY KEY (name, sequence)
    ) STRICT;
    """
}
