// SPDX-License-Identifier: Apache-2.0

/// A column of a file: its name, its type in the words of the Table Schema standard, and its meaning.
public struct SyntheticColumn: Sendable, Hashable {
  /// The name in the first line.
  public let name: String
  /// `string`, `integer` or `boolean`.
  public let type: String
  /// What it holds.
  public let meaning: String

  init(_ name: String, _ type: String, _ meaning: String) {
    self.name = name
    self.type = type
    self.meaning = meaning
  }

  /// The columns of a file, in order.
  public static func columns(_ file: SyntheticFile) -> [SyntheticColumn] {
    common + own(file)
  }

  private static let common = [
    SyntheticColumn("synthetic", "boolean", "yes: the row is made up."),
    SyntheticColumn("id", "integer", "The number of the row, from 1."),
    SyntheticColumn("service", "string", "The service, as in services.csv."),
    SyntheticColumn("provider", "string", "The organisation."),
    SyntheticColumn("site", "string", "The site; the organisation where sites are not told apart."),
    SyntheticColumn(
      "pod", "string",
      "The point of delivery: the kind of care; A&E is told apart as major and minor."),
    SyntheticColumn("month", "integer", "1 for January to 12 for December, in a year from April."),
    SyntheticColumn("age", "integer", "Age in years; 90 is 90 and over."),
    SyntheticColumn("sex", "string", "female or male."),
  ]

  private static func own(_ file: SyntheticFile) -> [SyntheticColumn] {
    switch file {
    case .spells:
      [
        SyntheticColumn("admission", "string", "How the patient came to be admitted."),
        SyntheticColumn("specialty", "string", "The specialty that looked after the patient."),
        SyntheticColumn(
          "length_of_stay", "integer", "Nights in hospital; 0 for who leaves on the day."),
      ]
    case .outpatients:
      [
        SyntheticColumn("specialty", "string", "The specialty of the clinic."),
        SyntheticColumn("attendances", "integer", "How many appointments in person it stands for."),
        SyntheticColumn("remote_attendances", "integer", "How many by telephone or video."),
      ]
    case .emergency:
      [
        SyntheticColumn("acuity", "string", "How urgent the need was."),
        SyntheticColumn("ambulance", "boolean", "Whether they came by ambulance."),
        SyntheticColumn("arrivals", "integer", "How many arrivals the row stands for."),
      ]
    case .otherCare:
      [
        SyntheticColumn("activity", "integer", "How much was done, in the unit of the service."),
        SyntheticColumn("nights", "integer", "Nights in a bed."),
      ]
    }
  }
}
