// SPDX-License-Identifier: Apache-2.0

/// What follows from a partial choice.
enum ResourcePropagation {
  /// Starts a request in a month.
  static func start(
    _ request: Int, at start: Int, _ node: inout ResourceNode, _ model: ResourceModel
  ) {
    model.take(request, at: start, from: &node.free)
    node.starts[request] = start
    node.value += model.value(request)
    node.options[request] = []
    node.open.removeAll { $0 == request }
    for rival in model.rivals[request] where node.starts[rival] == nil {
      node.options[rival] = []
    }
  }

  /// Lets a request wait.
  static func skip(_ request: Int, _ node: inout ResourceNode) {
    node.options[request] = []
    node.open.removeAll { $0 == request }
  }

  /// Takes out starts that are no longer possible and makes choices that cannot hurt, until nothing
  /// changes; false when a must has no start left.
  static func settle(_ node: inout ResourceNode, _ model: ResourceModel) -> Bool {
    repeat {
      guard filter(&node, model) else { return false }
    } while startSafely(&node, model)
    return true
  }

  private static func filter(_ node: inout ResourceNode, _ model: ResourceModel) -> Bool {
    var isChanged = true
    while isChanged {
      isChanged = false
      let isOpen = Set(node.open)
      for request in node.open {
        let first = earliest(request, node, model, isOpen)
        let kept = node.options[request].filter { start in
          guard let first, start >= first else { return false }
          return model.fits(request, at: start, in: node.free)
        }
        if kept.count < node.options[request].count { isChanged = true }
        node.options[request] = kept
        if kept.isEmpty, model.isMust(request) { return false }
      }
      let closed = node.open.filter { node.options[$0].isEmpty }
      if !closed.isEmpty {
        isChanged = true
        node.open.removeAll { node.options[$0].isEmpty }
      }
    }
    return true
  }

  /// The first month after everything that a request waits for; nil when one of these waits.
  private static func earliest(
    _ request: Int, _ node: ResourceNode, _ model: ResourceModel, _ isOpen: Set<Int>
  ) -> Int? {
    var first = 0
    for needed in model.prerequisites[request] {
      if let start = node.starts[needed] {
        first = max(first, start + model.length(needed))
      } else if isOpen.contains(needed), let start = node.options[needed].first {
        first = max(first, start + model.length(needed))
      } else {
        return nil
      }
    }
    return first
  }

  /// Starts a request at its first possible month when all that is open would still fit beside it.
  ///
  /// Wherever the others start, there is room for them, so that no better choice is lost. True when
  /// there was such a request.
  private static func startSafely(_ node: inout ResourceNode, _ model: ResourceModel) -> Bool {
    let needed = node.open.map { greatestNeed($0, node, model) }
    var total = Array(repeating: 0.0, count: node.free.count)
    for need in needed { for (place, days) in need { total[place] += days } }
    let isOpen = Set(node.open)
    for (place, request) in node.open.enumerated() {
      guard model.rivals[request].allSatisfy({ !isOpen.contains($0) }),
        !model.prerequisites[request].contains(where: isOpen.contains),
        let start = node.options[request].first
      else { continue }
      let own = needed[place]
      let isSafe = model.loads[request].allSatisfy { load in
        let cell = (start + load.month) * model.roles + load.role
        let others = total[cell] - (own[cell] ?? 0)
        return load.days + others <= node.free[cell] + ResourceModel.slack
      }
      if isSafe {
        Self.start(request, at: start, &node, model)
        return true
      }
    }
    return false
  }

  /// The most that a request could use of each month and role.
  private static func greatestNeed(
    _ request: Int, _ node: ResourceNode, _ model: ResourceModel
  ) -> [Int: Double] {
    var need: [Int: Double] = [:]
    for start in node.options[request] {
      for load in model.loads[request] {
        let cell = (start + load.month) * model.roles + load.role
        need[cell] = max(need[cell] ?? 0, load.days)
      }
    }
    return need
  }
}
