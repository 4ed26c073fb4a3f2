// SPDX-License-Identifier: Apache-2.0

/// What earlier releases allow to be worked out by taking one figure from another.
struct Differencing {
  /// What is known of figures that were shown before.
  private(set) var known: [NamedCell: ClosedRange<Int>] = [:]
  /// Figures that stand too near to one of an overlapping period or of a changed area.
  private(set) var near: Set<NamedCell> = []
  /// Sheets whose ages or groups are not those that were shown before.
  private(set) var changed: Set<SheetName> = []

  init(_ cells: [UnsafeCell], _ policy: DisclosurePolicy, _ previous: [PreviousRelease]) {
    for release in previous {
      for (cell, range) in release.ranges() {
        let before = known[cell] ?? 0...unlimited
        if before.overlaps(range) { known[cell] = range.clamped(to: before) }
      }
      findChangedBands(cells, release)
      findNear(cells, policy, release)
    }
  }

  private mutating func findChangedBands(_ cells: [UnsafeCell], _ release: PreviousRelease) {
    let now = Differencing.bands(cells.map { NamedCell(table: $0.table, key: $0.key) })
    let before = Differencing.bands(
      release.figures.map { NamedCell(table: $0.table, key: $0.key) })
    for (name, bands) in now where before[name] != nil && before[name] != bands {
      changed.insert(name)
    }
  }

  private static func bands(_ cells: [NamedCell]) -> [SheetName: Set<[String]>] {
    var bands: [SheetName: Set<[String]>] = [:]
    for cell in cells {
      let name = SheetName(
        table: cell.table, measure: cell.key.measure, period: cell.key.period)
      bands[name, default: []].formUnion([["age", cell.key.age], ["group", cell.key.group]])
    }
    return bands
  }

  /// Finds figures whose difference from an earlier one is sure to be small.
  private mutating func findNear(
    _ cells: [UnsafeCell], _ policy: DisclosurePolicy, _ release: PreviousRelease
  ) {
    let placesNow = Set(cells.map(\.key.place))
    let placesBefore = Set(release.figures.map(\.key.place))
    var byRest: [[String]: [SafeFigure]] = [:]
    for figure in release.figures where figure.shown != nil {
      byRest[Differencing.rest(figure.table, figure.key), default: []].append(figure)
    }
    for cell in cells where Quantity(measure: cell.key.measure) == .count && cell.value > 0 {
      for old in byRest[Differencing.rest(cell.table, cell.key)] ?? [] {
        let isOtherArea =
          cell.key.period == old.key.period && !placesBefore.contains(cell.key.place)
          && !placesNow.contains(old.key.place)
        let isOtherPeriod =
          cell.key.place == old.key.place && cell.key.period != old.key.period
          && Period.overlap(cell.key.period, old.key.period)
        if isOtherArea || isOtherPeriod, isNear(cell, old, policy, release.policy) {
          near.insert(NamedCell(table: cell.table, key: cell.key))
        }
      }
    }
  }

  private func isNear(
    _ cell: UnsafeCell, _ old: SafeFigure, _ policy: DisclosurePolicy, _ before: DisclosurePolicy
  ) -> Bool {
    guard let shown = old.shown else { return false }
    let now = policy.range(shownAs: policy.rounded(cell.value, .count), .count)
    let then = before.range(shownAs: shown, .count)
    let most = max(now.upperBound - then.lowerBound, then.upperBound - now.lowerBound)
    return most < policy.limit
  }

  private static func rest(_ table: String, _ key: CellKey) -> [String] {
    [table, key.measure, key.age, key.group]
  }
}

/// Spans of months, written 2016, 2016-04 or 2016-04/2017-03.
enum Period {
  /// Whether two periods share a month; also when one cannot be read, to be on the safe side.
  static func overlap(_ first: String, _ second: String) -> Bool {
    guard let first = months(first), let second = months(second) else { return true }
    return first.overlaps(second)
  }

  static func months(_ text: String) -> ClosedRange<Int>? {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(span)
    guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil,
      first.lowerBound <= last.upperBound
    else { return nil }
    return first.lowerBound...last.upperBound
  }

  private static func span(_ text: Substring) -> ClosedRange<Int>? {
    let numbers = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard let year = numbers.first ?? nil, (1900...2200).contains(year) else { return nil }
    if numbers.count == 1 { return year * 12 + 1...year * 12 + 12 }
    guard numbers.count <= 3, let month = numbers[1], (1...12).contains(month) else { return nil }
    return year * 12 + month...year * 12 + month
  }
}
