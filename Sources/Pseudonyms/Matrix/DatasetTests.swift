// SPDX-License-Identifier: Apache-2.0

/// Puts one dataset to the tests.
struct DatasetTests {
  let profile: DatasetProfile
  let months: ClosedRange<Int>?
  let limits: QualityLimits
  let knownCodes: Set<String>?
  let published: PublishedCounts?
  let previous: DatasetProfile?

  var cells: [QualityCell] {
    [submitted, stable, comparable, complete, coding, costs, duplicates]
  }

  private func cell(
    _ test: QualityTest, _ outcome: QualityCell.Outcome, _ value: Double?, _ why: String
  ) -> QualityCell {
    QualityCell(
      dataset: profile.dataset, test: test, outcome: outcome, value: value, why: why)
  }

  private func outcome(_ share: Double, _ pass: Double, _ warn: Double) -> QualityCell.Outcome {
    share >= pass ? .pass : share >= warn ? .warn : .fail
  }

  private var span: [ProfileMonth] { months.map { $0.map { ProfileMonth(number: $0) } } ?? [] }

  private func list(_ words: [String]) -> String {
    words.prefix(5).joined(separator: ", ")
      + (words.count > 5 ? " and \(words.count - 5) more" : "")
  }

  private var submitted: QualityCell {
    guard profile.records > 0 else {
      return cell(.submitted, .fail, 0, "There are no records of people.")
    }
    guard profile.hasContacts else {
      return cell(.submitted, .untested, nil, "There is no table of contacts.")
    }
    var missing: [String] = []
    var cellsInAll = 0
    for provider in profile.contactsByProvider.keys.sorted() {
      for month in span {
        cellsInAll += 1
        if profile.contactsByProvider[provider]?[month] == nil {
          missing.append("\(provider) in \(month)")
        }
      }
    }
    let lost = (previous?.contactsByProvider.keys.sorted() ?? []).filter {
      profile.contactsByProvider[$0] == nil
    }
    guard cellsInAll > 0 else {
      return cell(.submitted, .fail, 0, "No contact has a month and a provider.")
    }
    let share = 1 - Double(missing.count) / Double(cellsInAll)
    if !lost.isEmpty {
      return cell(.submitted, .fail, share, "Sent last time and not now: \(list(lost)).")
    }
    let why =
      missing.isEmpty
      ? "\(profile.contactsByProvider.count) providers sent all \(span.count) months."
      : "\(Percentage.text(share)) of provider-months; nothing from \(list(missing))."
    return cell(
      .submitted, outcome(share, limits.submittedPass, limits.submittedWarn), share, why)
  }

  private var stable: QualityCell {
    guard profile.hasContacts, span.count >= MonthlyLimits.fewestMonths else {
      return cell(
        .stable, .untested, nil,
        "Fewer than \(MonthlyLimits.fewestMonths) months say nothing about what is usual.")
    }
    var outside: [String] = []
    var empty: [String] = []
    var monthsInAll = 0
    for kind in profile.contactsByKind.keys.sorted() {
      let counts = profile.contactsByKind[kind] ?? [:]
      let rates = span.map { Double(counts[$0] ?? 0) / Double($0.days) }
      guard let usual = MonthlyLimits(rates) else { continue }
      monthsInAll += span.count
      for (index, month) in span.enumerated() {
        // Rare contacts come by chance, as counts do.
        let isOdd = usual.isOdd(
          index, deviation: { ($0 / Double(month.days)).squareRoot() }, share: limits.oddShare)
        guard isOdd else { continue }
        outside.append("\(kind) in \(month)")
        if rates[index] == 0 { empty.append("\(kind) in \(month)") }
      }
    }
    let changed = changedHistory
    if !empty.isEmpty {
      return cell(
        .stable, .fail, Double(outside.count), "Months with nothing at all: \(list(empty)).")
    }
    if !changed.isEmpty {
      return cell(
        .stable, .warn, Double(outside.count),
        "Months that were sent before have changed by more than a hundredth: \(list(changed)).")
    }
    let outcome: QualityCell.Outcome =
      outside.isEmpty
      ? .pass : Double(outside.count) <= limits.stableWarn * Double(monthsInAll) ? .warn : .fail
    let why =
      outside.isEmpty
      ? "All months of all kinds are near the months around them."
      : "Out of the ordinary among the months around them: \(list(outside))."
    return cell(.stable, outcome, Double(outside.count), why)
  }

  private var changedHistory: [String] {
    guard let before = previous?.contactsByMonth else { return [] }
    let now = profile.contactsByMonth
    // The newest month of an earlier submission may have grown since.
    let last = before.keys.max()
    return before.keys.sorted().filter { month in
      let (old, new) = (Double(before[month] ?? 0), Double(now[month] ?? 0))
      return month != last && abs(new - old) > 0.01 * old
    }.map(\.description)
  }

  private var comparable: QualityCell {
    let rows = published?.rows.filter { $0.dataset == profile.dataset } ?? []
    guard !rows.isEmpty else {
      return cell(.comparable, .untested, nil, "No published count was given for it.")
    }
    var worst = (gap: -1.0, why: "")
    for row in rows {
      let counts = profile.contactsByKind[row.kind] ?? [:]
      let ours = counts.reduce(0) { sum, entry in
        entry.key.description.hasPrefix(row.period) ? sum + entry.value : sum
      }
      let gap = abs(Double(ours) / Double(row.contacts) - 1)
      if gap > worst.gap {
        worst = (gap, "\(row.kind) in \(row.period): \(ours) here, \(row.contacts) published.")
      }
    }
    return cell(
      .comparable, outcome(-worst.gap, -limits.comparablePass, -limits.comparableWarn),
      worst.gap, "Farthest apart are \(worst.why)")
  }
}

// MARK: Cells and rows

extension DatasetTests {
  private static let recordFields = [
    "nhs-number", "given-name", "surname", "date-of-birth", "postcode", "sex",
  ]
  private static let contactFields = ["record", "date", "kind", "provider", "commissioner"]

  private var complete: QualityCell {
    guard profile.records > 0 else {
      return cell(.complete, .untested, nil, "There are no records.")
    }
    var shares: [(name: String, share: Double)] = Self.recordFields.map { field in
      let filled = profile.filled[field] ?? profile.filled[field + "-token"] ?? 0
      return (field, Double(filled) / Double(profile.records))
    }
    if profile.contacts > 0 {
      shares += Self.contactFields.map {
        ("\($0) of contacts", Double(profile.contactsFilled[$0] ?? 0) / Double(profile.contacts))
      }
    }
    shares.sort { ($0.share, $0.name) < ($1.share, $1.name) }
    let low = shares.filter { $0.share < limits.completePass }
    let why =
      low.isEmpty
      ? "Every field is filled in at least \(Percentage.text(shares[0].share)) of rows."
      : "Filled in too few rows: "
        + list(low.map { "\($0.name) (\(Percentage.text($0.share)))" }) + "."
    let unreadable =
      profile.unreadable == 0 ? "" : " \(profile.unreadable) rows could not be read."
    return cell(
      .complete, outcome(shares[0].share, limits.completePass, limits.completeWarn),
      shares[0].share, why + unreadable)
  }

  private var coding: QualityCell {
    guard let knownCodes else {
      return cell(.coding, .untested, nil, "There is no reference/conditions.csv.")
    }
    let all = profile.codes.values.reduce(0, +)
    guard all > 0 else {
      return cell(
        .coding, profile.contacts > 0 ? .warn : .untested, 0, "No contact has a condition.")
    }
    let unknown = profile.codes.filter { !knownCodes.contains($0.key) }
    let share = 1 - Double(unknown.values.reduce(0, +)) / Double(all)
    var outcome = outcome(share, limits.codingPass, limits.codingWarn)
    var why =
      unknown.isEmpty
      ? "All \(profile.codes.count) codes are known."
      : "\(Percentage.text(share)) of codes are known; not known are "
        + list(unknown.keys.sorted()) + "."
    let odd = oddCodingMonths
    if !odd.isEmpty {
      if outcome == .pass { outcome = .warn }
      why += " The share of contacts that are coded is out of the ordinary in \(list(odd))."
    }
    return cell(.coding, outcome, share, why)
  }

  /// Months in which the share of coded contacts is out of the ordinary, and by more than the three
  /// standard deviations of a share (Shewhart's p-chart).
  private var oddCodingMonths: [String] {
    let contacts = profile.contactsByMonth
    let months = contacts.keys.sorted()
    let shares = months.map { Double(profile.coded[$0] ?? 0) / Double(contacts[$0] ?? 1) }
    guard let usual = MonthlyLimits(shares) else { return [] }
    return months.indices.filter { index in
      let count = Double(contacts[months[index]] ?? 1)
      return usual.isOdd(
        index, deviation: { ($0 * (1 - $0) / count).squareRoot() }, share: limits.oddShare)
    }.map { months[$0].description }
  }

  private var costs: QualityCell {
    guard profile.contacts > 0 else {
      return cell(.costs, .untested, nil, "There are no contacts.")
    }
    let share = Double(profile.contactsFilled["cost"] ?? 0) / Double(profile.contacts)
    return cell(
      .costs, outcome(share, limits.costsPass, limits.costsWarn), share,
      "\(Percentage.text(share)) of contacts have a cost.")
  }

  private var duplicates: QualityCell {
    let rows = profile.records + profile.contacts
    guard rows > 0 else { return cell(.duplicates, .untested, nil, "There are no rows.") }
    let repeated = profile.repeatedRecords + profile.repeatedContacts
    let share = Double(repeated) / Double(rows)
    return cell(
      .duplicates, outcome(-share, -limits.duplicatesPass, -limits.duplicatesWarn), share,
      "\(profile.repeatedRecords) records and \(profile.repeatedContacts) contacts are there again."
    )
  }
}
