// SPDX-License-Identifier: Apache-2.0

/// Other tables that would have been shown in the same way.
///
/// A hidden figure is safe when a reader of everything that is shown can think of tables in which
/// it is much smaller or much larger. Such a table is a witness. It is found from the exact one by
/// steps that change no sum: one figure goes up, its neighbours in each line go down, and the far
/// corners up again. Every step keeps every figure within what is known of it, so a witness is a
/// proof. Failing to find one proves nothing, and counts as danger.
struct Witness {
  private let sheet: Sheet
  private let target: Int
  /// The target itself may move although other tables give it too.
  private var values: [Int]

  init(_ sheet: Sheet, _ target: Int) {
    self.sheet = sheet
    self.target = target
    values = sheet.values
  }

  /// How far the target can go down (-1) or up (+1), at most so far as is wanted.
  mutating func reach(_ direction: Int, wanted: Int) -> Int {
    values = sheet.values
    var reached = 0
    let bound =
      direction > 0
      ? sheet.high[target] - values[target] : values[target] - sheet.low[target]
    let goal = min(wanted, bound)
    guard goal > 0 else { return 0 }
    sheet.boxes(at: target) { corners in
      let step = corners.reduce(goal - reached) { least, corner in
        min(least, room(corner.cell, corner.sign * direction))
      }
      if step > 0 {
        for corner in corners { values[corner.cell] += corner.sign * direction * step }
        reached += step
      }
      return reached < goal
    }
    return reached
  }

  private func room(_ cell: Int, _ direction: Int) -> Int {
    if sheet.anchors[cell] && cell != target { return 0 }
    return direction > 0 ? sheet.high[cell] - values[cell] : values[cell] - sheet.low[cell]
  }
}

/// A figure that has to change with another, and which way.
struct Corner {
  let cell: Int
  let sign: Int
}

extension Sheet {
  /// All boxes with a corner at a cell, the cell first, until `body` has had enough.
  ///
  /// Two corners a line keep its sum: a total goes with its parts and a part against another.
  func boxes(at cell: Int, _ body: ([Corner]) -> Bool) {
    let others = (0..<3).map { axis -> [Int] in
      guard addsUp[axis] else { return [-1] }
      return (0..<axes[axis].count).filter { $0 != coordinate(cell, axis) }
    }
    for place in others[0] {
      for age in others[1] {
        for group in others[2] where !body(corners(cell, [place, age, group])) { return }
      }
    }
  }

  private func corners(_ cell: Int, _ others: [Int]) -> [Corner] {
    var corners = [Corner(cell: cell, sign: 1)]
    for axis in 0..<3 where others[axis] >= 0 {
      let here = coordinate(cell, axis)
      let last = axes[axis].count - 1
      let sign = here == last || others[axis] == last ? 1 : -1
      let shift = (others[axis] - here) * strides[axis]
      corners += corners.map { Corner(cell: $0.cell + shift, sign: $0.sign * sign) }
    }
    return corners
  }
}
