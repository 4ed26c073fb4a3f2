// SPDX-License-Identifier: Apache-2.0

extension ConfigurationSums {
  /// Sums a configuration from scratch.
  mutating func measureAll(
    isOpen: [Bool], lone: inout LoneAreas, in evaluator: ConfigurationEvaluator
  ) {
    for site in tallies.indices { tallies[site] = DemandTally() }
    weightedMinutes = 0
    unreached = 0
    longest = 0
    longestMayBeLess = false
    lone.removeAll()
    if evaluator.tree.rootTail >= 0 { lone.start(evaluator.tree.rootTail, in: evaluator) }
    addNodes(0..<evaluator.tree.nodes.count, isOpen: isOpen, lone: &lone, in: evaluator)
    addStarted(isOpen: isOpen, lone: &lone, in: evaluator)
  }

  /// Follows the closing of a site; `isOpen` has it closed already.
  mutating func close(
    _ site: Int, isOpen: [Bool], lone: inout LoneAreas, in evaluator: ConfigurationEvaluator
  ) {
    leave(site, isOpen: isOpen, lone: &lone, in: evaluator)
    evaluator.nodesBySite.forEachReached(of: site, isOpen: isOpen) { index in
      let node = evaluator.tree.nodes[index]
      remove(node)
      if node.tail >= 0 { lone.start(node.tail, in: evaluator) }
      addNodes(index + 1..<Int(node.end), isOpen: isOpen, lone: &lone, in: evaluator)
    }
    addStarted(isOpen: isOpen, lone: &lone, in: evaluator)
  }

  /// Follows the opening of a site; `isOpen` has it open already.
  mutating func open(
    _ site: Int, isOpen: [Bool], lone: inout LoneAreas, in evaluator: ConfigurationEvaluator
  ) {
    evaluator.nodesBySite.forEachReached(of: site, isOpen: isOpen) { index in
      let node = evaluator.tree.nodes[index]
      if node.tail >= 0 { lone.stop(node.tail) }
      removeNodes(index + 1..<Int(node.end), isOpen: isOpen, lone: &lone, in: evaluator)
      add(node)
    }
    removeStopped(lone: &lone, in: evaluator)
    claim(site, lone: &lone, in: evaluator)
  }
}
