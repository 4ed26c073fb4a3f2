// SPDX-License-Identifier: Apache-2.0

extension ConfigurationSums {
  /// Sends areas to their nearest open site, for a run of nodes whose earlier sites are closed.
  mutating func addNodes(
    _ range: Range<Int>, isOpen: [Bool], lone: inout LoneAreas, in evaluator: ConfigurationEvaluator
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let node = evaluator.tree.nodes[index]
      if isOpen[Int(node.site)] {
        add(node)
        index = Int(node.end)
      } else {
        if node.tail >= 0 { lone.start(node.tail, in: evaluator) }
        index += 1
      }
    }
  }

  /// Takes back what `addNodes` added.
  mutating func removeNodes(
    _ range: Range<Int>, isOpen: [Bool], lone: inout LoneAreas, in evaluator: ConfigurationEvaluator
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let node = evaluator.tree.nodes[index]
      if isOpen[Int(node.site)] {
        remove(node)
        index = Int(node.end)
      } else {
        if node.tail >= 0 { lone.stop(node.tail) }
        index += 1
      }
    }
  }

  /// Looks for the longest time again if it may have become less.
  mutating func settleLongest(
    isOpen: [Bool], lone: LoneAreas, in evaluator: ConfigurationEvaluator
  ) {
    guard longestMayBeLess else { return }
    longestMayBeLess = false
    longest = 0
    let nodes = evaluator.tree.nodes
    var index = 0
    while index < nodes.count {
      let isReached = isOpen[Int(nodes[index].site)]
      if isReached, nodes[index].longest > longest { longest = nodes[index].longest }
      index = isReached ? Int(nodes[index].end) : index + 1
    }
    for run in lone.runs(in: evaluator) {
      for area in run where lone.place[area] > longest { longest = lone.place[area] }
    }
  }
}

extension PrefixTree.Tail {
  /// The positions of the areas.
  var areas: Range<Int> { Int(firstArea)..<Int(endArea) }
}
