// SPDX-License-Identifier: Apache-2.0

/// Chooses which cells of a table to hide.
struct CellProtection {
  private let table: AdditiveTable
  private let least: Int
  private(set) var hidden: [Bool]

  init(_ table: AdditiveTable, policy: SmallNumberPolicy) {
    self.table = table
    least = policy.leastHidden
    hidden = table.cells.map { policy.isSmall($0.count) }
    guard policy.protectsFromTotals else { return }
    while hideOneMore() {}
  }

  /// Hides one more cell if one is needed; says whether it did.
  private mutating func hideOneMore() -> Bool {
    for line in table.lines where line.count(where: { hidden[$0] }) == 1 {
      if let cell = smallestShown(among: line) {
        hidden[cell] = true
        return true
      }
    }
    for cell in table.cells.indices where hidden[cell] && !canVary(cell) {
      let touching = table.lines.filter { $0.contains(cell) }.flatMap { $0 }
      let choice = smallestShown(among: touching) ?? smallestShown(among: table.cells.indices)
      guard let choice else { continue }
      hidden[choice] = true
      return true
    }
    return false
  }

  /// The smallest shown count that can hide another: inner cells before totals, then first found.
  private func smallestShown(among cells: some Sequence<Int>) -> Int? {
    cells.filter { !hidden[$0] && table.cells[$0].count >= least }
      .min { order(of: $0) < order(of: $1) }
  }

  private func order(of cell: Int) -> (Int, Int, Int) {
    (table.cells[cell].count, table.cells[cell].isTotal ? 1 : 0, cell)
  }

  /// Whether another value of a hidden cell would fit everything shown.
  ///
  /// It would if the change of one, up or down, can be carried round a closed path of other hidden
  /// cells, none of which falls below the least value a reader must suppose.
  private func canVary(_ cell: Int) -> Bool {
    let edge = table.cells[cell]
    if isPath(from: edge.head, to: edge.tail, avoiding: cell) { return true }
    return edge.count > least && isPath(from: edge.tail, to: edge.head, avoiding: cell)
  }

  private func isPath(from start: Int, to goal: Int, avoiding excluded: Int) -> Bool {
    var reached: Set<Int> = [start]
    var waiting = [start]
    while let node = waiting.popLast() {
      if node == goal { return true }
      for cell in table.cells.indices where hidden[cell] && cell != excluded {
        let edge = table.cells[cell]
        if edge.tail == node, reached.insert(edge.head).inserted { waiting.append(edge.head) }
        if edge.head == node, edge.count > least, reached.insert(edge.tail).inserted {
          waiting.append(edge.tail)
        }
      }
    }
    return false
  }
}
