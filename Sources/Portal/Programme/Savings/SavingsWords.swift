// SPDX-License-Identifier: Apache-2.0

import Pictures
import Programme
import Savings

/// Money, shares and states of savings as people read them.
enum SavingsWords {
  /// Pounds: "£1.23m" from a million on, "£450,000" below, with a true minus sign.
  static func money(_ pounds: Double?) -> String {
    guard let pounds, pounds.isFinite else { return "Not known" }
    if pounds.magnitude >= 999_500 {
      return NumberStyle(prefix: "£", suffix: "m", decimals: 2).text(pounds / 1_000_000)
    }
    if pounds.magnitude >= 10_000 {
      return NumberStyle(prefix: "£").text((pounds / 1_000).rounded() * 1_000)
    }
    return NumberStyle(prefix: "£").text(pounds)
  }

  /// A difference with its sign.
  static func change(_ pounds: Double) -> String {
    let text = money(pounds)
    return pounds >= 0.5 ? "+" + text : text
  }

  /// A share such as "30%".
  static func share(_ share: Double) -> String {
    NumberStyle(suffix: "%", decimals: share * 100 == (share * 100).rounded() ? 0 : 1)
      .text(share * 100)
  }

  static func stage(_ stage: OpportunityStage) -> String {
    switch stage {
    case .proposed: "To be set up later"
    case .startingShortly: "Starting shortly"
    case .working: "At work, no target yet"
    case .quantified: "Has a target"
    case .planned: "Has schemes"
    case .inDelivery: "Saving money"
    case .delivered: "Delivered"
    }
  }

  static func method(_ method: ForecastMethod) -> String {
    switch method {
    case .runRate: "Run-rate: the mean of the last three months goes on"
    case .profiled: "Plan: the months to come bring their plan times the confidence"
    case .greater: "The greater of the two, month by month"
    }
  }

  static func colour(_ colour: SavingsConfidence) -> String {
    switch colour {
    case .blue: "Blue: delivered"
    case .green: "Green: on track"
    case .amber: "Amber: at risk"
    case .red: "Red: unlikely as things are"
    case .unidentified: "No scheme behind it"
    }
  }

  static func yesNo(_ value: Bool) -> String { value ? "Yes" : "No" }
}

/// A table that a page shows and a spreadsheet can open.
struct SavingsTable {
  enum Cell {
    case text(String)
    case pounds(Double?)
    /// Pounds with a sign.
    case change(Double)
    case count(Int)
    case share(Double?)
  }

  let caption: String
  /// Columns whose title ends with `#` are numbers.
  let titles: [String]
  let rows: [[Cell]]
  var links: [String?] = []

  var grid: Grid {
    Grid(caption, titles, rows.map { $0.map(SavingsTable.shown) }, links: links)
  }

  private static func shown(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): text
    case .pounds(let pounds): SavingsWords.money(pounds)
    case .change(let pounds): SavingsWords.change(pounds)
    case .count(let count): "\(count)"
    case .share(let share): share.map(SavingsWords.share) ?? "Not known"
    }
  }

  /// Comma-separated values: money in whole pounds, shares as decimals, nothing for what is not
  /// known.
  var csv: String {
    DataTable(
      caption: caption,
      columns: titles.map { title in
        title.hasSuffix("#")
          ? DataTable.Column(String(title.dropLast()), isNumeric: true) : DataTable.Column(title)
      },
      rows: rows.map { $0.map(SavingsTable.plain) }
    ).csv()
  }

  private static func plain(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): return text
    case .pounds(let pounds):
      guard let pounds, pounds.isFinite else { return "" }
      return NumberStyle().text(pounds).replacing(",", with: "")
    case .change(let pounds): return NumberStyle().text(pounds).replacing(",", with: "")
    case .count(let count): return "\(count)"
    case .share(let share):
      return share.map { NumberStyle(decimals: 4).text($0) } ?? ""
    }
  }
}
