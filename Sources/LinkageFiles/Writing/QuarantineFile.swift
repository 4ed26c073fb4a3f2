// SPDX-License-Identifier: Apache-2.0

import PlanPackage

/// Rows set aside, with their reasons.
public enum QuarantineFile {
  /// The file: file, row, reason and the row as it stands.
  public static func text(_ rows: [QuarantinedRow]) -> String {
    rows.reduce(into: CSVRecords.line(["file", "row", "reason", "text"])) { text, row in
      text += CSVRecords.line([row.file, "\(row.row)", row.reason, row.text])
    }
  }
}
