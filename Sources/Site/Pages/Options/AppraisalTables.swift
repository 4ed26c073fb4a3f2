// SPDX-License-Identifier: Apache-2.0

import Appraisal
import Assessment
import Facts
import PlanPackage

/// The tables of an appraisal: its working, and what it depends on.
struct AppraisalTables {
  let words: AppraisalWords
  private var appraisal: ServiceAppraisal { words.appraisal }

  var working: [ProseModel.SectionModel] { [totals, measures, weights] }

  var sensitivity: [ProseModel.SectionModel] {
    [near, dominance, tornado, scenarios, ranks, history].compactMap { $0 }
  }

  private var optionColumns: [(String, Bool)] {
    appraisal.result.options.map { (words.name($0.option), true) }
  }

  /// Points by criterion that add up to the total.
  private var totals: ProseModel.SectionModel {
    var rows = appraisal.result.weights.enumerated().map { index, step in
      TableModel.Row(
        HTML.escape(appraisal.label(step.criterion)),
        [.number(words.points(step.weight))]
          + appraisal.result.options.map {
            .number(words.points($0.contributions[index].amount))
          })
    }
    rows.append(
      TableModel.Row(
        "<strong>Total</strong>",
        [.number(words.points(1))]
          + appraisal.result.options.map {
            .number("<strong>\(words.points($0.total))</strong>")
          }))
    rows.append(
      TableModel.Row(
        "Rank", [.number("")] + appraisal.result.options.map { .number("\($0.rank)") }))
    return .init(
      heading: "Points",
      text: "Each criterion gives at most its weight. The points in a column add up to its total.",
      table: TableModel(
        caption: "Points of 100 by criterion and option",
        columns: [("Criterion", false), ("At most", true)] + optionColumns, rows: rows))
  }

  private var measures: ProseModel.SectionModel {
    let rows = appraisal.criteria.enumerated().map { index, row -> TableModel.Row in
      let cells = appraisal.result.options.map { option -> TableModel.Cell in
        let valuation = option.contributions[index].valuation
        return .number(
          words.text(valuation.score) + (valuation.isClipped ? " *" : ""))
      }
      let scale =
        row.measure == .scored
        ? "-- to ++"
        : "\(words.text(.number(row.worst ?? 0))) to \(words.text(.number(row.best ?? 0)))"
      return TableModel.Row(HTML.escape(row.label), [.number(scale)] + cells)
    }
    return .init(
      heading: "Measures",
      text: "What was measured or scored, and the two ends of each scale: at the first it is worth "
        + "nothing, at the second all of its weight, in a straight line between. A star marks a "
        + "measure beyond an end.",
      table: TableModel(
        caption: "Measures by criterion and option",
        columns: [("Criterion", false), ("From worst to best", true)] + optionColumns, rows: rows))
  }

  private var weights: ProseModel.SectionModel {
    let rows = appraisal.criteria.map { row in
      TableModel.Row(
        HTML.escape(row.label),
        [
          .text(row.group.firstUppercased),
          .number(
            "\(PlainNumber.text(row.weightLow ?? row.weight)) to "
              + PlainNumber.text(row.weightHigh ?? row.weight)),
          .number(PlainNumber.text(row.weight)),
          .text(row.basis == "stated" ? "Published" : "Illustration"), .text(row.note),
        ])
    }
    return .init(
      heading: "Weights",
      text: "A swing weight says how much it matters to go from the worst to the best end of the "
        + "scale, not how important the subject is.",
      table: TableModel(
        caption: "Swing weights",
        columns: [
          ("Criterion", false), ("Under", false), ("Reasonable range", true), ("Used", true),
          ("Basis", false), ("What to know", false),
        ], rows: rows))
  }

  /// Options too close to the first for their points to decide, each with a page of who gains.
  private var near: ProseModel.SectionModel? {
    let margin = 0.05
    guard let close = try? appraisal.model.nearOptimal(within: margin), let first = close.first,
      close.count > 1
    else { return nil }
    let rows = close.dropFirst().map { option in
      TableModel.Row(
        HTML.escape(words.name(option.option)),
        [
          .number(words.points(option.shortfall)),
          .text(
            PlainNumber.list(
              option.differences.prefix(3).map {
                "\(appraisal.label($0.criterion)) \(words.points($0.effect))"
              })), .html(words.comparison(first.option, option.option)),
        ])
    }
    return .init(
      heading: "Close to the first",
      text: "Within \(words.points(margin)) points of \(HTML.escape(words.name(first.option))) the "
        + "points do not decide. What differs most, in points, and who gains and loses by place and "
        + "by deprivation:",
      table: TableModel(
        caption: "Options close to the first",
        columns: [
          ("Option", false), ("Points behind", true), ("What differs most", false),
          ("Who gains and loses", false),
        ], rows: rows))
  }

  private var dominance: ProseModel.SectionModel {
    let front = appraisal.dominance.front
    var text = "\(words.names(front)) \(front.count == 1 ? "is" : "are") beaten by none: no other "
    text += "option is at least as good on every criterion."
    let rows = appraisal.dominance.pairs.map { pair in
      TableModel.Row(
        HTML.escape(words.name(pair.worse)),
        [
          .text(words.name(pair.better)),
          .text(PlainNumber.list(pair.betterOn.map(appraisal.label))),
        ])
    }
    return .init(
      heading: "Whatever the weights", text: HTML.escape(text),
      table: rows.isEmpty
        ? nil
        : TableModel(
          caption: "Options that another beats on every criterion that tells them apart",
          columns: [("Option", false), ("Beaten by", false), ("Better on", false)], rows: rows))
  }

  private var tornado: ProseModel.SectionModel {
    let tornado = appraisal.tornado
    let rows = tornado.bars.compactMap { bar -> TableModel.Row? in
      guard case .weight(.criterion(let id)) = bar.varied else { return nil }
      return TableModel.Row(
        HTML.escape(appraisal.label(id)), [bar.low, bar.high].flatMap(ends))
    }
    return .init(
      heading: "One weight at a time",
      text:
        "The lead of \(HTML.escape(words.name(tornado.leader))) when one weight goes to the ends "
        + "of its range and the others stay. It is now \(words.points(tornado.margin)) points. The "
        + "widest come first.",
      table: TableModel(
        caption: "Lead in points of 100",
        columns: [
          ("Weight of", false), ("Lead at low", true), ("First there", false),
          ("Lead at high", true), ("First there", false),
        ], rows: rows))
  }

  private func ends(_ end: TornadoEnd?) -> [TableModel.Cell] {
    guard let end else { return [.number(""), .text("no weight left")] }
    return [.number(words.points(end.margin)), .text(words.names(end.leaders))]
  }

  private var scenarios: ProseModel.SectionModel {
    let comparison = appraisal.comparison
    let rows = zip(appraisal.scenarios, comparison.scenarios).map { basis, outcome in
      TableModel.Row(
        HTML.escape(basis.name),
        [.text(words.names(outcome.leaders))]
          + outcome.options.map { .number(words.points($0.regret)) })
    }
    let cautious = words.names(comparison.minimaxRegretChoice)
    return .init(
      heading: "By journey times and years",
      text:
        "What is lost by choosing an option if these journey times and years are the right ones: "
        + "its regret, in points. The choice whose largest regret is smallest is "
        + "\(HTML.escape(cautious)).",
      table: TableModel(
        caption: "Regret in points of 100",
        columns: [("If these are right", false), ("First", false)] + optionColumns, rows: rows))
  }

  private var ranks: ProseModel.SectionModel? {
    guard let options = words.acceptability?.options else { return nil }
    let rows = options.map { option in
      TableModel.Row(
        HTML.escape(words.name(option.option)),
        option.ranks.map { .number(PlainNumber.percent($0.value)) })
    }
    return .init(
      heading: "Support for every rank", text: nil,
      table: TableModel(
        caption: "Share of weights, journey times and years that give each rank",
        columns: [("Option", false)] + options.indices.map { ("Rank \($0 + 1)", true) },
        rows: rows))
  }

  private var history: ProseModel.SectionModel? {
    guard let history = appraisal.history else { return nil }
    let rows = history.steps.map { step -> TableModel.Row in
      let timing =
        switch step.timing {
        case .beforeScoresWereSeen: "Before scores were seen"
        case .onTheDay: "On the day scores were seen"
        case .afterScoresWereSeen: "After scores were seen"
        }
      let moved = step.effects.filter { $0.rankBefore != $0.rankAfter }.map {
        "\(words.name($0.option)) from \($0.rankBefore) to \($0.rankAfter)"
      }
      return TableModel.Row(
        HTML.escape(step.to.text),
        [
          .text(timing), .text(PlainNumber.list(step.changes.map(change))),
          .text(moved.isEmpty ? "No rank changed" : PlainNumber.list(moved)),
          .text(step.changedLeaders ? "Yes" : "No"),
        ])
    }
    return .init(
      heading: "Criteria that changed",
      text: history.flagged.isEmpty
        ? "Every change was made before scores were seen."
        : "Some changes were made when scores could already be seen. That can be right; who gained "
          + "has to be known.",
      table: TableModel(
        caption: "Changes of the criteria and what they did",
        columns: [
          ("From", false), ("When", false), ("What changed", false), ("Ranks", false),
          ("Another first", false),
        ], rows: rows))
  }

  private func change(_ change: CriteriaChange) -> String {
    switch change {
    case .added(let id, _): "added: \(appraisal.label(id))"
    case .removed(let id, _): "removed: \(appraisal.label(id))"
    case .reweighted(let id, let before, let after, _):
      "\(appraisal.label(id)) from \(words.points(before)) to \(words.points(after)) points"
    case .relabelled(let id, _, _): "another name: \(appraisal.label(id))"
    case .directionReversed(let id, _, _): "better became worse: \(appraisal.label(id))"
    case .redefined(let id, _, _): "another scale: \(appraisal.label(id))"
    case .regrouped(let id, _, _): "another heading: \(appraisal.label(id))"
    case .rescored(let cell, _, _):
      "another score: \(words.name(cell.option)) on \(appraisal.label(cell.criterion))"
    }
  }
}
