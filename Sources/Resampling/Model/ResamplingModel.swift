// SPDX-License-Identifier: Apache-2.0

internal import Sampling

/// Demand at the level of rows: in every run each row of the base year is drawn as often as growth
/// makes it likely, thinned by what is avoided, and shortened or moved by what is done better.
///
/// A run is, in this order:
/// 1. draw the uncertain inputs and a variant of the population;
/// 2. for each row, a Poisson count around its count times all factors;
/// 3. for each avoidance that reaches the row, whether it does so in this run (by its share), and
///    then a binomial count with the product of their values;
/// 4. for rows with other strategies one of them, picked evenly: nights that remain are binomial, and
///    so are the copies that move elsewhere.
///
/// These are the steps of the demand model of the New Hospital Programme (The Strategy Unit,
/// nhp_model, MIT licence), for any site, year and horizon. Rows that all factors treat alike share
/// one product, and each run depends on the seed and its number alone, so that runs can be split
/// over threads and machines in any way. Time is linear in rows and runs.
/// ```swift
/// let model = try ResamplingModel(inputs)
/// let runs = (1...256).map { model.run($0) }
/// ```
public struct ResamplingModel: Sendable {
  /// The lines of results: measure, point of delivery and site.
  public var lines: [ResultLine] { frame.lines }
  /// The parts of lines by sex and age.
  public var people: [ResultPart<SexAndAge>] { frame.people }
  /// The parts of lines by specialty.
  public var specialties: [ResultPart<String>] { frame.specialties }
  /// The causes of change, in the order of every account.
  public let causes: [Cause]
  /// The names of the variants of the population.
  public let variants: [String]
  /// The names of the uncertain inputs, in the order of `ResamplingRun.values`.
  public let inputs: [String]
  /// The number of rows.
  public let rowCount: Int
  /// The number of different products of factors.
  public let classCount: Int
  /// What is odd and yet no mistake: factors and strategies that reach no row.
  public let remarks: [String]

  private let frame: ResultFrame
  private let families: [FactorFamily]
  private let strategies: [RowStrategy]
  private let draws: RowDraws
  private let attribution: Attribution
  private let sampler: InputSampler
  private let choice: DiscreteChoice?

  /// Makes a model.
  /// - Throws: `ResamplingError` with everything that is wrong.
  /// - Complexity: O(rows) but for the sorting of rows that share their factors.
  public init(_ inputs: ResamplingInputs) throws(ResamplingError) {
    let checks = InputChecks(inputs)
    guard checks.problems.isEmpty else { throw ResamplingError(checks.problems) }
    sampler = try Self.sampling("inputs") { () throws(SamplingError) in
      try InputSampler(
        inputs: inputs.inputs, correlations: inputs.correlations, seed: inputs.seed)
    }
    choice =
      inputs.variants.isEmpty
      ? nil
      : try Self.sampling("population") { () throws(SamplingError) in
        try DiscreteChoice(
          id: "population", probabilities: inputs.variants.map(\.probability), seed: inputs.seed)
      }
    let builder = FamilyBuilder(inputs)
    let classes = RowClasses(builder, inputs.tables)
    let sets = StrategySets(inputs)
    var rowBuilder = DrawRowsBuilder(inputs, classes, sets)
    let destinations = rowBuilder.destinations(inputs.strategies, sets)
    let frame = ResultFrame(
      rowBuilder.rows, rowBuilder.cells, daysBeyondStay: inputs.daysBeyondStay)
    let tables = Attribution.SetTables(
      entries: sets.entries, avoidances: sets.avoidances, efficiencies: sets.efficiencies)
    self.frame = frame
    families = builder.families
    strategies = inputs.strategies
    draws = RowDraws(
      rows: rowBuilder.rows, levels: classes.levels, sets: tables,
      effects: inputs.strategies.map(\.effect), destinations: destinations,
      cellCount: rowBuilder.cells.count, daysBeyondStay: inputs.daysBeyondStay,
      key: StreamKey(seed: inputs.seed, purpose: "rows of activity"))
    attribution = Attribution(
      groups: AttributionGroups(rowBuilder.rows, frame, classes.levels, sets, inputs.strategies),
      classes: (classes.levels, classes.familyOfLevel), familyCount: builder.families.count,
      sets: tables, strategies: inputs.strategies, frame: frame,
      destinations: Self.placeDestinations(destinations, frame),
      daysBeyondStay: inputs.daysBeyondStay)
    causes =
      builder.families.map { Cause(id: $0.id, activity: nil, kind: .factor) }
      + inputs.strategies.map {
        Cause(
          id: $0.id, activity: $0.kind, kind: $0.isAvoidance ? .avoidance : .efficiency)
      }
    variants = inputs.variants.map(\.id)
    self.inputs = inputs.inputs.map(\.id)
    rowCount = inputs.rowCount
    classCount = classes.count
    remarks = Self.remarks(inputs, builder, sets)
  }

  /// One run: run 0 has every input at its central value, and runs 1 and up are drawn.
  /// - Complexity: O(rows).
  public func run(_ run: Int) -> ResamplingRun {
    self.run(run, values: sampler.draw(run: run), variant: choice?.choice(run: run) ?? 0)
  }

  /// One run with given inputs; the luck of the rows is that of the number of the run.
  /// - Precondition: a value for each uncertain input, and the place of a variant, if there are any.
  public func run(_ run: Int, values: [Double], variant: Int) -> ResamplingRun {
    let factors = factors(values, variant)
    let drawn = draws.draw(run, factors)
    let sums = frame.sums(drawn.kept)
    let shares = attribution.shares(factors: factors.levels, remaining: factors.remaining)
    let chance = lines.indices.map { line in
      // All of these are multiples of a power of two, so that nothing is rounded.
      var rest = Double(sums.lines[line]) - Double(lines[line].baseline)
      for cause in causes.indices { rest -= shares[line * causes.count + cause] }
      return rest
    }
    return ResamplingRun(
      run: run, variant: variant, values: values, totals: sums.lines, people: sums.people,
      specialties: sums.specialties, avoided: frame.sums(drawn.avoided).lines,
      contributions: shares, chance: chance)
  }

  /// What is to be expected of each line with given inputs: exact, without drawing.
  public func expected(values: [Double], variant: Int) -> [Double] {
    let factors = factors(values, variant)
    let shares = attribution.shares(factors: factors.levels, remaining: factors.remaining)
    return lines.indices.map { line in
      causes.indices.reduce(Double(lines[line].baseline)) {
        $0 + shares[line * causes.count + $1]
      }
    }
  }

  /// The uncertain inputs of a run and its variant.
  public func draw(_ run: Int) -> (values: [Double], variant: Int) {
    (sampler.draw(run: run), choice?.choice(run: run) ?? 0)
  }

  private func factors(_ values: [Double], _ variant: Int) -> RunFactors {
    precondition(values.count == inputs.count, "a run needs a value for each uncertain input")
    precondition(
      variants.isEmpty || variants.indices.contains(variant), "a run needs a variant that is there")
    return RunFactors(families, strategies, values, variant: variant)
  }

  /// The places to which strategies move what is at other places.
  private static func placeDestinations(
    _ cells: [[Int32]], _ frame: ResultFrame
  ) -> [[Int32]] {
    cells.map { column in
      guard !column.isEmpty else { return [] }
      var places = [Int32](repeating: -1, count: frame.lineOfPlace.count)
      for (cell, destination) in column.enumerated() where destination >= 0 {
        places[Int(frame.placeOfCell[cell])] = frame.placeOfCell[Int(destination)]
      }
      return places
    }
  }

  private static func sampling<Value>(
    _ place: String, _ make: () throws(SamplingError) -> Value
  ) throws(ResamplingError) -> Value {
    do {
      return try make()
    } catch {
      throw ResamplingError([
        ResamplingProblem(
          place: place, found: "inputs that cannot be drawn", expected: "inputs that can",
          advice: error.description)
      ])
    }
  }

  private static func remarks(
    _ inputs: ResamplingInputs, _ builder: FamilyBuilder, _ sets: StrategySets
  ) -> [String] {
    var reached = Set(sets.entries.map(\.strategy))
    reached.formUnion(sets.efficiencies.items.map { Int($0) })
    return inputs.strategies.indices.filter { !reached.contains($0) }.map {
      "The strategy \(inputs.strategies[$0].id) reaches no row of \(inputs.strategies[$0].kind.rawValue)."
    }
  }
}
