// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import Pictures
import PlanPackage

extension SiteView {
  /// The page of segments: how many people are in each, where, and what they cost.
  func segmentPage(_ study: SegmentStudy) -> String {
    let heading = "Who needs what: people by segment"
    let above = abovePopulation
    var page = PopulationPageModel(
      chrome: chrome(heading, path: PopulationPaths.segments), upHref: above.href,
      upLabel: above.label, heading: heading, answer: segmentAnswer(study))
    page.notices = [
      .init(
        label: "Synthetic.",
        text:
          "Nobody counted these people. Registers say how many have each condition, and not who "
          + "is on several of them. The people here were put together to match the registers; each "
          + "number has a range.")
    ]
    if hasPrevention {
      page.links = [.init(href: PopulationPaths.prevention, label: "Staying well: prevention")]
      page.hasLinks = true
    }
    let tables = SegmentTablesOfPage(view: self, study: study)
    page.parts = [
      .init(
        "How many people", text: [tables.rangeWords], pictures: [picture(study)],
        tables: [tables.totals]),
      .init("Where they are", text: [tables.sumWords], tables: [tables.people]),
      .init(
        "What is spent on them", text: [tables.costWords], tables: [tables.costTotals, tables.cost]),
      .init("The rules", text: [tables.ruleWords], tables: [tables.rules]),
      .init("How this was made", text: tables.methodWords, tables: [tables.conditions]),
      .init("What to be careful about", text: tables.cautions, tables: [tables.lists]),
    ]
    return Templates.render("population", page)
  }

  private func segmentAnswer(_ study: SegmentStudy) -> String {
    func number(_ place: Int, _ ending: String) -> String {
      FactID("segment.\(study.rules[place].id).\(ending)").map { figure.html($0) } ?? ""
    }
    func name(_ place: Int) -> String { "“\(HTML.escape(study.rules[place].name))”" }
    let list = FactID("register.list").map { figure.html($0) } ?? ""
    var text =
      "The \(list) on the lists of practices in \(HTML.escape(plan.metadata.area)) are put into "
      + "\(study.rules.count) segments by what they need."
    if let most = study.totals.indices.max(by: { study.totals[$0].people < study.totals[$1].people }
    ) {
      text += " The largest is \(name(most)): about \(number(most, "people"))."
    }
    let perHead = study.totals.map { $0.people > 0 ? Double($0.pounds) / Double($0.people) : 0 }
    if let most = perHead.indices.max(by: { perHead[$0] < perHead[$1] }) {
      text +=
        " Most is spent on each person in \(name(most)): about "
        + "\(number(most, "cost.per-head")) a year."
    }
    return text
  }

  private func picture(_ study: SegmentStudy) -> PictureModel {
    let bars = zip(study.rules, study.totals).map { rule, share in
      BarChart.Bar(
        rule.name, Double(share.people),
        note: share.peopleRange.count == 1
          ? nil
          : "\(PlainNumber.text(Double(share.peopleRange.lowerBound))) to "
            + PlainNumber.text(Double(share.peopleRange.upperBound)))
    }
    let most = zip(study.rules, study.totals).max { $0.1.people < $1.1.people }
    let chart = BarChart(
      caption: Caption(
        id: "segments",
        title: "The largest segment: \(most?.0.name.firstLowercased ?? "none")",
        summary: "People by segment, with the range when each assumption is changed alone: "
          + bars.map { "\($0.name) \(PlainNumber.text($0.value ?? 0))" }
          .joined(separator: "; ") + ".",
        sourceLine: "Synthetic: put together from registers of practices."),
      nameHeading: "Segment", valueHeading: "People", bars: bars)
    return PictureModel(drawn: chart)
  }
}
