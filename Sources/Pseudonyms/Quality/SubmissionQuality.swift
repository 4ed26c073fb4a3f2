// SPDX-License-Identifier: Apache-2.0

import RecordFiles

/// What was found in one file of records.
public struct SourceQuality: Codable, Hashable, Sendable {
  /// The source, such as "gp".
  public let source: String
  /// Rows of the file.
  public internal(set) var rows = 0
  /// Records that were written.
  public internal(set) var written = 0
  /// Rows that could not be used.
  public internal(set) var quarantined = 0
  /// Why, with how many.
  public internal(set) var quarantineReasons: [String: Int] = [:]
  /// Records that were left out because of an objection.
  public internal(set) var optedOut = 0
  /// Records with letters beyond the plain ones, in good UTF-8.
  public internal(set) var accented = 0
  /// Records whose id another record of the file has too.
  public internal(set) var repeatedIDs = 0
  /// Records whose NHS number another record of the file has too.
  public internal(set) var repeatedNHSNumbers = 0
  /// Fields that the file does not have.
  public internal(set) var absentFields: [String] = []
  /// Each field.
  public internal(set) var fields: [String: FieldTally] = [:]

  /// Whether some rows are in UTF-8 and others in something else.
  public var isOfMixedEncodings: Bool {
    accented > 0 && quarantineReasons[RowScanner.notText] != nil
  }
}

/// What was found in a submission, and what was made of it.
public struct SubmissionQuality: Codable, Hashable, Sendable {
  /// The records of people, by source.
  public internal(set) var sources: [SourceQuality] = []
  /// The contacts, by source.
  public internal(set) var events: [SourceQuality] = []

  /// A report of nothing.
  public init() {}

  /// All records that were written.
  public var records: Int { sources.reduce(0) { $0 + $1.written } }
  /// All contacts that were written.
  public var contacts: Int { events.reduce(0) { $0 + $1.written } }
  /// All rows that could not be used.
  public var quarantined: Int { (sources + events).reduce(0) { $0 + $1.quarantined } }
  /// All records that were left out because of an objection.
  public var optedOut: Int { sources.reduce(0) { $0 + $1.optedOut } }

  /// The report as lines for a person.
  public var lines: [String] {
    var lines = ["source\tfield\tvalid\trepaired\tmissing\tinvalid\tmost often"]
    for source in sources {
      for field in source.fields.keys.sorted() {
        guard let tally = source.fields[field] else { continue }
        let reason = tally.reasons.max { ($0.value, $1.key) < ($1.value, $0.key) }
        lines.append(
          "\(source.source)\t\(field)\t\(tally.valid)\t\(tally.repaired)\t\(tally.missing)"
            + "\t\(tally.invalid)\t\(reason.map { "\($0.key) (\($0.value))" } ?? "")")
      }
    }
    lines.append("")
    lines.append("file\trows\twritten\tquarantined\tobjected\trepeated ids\trepeated NHS numbers")
    for (kind, parts) in [("records", sources), ("contacts", events)] {
      for part in parts {
        lines.append(
          "\(part.source) \(kind)\t\(part.rows)\t\(part.written)\t\(part.quarantined)"
            + "\t\(part.optedOut)\t\(part.repeatedIDs)\t\(part.repeatedNHSNumbers)")
      }
    }
    return lines
  }
}
