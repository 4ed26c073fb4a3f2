// SPDX-License-Identifier: Apache-2.0

internal import Sampling

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the rows of a model need to be drawn.
struct RowDraws: Sendable {
  let rows: DrawRows
  let levels: ListTable
  let sets: Attribution.SetTables
  let effects: [RowStrategy.Effect]
  /// For each strategy that moves care and each cell, where it goes to, or -1.
  let destinations: [[Int32]]
  let cellCount: Int
  let daysBeyondStay: Int
  let key: StreamKey

  /// Classes that share a stream of chance.
  private static let block = 256

  /// Draws every row once.
  func draw(_ run: Int, _ factors: RunFactors) -> (kept: CellTally, avoided: CellTally) {
    var drawing = Drawing(self, factors)
    for first in stride(from: 0, to: levels.count, by: Self.block) {
      var stream = RandomStream(key, index: run, item: first / Self.block)
      for rowClass in first..<min(first + Self.block, levels.count) {
        drawing.draw(rowClass, &stream)
      }
    }
    return (drawing.kept, drawing.avoided)
  }

  /// One run under way.
  private struct Drawing {
    var kept: CellTally
    var avoided: CellTally
    private let owner: RowDraws
    private let factors: RunFactors
    /// For each set of avoidances, the product of those that always reach a row.
    private let certain: [Double]
    /// For each set, those that reach a row in a share of runs: these shares, and the values.
    private let uncertain: ListTable
    private let rates: [Double]
    private let values: [Double]

    init(_ owner: RowDraws, _ factors: RunFactors) {
      self.owner = owner
      self.factors = factors
      kept = CellTally(cells: owner.cellCount)
      avoided = kept
      var (certain, rates, values) = ([Double](), [Double](), [Double]())
      var uncertain = ListTable([])
      for set in 0..<owner.sets.avoidances.count {
        var product = 1.0
        var list: [Int32] = []
        for item in owner.sets.avoidances.range(set) {
          let entry = owner.sets.entries[Int(owner.sets.avoidances.items[item])]
          let value = factors.remaining[entry.strategy]
          if entry.rate >= 1 {
            product *= value
          } else {
            list.append(Int32(rates.count))
            rates.append(entry.rate)
            values.append(value)
          }
        }
        certain.append(product)
        uncertain.append(list)
      }
      (self.certain, self.rates, self.values) = (certain, rates, values)
      self.uncertain = uncertain
    }

    mutating func draw(_ rowClass: Int, _ stream: inout RandomStream) {
      var factor = 1.0
      for item in owner.levels.range(rowClass) {
        factor *= factors.levels[Int(owner.levels.items[item])]
      }
      guard factor > 0 else { return }
      let none = exp(-factor)
      // The shares of counts up to 0, 1, 2 and 3, with which nearly every draw ends.
      let one = none * factor
      let two = one * factor * 0.5
      let upToOne = none + one
      let upToTwo = upToOne + two
      let upToThree = upToTwo + two * factor * (1.0 / 3)
      for row in Int(owner.rows.starts[rowClass])..<Int(owner.rows.starts[rowClass + 1]) {
        let count = owner.rows.counts[row]
        guard count == 1, factor < 10 else {
          let drawn = Self.poisson(factor, none, Int(count), &stream)
          if drawn > 0 { settle(drawn, row, &stream) }
          continue
        }
        let share = stream.unit()
        if share <= none { continue }
        if share <= upToThree {
          settle(share <= upToOne ? 1 : share <= upToTwo ? 2 : 3, row, &stream)
        } else {
          let rest = share - upToThree
          settle(Self.beyondThree(factor, two * factor * (1.0 / 3), rest), row, &stream)
        }
      }
    }

    /// A count above 3, by going on from there.
    private static func beyondThree(
      _ mean: Double, _ chanceOfThree: Double, _ rest: Double
    ) -> Int {
      var (count, chance, share) = (3, chanceOfThree, rest)
      while share > 0, count < 200 {
        count += 1
        chance *= mean / Double(count)
        share -= chance
        if chance < 0x1p-60, Double(count) > mean { break }
      }
      return count
    }

    /// A count around a mean below 10, by inversion.
    @inline(__always)
    private static func small(
      _ mean: Double, _ none: Double, _ stream: inout RandomStream
    ) -> Int {
      var share = stream.unit()
      var chance = none
      var count = 0
      while share > chance, count < 200 {
        share -= chance
        count += 1
        chance *= mean / Double(count)
        if chance < 0x1p-60, Double(count) > mean { break }
      }
      return count
    }

    private static func poisson(
      _ factor: Double, _ none: Double, _ count: Int, _ stream: inout RandomStream
    ) -> Int {
      let mean = factor * Double(count)
      guard mean < 10 else { return stream.poisson(mean: mean) }
      // exp(-mean) as a power, since factors are shared and counts are small.
      var chance = none
      for _ in 1..<count { chance *= none }
      return small(mean, chance, &stream)
    }

    /// What becomes of the copies of a row.
    private mutating func settle(_ drawn: Int, _ row: Int, _ stream: inout RandomStream) {
      let cell = Int(owner.rows.cells[row])
      let days = Int(owner.rows.stays[row]) &+ owner.daysBeyondStay
      var left = drawn
      let set = Int(owner.rows.avoidances[row])
      if set != 0 {
        var probability = certain[set]
        for item in uncertain.range(set) where stream.unit() < rates[item] {
          probability *= values[item]
        }
        left = Self.binomial(drawn, probability, &stream)
        avoided.activity[cell] &+= drawn - left
        avoided.bedDays[cell] &+= (drawn - left) &* days
        if left == 0 { return }
      }
      if owner.rows.efficiencies[row] != 0 {
        apply(left, row, cell, days, &stream)
      } else {
        kept.activity[cell] &+= left
        kept.bedDays[cell] &+= left &* days
      }
    }

    @inline(__always)
    private static func binomial(
      _ trials: Int, _ probability: Double, _ stream: inout RandomStream
    ) -> Int {
      if probability >= 1 { return trials }
      if trials == 1 { return stream.unit() < probability ? 1 : 0 }
      return stream.binomial(trials: trials, probability: probability)
    }

    /// One strategy is picked for the row, and each of its copies meets it.
    private mutating func apply(
      _ count: Int, _ row: Int, _ cell: Int, _ days: Int, _ stream: inout RandomStream
    ) {
      let picks = owner.sets.efficiencies.range(Int(owner.rows.efficiencies[row]))
      let pick =
        picks.count == 1 ? 0 : min(Int(stream.unit() * Double(picks.count)), picks.count - 1)
      let strategy = Int(owner.sets.efficiencies.items[picks.lowerBound + pick])
      let remaining = factors.remaining[strategy]
      let stay = Int(owner.rows.stays[row])
      switch owner.effects[strategy] {
      case .avoidance: break
      case .lengthOfStay:
        kept.activity[cell] &+= count
        let nights = Self.binomial(count &* stay, remaining, &stream)
        kept.bedDays[cell] &+= nights &+ count &* owner.daysBeyondStay
      case .preOperativeDays(let before):
        kept.activity[cell] &+= count
        let shortened = count &- Self.binomial(count, remaining, &stream)
        kept.bedDays[cell] &+= count &* days &- shortened &* min(before, stay)
      case .dayCase, .outpatient, .sameDay, .remote:
        let staying = Self.binomial(count, remaining, &stream)
        kept.activity[cell] &+= staying
        kept.bedDays[cell] &+= staying &* days
        let destination = owner.destinations[strategy][cell]
        if destination >= 0 {
          kept.activity[Int(destination)] &+= count &- staying
          kept.bedDays[Int(destination)] &+= (count &- staying) &* owner.daysBeyondStay
        }
      }
    }
  }
}
