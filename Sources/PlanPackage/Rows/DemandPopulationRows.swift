// SPDX-License-Identifier: Apache-2.0

/// A projection of the population.
public struct PopulationVariantRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name in plain English.
  public let label: String
  /// How likely it is, 0 to 1.
  public let probability: Double
  /// Where it comes from.
  public let source: String
  /// Anything a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let probability = Double(row["probability"]) else { return nil }
    self.probability = probability
    id = row["id"]
    label = row["label"]
    source = row["source"]
    note = row["note"]
    self.row = row.number
  }
}

/// People of one age in one year.
public struct PopulationRow: Sendable {
  /// The projection.
  public let variant: String
  /// Calendar year; people are those in the middle of it.
  public let year: Int
  /// persons, female or male.
  public let sex: String
  /// Age in years; the last stands for it and over.
  public let age: Int
  /// How many there are.
  public let people: Double
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let year = Int(row["year"]), let age = Int(row["age"]),
      let people = Double(row["people"])
    else { return nil }
    self.year = year
    self.age = age
    self.people = people
    variant = row["variant"]
    sex = row["sex"]
    self.row = row.number
  }
}

/// Births to mothers of one age in one year.
public struct BirthRow: Sendable {
  /// The projection.
  public let variant: String
  /// Calendar year.
  public let year: Int
  /// The mother's age in years.
  public let motherAge: Int
  /// How many there are.
  public let births: Double
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let year = Int(row["year"]), let age = Int(row["mother_age"]),
      let births = Double(row["births"])
    else { return nil }
    self.year = year
    motherAge = age
    self.births = births
    variant = row["variant"]
    self.row = row.number
  }
}
