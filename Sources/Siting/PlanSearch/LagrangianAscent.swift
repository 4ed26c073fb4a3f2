// SPDX-License-Identifier: Apache-2.0

/// Raises a lower bound on the cost of every plan by adjusting what each client would pay.
///
/// "Each client is served once" is replaced by a multiplier per client. What is left separates by
/// site: a site's reduced cost is what it saves the clients whose multiplier exceeds their cost
/// there, and the best plan takes the sites of least reduced cost (Cornuejols, Fisher and
/// Nemhauser, "Location of bank accounts to optimize float", 1977). Multipliers follow a direction
/// that averages past subgradients, started from the best point so far, with steps aimed at the
/// cost to beat (after Barahona and Anbil, "The volume algorithm", 2000); a client's steps are
/// scaled by its weight. Each bound also decides sites: one whose forced opening or closing lifts
/// the bound over the cost to beat.
struct LagrangianAscent {
  let lists: CostLists
  /// The sites undecided at the start, of which exactly `choose` are to be open.
  let free: [Int]
  let choose: Int
  /// The best bound so far.
  private(set) var bound = -Double.infinity
  /// The multipliers that gave it.
  private(set) var multipliers: [Double]
  /// How often each site was chosen lately: an estimate of the fractional optimum.
  private(set) var usage: [Double]
  /// Every site as it was at the start or has been decided since.
  private(set) var states: [SiteState]
  /// The number of sites decided since the start.
  private(set) var decided = 0
  /// The number of steps taken.
  private(set) var iterations = 0
  /// The sites of least reduced cost at the latest multipliers.
  private(set) var chosen: [Bool]
  /// Whether further steps would hardly raise the bound.
  private(set) var isStalled = false

  private var trial: [Double]
  private var direction: [Double]
  private var reducedCosts: [Double]
  private var order: [Int]
  private var pace = 0.1
  /// The least part of the direction that a step replaces.
  private let slowest: Double
  private var boundBefore = -Double.infinity
  /// The number of steps over which progress is judged.
  private static let window = 40
  private var stale = 0

  init(_ reduced: ReducedLists, states: [SiteState], choose: Int) {
    lists = reduced.lists
    free = states.indices.filter { states[$0] == .free }
    self.choose = choose
    slowest = lists.hasDistances ? 0.05 : 0.02
    multipliers = reduced.multipliers
    self.states = states
    trial = multipliers
    direction = Array(repeating: 0, count: lists.count)
    reducedCosts = Array(repeating: 0, count: states.count)
    usage = Array(repeating: 0, count: states.count)
    chosen = Array(repeating: false, count: states.count)
    order = free
  }

  /// Evaluates the next multipliers and decides the sites that they decide.
  /// - Parameters:
  ///   - cutoff: the cost to beat.
  ///   - aim: the bound for which the step is sized: the cutoff or above it.
  mutating func step(cutoff: Double, aim: Double) {
    if iterations > 0 {
      // Turns quickly at first and slowly later, when the direction is a long average.
      let share = iterations == 1 ? 1 : max(slowest, 0.3 * (1 - Double(iterations) / 100))
      let length = lists.turn(&direction, by: share, at: trial, chosen: chosen)
      guard length > 0 else {
        isStalled = true
        return
      }
      let size = pace * max(aim - value, 1e-12 * aim.magnitude) / length
      lists.move(&trial, from: multipliers, along: direction, step: size)
    }
    iterations += 1
    value = evaluate()
    judge(aim: aim)
    for site in free { usage[site] = usage[site] * 0.95 + (chosen[site] ? 0.05 : 0) }
    decide(cutoff: cutoff)
  }

  private var value = -Double.infinity

  /// The bound at the trial multipliers; sets the chosen sites.
  private mutating func evaluate() -> Double {
    for site in free { reducedCosts[site] = 0 }
    var total = lists.price(trial, into: &reducedCosts)
    let keys = reducedCosts
    order.sort { (keys[$0], $0) < (keys[$1], $1) }
    for site in free { chosen[site] = false }
    for rank in 0..<choose {
      chosen[order[rank]] = true
      total += keys[order[rank]]
    }
    return total
  }

  /// Keeps a better bound; shortens the steps when bounds stop improving.
  private mutating func judge(aim: Double) {
    if value > bound {
      stale = 0
      bound = value
      multipliers = trial
      pace = min(pace * 1.1, 1.9)
    } else {
      stale += 1
      if stale % 8 == 7 { pace *= 0.66 }
    }
    guard iterations % Self.window == 0 else { return }
    isStalled = bound - boundBefore < 0.02 * (aim - bound)
    boundBefore = bound
  }

  private mutating func decide(cutoff: Double) {
    guard choose > 0, choose < free.count else { return }
    let lastChosen = reducedCosts[order[choose - 1]]
    let firstLeft = reducedCosts[order[choose]]
    for rank in order.indices where states[order[rank]] == .free {
      let site = order[rank]
      if rank < choose {
        guard value + firstLeft - reducedCosts[site] >= cutoff else { continue }
        states[site] = .open
      } else {
        guard value + reducedCosts[site] - lastChosen >= cutoff else { continue }
        states[site] = .closed
      }
      decided += 1
    }
  }
}
