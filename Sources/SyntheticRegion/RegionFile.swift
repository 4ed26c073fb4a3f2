// SPDX-License-Identifier: Apache-2.0

/// The files of a region that are no lines of a piece.
public enum RegionFile {
  /// The first line of each file of records.
  public static let recordHeader = "\(SourceRecord.header)"
  /// The first line of each file of contacts.
  public static let contactHeader = "\(ContactWriter.header)"
  /// The first line of the truth.
  public static let truthHeader = "id,person\n"

  /// The rules of long-term conditions.
  public static var conditions: String {
    let rows = LongTermCondition.all.map { condition in
      "\(condition.id),\(condition.name),\(condition.group),\(condition.codes.joined(separator: ";"))"
        + ",\(condition.minimumContacts),\(condition.withinYears)"
    }
    return table("condition,name,group,codes,minimum-contacts,within-years", rows)
  }

  /// Which place an outcode belongs to.
  public static var areas: String {
    table(
      "outcode,place,deprivation",
      RegionPlace.outcodes.map { "\($0.code),\($0.place),\($0.deprivation)" })
  }

  private static func table(_ header: String, _ rows: [String]) -> String {
    ([header] + rows).joined(separator: "\n") + "\n"
  }
}
