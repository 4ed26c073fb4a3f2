// SPDX-License-Identifier: Apache-2.0

import Identifiers
import Linkage
import LinkageFiles
import PlanPackage

/// Names that one person may bear.
enum LinkNicknames {
  /// The names that Weald knows, and those of a file with a group in each row.
  static func table(_ path: String?) throws -> NicknameTable {
    guard let path else { return Nicknames.english }
    let csv = CSVRecords(bytes: try InputFile.bytes(path), file: path)
    guard csv.violations.isEmpty else { throw PlanError(csv.violations) }
    let groups = csv.records.map { $0.cells.compactMap { StandardName($0)?.text } }
    return NicknameTable(groups: Nicknames.english.groups + groups.filter { $0.count > 1 })
  }
}
