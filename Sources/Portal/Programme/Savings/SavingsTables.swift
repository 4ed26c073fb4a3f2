// SPDX-License-Identifier: Apache-2.0

import Programme
import Savings

/// The year that a page shows.
enum SavingsYearWords {
  static func year(_ view: SavingsView) -> String {
    view.through.financialYearText
  }
}

extension SavingsShown {
  var groupTable: SavingsTable {
    let funnel = view.funnel
    return SavingsTable(
      caption: "Working groups",
      titles: [
        "Working group", "Stage", "Own target#", "Planned, net#", "In delivery#", "Delivered#",
      ],
      rows: funnel.groups.map { group in
        [
          .text(self.group(group.group)), .text(SavingsWords.stage(group.stage)),
          .pounds(group.quantified), .pounds(group.planned), .pounds(group.inDelivery),
          .pounds(group.delivered),
        ]
      }, links: funnel.groups.map { "/programme/savings/groups/\($0.group)\(query)" })
  }

  var organisationTable: SavingsTable {
    sumTable("By organisation, \(year)", "Organisation", view.byOrganisation)
  }

  func sumTable(_ caption: String, _ heading: String, _ sums: [SavingsSum]) -> SavingsTable {
    SavingsTable(
      caption: caption,
      titles: [
        heading, "Schemes#", "Plan#", "Plan to date#", "Saved to date#", "Difference#",
        "Forecast#", "Weighed by risk#",
      ],
      rows: sums.map { sum in
        [
          .text(sum.name), .count(sum.schemes), .pounds(sum.year.plan),
          .pounds(sum.year.planToDate), .pounds(sum.year.actualToDate),
          .change(sum.year.varianceToDate), .pounds(sum.year.forecast),
          .pounds(sum.year.riskAdjusted),
        ]
      })
  }

  func schemeTable(_ lines: [SavingsSchemeLine], _ caption: String) -> SavingsTable {
    SavingsTable(
      caption: caption,
      titles: [
        "Scheme", "Organisation", "Working group", "Stage", "Full year, gross#",
        "Full year, net#", "Plan to date#", "Saved to date#", "Forecast#",
      ],
      rows: lines.map { line in
        [
          .text(line.terms.title), .text(organisation(line.terms.organisation)),
          .text(group(line.terms.group)), .text(line.record.stage.value.label),
          .pounds(line.fullYear), .pounds(line.fullYearNet), .pounds(line.year.planToDate),
          .pounds(line.year.actualToDate), .pounds(line.year.forecast),
        ]
      }, links: lines.map { "/programme/savings/schemes/\($0.id)\(query)" })
  }

  /// Every month recorded, for spreadsheets.
  var monthTable: SavingsTable {
    SavingsTable(
      caption: "Months",
      titles: ["Scheme", "Title", "Month", "Plan#", "Saved#", "Corrected", "Entry#"],
      rows: view.schemes.flatMap { line in
        line.record.actuals.sorted { $0.key < $1.key }.map { month, actual in
          [
            .text(line.id), .text(line.terms.title), .text(month.key),
            .pounds(line.terms.profile?.amount(in: month)), .pounds(actual.value),
            .text(SavingsWords.yesNo(line.record.corrected.contains(month))),
            .count(Int(actual.entry)),
          ]
        }
      })
  }

  var poolTable: SavingsTable {
    let pools = SavingsPools(plan.savings, view.state)
    let cells = Dictionary(grouping: view.overlap?.cells ?? [], by: \.pool)
    return SavingsTable(
      caption: "Money by pool",
      titles: [
        "Pool", "Part of", "Money a year#", "Claimed, gross#", "Overlap removed#", "Net#",
      ],
      rows: plan.savings.pools.map { pool in
        let own = lineage(pool.id).flatMap { cells[$0] ?? [] }
        let gross = own.reduce(0) { $0 + $1.gross }
        let net = own.reduce(0) { $0 + $1.net }
        return [
          .text(pool.label), .text(pool.parent.map(self.pool) ?? "The whole"),
          .pounds(pools.money(in: pool.id)), .pounds(gross), .pounds(gross - net), .pounds(net),
        ]
      })
  }

  /// A pool and all below it.
  private func lineage(_ pool: String) -> [String] {
    [pool] + plan.savings.pools.filter { $0.parent == pool }.flatMap { lineage($0.id) }
  }

  var pairTable: SavingsTable {
    SavingsTable(
      caption: "Schemes that claim the same money",
      titles: ["One scheme", "Of", "The other", "Of the organisation", "Counted twice#"],
      rows: (view.overlap?.pairs ?? []).prefix(20).map { pair in
        [
          .text(scheme(pair.first)), .text(owner(pair.first)), .text(scheme(pair.second)),
          .text(owner(pair.second)), .pounds(pair.amount),
        ]
      },
      links: (view.overlap?.pairs ?? []).prefix(20).map {
        "/programme/savings/schemes/\($0.first)\(query)"
      })
  }

  private func owner(_ scheme: String) -> String {
    organisation(view.schemes.first { $0.id == scheme }?.terms.organisation ?? "")
  }

  var shapleyTable: SavingsTable {
    let parts = (view.overlap?.parts ?? []).sorted {
      ($1.gross - $1.net, $0.scheme) < ($0.gross - $0.net, $1.scheme)
    }
    return SavingsTable(
      caption: "What each scheme is credited with",
      titles: ["Scheme", "Of", "Gross#", "Overlap removed#", "Net#"],
      rows: parts.map { part in
        [
          .text(scheme(part.scheme)), .text(owner(part.scheme)), .pounds(part.gross),
          .pounds(part.gross - part.net), .pounds(part.net),
        ]
      }, links: parts.map { "/programme/savings/schemes/\($0.scheme)\(query)" })
  }

  var balanceTable: SavingsTable {
    SavingsTable(
      caption: "Released and put to use",
      titles: ["Month", "Released#", "Put to use#", "Balance#"],
      rows: view.reinvestment.months.map { month in
        [
          .text(month.month.text), .pounds(month.released), .pounds(month.invested),
          .pounds(month.balance),
        ]
      })
  }
}
