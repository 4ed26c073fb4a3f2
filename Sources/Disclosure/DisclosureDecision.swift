// SPDX-License-Identifier: Apache-2.0

/// What of exact figures may leave, by a policy and with what has left before.
///
/// Every figure that tells of few people is either proved to stay in doubt or its table is
/// withheld.
public struct DisclosureDecision: Sendable {
  /// The figures in the order of tables, periods and measures; hidden ones without a number.
  public let figures: [SafeFigure]
  /// How many figures of each table are hidden, by reason.
  public let hidden: [String: [SuppressionReason: Int]]
  /// Tables, measures and periods that are withheld whole.
  public let withheld: [SheetName]
  /// Figures that are hidden because of an earlier release.
  public let differencing: [SafeFigure]
  /// How many sensitive figures have a proof.
  public let proved: Int

  /// Decides.
  ///
  /// `overlapping` names tables, or `table/measure`, in which a person can be in several groups, so
  /// that these do not add up. Sums must add up exactly everywhere else.
  /// - Throws: `DisclosureError` for figures that are there twice, below zero or do not add up.
  public init(
    _ cells: [UnsafeCell], policy: DisclosurePolicy, overlapping: Set<String> = [],
    previous: [PreviousRelease] = []
  ) throws(DisclosureError) {
    let sheets = try Sheet.sheets(of: cells, overlapping: overlapping)
    var rounds = DisclosureRounds(sheets, policy, Differencing(cells, policy, previous))
    rounds.addSmallPlaces(cells)
    while !rounds.isSettled() {}
    figures = rounds.sheets.flatMap { $0.safeFigures(policy, rounds.withheld) }
    hidden = rounds.hidden()
    withheld = rounds.withheld.sorted()
    differencing = rounds.sheets.flatMap { sheet in
      sheet.values.indices.filter { sheet.hidden[$0] == .differencing }.map {
        SafeFigure(table: sheet.name.table, key: sheet.key($0), shown: nil)
      }
    }
    proved = rounds.sheets.filter { !rounds.withheld.contains($0.name) }.reduce(0) { sum, sheet in
      sum + sheet.values.indices.count { sheet.isSensitive($0, policy) }
    }
  }
}

/// Rounds of hiding, until all tables are safe together.
///
/// A figure that two tables give must be hidden in both; a table that cannot be protected is
/// withheld. Both sets only grow, so there is an end.
struct DisclosureRounds {
  private(set) var sheets: [Sheet]
  private let policy: DisclosurePolicy
  private let differencing: Differencing
  private(set) var withheld: Set<SheetName>
  /// Figures hidden whatever table they are in.
  private var everywhere: [CellKey: SuppressionReason] = [:]
  private var smallPlaces: Set<[String]> = []

  init(_ sheets: [Sheet], _ policy: DisclosurePolicy, _ differencing: Differencing) {
    self.sheets = sheets
    self.policy = policy
    self.differencing = differencing
    withheld = differencing.changed
    for index in sheets.indices {
      for cell in sheets[index].values.indices {
        let name = NamedCell(table: sheets[index].name.table, key: sheets[index].key(cell))
        if let range = differencing.known[name] { self.sheets[index].known[cell] = range }
      }
    }
  }

  /// Notes places with too few people to be broken down.
  mutating func addSmallPlaces(_ cells: [UnsafeCell]) {
    for cell in cells where cell.key.measure == "people" && cell.key.place != CellKey.all {
      guard cell.key.age == CellKey.all, cell.key.group == CellKey.all else { continue }
      if cell.value < policy.minimumPopulation {
        smallPlaces.insert([cell.key.period, cell.key.place])
      }
    }
  }

  /// One round; true when nothing new had to be hidden elsewhere.
  mutating func isSettled() -> Bool {
    let shared = sharedKeys()
    var people: [SheetName: [CellKey: SuppressionReason]] = [:]
    for index in sheets.indices where !withheld.contains(sheets[index].name) {
      let name = sheets[index].name
      let base = SheetName(table: name.table, measure: "people", period: name.period)
      if withheld.contains(base) {
        withheld.insert(name)
        return false
      }
      for cell in sheets[index].values.indices {
        sheets[index].anchors[cell] = shared.contains(sheets[index].key(cell))
      }
      let asPeople = people[base] ?? [:]
      var sheet = sheets[index]
      sheet.mark(policy) { forced($0, name.table, asPeople) }
      let isProtected = sheet.protect(policy)
      sheets[index] = sheet
      guard isProtected else {
        withheld.insert(name)
        return false
      }
      if name.measure == "people" { people[name] = sheets[index].hiddenPeople() }
    }
    return !spread(shared)
  }

  private func forced(
    _ key: CellKey, _ table: String, _ people: [CellKey: SuppressionReason]
  ) -> SuppressionReason? {
    if let reason = everywhere[key] { return reason }
    if differencing.near.contains(NamedCell(table: table, key: key)) { return .differencing }
    if smallPlaces.contains([key.period, key.place]) { return .population }
    return people[key.ofPeople]
  }

  /// Totals over groups that more than one table gives; groups of one name need not be the same.
  private func sharedKeys() -> Set<CellKey> {
    var seen: Set<CellKey> = []
    var shared: Set<CellKey> = []
    for sheet in sheets where !withheld.contains(sheet.name) {
      for cell in sheet.values.indices
      where sheet.cells[cell] != nil && sheet.key(cell).group == CellKey.all {
        if !seen.insert(sheet.key(cell)).inserted { shared.insert(sheet.key(cell)) }
      }
    }
    return shared
  }

  /// Hides shared figures everywhere when one table hides them; true when there was a new one.
  private mutating func spread(_ shared: Set<CellKey>) -> Bool {
    var isNew = false
    for sheet in sheets where !withheld.contains(sheet.name) {
      for cell in sheet.values.indices {
        guard let reason = sheet.hidden[cell], shared.contains(sheet.key(cell)),
          everywhere[sheet.key(cell)] == nil
        else { continue }
        everywhere[sheet.key(cell)] = reason
        isNew = true
      }
    }
    return isNew
  }

  /// How many figures are hidden in each table, by reason.
  func hidden() -> [String: [SuppressionReason: Int]] {
    var counts: [String: [SuppressionReason: Int]] = [:]
    for sheet in sheets {
      for cell in sheet.values.indices where sheet.cells[cell] != nil {
        let reason = withheld.contains(sheet.name) ? .withheld : sheet.hidden[cell]
        if let reason { counts[sheet.name.table, default: [:]][reason, default: 0] += 1 }
      }
    }
    return counts
  }
}

extension CellKey {
  /// The same place in the table of people.
  var ofPeople: CellKey {
    CellKey(period: period, place: place, age: age, group: group, measure: "people")
  }
}

extension Sheet {
  /// What of people is hidden, for the other measures.
  func hiddenPeople() -> [CellKey: SuppressionReason] {
    var keys: [CellKey: SuppressionReason] = [:]
    for cell in values.indices { if let reason = hidden[cell] { keys[key(cell)] = reason } }
    return keys
  }

  /// The figures as they leave.
  func safeFigures(_ policy: DisclosurePolicy, _ withheld: Set<SheetName>) -> [SafeFigure] {
    let isWithheld = withheld.contains(name)
    return values.indices.filter { cells[$0] != nil }.map { cell in
      let shown = isWithheld || hidden[cell] != nil ? nil : shown(cell, policy)
      return SafeFigure(table: name.table, key: key(cell), shown: shown)
    }
  }

  private func shown(_ cell: Int, _ policy: DisclosurePolicy) -> Int? {
    let quantity = Quantity(measure: name.measure)
    guard policy.totals == .sumsOfShown, isDerived(cell) else {
      return policy.rounded(values[cell], quantity)
    }
    let sum = values.indices.reduce(0) { sum, part in
      guard hidden[part] == nil, cells[part] != nil, !isDerived(part), belongs(part, to: cell)
      else { return sum }
      return sum + policy.rounded(values[part], quantity)
    }
    return sum == 0 ? nil : sum
  }

  private func belongs(_ part: Int, to total: Int) -> Bool {
    (0..<3).allSatisfy { axis in
      coordinate(part, axis) == coordinate(total, axis) || (addsUp[axis] && isTotal(total, axis))
    }
  }
}
