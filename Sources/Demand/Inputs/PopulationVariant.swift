// SPDX-License-Identifier: Apache-2.0

/// People of one sex and single year of age in one year.
public struct PopulationCount: Sendable, Hashable {
  /// The year, in the numbering of the model.
  public var year: Int
  /// Whom it counts; a variant counts either persons or female and male.
  public var sex: Sex
  /// The age in whole years; the last age of a variant means "and over".
  public var age: Int
  /// How many.
  public var people: Double

  /// Describes a count.
  public init(year: Int, sex: Sex, age: Int, people: Double) {
    self.year = year
    self.sex = sex
    self.age = age
    self.people = people
  }
}

/// Births to mothers of one single year of age in one year.
public struct BirthCount: Sendable, Hashable {
  /// The year, in the numbering of the model.
  public var year: Int
  /// The age of the mothers in whole years.
  public var motherAge: Int
  /// How many.
  public var births: Double

  /// Describes a count.
  public init(year: Int, motherAge: Int, births: Double) {
    self.year = year
    self.motherAge = motherAge
    self.births = births
  }
}

/// One projection of the population, with the chance that it is the right one.
public struct PopulationVariant: Sendable, Hashable {
  /// Its name in tables.
  public var id: String
  /// The chance of it; the chances of all variants sum to 1.
  public var probability: Double
  /// People by year, sex and every age from 0, for every year from the base year to the last.
  public var people: [PopulationCount]
  /// Births by year and age of the mother; empty where no service grows with births.
  public var births: [BirthCount]

  /// Describes a variant.
  public init(
    id: String, probability: Double = 1, people: [PopulationCount], births: [BirthCount] = []
  ) {
    self.id = id
    self.probability = probability
    self.people = people
    self.births = births
  }
}
