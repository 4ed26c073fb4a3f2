// SPDX-License-Identifier: Apache-2.0

/// Prices of person-days by month and role, from which an upper bound of the value follows.
///
/// Lagrangian relaxation of the capacities (Fisher, "The Lagrangian relaxation method for solving
/// integer programming problems", Management Science 27, 1981): whoever pays for the days they use
/// chooses alone, and what is earned, with the price of all days there are, is never less than the
/// best choice within the capacities. Subgradient steps look for prices that make it small.
struct ResourcePrices {
  var prices: [Double]

  init(count: Int) { prices = Array(repeating: 0, count: count) }

  /// What a request brings after paying for its days, when it starts in a month.
  func profit(_ request: Int, at start: Int, _ model: ResourceModel) -> Double {
    var profit = model.value(request)
    for load in model.loads[request] {
      profit -= prices[(start + load.month) * model.roles + load.role] * load.days
    }
    return profit
  }

  /// The price of everything that is free.
  func worth(of free: [Double]) -> Double {
    var sum = 0.0
    for place in free.indices where prices[place] > 0 { sum += prices[place] * free[place] }
    return sum
  }
}

/// The choice that each open request makes at given prices, alone.
struct ResourceRelaxation {
  /// The upper bound of what open requests can add.
  var bound = 0.0
  /// What each open request picks, when it picks something.
  var picks: [(request: Int, start: Int)] = []

  /// Every open request picks its best start or none; one of each exclusive group picks.
  ///
  /// A must picks its best start even at a loss.
  init(_ prices: ResourcePrices, _ model: ResourceModel, _ node: ResourceNode) {
    bound = prices.worth(of: node.free)
    var groups: [String: (profit: Double, request: Int, start: Int)] = [:]
    for request in node.open {
      guard let best = Self.best(request, prices, model, node.options[request]) else { continue }
      if model.isMust(request) || best.profit > 0 {
        if let group = model.problem.requests[request].exclusiveGroup, !model.isMust(request) {
          if best.profit > groups[group]?.profit ?? 0 {
            groups[group] = (best.profit, request, best.start)
          }
        } else {
          bound += best.profit
          picks.append((request, best.start))
        }
      }
    }
    for group in groups.keys.sorted() {
      guard let best = groups[group] else { continue }
      bound += best.profit
      picks.append((best.request, best.start))
    }
  }

  static func best(
    _ request: Int, _ prices: ResourcePrices, _ model: ResourceModel, _ starts: [Int]
  ) -> (profit: Double, start: Int)? {
    var best: (profit: Double, start: Int)?
    for start in starts {
      let profit = prices.profit(request, at: start, model)
      if profit > best?.profit ?? -.infinity { best = (profit, start) }
    }
    return best
  }
}

/// A partial choice: some requests start in a month, some wait, and the others are open.
struct ResourceNode {
  /// What is free, by month × roles + role.
  var free: [Double]
  /// The requests about which nothing is decided.
  var open: [Int]
  /// The months in which each open request can still start.
  var options: [[Int]]
  /// The start of each that is done.
  var starts: [Int?]
  /// The values of what is done, added up.
  var value = 0.0

  init(_ model: ResourceModel) {
    free = model.capacity
    open = Array(0..<model.count)
    options = model.starts.map { $0.map(Array.init) ?? [] }
    starts = Array(repeating: nil, count: model.count)
  }
}
