// SPDX-License-Identifier: Apache-2.0

/// A table of people by age and set of conditions that has the margins of the registers.
///
/// Iterative proportional fitting (Deming and Stephan, 1940): each register in turn is made right,
/// and after it the ages, until all are right at once. Of all tables with these margins the result
/// is the nearest to the seed in relative entropy (Csiszár, 1975), so odds ratios between conditions
/// stay as the seed has them.
///
/// The seed's table is made of two kinds of people of each age, who have conditions independently of
/// each other, the frail at higher odds. Scaling keeps it so: only a factor for each condition
/// changes. The factors are fitted, and the table of all sets is written out once at the end.
public struct RegisterFit: Sendable {
  /// The largest difference that is left between a register and the table, in people.
  public let misfit: Double
  /// The place in the list of the condition with that difference; nil when there is no condition.
  public let worst: Int?
  /// How often all registers were gone through.
  public let rounds: Int
  /// Whether the difference is as small as was asked for.
  public var hasConverged: Bool { misfit <= RegisterFit.tolerance }

  /// The difference at which fitting ends, in people.
  public static let tolerance = 1e-6
  /// How often the registers are gone through at most.
  public static let mostRounds = 500
  /// A factor beyond which nearly everybody has the condition.
  private static let largestFactor = 1e9

  private let margins: RegisterMargins
  private let kinds: [Fitting.Kind]
  /// By age and then by condition: odds of those who are not frail, times the factor.
  private let weights: [[Double]]

  /// Fits the table.
  public init(_ margins: RegisterMargins, seed: RegisterSeed) {
    var fitting = Fitting(margins, seed)
    var rounds = 0
    var (misfit, worst) = fitting.worst()
    while misfit > RegisterFit.tolerance, rounds < RegisterFit.mostRounds {
      for condition in margins.registers.indices { fitting.scale(condition) }
      (misfit, worst) = fitting.worst()
      rounds += 1
    }
    self.misfit = misfit
    self.worst = worst
    self.rounds = rounds
    self.margins = margins
    kinds = fitting.kinds
    weights = fitting.weights
  }

  /// People of an age by set of conditions, in the order of the sets' bits.
  public func people(age: Int) -> [Double] {
    var table = [Double](repeating: 0, count: 1 << margins.registers.count)
    for kind in kinds {
      var products = [kind.constants[age]]
      products.reserveCapacity(table.count)
      // Each set is an earlier one with one more condition, its highest.
      for weight in weights[age] {
        for set in products.indices { products.append(products[set] * weight * kind.odds) }
      }
      for set in table.indices { table[set] += products[set] }
    }
    let scale = Double(margins.people[age]) / table.reduce(0, +)
    return table.map { $0 * scale }
  }

  /// The factors while they are fitted.
  struct Fitting {
    /// People with the same odds beside those who are not frail.
    struct Kind: Sendable {
      let odds: Double
      /// By age: their share of people over the sum of the seed's products, before any scaling.
      let constants: [Double]
    }

    let margins: RegisterMargins
    let kinds: [Kind]
    var weights: [[Double]]
    private var factors: [Double]

    init(_ margins: RegisterMargins, _ seed: RegisterSeed) {
      self.margins = margins
      let odds = margins.registers.indices.map { condition in
        margins.registers[condition] == 0
          ? margins.people.map { _ in 0 } : seed.odds(condition, of: margins)
      }
      let weights = margins.people.indices.map { age in odds.map { $0[age] } }
      self.weights = weights
      kinds = [
        (1 - RegisterSeed.frailShare, 1), (RegisterSeed.frailShare, seed.frailty),
      ].map { share, odds in
        Kind(
          odds: odds,
          constants: weights.map { $0.reduce(share) { $0 / (1 + $1 * odds) } })
      }
      factors = margins.registers.map { _ in 1 }
    }

    /// People whom the table gives a condition.
    func people(with condition: Int) -> Double {
      margins.people.indices.reduce(0) { sum, age in
        let (with, without) = sums(age, condition)
        return sum + Double(margins.people[age]) * with / (with + without)
      }
    }

    func worst() -> (Double, Int?) {
      var most = 0.0
      var worst: Int?
      for condition in margins.registers.indices {
        let gap = (people(with: condition) - Double(margins.registers[condition])).magnitude
        if worst == nil || gap > most { (most, worst) = (gap, condition) }
      }
      return (most, worst)
    }

    mutating func scale(_ condition: Int) {
      let target = Double(margins.registers[condition])
      let eligible = Double(margins.eligible(condition))
      let now = people(with: condition)
      guard target > 0, now > 0, eligible > now else { return }
      let ratio =
        target < eligible
        ? target / (eligible - target) * ((eligible - now) / now) : RegisterFit.largestFactor
      let factor = min(factors[condition] * ratio, RegisterFit.largestFactor)
      for age in weights.indices { weights[age][condition] *= factor / factors[condition] }
      factors[condition] = factor
    }

    /// The sums of the table at an age over sets with a condition and over sets without it.
    private func sums(_ age: Int, _ condition: Int) -> (with: Double, without: Double) {
      var sums = (with: 0.0, without: 0.0)
      for kind in kinds {
        var others = kind.constants[age]
        for (other, weight) in weights[age].enumerated() where other != condition {
          others *= 1 + weight * kind.odds
        }
        sums.with += others * weights[age][condition] * kind.odds
        sums.without += others
      }
      return sums
    }
  }
}
