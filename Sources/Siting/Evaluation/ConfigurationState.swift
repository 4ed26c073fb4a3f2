// SPDX-License-Identifier: Apache-2.0

/// A configuration with its measures, which follow every site that is opened or closed.
///
/// Only the areas whose nearest unit changes are touched. All sums are of integers, so the measures
/// after any number of changes are the same, to the last bit, as those of a fresh state.
public struct ConfigurationState: Sendable {
  /// What the configuration is measured with.
  public let evaluator: ConfigurationEvaluator
  /// The measures of the configuration.
  public private(set) var measures = ConfigurationMeasures()

  /// Whether each site is open.
  private(set) var isOpen: [Bool]
  private(set) var sums: ConfigurationSums
  private(set) var lone: LoneAreas
  /// Room for the sums before a trial.
  var saved: ConfigurationSums
  /// Room for the lone areas before a trial.
  var savedLone = LoneAreas()

  /// Measures a configuration from scratch.
  ///
  /// - Throws: ``EvaluationError`` when the configuration is for another number of sites or goes
  ///   against the role of one.
  public init(
    _ configuration: Configuration, in evaluator: ConfigurationEvaluator
  ) throws(EvaluationError) {
    try evaluator.check(configuration)
    self.init(checked: configuration, in: evaluator)
  }

  init(checked configuration: Configuration, in evaluator: ConfigurationEvaluator) {
    self.evaluator = evaluator
    isOpen = configuration.flags
    sums = ConfigurationSums(siteCount: isOpen.count)
    saved = sums
    lone = LoneAreas()
    measureAgain()
  }

  /// The configuration.
  public var configuration: Configuration { Configuration(isOpen) }

  /// Opens a site that is closed, or closes one that is open.
  ///
  /// - Throws: ``EvaluationError`` when there is no such site, or its role keeps it as it is.
  public mutating func flip(_ site: Int) throws(EvaluationError) {
    try checkOptional(site)
    change(site)
    settle()
  }

  /// Opens or closes several sites, one after the other, and measures at the end.
  ///
  /// - Throws: ``EvaluationError`` when there is no such site, or its role keeps it as it is; then
  ///   nothing changes.
  public mutating func flip(_ sites: [Int]) throws(EvaluationError) {
    for site in sites { try checkOptional(site) }
    for site in sites { change(site) }
    settle()
  }

  /// Moves to another configuration.
  ///
  /// - Throws: ``EvaluationError`` when the configuration is for another number of sites or goes
  ///   against the role of one; then nothing changes.
  public mutating func move(to configuration: Configuration) throws(EvaluationError) {
    try evaluator.check(configuration)
    moveUnchecked(to: configuration)
  }

  /// Flips sites that are known to be optional.
  mutating func flipUnchecked(_ first: Int, _ second: Int? = nil) {
    change(first)
    if let second { change(second) }
    settle()
  }

  /// Moves to a configuration that is known to keep the roles.
  ///
  /// A few differences are flipped; with more it is faster to start again.
  mutating func moveUnchecked(to configuration: Configuration) {
    let different = isOpen.indices.filter { isOpen[$0] != configuration[$0] }
    if different.count <= 4 {
      for site in different { change(site) }
      settle()
    } else {
      for site in different { isOpen[site].toggle() }
      measureAgain()
    }
  }

  /// Takes flips back by putting the saved sums back, and the saved lone areas if there are any;
  /// otherwise no lone area may have changed.
  mutating func undo(
    _ first: Int, _ second: Int?, measures before: ConfigurationMeasures, withLone: Bool
  ) {
    isOpen[first].toggle()
    if let second { isOpen[second].toggle() }
    swap(&sums, &saved)
    if withLone { swap(&lone, &savedLone) }
    measures = before
  }

  private func checkOptional(_ site: Int) throws(EvaluationError) {
    guard isOpen.indices.contains(site) else {
      throw .noSuchSite(position: site, sites: isOpen.count)
    }
    let role = evaluator.roles[site]
    guard role == .optional else { throw .againstRole(site: evaluator.sites[site], role: role) }
  }

  private mutating func measureAgain() {
    sums.measureAll(isOpen: isOpen, lone: &lone, in: evaluator)
    measures = sums.measures(isOpen: isOpen, in: evaluator)
  }

  private mutating func change(_ site: Int) {
    isOpen[site].toggle()
    if isOpen[site] {
      sums.open(site, isOpen: isOpen, lone: &lone, in: evaluator)
    } else {
      sums.close(site, isOpen: isOpen, lone: &lone, in: evaluator)
    }
  }

  private mutating func settle() {
    sums.settleLongest(isOpen: isOpen, lone: lone, in: evaluator)
    measures = sums.measures(isOpen: isOpen, in: evaluator)
  }
}
