// SPDX-License-Identifier: Apache-2.0

/// Compares the two ends of every payment between members.
///
/// Both ends are sums of baselines times weights of responses, each at some price. They agree in
/// every run when, price by price and response by response, the sums agree; so the comparison
/// needs no run, and lines need not pair off one to one.
struct TransferComparison {
  private let inputs: CostingInputs
  private let compiled: CompiledInputs

  init(_ inputs: CostingInputs, _ compiled: CompiledInputs) {
    self.inputs = inputs
    self.compiled = compiled
  }

  private struct Pair: Hashable {
    let payer: String
    let receiver: String
  }

  private struct Ends {
    var cost: [Int] = []
    var income: [Int] = []
  }

  /// What can move alike: one price and one response, or nil for what does not move.
  private struct Strand: Hashable {
    let drawn: [Int]
    let factors: [Double]
    let response: Int?
  }

  /// Every payment whose ends disagree, in the order in which lines first name its pair.
  func mismatches() -> [TransferMismatch] {
    var order: [Pair] = []
    var ends: [Pair: Ends] = [:]
    for (number, line) in inputs.lines.enumerated() {
      guard let other = line.flow.counterparty else { continue }
      var pays = true
      if case .income = line.flow { pays = false }
      let pair =
        pays
        ? Pair(payer: line.organisation, receiver: other)
        : Pair(payer: other, receiver: line.organisation)
      if ends[pair] == nil { order.append(pair) }
      if pays {
        ends[pair, default: Ends()].cost.append(number)
      } else {
        ends[pair, default: Ends()].income.append(number)
      }
    }
    return order.compactMap { pair in ends[pair].flatMap { mismatch(pair, $0) } }
  }

  private func mismatch(_ pair: Pair, _ ends: Ends) -> TransferMismatch? {
    guard let reason = reason(ends) else { return nil }
    return TransferMismatch(
      payer: pair.payer, receiver: pair.receiver, costLines: ends.cost.map { inputs.lines[$0].id },
      incomeLines: ends.income.map { inputs.lines[$0].id }, reason: reason)
  }

  private func reason(_ ends: Ends) -> TransferMismatch.Reason? {
    let paid = baseline(ends.cost)
    let received = baseline(ends.income)
    let tolerance = 1e-9 * max(1, paid, received)
    let cost = strands(ends.cost)
    let income = strands(ends.income)
    let together = Set(cost.keys).union(income.keys).allSatisfy {
      ((cost[$0] ?? 0) - (income[$0] ?? 0)).magnitude <= tolerance
    }
    let stepsAgree = zip(steps(ends.cost), steps(ends.income)).allSatisfy {
      ($0 - $1).magnitude <= tolerance
    }
    if together && stepsAgree { return nil }
    if ends.income.isEmpty { return .noIncomeLine }
    if ends.cost.isEmpty { return .noCostLine }
    let differ = (paid - received).magnitude > tolerance
    return differ ? .baselinesDiffer(paid: paid, received: received) : .moveDifferently
  }

  private func baseline(_ numbers: [Int]) -> Double {
    numbers.reduce(0) { $0 + compiled.lines[$1].baseline }
  }

  private func steps(_ numbers: [Int]) -> [Double] {
    (0..<compiled.yearCount).map { year in
      numbers.reduce(0) { $0 + compiled.lines[$1].steps[year] }
    }
  }

  private func strands(_ numbers: [Int]) -> [Strand: Double] {
    var sums: [Strand: Double] = [:]
    for number in numbers {
      let line = compiled.lines[number]
      let drawn = line.prices.filter { compiled.drawnPrices[$0] != nil }.sorted()
      let fixed = line.prices.filter { compiled.drawnPrices[$0] == nil }.sorted()
      let factors = (0..<compiled.yearCount).map { year in
        fixed.reduce(1.0) { $0 * compiled.priceFactors[$1][year] }
      }
      func add(_ response: Int?, _ weight: Double) {
        let strand = Strand(drawn: drawn, factors: factors, response: response)
        sums[strand, default: 0] += line.baseline * weight
      }
      if line.actual.constant != 0 { add(nil, line.actual.constant) }
      for term in line.actual.terms { add(term.response, term.weight) }
    }
    return sums
  }
}
