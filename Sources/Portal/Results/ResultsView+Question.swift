// SPDX-License-Identifier: Apache-2.0

import Analysis
import Engagement
import Forms
import Pictures

extension ResultsView {
  func question(
    _ question: ResultQuestion, with other: String, answers: [String: Answers]
  ) throws -> ResultsQuestionModel {
    let table = try results.table(question.id)
    let main = try mainTable(question, table.total)
    return ResultsQuestionModel(
      back: root, section: question.section, text: question.text,
      answer: answer(question, table.total), versions: versions(question),
      drawing: try drawing(question, table.total), main: main,
      breaks: try table.breaks.map { try breakTable(question, $0) },
      crossing: try crossing(question, other),
      weighting: weighting(question, answers), policy: policyText, isPublic: isPublic)
  }

  /// Which answer came most often, with its interval in words.
  private func answer(_ question: ResultQuestion, _ total: TallyPair) -> String {
    let tally = total.all
    guard tally.answered > 0,
      let most = tally.counts.indices.max(by: { tally.counts[$0] < tally.counts[$1] }),
      let share = tally.share(ofOption: most)
    else { return "Nobody has answered this question." }
    if isPublic, tally.counts[most] < Self.policy.suppressBelow {
      return "Too few people answered this question for its numbers to be shown."
    }
    return "“\(question.options[most].text)” was the answer most often given: "
      + "\(Numbers.percent(share.percent)) of the \(Numbers.grouped(tally.answered)) who answered. "
      + "\(Numbers.grouped(tally.notAnswered)) left the question empty."
  }

  private func versions(_ question: ResultQuestion) -> String? {
    let same = results.questions.filter {
      $0.question == question.question && $0.statement == question.statement
    }
    guard same.count > 1 else { return nil }
    let numbers = question.versions.map(String.init).joined(separator: ", ")
    return "The answers offered were changed while the form was in use. These are the answers to "
      + "version \(numbers) only; they cannot be added to those of another version."
  }

  private func mainTable(_ question: ResultQuestion, _ total: TallyPair) throws -> Grid {
    let all = try shown(total.all.counts)
    let kept = try shown(total.excludingFlagged.counts, beside: total.all.counts)
    let rows = question.options.indices.map { place in
      [
        question.options[place].text, all.counts[place],
        share(total.all, place, all.counts[place]), kept.counts[place],
        share(total.excludingFlagged, place, kept.counts[place]),
      ]
    }
    let base = [
      "People who answered", people(total.all.answered), "",
      people(total.excludingFlagged.answered), "",
    ]
    let empty = [
      "Left empty", people(total.all.notAnswered), "",
      people(total.excludingFlagged.notAnswered), "",
    ]
    return Grid(
      "All answers",
      ["Answer", "All#", "Share, with 95% interval#", "Excluding flagged#", "Share#"],
      rows + [base, empty])
  }

  private func people(_ count: Int) -> String {
    isPublic && (1..<Self.policy.suppressBelow).contains(count) ? "*" : Numbers.grouped(count)
  }

  private func share(_ tally: Tally, _ place: Int, _ shown: String) -> String {
    guard shown != "*", let share = tally.share(ofOption: place) else { return shown }
    return "\(Numbers.percent(share.percent)) (\(Int(share.lowerPercent.rounded()))"
      + " to \(Int(share.upperPercent.rounded())))"
  }

  private func drawing(_ question: ResultQuestion, _ total: TallyPair) throws -> DrawingModel {
    let counts = try shown(total.all.counts).counts
    let bars = question.options.indices.map { place in
      let share = counts[place] == "*" ? nil : total.all.share(ofOption: place)?.percent
      return BarChart.Bar(
        question.options[place].text, share,
        display: share.map { "\(Numbers.percent($0)), \(counts[place])" } ?? "too few to show")
    }
    let title = "\(question.text) Share of those who answered"
    let chart = BarChart(
      caption: Caption(
        id: "answers", title: title,
        summary: "Bars for the share of each answer among those who answered."),
      nameHeading: "Answer", valueHeading: "% of those who answered", bars: bars)
    return DrawingModel(
      id: "answers", title: title, wide: chart.svg(.wide), narrow: chart.svg(.narrow),
      table: Grid(
        "What the picture shows", ["Answer", "%#"],
        bars.map { [$0.name, $0.value.map { Numbers.percent($0) } ?? "*"] }))
  }

  private func breakTable(_ question: ResultQuestion, _ breaks: BreakTable) throws -> Grid {
    let rows = try shown(breaks.tallies.map(\.all.counts))
    let caption =
      switch breaks.dimension {
      case .channel: "By how the response came"
      case .area: "By area"
      case .respondentType: "By kind of respondent"
      case .question(let id): "By the answer to: \(results.question(id)?.text ?? id)"
      }
    let groups = breaks.groups.map { results.name($0) }
    return Grid(
      caption, ["Group"] + question.options.map { $0.text + "#" } + ["Answered#"],
      groups.indices.map { place in
        [groups[place]] + rows.rows[place]
          + [isPublic && question.isMultiple ? "" : answered(breaks, place, rows.totals)]
      })
  }

  private func answered(_ breaks: BreakTable, _ place: Int, _ totals: [String]) -> String {
    isPublic ? totals[place] : Numbers.grouped(breaks.tallies[place].all.answered)
  }

  private func crossing(
    _ question: ResultQuestion, _ other: String
  ) throws -> ResultsQuestionModel.Crossing {
    let others = results.questions.filter { $0.id != question.id }
    let field = Field.select(
      "with", "Set beside another question",
      [("", "Choose a question")] + others.map { ($0.id, $0.text) }, chosen: other)
    guard let second = others.first(where: { $0.id == other }),
      let crossed = try results.cube.crossTabulate(question.id, by: second.id).breaks.first
    else { return .init(action: "\(root)/\(question.id)", field: field, table: nil, note: nil) }
    return .init(
      action: "\(root)/\(question.id)", field: field, table: try breakTable(question, crossed),
      note: crossed.groupsOverlap
        ? "One person can stand in several rows, because they could choose several answers." : nil)
  }

  private func weighting(
    _ question: ResultQuestion, _ answers: [String: Answers]
  ) -> ResultsQuestionModel.Weighting? {
    guard !plan.areas.isEmpty, !question.isMultiple else { return nil }
    do {
      guard
        let view = try Sensitivity(results, question, areas: plan.areas, answers: answers)
      else { return nil }
      if isPublic, view.shares.contains(where: { $0.count < Self.policy.suppressBelow }) {
        return .init(
          table: nil, text: "The weighted view is not shown, because some numbers are too small.")
      }
      let rows = zip(question.options, view.shares).map { option, share in
        [
          option.text, Numbers.percent(share.unweighted.percent),
          "\(Numbers.percent(share.weighted.percent)) (\(Int(share.weighted.lowerPercent.rounded()))"
            + " to \(Int(share.weighted.upperPercent.rounded())))",
        ]
      }
      return .init(
        table: Grid(
          "As if respondents lived where people live", ["Answer", "As given#", "Weighted#"], rows),
        text: weights(view))
    } catch {
      return .init(table: nil, text: "There is no weighted view: \(error)")
    }
  }

  private func weights(_ view: Sensitivity) -> String {
    let met =
      view.weights.marginsMet
      ? "" : " With that limit the areas could not be matched fully."
    return "Each response from an area counts for more when few came from there, but for "
      + "\(Int(view.cap)) at most.\(met) Campaigns and responses left out have no weight. The "
      + "\(Numbers.grouped(view.weights.weights.count)) responses then tell as much as "
      + "\(Numbers.grouped(Int(view.weights.effectiveSampleSize.rounded()))) would that needed no "
      + "weights. This shows how much rests on who answered. It does not make an open consultation "
      + "into a survey."
  }
}
