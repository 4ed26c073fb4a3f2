// SPDX-License-Identifier: Apache-2.0

/// Reads the files of a trust into the inputs of a model.
///
/// `spells.csv`, `outpatients.csv` and `emergency.csv` hold the rows, at least one of them;
/// `strategies.csv` says which strategies reach which rows; `population.csv` and `births.csv` hold
/// projections; `life_expectancy.csv` and `activity_by_age.csv` serve the adjustment for health.
public struct TrustReader {
  private let parameters: ResamplingParameters
  private let bytes: (String) throws -> [UInt8]?
  private var problems: [ResamplingProblem] = []

  /// Reads everything.
  /// - Parameters:
  ///   - parameters: what the file of parameters says.
  ///   - bytes: gives the bytes of a file by its name, or nil where there is none. Each is asked for
  ///     once, and let go before the next.
  /// - Returns: the inputs of a model.
  /// - Throws: `ResamplingError` with everything that is wrong, and whatever `bytes` throws.
  public static func inputs(
    _ parameters: ResamplingParameters, bytes: (String) throws -> [UInt8]?
  ) throws -> ResamplingInputs {
    try withoutActuallyEscaping(bytes) { bytes in
      var reader = TrustReader(parameters: parameters, bytes: bytes)
      let inputs = try reader.read()
      guard reader.problems.isEmpty else { throw ResamplingError(reader.problems) }
      return inputs
    }
  }

  private init(
    parameters: ResamplingParameters, bytes: @escaping (String) throws -> [UInt8]?
  ) {
    self.parameters = parameters
    self.bytes = bytes
  }

  private mutating func read() throws -> ResamplingInputs {
    let assigned = try bytes("strategies.csv")
    var tables: [ActivityRows] = []
    var rowsOfIds: [ActivityKind: [UInt64: Int32]] = [:]
    for kind in ActivityKind.allCases {
      let file = kind.rawValue + ".csv"
      guard let content = try bytes(file) else { continue }
      // Ids are needed only where a strategy waits for a list of rows.
      let withIds =
        assigned != nil
        && parameters.strategies.contains { $0.kind == kind && $0.scope == nil }
      let reader = ActivityReader(
        content, kind, file: file, keeping: parameters.columns, withIds: withIds)
      problems += reader.problems
      tables.append(reader.rows)
      if withIds { rowsOfIds[kind] = reader.rowOfId }
    }
    if tables.isEmpty {
      problems.append(
        ResamplingProblem(
          place: "spells.csv", found: "no such file, and no outpatients.csv or emergency.csv",
          expected: "the rows of at least one kind of activity", advice: "Check the folder."))
    }
    var assignments: [StrategyAssignment] = []
    // Ids of a file with mistakes are incomplete: its own mistakes come first.
    if let assigned, problems.isEmpty {
      let reader = AssignmentReader(
        assigned, file: "strategies.csv", strategies: parameters.strategies,
        rowsOfIds: rowsOfIds)
      problems += reader.problems
      assignments = reader.assignments
    }
    return ResamplingInputs(
      tables: tables, baseYear: parameters.baseYear, lastYear: parameters.lastYear,
      variants: try variants(), growsWithColumn: parameters.growsWithColumn,
      healthStatus: try health(), factors: parameters.factors, strategies: parameters.strategies,
      assignments: assignments, inputs: parameters.inputs, correlations: parameters.correlations,
      seed: parameters.seed, daysBeyondStay: parameters.daysBeyondStay)
  }

  private mutating func required(_ file: String, _ why: String) throws -> [UInt8]? {
    if let content = try bytes(file) { return content }
    problems.append(
      ResamplingProblem(
        place: file, found: "no such file", expected: "a file, since the parameters name \(why)",
        advice: "Add the file, or take \(why) out of the parameters."))
    return nil
  }

  private mutating func variants() throws -> [PopulationVariant] {
    guard !parameters.variants.isEmpty, let content = try required("population.csv", "population")
    else { return [] }
    let years = (parameters.baseYear, parameters.lastYear)
    let people = PopulationReader(
      content, file: "population.csv", measure: "people", years: years)
    problems += people.problems
    let births = try bytes("births.csv").map {
      PopulationReader($0, file: "births.csv", measure: "births", years: years)
    }
    problems += births?.problems ?? []
    guard problems.isEmpty else { return [] }
    return parameters.variants.compactMap { id, probability in
      guard let growth = people.growth[id], births == nil || births?.growth[id] != nil else {
        problems.append(
          ResamplingProblem(
            place: people.growth[id] == nil ? "population.csv" : "births.csv", column: "variant",
            found: "no variant “\(id)”",
            expected: "every variant of the parameters",
            advice: "Add its rows, or take it out of the parameters."))
        return nil
      }
      return PopulationVariant(
        id: id, probability: probability, growth: growth, births: births?.growth[id])
    }
  }

  private mutating func health() throws -> HealthStatus? {
    guard let health = parameters.health,
      let expectancy = try required("life_expectancy.csv", "health_status"),
      let activity = try required("activity_by_age.csv", "health_status")
    else { return nil }
    var reader = HealthReader()
    reader.readExpectancy(
      expectancy, file: "life_expectancy.csv", years: (parameters.baseYear, parameters.lastYear))
    reader.readCurves(activity, file: "activity_by_age.csv")
    problems += reader.problems
    return HealthStatus(
      column: health.column, curves: reader.curves, addedYears: reader.addedYears,
      healthyShare: health.shares)
  }
}
