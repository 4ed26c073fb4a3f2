// SPDX-License-Identifier: Apache-2.0

/// A way in which cost answers to a driver.
struct Response: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case proportional
    case steps(size: Double, delay: Int)
  }

  let driver: Int
  let kind: Kind
}

/// A sum of responses, each with its weight, and what does not move.
struct Movement: Hashable, Sendable {
  var constant = 0.0
  /// Positions of responses and their weights, each position once, in the order of first use.
  var terms: [Term] = []

  struct Term: Hashable, Sendable {
    let response: Int
    var weight: Double
  }

  mutating func add(_ response: Int, weight: Double) {
    if let place = terms.firstIndex(where: { $0.response == response }) {
      terms[place].weight += weight
    } else {
      terms.append(Term(response: response, weight: weight))
    }
  }
}

extension Movement {
  /// This movement less another one; what both have alike falls away.
  func less(_ other: Movement) -> Movement {
    var difference = self
    difference.constant -= other.constant
    for term in other.terms { difference.add(term.response, weight: -term.weight) }
    difference.terms.removeAll { $0.weight.magnitude < 1e-12 }
    return difference
  }
}

/// The account that the amount of a line belongs to.
enum AccountKind: Hashable, Sendable {
  case funding, externalIncome, memberIncome, externalCost, memberCost

  init(_ flow: MoneyFlow) {
    switch flow {
    case .funding: self = .funding
    case .income(let member): self = member == nil ? .externalIncome : .memberIncome
    case .cost(let member): self = member == nil ? .externalCost : .memberCost
    }
  }
}

/// A line with its names resolved.
struct CompiledLine: Hashable, Sendable {
  let organisation: Int
  let kind: AccountKind
  let baseline: Double
  let prices: [Int]
  /// How the amount moves.
  let actual: Movement
  /// How it would move if every part followed its driver at once.
  let ifVariable: Movement
  /// The first less the second.
  let excess: Movement
  /// Amounts that start in a year, summed to each year; those that do not recur among them.
  let steps: [Double]
  let once: [Double]

  /// Whether cost can stay when activity goes, outside the system, where it is paid for.
  var canStrand: Bool { kind == .externalCost && !excess.terms.isEmpty }
}

/// What is the same in every run: names resolved, factors multiplied out.
struct CompiledInputs {
  let organisations: [String: Int]
  let priceNumbers: [String: Int]
  let lineNumbers: [String: Int]
  let baseYear: Int
  let yearCount: Int
  private(set) var lines: [CompiledLine] = []
  private(set) var responses: [Response] = []
  private(set) var needsBase: [Int?]
  let priceFactors: [[Double]]
  let drawnPrices: [[PriceComponent]?]
  let drawnSeriesCount: Int
  private let drivers: [String: Int]

  init(_ inputs: CostingInputs) {
    organisations = inputs.organisations.map(\.id).numbers()
    drivers = inputs.drivers.map(\.id).numbers()
    priceNumbers = inputs.prices.map(\.id).numbers()
    lineNumbers = inputs.lines.map(\.id).numbers()
    baseYear = inputs.baseYear
    yearCount = inputs.yearCount
    needsBase = Array(repeating: nil, count: inputs.drivers.count)
    drawnPrices = inputs.prices.map { $0.isDrawn ? $0.components : nil }
    let count = inputs.yearCount
    priceFactors = inputs.prices.map { price in
      price.isDrawn
        ? Array(repeating: 1, count: count) : price.components.factors(years: count, drawn: [])
    }
    drawnSeriesCount = inputs.prices.drawnSeriesCount
    for line in inputs.lines { lines.append(compile(line, inputs)) }
  }

  private mutating func compile(_ line: CostLine, _ inputs: CostingInputs) -> CompiledLine {
    var actual = Movement()
    var ifVariable = Movement()
    for part in line.partsWithRest {
      let driver = (part.driver ?? line.driver).flatMap { drivers[$0] }
      guard let driver else {
        actual.constant += part.share
        ifVariable.constant += part.share
        continue
      }
      if line.baseline > 0, part.share > 0, inputs.drivers[driver].reference == nil,
        needsBase[driver] == nil
      {
        needsBase[driver] = lines.count
      }
      let proportional = number(of: Response(driver: driver, kind: .proportional))
      ifVariable.add(proportional, weight: part.share)
      switch part.behaviour {
      case .variable: actual.add(proportional, weight: part.share)
      case .fixed: actual.constant += part.share
      case .semiFixed(let step, let delay):
        let steps = Response(driver: driver, kind: .steps(size: step, delay: delay))
        actual.add(number(of: steps), weight: part.share)
      }
    }
    let running = line.steps.running(from: baseYear, years: yearCount, recurrent: true)
    let once = line.steps.running(from: baseYear, years: yearCount, recurrent: false)
    return CompiledLine(
      organisation: organisations[line.organisation] ?? 0, kind: AccountKind(line.flow),
      baseline: line.baseline, prices: line.prices.compactMap { priceNumbers[$0] },
      actual: actual, ifVariable: ifVariable, excess: actual.less(ifVariable),
      steps: zip(running, once).map { $0 + $1 },
      once: once)
  }

  private mutating func number(of response: Response) -> Int {
    if let known = responses.firstIndex(of: response) { return known }
    responses.append(response)
    return responses.count - 1
  }
}

extension CostLine {
  /// The parts, and what no part names, which stays.
  var partsWithRest: [CostPart] {
    let rest = 1 - parts.reduce(0) { $0 + $1.share }
    guard rest > 1e-12 else { return parts }
    return parts + [CostPart(share: rest, behaviour: .fixed)]
  }
}

extension [CostStep] {
  /// The sum of the steps of one kind that count in each year from `base` on.
  func running(from base: Int, years: Int, recurrent: Bool) -> [Double] {
    (0..<years).map { year in
      reduce(0) { sum, step in
        guard step.recurrent == recurrent else { return sum }
        let age = base + year - step.year
        return age == 0 || (recurrent && age > 0) ? sum + step.amount : sum
      }
    }
  }
}

extension PriceSeries {
  /// Whether a draw gives any of it.
  var isDrawn: Bool {
    components.contains { if case .drawn = $0.growth { true } else { false } }
  }
}

extension [PriceSeries] {
  /// One more than the highest position of a drawn series.
  var drawnSeriesCount: Int {
    var count = 0
    for component in flatMap(\.components) {
      if case .drawn(let position) = component.growth { count = Swift.max(count, position + 1) }
    }
    return count
  }
}

extension [PriceComponent] {
  /// The cumulative factor of each year: the base year has 1.
  func factors(years: Int, drawn: [[Double]]) -> [Double] {
    var factor = 1.0
    return (0..<years).map { year in
      guard year > 0 else { return 1 }
      let rate = reduce(0.0) { sum, component in
        switch component.growth {
        case .rates(let rates): sum + component.weight * rates[year - 1]
        case .drawn(let position): sum + component.weight * drawn[position][year - 1]
        }
      }
      factor *= 1 + rate / 100
      return factor
    }
  }
}

extension [String] {
  /// The position of each id; the first of equal ones, which checks refuse anyway.
  func numbers() -> [String: Int] {
    Dictionary(zip(self, indices), uniquingKeysWith: { first, _ in first })
  }
}
