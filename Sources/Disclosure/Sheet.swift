// SPDX-License-Identifier: Apache-2.0

/// One measure of one table in one period: up to three axes with totals over each.
struct Sheet {
  let name: SheetName
  /// Places, ages and groups; a total over an axis is its last name.
  let axes: [[String]]
  /// Whether the names of an axis add up to its total.
  let addsUp: [Bool]
  /// The exact figures; a part that is not named is zero, and a total that is not is worked out.
  var values: [Int]
  /// The figure that was given for each place in the sheet.
  var cells: [UnsafeCell?]
  /// What a reader knows of each.
  var low: [Int]
  var high: [Int]
  /// Why each is hidden.
  var hidden: [SuppressionReason?]
  /// What earlier releases said of each.
  var known: [ClosedRange<Int>]
  /// Figures that other tables give too, which may not be moved to prove anything.
  var anchors: [Bool]

  let strides: [Int]

  var count: Int { values.count }

  /// The place of a cell along an axis.
  func coordinate(_ cell: Int, _ axis: Int) -> Int { cell / strides[axis] % axes[axis].count }

  /// Whether an axis has a total, and this is it.
  func isTotal(_ cell: Int, _ axis: Int) -> Bool {
    axes[axis][coordinate(cell, axis)] == CellKey.all
  }

  /// Over how many axes a cell is a total.
  func totals(_ cell: Int) -> Int { (0..<3).count { isTotal(cell, $0) } }

  /// The key of a cell.
  func key(_ cell: Int) -> CellKey {
    CellKey(
      period: name.period, place: axes[0][coordinate(cell, 0)], age: axes[1][coordinate(cell, 1)],
      group: axes[2][coordinate(cell, 2)], measure: name.measure)
  }

  /// The position of coordinates.
  func position(_ names: [String]) -> Int? {
    var position = 0
    for axis in 0..<3 {
      guard let place = axes[axis].firstIndex(of: names[axis]) else { return nil }
      position += place * strides[axis]
    }
    return position
  }
}

/// Which sheet it is.
public struct SheetName: Hashable, Sendable, Comparable {
  /// The table.
  public let table: String
  /// What is counted.
  public let measure: String
  /// When.
  public let period: String

  /// Orders people before other measures, which are hidden where people are.
  public static func < (first: SheetName, second: SheetName) -> Bool {
    first.order.lexicographicallyPrecedes(second.order)
  }

  private var order: [String] { [table, period, measure == "people" ? "" : measure] }
}
