// SPDX-License-Identifier: Apache-2.0

/// The arithmetic of a waterfall: from steps to columns that join up.
struct Bridge: Sendable {
  /// A step with both its levels worked out.
  struct Column: Sendable {
    let name: String
    /// The running total before and after; nil when the change is not known.
    let levels: (before: Double, after: Double)?
    /// The running total after this column, known or carried over.
    let running: Double
    let isTotal: Bool
    let tone: Tone
    let display: String?

    /// What the column stands for: the whole for a total, the difference for a change.
    var amount: Double? { levels.map { isTotal ? $0.after : $0.after - $0.before } }
  }

  let columns: [Column]

  init(_ steps: [Waterfall.Step]) {
    var running = 0.0
    var columns: [Column] = []
    for step in steps {
      if let residual = Self.residual(of: step, running: running) {
        columns.append(residual)
        running = residual.running
      }
      let column = Self.column(for: step, running: running)
      columns.append(column)
      running = column.running
    }
    self.columns = columns
  }

  /// The hatched column that leads to a stated end which the steps do not reach.
  private static func residual(of step: Waterfall.Step, running: Double) -> Column? {
    guard case .end(let stated?) = step.kind, stated.isFinite else { return nil }
    let tolerance = 1e-9 * max(stated.magnitude, running.magnitude, 1)
    guard (stated - running).magnitude > tolerance else { return nil }
    return Column(
      name: Waterfall.notExplained, levels: (running, stated), running: stated, isTotal: false,
      tone: .unexplained, display: nil)
  }

  private static func column(for step: Waterfall.Step, running: Double) -> Column {
    switch step.kind {
    case .start(let value): total(step, level: value.isFinite ? value : 0)
    case .subtotal, .end: total(step, level: running)
    case .change(let value?) where value.isFinite:
      Column(
        name: step.name, levels: (running, running + value), running: running + value,
        isTotal: false, tone: step.tone, display: step.display)
    case .change:
      Column(
        name: step.name, levels: nil, running: running, isTotal: false, tone: step.tone,
        display: step.display)
    }
  }

  private static func total(_ step: Waterfall.Step, level: Double) -> Column {
    Column(
      name: step.name, levels: (0, level), running: level, isTotal: true, tone: step.tone,
      display: step.display)
  }
}
