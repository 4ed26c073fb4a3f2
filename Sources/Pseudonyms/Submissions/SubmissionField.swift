// SPDX-License-Identifier: Apache-2.0

/// A field of the records of a submission.
public enum SubmissionField: String, CaseIterable, Sendable {
  case id
  case nhsNumber = "nhs-number"
  case givenName = "given-name"
  case surname
  case sex
  case dateOfBirth = "date-of-birth"
  case postcode
  case property
  case practice
  case ethnicity
  case deprivation
  case synthetic

  /// The columns of a pseudonymised table of records.
  public static let outputColumns = [
    "id", "source", "nhs-number-token", "given-name-token", "given-name-sound-token",
    "given-name-encoding", "surname-token", "surname-sound-token", "surname-encoding",
    "date-of-birth-token", "year-of-birth", "month-token", "day-token", "year-month-token",
    "day-month-swapped-token", "postcode-token", "postcode-sector-token", "outcode-token",
    "property-token", "sex", "age-band", "place", "practice", "ethnicity", "deprivation",
    "synthetic",
  ]
}

/// Which column of a file holds which field.
struct FieldColumns {
  let header: [String]
  let columns: [SubmissionField: Int]

  init(header: [String], names: [SubmissionField: String]) {
    self.header = header
    var columns: [SubmissionField: Int] = [:]
    for field in SubmissionField.allCases {
      columns[field] = header.firstIndex(of: names[field] ?? field.rawValue)
    }
    self.columns = columns
  }
}
