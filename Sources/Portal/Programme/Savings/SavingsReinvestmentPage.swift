// SPDX-License-Identifier: Apache-2.0

import Engagement
import Pictures
import Programme
import Savings

/// Savings released, and what they are used for.
extension SavingsPart {
  func reinvestmentPage(_ shown: SavingsShown, _ request: PortalRequest) -> PortalAnswer {
    let balance = shown.view.reinvestment
    var money = SectionPage.Section(heading: "Month by month")
    money.paragraphs = [
      "Released is what was recorded for schemes that free cash. Put to use is what was recorded "
        + "as spent on something else because of it."
    ]
    if let lowest = balance.lowest, lowest.balance < 0 {
      money.paragraphs.append(
        "In \(lowest.month.text) \(SavingsWords.money(-lowest.balance)) more had been put to use "
          + "than was released, and had to be found elsewhere.")
    }
    if !balance.months.isEmpty {
      money.drawings = [DrawingModel(chart(balance))]
      money.grids = [shown.balanceTable.grid]
    }
    return SectionPage(
      title: "What savings are used for", answer: answer(balance), notice: shown.asOf.notice,
      links: [shown.link("All savings", "/programme/savings")],
      sections: [
        money, uses(shown), gainShare(request.query),
        shown.asOf.section("/programme/savings/reinvestment"),
      ]
    ).answer(isPrivate: false)
  }

  private func answer(_ balance: ReinvestmentBalance) -> String {
    guard let last = balance.months.last else { return "Nothing was released or put to use yet." }
    let released = balance.months.reduce(0) { $0 + $1.released }
    let used = balance.months.reduce(0) { $0 + $1.invested }
    return "\(SavingsWords.money(released)) was released and \(SavingsWords.money(used)) put to "
      + "use by \(last.month.text), which leaves \(SavingsWords.money(last.balance))."
  }

  private func chart(_ balance: ReinvestmentBalance) -> LineChart {
    var released = 0.0
    var used = 0.0
    let sums = balance.months.map { month in
      released += month.released
      used += month.invested
      return (released / 1e6, used / 1e6)
    }
    return LineChart(
      caption: Caption(
        id: "balance", title: "Savings released and put to use so far",
        summary: "Two rising lines: all released so far, and all put to use so far."),
      placeHeading: "Month", valueHeading: "£ million so far", numbers: NumberStyle(decimals: 2),
      places: LineChart.Place.evenly(balance.months.map { SavingsSchemeWords.short($0.month) }),
      series: [
        LineChart.Series("Released", sums.map(\.0)), LineChart.Series("Put to use", sums.map(\.1)),
      ])
  }

  private func uses(_ shown: SavingsShown) -> SectionPage.Section {
    let used = shown.view.state.investments
    var section = SectionPage.Section(heading: "What it was used for")
    guard !used.isEmpty else {
      section.paragraphs = ["Nothing is recorded."]
      return section
    }
    section.grids = [
      SavingsTable(
        caption: "Uses", titles: ["What for", "Workstream", "Month", "Amount#", "Entry#"],
        rows: used.map { entry in
          [
            .text(entry.value.purpose),
            .text(
              plan.workstreams.first { $0.id == entry.value.workstream }?.name
                ?? entry.value.workstream), .text(entry.value.month.savingsMonth.text),
            .pounds(entry.value.pounds), .count(Int(entry.entry)),
          ]
        }
      ).grid
    ]
    return section
  }

  /// A calculator for shares that members agreed.
  private func gainShare(_ query: FormFields) -> SectionPage.Section {
    var section = SectionPage.Section(heading: "Share a gain")
    section.paragraphs = ["Members who agree a split see here what each gets, to the penny."]
    let gain = query.has("gain") ? query["gain"] : "100,000"
    let split = query.has("split") ? query["split"] : "50; 50"
    var wrong: (gain: String?, split: String?) = (nil, nil)
    if let pounds = SavingsTyped.number(gain), (0...1e11).contains(pounds) {
      let parts = split.split(separator: ";").map { SavingsTyped.number(String($0)) ?? -1 }
      let named = parts.enumerated().map { (member: "Member \($0 + 1)", share: $1 / 100) }
      do {
        let shares = try GainShare(named)
        section.grids = [
          Grid(
            "Who gets what", ["Member", "Share#", "Amount#"],
            zip(shares.shares, shares.divide(pounds)).map { part, amount in
              [
                part.member, SavingsWords.share(part.share),
                NumberStyle(prefix: "£", decimals: 2).text(amount.pounds),
              ]
            })
        ]
      } catch {
        wrong.split = "Enter shares from 0 to 100 that come to 100, separated by semicolons."
      }
    } else {
      wrong.gain = "Enter pounds, such as 100,000."
    }
    section.forms = [
      SectionForm(
        action: "/programme/savings/reinvestment", method: "get",
        fields: [
          .line("gain", "The gain, in pounds", value: gain, error: wrong.gain),
          .line(
            "split", "The split, in %", value: split,
            hint: "Separated by semicolons, such as 60; 40", error: wrong.split),
        ], button: "Share it")
    ]
    return section
  }
}
