// SPDX-License-Identifier: Apache-2.0

/// A projection of a population, as one of several that may come true.
public struct PopulationVariant: Sendable, Hashable {
  /// Its name.
  public var id: String
  /// How probable it is.
  public var probability: Double
  /// Growth from the base year to the last year by age, the last age being "and over".
  public var growth: AgeGrowth
  /// Growth of births by the mother's age, for rows that grow with births.
  public var births: AgeGrowth?

  /// A variant.
  public init(id: String, probability: Double, growth: AgeGrowth, births: AgeGrowth? = nil) {
    self.id = id
    self.probability = probability
    self.growth = growth
    self.births = births
  }
}

/// What people of each age and sex are multiplied by from the base year to the last year.
public struct AgeGrowth: Sendable, Hashable {
  /// For people of unknown sex, by age.
  public var persons: [Double]
  /// For males, by age.
  public var males: [Double]
  /// For females, by age.
  public var females: [Double]

  /// Growth by age; ages beyond the last take the last.
  public init(persons: [Double], males: [Double], females: [Double]) {
    self.persons = persons
    self.males = males
    self.females = females
  }

  /// The same growth for all.
  public init(everyone factor: Double) {
    self.init(persons: [factor], males: [factor], females: [factor])
  }

  var parts: [[Double]] { [persons, males, females] }

  func factor(_ sex: Sex, _ age: Int) -> Double {
    let list = parts[Int(sex.rawValue)]
    return list[min(max(age, 0), list.count - 1)]
  }

  func ageOrLast(_ age: Int) -> Int {
    min(max(age, 0), max(persons.count, males.count, females.count) - 1)
  }
}
