// SPDX-License-Identifier: Apache-2.0

/// Branch and bound over what is done and when: depth first, the most valuable choice first.
struct ResourceSearch {
  let model: ResourceModel
  let nodeLimit: Int
  /// With musts alone, the first choice that holds them all is enough.
  var stopsAtFirst = false

  private(set) var nodes = 0
  private(set) var best: (starts: [Int?], value: Double)?
  /// The highest bound of what was left unseen.
  private(set) var unseen = -Double.infinity
  private(set) var rootBound = Double.infinity
  private(set) var rootPrices: ResourcePrices

  init(_ model: ResourceModel, nodeLimit: Int) {
    self.model = model
    self.nodeLimit = nodeLimit
    rootPrices = ResourcePrices(count: model.capacity.count)
  }

  private static let tolerance = 1e-6

  /// Starts from a choice that is known to be possible.
  mutating func know(_ starts: [Int?]) {
    let value = starts.indices.reduce(0) { starts[$1] == nil ? $0 : $0 + model.value($1) }
    offer(starts, value)
  }

  /// Searches; afterwards `best` is the best choice that was found.
  mutating func run() {
    var root = ResourceNode(model)
    guard ResourcePropagation.settle(&root, model) else { return }
    var prices = rootPrices
    let bound = tighten(root, &prices, steps: 300, isRoot: true)
    rootBound = root.value + bound.bound
    rootPrices = prices
    explore(root, prices, steps: 0)
  }

  /// What a choice must be worth to matter.
  private var threshold: Double {
    guard let best else { return -Self.tolerance }
    if let grid = model.grid { return best.value + grid - Self.tolerance }
    return best.value + Self.tolerance * max(1, best.value)
  }

  private mutating func offer(_ starts: [Int?], _ value: Double) {
    if best == nil || value > (best?.value ?? 0) { best = (starts, value) }
  }

  private mutating func explore(_ given: ResourceNode, _ given2: ResourcePrices, steps: Int) {
    if stopsAtFirst, best != nil { return }
    var node = given
    var prices = given2
    guard ResourcePropagation.settle(&node, model) else { return }
    if node.open.isEmpty { return offer(node.starts, node.value) }
    let relaxed = tighten(node, &prices, steps: steps, isRoot: false)
    let bound = node.value + relaxed.bound
    if bound < threshold { return }
    nodes += 1
    if nodes > nodeLimit {
      unseen = max(unseen, bound)
      return
    }
    guard let request = choose(node, prices) else { return }
    for start in ordered(node.options[request], request, prices) {
      let loss = loss(of: request, at: start, node, prices)
      if bound - loss < threshold { continue }
      var next = node
      ResourcePropagation.start(request, at: start, &next, model)
      explore(next, prices, steps: 6)
    }
    if model.isMust(request) || bound - max(0, loss(of: request, at: nil, node, prices)) < threshold
    {
      return
    }
    var next = node
    ResourcePropagation.skip(request, &next)
    explore(next, prices, steps: 6)
  }

  /// How much the bound falls when a request starts then, or waits.
  private func loss(
    of request: Int, at start: Int?, _ node: ResourceNode, _ prices: ResourcePrices
  ) -> Double {
    let best = ResourceRelaxation.best(request, prices, model, node.options[request])?.profit ?? 0
    // In an exclusive group another may take its place, so that its own loss proves nothing.
    if !model.rivals[request].isEmpty { return 0 }
    let base = model.isMust(request) ? best : max(0, best)
    guard let start else { return base }
    return base - prices.profit(request, at: start, model)
  }

  /// The open request, not waiting for another open one, that it would cost most to leave out.
  private func choose(_ node: ResourceNode, _ prices: ResourcePrices) -> Int? {
    let isOpen = Set(node.open)
    var chosen: (request: Int, score: Double)?
    for request in node.open
    where !model.prerequisites[request].contains(where: isOpen.contains) {
      let best = ResourceRelaxation.best(request, prices, model, node.options[request])
      let urgency = model.isMust(request) ? 1e12 : 0
      let score = urgency + (best?.profit ?? 0) - Double(node.options[request].count) * 1e-6
      if score > chosen?.score ?? -.infinity { chosen = (request, score) }
    }
    return chosen?.request
  }

  private func ordered(_ starts: [Int], _ request: Int, _ prices: ResourcePrices) -> [Int] {
    starts.map { ($0, prices.profit(request, at: $0, model)) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
      .map(\.0)
  }
}

// MARK: - Bounds

extension ResourceSearch {
  /// Looks for prices that make the bound of a node small; they are kept in `prices`.
  private mutating func tighten(
    _ node: ResourceNode, _ prices: inout ResourcePrices, steps: Int, isRoot: Bool
  ) -> ResourceRelaxation {
    var relaxed = ResourceRelaxation(prices, model, node)
    var lowest = relaxed
    var found = prices
    var scale = 1.0
    var stale = 0
    for step in 0..<steps {
      if node.value + lowest.bound < threshold { break }
      if isRoot, step % 25 == 0 { repair(node, relaxed, prices) }
      guard move(&prices, node, relaxed, scale) else { break }
      relaxed = ResourceRelaxation(prices, model, node)
      if relaxed.bound < lowest.bound - 1e-9 {
        (lowest, found, stale) = (relaxed, prices, 0)
      } else {
        stale += 1
        if stale >= 12 { (scale, stale, prices) = (scale / 2, 0, found) }
      }
    }
    if isRoot { repair(node, lowest, found) }
    prices = found
    return lowest
  }

  /// One subgradient step with the length of Polyak (1969); false when nothing is left to gain.
  private func move(
    _ prices: inout ResourcePrices, _ node: ResourceNode, _ relaxed: ResourceRelaxation,
    _ scale: Double
  ) -> Bool {
    var excess = node.free.map { -$0 }
    for pick in relaxed.picks {
      model.take(pick.request, at: pick.start, from: &excess, times: -1)
    }
    var length = 0.0
    for place in excess.indices where excess[place] > 0 || prices.prices[place] > 0 {
      length += excess[place] * excess[place]
    }
    let goal = max(0, (best?.value ?? 0) - node.value)
    let distance = max(relaxed.bound - goal, 1e-3 * max(1, abs(relaxed.bound)))
    guard length > 1e-12 else { return false }
    let step = scale * distance / length
    for place in excess.indices where excess[place] > 0 || prices.prices[place] > 0 {
      prices.prices[place] = max(0, prices.prices[place] + step * excess[place])
    }
    return true
  }

  /// Makes a possible choice of what the relaxation picks, the most profitable first.
  private mutating func repair(
    _ given: ResourceNode, _ relaxed: ResourceRelaxation, _ prices: ResourcePrices
  ) {
    var node = given
    while true {
      guard ResourcePropagation.settle(&node, model) else { return }
      guard let request = choose(node, prices) else { break }
      let starts = ordered(node.options[request], request, prices)
      let picked = relaxed.picks.first { $0.request == request }?.start
      let start = picked.flatMap { starts.contains($0) ? $0 : nil } ?? starts.first
      if let start {
        ResourcePropagation.start(request, at: start, &node, model)
      } else {
        ResourcePropagation.skip(request, &node)
      }
    }
    if node.open.isEmpty { offer(node.starts, node.value) }
  }
}
