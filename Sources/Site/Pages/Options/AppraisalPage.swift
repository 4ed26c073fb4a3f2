// SPDX-License-Identifier: Apache-2.0

import Appraisal
import Assessment
import Pictures
import PlanPackage

/// The shortlist weighed, opened to its working, and what would change the answer.
struct AppraisalPageModel {
  let chrome: Chrome
  let kind: String
  let heading: String
  let answer: String
  let warning: String?
  let picture: PictureModel?
  let sections: [ProseModel.SectionModel]
  let claims: [Claim]
  let later: [ProseModel.SectionModel]

  /// What would have to be true for an option to come first.
  struct Claim {
    let name: String
    let sites: String
    let verdict: String
    let lines: [String]
  }
}

extension SiteView {
  /// The page of an appraisal; nil for a service without one.
  func appraisalPage(_ findings: OptionsFindings) -> String? {
    guard let appraisal = findings.appraisal else { return nil }
    let words = AppraisalWords(view: self, findings: findings, appraisal: appraisal)
    let paths = OptionsPaths(model: findings.model)
    let chart = words.acceptabilityChart
    let page = AppraisalPageModel(
      chrome: chrome("The shortlist weighed", path: paths.appraisal),
      kind: "<a href=\"\(paths.service)\">\(HTML.escape(findings.model.service.name))</a>",
      heading: "The shortlist weighed", answer: HTML.escape(words.answer), warning: words.warning,
      picture: chart.map { chart in
        PictureModel(
          id: chart.caption.id, title: chart.title, wide: chart.svg(.wide),
          narrow: chart.svg(.narrow), sourceLine: chart.sourceLine,
          table: TableModel(chart.table), figures: [], hasDownload: false)
      },
      sections: AppraisalTables(words: words).working, claims: words.claims,
      later: AppraisalTables(words: words).sensitivity)
    return Templates.render("appraisal", page)
  }
}

/// The sentences of an appraisal.
struct AppraisalWords {
  let view: SiteView
  let findings: OptionsFindings
  let appraisal: ServiceAppraisal
  let acceptability: RankAcceptability?

  init(view: SiteView, findings: OptionsFindings, appraisal: ServiceAppraisal) {
    self.view = view
    self.findings = findings
    self.appraisal = appraisal
    acceptability = appraisal.acceptability()
  }

  func name(_ id: OptionID) -> String { appraisal.name(id) }

  func names(_ ids: [OptionID]) -> String { PlainNumber.list(ids.map(name)) }

  /// A link to two options side by side, when they have a page.
  func comparison(_ left: OptionID, _ right: OptionID) -> String {
    let sites = [left, right].map { id in
      appraisal.options.first { $0.id == id.text }?.open ?? []
    }
    let path = OptionsPaths(model: findings.model).comparison(sites[0], sites[1])
    guard let href = view.reachable(path) else { return "" }
    let label = HTML.escape("\(name(left)) and \(name(right)) side by side")
    return "<a href=\"\(href)\">\(label)</a>"
  }

  func points(_ value: Double) -> String { PlainNumber.text(value * 100, 1) }

  var answer: String {
    let leaders = appraisal.result.leaders
    let ranking = appraisal.result.ranking
    guard let first = ranking.first, ranking.count > 1 else { return "" }
    let next = ranking.first { $0.rank > 1 }
    let support = leaders.first.flatMap { acceptability?.option($0)?.first.value }
    let lead = next.map { first.total - $0.total } ?? 0
    let verb = leaders.count == 1 ? "comes" : "come"
    let text =
      "With the weights of this page \(names(leaders)) \(verb) first, "
      + "\(points(lead)) points of 100 ahead of \(next.map { name($0.option) } ?? "none")."
    guard let support else { return text }
    return text + " \(leaders.count == 1 ? "It" : "The first") comes first in "
      + "\(PlainNumber.percent(support)) of all weights within their ranges and of all journey "
      + "times and years taken together."
  }

  /// Said in so many words where weights were never published.
  var warning: String? {
    appraisal.criteria.contains { $0.basis == "illustrative" }
      ? "The weights here illustrate: they are this plan’s own, because no published ones could be "
        + "read. What matters on this page is not who comes first but what it depends on."
      : nil
  }

  var acceptabilityChart: BarChart? {
    guard let acceptability else { return nil }
    let bars = acceptability.options.map { option in
      BarChart.Bar(name(option.option), option.first.value * 100)
    }
    let errors = acceptability.options.map { $0.first.standardError * 100 }.max() ?? 0
    return BarChart(
      caption: Caption(
        id: "acceptability",
        title: "How much of the room for disagreement puts each option first",
        summary: "For each option, the share of weights within their ranges, and of journey times "
          + "and years, that puts it first: "
          + PlainNumber.list(
            acceptability.options.map {
              "\(name($0.option)) \(PlainNumber.percent($0.first.value))"
            }) + ".",
        sourceLine: "\(PlainNumber.text(Double(ServiceAppraisal.draws))) sets of weights drawn at "
          + "random (SMAA-2; Lahdelma and Salminen, 2001); standard error at most "
          + "\(PlainNumber.text(errors, 2)) points."),
      nameHeading: "Option", valueHeading: "Share that puts it first, %",
      numbers: NumberStyle(suffix: "%", decimals: 1),
      bars: bars)
  }

  // MARK: What would have to be true

  var claims: [AppraisalPageModel.Claim] {
    appraisal.conditions.map { condition in
      let choice = appraisal.options.first { $0.id == condition.option.text }
      let sites = choice?.open.map { findings.model.site($0)?.shortName ?? $0 } ?? []
      let claim = claim(condition)
      return .init(
        name: name(condition.option), sites: PlainNumber.list(sites), verdict: claim.0,
        lines: claim.1)
    }
  }

  private func claim(_ condition: ConditionsToLead) -> (String, [String]) {
    var lines: [String] = []
    let verdict: String
    switch condition.verdict {
    case .leads: return ("It comes first now.", defence(condition))
    case .possible(let nearest):
      verdict =
        "It would come first with other weights: "
        + "\(points(nearest.distance / 2)) points of 100 would have to move."
      lines.append("All weights together: " + moves(nearest))
      lines += condition.singleWeights.compactMap(single)
    case .level(let nearest):
      verdict =
        "No weights put it first alone. At best it draws level with "
        + "\(names(nearest.sharesLeadWith))."
      lines.append("Level with these weights: " + moves(nearest))
    case .impossible(let proof):
      let others = proof.mixture.map { share in
        proof.mixture.count == 1
          ? name(share.option) : "\(PlainNumber.percent(share.share)) \(name(share.option))"
      }
      verdict = "No weights whatever put it first."
      lines.append(
        "On every criterion \(PlainNumber.list(others)) "
          + (proof.mixture.count == 1
            ? "is at least as good." : "mixed would be at least as good."))
    }
    return (verdict, lines + condition.scores.compactMap(score))
  }

  private func moves(_ nearest: NearestWeights) -> String {
    PlainNumber.list(
      appraisal.moves(nearest).map {
        "\($0.label), from \(points($0.from)) to \(points($0.to))"
      }) + "."
  }

  private func single(_ route: SingleWeightRoute) -> String? {
    guard case .criterion(let id) = route.varied, let nearest = route.nearest,
      (nearest - route.current).magnitude > ServiceAppraisal.leastMove,
      nearest < 1 - ServiceAppraisal.leastMove
    else { return nil }
    return "That weight alone: \(appraisal.label(id)), from \(points(route.current)) to "
      + "\(points(nearest)) points of 100, the others in proportion."
  }

  private func score(_ route: ScoreRoute) -> String? {
    guard case .change(let score, _, _) = route.answer else { return nil }
    return "That measure alone: \(appraisal.label(route.criterion)), from \(text(route.score)) to "
      + "\(text(score))."
  }

  func text(_ score: Score) -> String {
    switch score {
    case .symbol(let symbol): symbol
    case .number(let number):
      PlainNumber.text(number, number.magnitude < 100 ? 2 : 0)
    }
  }

  /// The weights over which the leader stays the leader.
  private func defence(_ condition: ConditionsToLead) -> [String] {
    appraisal.sensitivities.compactMap { sensitivity in
      guard case .criterion(let id) = sensitivity.varied,
        let range = sensitivity.leaderRanges.first(where: { $0.option == condition.option }),
        range.low > ServiceAppraisal.leastMove || range.high < 1 - ServiceAppraisal.leastMove
      else { return nil }
      return "It stays first while the weight of “\(appraisal.label(id))” is between "
        + "\(points(range.low)) and \(points(range.high)) points of 100 "
        + "(now \(points(sensitivity.current)))."
    }
  }
}
