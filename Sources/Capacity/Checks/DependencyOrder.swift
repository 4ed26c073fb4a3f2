// SPDX-License-Identifier: Apache-2.0

/// Resources in an order in which each comes after those that its requirement depends on.
enum DependencyOrder {
  /// The order: by index among those that are ready.
  ///
  /// - Throws: `CapacityError` that names every resource that waits for itself.
  static func of(_ inputs: CapacityInputs) throws(CapacityError) -> [Int] {
    var needs = [Set<Int>](repeating: [], count: inputs.resources.count)
    for use in inputs.uses {
      if case .required(let other) = use.driver { needs[use.resource].insert(other) }
    }
    var order: [Int] = []
    var isPlaced = [Bool](repeating: false, count: needs.count)
    while order.count < needs.count {
      let ready = needs.indices.filter { index in
        !isPlaced[index] && needs[index].allSatisfy { isPlaced[$0] }
      }
      guard !ready.isEmpty else { throw circle(inputs, isPlaced) }
      for index in ready { isPlaced[index] = true }
      order += ready
    }
    return order
  }

  private static func circle(_ inputs: CapacityInputs, _ isPlaced: [Bool]) -> CapacityError {
    var problems = ProblemList()
    for index in isPlaced.indices where !isPlaced[index] {
      problems.add(
        .resource(index: index, id: inputs.resources[index].id), .resource,
        found: "a requirement that depends on itself, by way of others or directly",
        expected: "uses that lead back to services",
        advice: "Take out one of the uses that close the circle.")
    }
    return CapacityError(problems.problems)
  }
}
