// SPDX-License-Identifier: Apache-2.0

/// One dimension whose population is known, and where each respondent falls in it.
public struct RakingMargin: Sendable, Equatable {
  /// The dimension's name, such as age.
  public let name: String
  /// The population of each of its cells.
  public let cells: [PopulationGroup]
  /// The cell of each respondent; nil where the respondent did not say.
  ///
  /// A respondent who did not say keeps the weight that the other dimensions give, and those who
  /// did say are brought to the population's shares among themselves.
  public let respondents: [String?]

  /// Makes a margin.
  public init(name: String, cells: [PopulationGroup], respondents: [String?]) {
    self.name = name
    self.cells = cells
    self.respondents = respondents
  }
}

/// How weights are worked out.
public struct RakingSettings: Sendable, Equatable {
  /// The largest weight allowed, as a multiple of the mean weight; nil sets no limit.
  public var cap: Double?
  /// The largest difference allowed between a weighted share and the population's, from 0 to 1.
  public var tolerance: Double
  /// How many times round the margins before giving up.
  public var maximumIterations: Int

  /// Makes settings; the defaults have no cap and ask for shares within one in a million.
  public init(cap: Double? = nil, tolerance: Double = 1e-6, maximumIterations: Int = 1000) {
    self.cap = cap
    self.tolerance = tolerance
    self.maximumIterations = maximumIterations
  }
}

/// Why respondents cannot be weighted to a population.
public enum RakingError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is nobody to weight.
  case noRespondents
  /// No margin was given.
  case noMargins
  /// A margin does not list the same respondents as the first.
  case respondentCount(margin: String, found: Int, expected: Int)
  /// A margin names the same cell twice.
  case repeatedCell(margin: String, cell: String)
  /// A population that is not a number of nought or more.
  case badPopulation(margin: String, cell: String, population: Double)
  /// A respondent is in a cell the margin does not have.
  case unknownCell(margin: String, cell: String, respondent: Int)
  /// The population has people in a cell where nobody responded.
  case emptyCell(margin: String, cell: String, population: Double)
  /// Somebody responded from a cell where the population has nobody.
  case unpopulatedCell(margin: String, cell: String, respondents: Int)
  /// The cap is not above one, or the tolerance or the number of iterations is not above nought.
  case badSettings
  /// The margins contradict each other for these respondents.
  case notConverged(margin: String, cell: String, gap: Double, iterations: Int)

  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .noRespondents: "There are no respondents to weight. Collect responses first."
    case .noMargins: "No population figures were given. Give at least one dimension."
    case .respondentCount(let margin, let found, let expected):
      "\(margin) lists \(found) respondents; the first dimension lists \(expected). "
        + "Give every respondent a place, or nothing, in each dimension."
    case .repeatedCell(let margin, let cell):
      "\(margin) has \(cell) twice. Give each cell once."
    case .badPopulation(let margin, let cell, let population):
      "\(margin), \(cell) has a population of \(population). Give a number of nought or more."
    case .unknownCell(let margin, let cell, let respondent):
      "Respondent \(respondent) is in \(cell), which \(margin) does not have. "
        + "Correct the respondent, or add the cell with its population."
    case .emptyCell(let margin, let cell, let population):
      "Nobody responded from \(margin), \(cell), where \(population) people are. "
        + "Merge it with a neighbouring cell, or hear from people there."
    case .unpopulatedCell(let margin, let cell, let respondents):
      "\(respondents) responded from \(margin), \(cell), where the population is nought. "
        + "Correct the population, or merge the cell."
    case .badSettings:
      "The cap must be above 1, and the tolerance and the number of iterations above 0."
    case .notConverged(let margin, let cell, let gap, let iterations):
      "After \(iterations) rounds \(margin), \(cell) is still \(gap) away from its share. "
        + "The dimensions contradict each other: merge cells or drop a dimension."
    }
  }
}
