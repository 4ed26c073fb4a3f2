// SPDX-License-Identifier: Apache-2.0

import OutputAnalysis
import PatientFlow
import Queueing

extension ExactAnswers {
  /// Each answer beside what replications say.
  func compared(with results: [FlowResult]) -> [ExactComparison] {
    all.compactMap { answer in
      let measure = FlowMeasure(model.network.units[answer.unit].id, answer.quantity)
      guard let simulated = measure.estimate(of: results, in: model) else { return nil }
      return ExactComparison(
        measure, exact: answer.value, simulated: simulated, method: answer.method)
    }
  }

  /// What so many beds would come to at each unit without a limit, from a bed for the mean on until
  /// hardly anybody finds none.
  func bedNeeds(_ results: [FlowResult]) -> [BedNeed] {
    guard model.kind == .steady else { return [] }
    return model.network.units.indices.flatMap { unit -> [BedNeed] in
      guard model.network.units[unit].isUnlimited else { return [] }
      let counts = results.compactMap {
        $0.units.indices.contains(unit) ? $0.units[unit].auditOccupied : nil
      }
      let isExact = all.contains { $0.unit == unit && $0.quantity == .auditOccupied }
      return Self.bedNeeds(
        model.network.units[unit].id, counts,
        exact: isExact ? try? InfiniteServerQueue(load: traffic.offeredBeds(unit)) : nil)
    }
  }

  /// Beds of one unit that are looked at, and the chance below which no more are.
  private static let mostRows = 40
  private static let leastDelay = 0.005

  private static func bedNeeds(
    _ unit: String, _ counts: [[Int]], exact: InfiniteServerQueue?
  ) -> [BedNeed] {
    let width = counts.map(\.count).max() ?? 0
    let total = counts.reduce(0.0) { $0 + Double($1.reduce(0, +)) }
    guard width > 1, total > 0 else { return [] }
    var people = 0.0
    for count in counts {
      for (number, times) in count.enumerated() { people += Double(number * times) }
    }
    let first = max(1, Int(people / total))
    var found: [BedNeed] = []
    for beds in first..<(first + mostRows) {
      guard let need = bedNeed(unit, beds, counts, exact) else { break }
      found.append(need)
      if need.delay.mean < leastDelay { break }
    }
    return found
  }

  private static func bedNeed(
    _ unit: String, _ beds: Int, _ counts: [[Int]], _ exact: InfiniteServerQueue?
  ) -> BedNeed? {
    let equal = counts.map { Double($0.indices.contains(beds) ? $0[beds] : 0) }
    let below = counts.map { Double($0.prefix(beds).reduce(0, +)) }
    let all = counts.map { Double($0.reduce(0, +)) }
    guard let full = Estimate.ratio(zip(all, below).map { $0 - $1 }, over: all),
      let delay = Estimate.ratio(equal, over: zip(equal, below).map { $0 + $1 })
    else { return nil }
    let exactFull = exact.map { $0.probability(above: beds - 1) }
    let exactDelay = exact.flatMap { try? $0.delay(beds: beds) }
    var agrees: Bool?
    if let exactFull, let exactDelay {
      agrees =
        ExactComparison.agree(full, exactFull) && ExactComparison.agree(delay, exactDelay)
    }
    return BedNeed(
      unit: unit, beds: beds, exactFull: exactFull, full: full, exactDelay: exactDelay,
      delay: delay, agrees: agrees)
  }
}
