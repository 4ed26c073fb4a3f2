// SPDX-License-Identifier: Apache-2.0

import Pictures

/// The pictures of a result, each with its finding as the title.
struct LabPictures {
  let result: LabResult
  let laboratory: Laboratory

  private var year: String { result.years.last ?? "" }
  private var source: String {
    "Worked out in the lab from \(NumberStyle().text(Double(result.runs))) runs, seed "
      + "\(result.seed)."
      + (laboratory.synthetic.map { " \($0)" } ?? "")
  }

  /// One fan for each measure.
  var fans: [DrawingModel] {
    result.fans.enumerated().map { place, fan in
      var series = [FanChart.Series("Nothing done", fan.doNothing)]
      if let before = fan.before { series.append(.init("The plan", before)) }
      series.append(
        .init(fan.before == nil ? "With the plan" : "Your change", fan.withPlan))
      return DrawingModel(
        FanChart(
          caption: Caption(
            id: "fan-\(place + 1)", title: title(fan), summary: summary(fan), sourceLine: source),
          placeHeading: "Financial year", valueHeading: "\(fan.measure.label), \(fan.measure.unit)",
          numbers: fan.measure.short, places: result.years, series: series,
          promise: fan.promise.map { .init("Promise", at: $0.value) }))
    }
  }

  private func title(_ fan: LabResult.Fan) -> String {
    guard let last = fan.withPlan.last else { return fan.measure.label }
    let least = fan.measure.numbers.text(last.lowest) == fan.measure.numbers.text(last.highest)
    return "\(fan.measure.label): "
      + (least
        ? fan.measure.numbers.text(last.middle) : LabWords.between(last, fan.measure))
      + " by \(year)"
  }

  private func summary(_ fan: LabResult.Fan) -> String {
    let ends = [("If nothing is done", fan.doNothing.last), ("With the plan", fan.withPlan.last)]
    return ends.compactMap { name, spread in
      spread.map { "\(name): \(LabWords.spread($0, fan.measure)), in \(year)." }
    }.joined(separator: " ")
  }

  /// What the headline came to in each run.
  var histogram: DrawingModel? {
    guard let headline = result.fans.first, let last = headline.withPlan.last,
      !result.runValues.isEmpty
    else { return nil }
    let heading = "\(headline.measure.label) in \(year), \(headline.measure.unit)"
    let title =
      headline.measure.numbers.text(last.low) == headline.measure.numbers.text(last.high)
      ? "Every run comes to about \(headline.measure.numbers.text(last.middle))"
      : "Half of the runs come to between \(headline.measure.numbers.text(last.low)) and "
        + headline.measure.numbers.text(last.high)
    return DrawingModel(
      RunsHistogram(
        caption: Caption(
          id: "runs", title: title,
          summary: "\(title). The table gives the number of runs in each step.", sourceLine: source),
        valueHeading: heading, numbers: headline.measure.short, values: result.runValues,
        reference: headline.promise.map { .init("Promise", at: $0.value) }))
  }

  /// From the first year to the last, part by part.
  var makeup: DrawingModel? {
    result.makeup.flatMap { account in
      bridge(
        "makeup", account,
        title: finding("From \(result.years.first ?? "") to \(year)", account))
    }
  }

  /// From the plan as it stands to what was set.
  var change: DrawingModel? {
    result.change.flatMap { bridge("change", $0, title: finding("Your change", $0)) }
  }

  /// A change and its largest part: "Your change adds £30m on average, most of it by “x”".
  private func finding(_ start: String, _ account: LabResult.Account) -> String {
    guard let measure = result.fans.first?.measure else { return start }
    let total = account.to - account.from
    let along = account.shares.filter { ($0.amount < 0) == (total < 0) }
    let size = measure.short.text(total.magnitude)
    guard let most = along.max(by: { $0.amount.magnitude < $1.amount.magnitude }),
      size != measure.short.text(0)
    else { return "\(start): hardly any change on average" }
    return "\(start), \(size) \(total < 0 ? "less" : "more") on average, most of it by "
      + "“\(most.label)”"
  }

  private func bridge(
    _ id: String, _ account: LabResult.Account, title: String
  ) -> DrawingModel? {
    guard let measure = result.fans.first?.measure else { return nil }
    let steps =
      [Waterfall.Step(account.fromLabel, .start(account.from))]
      + main(account.shares, measure).map { share in
        Waterfall.Step(
          share.label, .change(share.amount),
          tone: (share.amount < 0) == measure.isBetterLow ? .good : .bad)
      } + [Waterfall.Step(account.toLabel, .end(stated: nil))]
    return DrawingModel(
      Waterfall(
        caption: Caption(
          id: id, title: title, summary: LabWords.why(account, measure.numbers),
          sourceLine: source),
        valueHeading: "\(measure.label), \(measure.unit)", numbers: measure.short, steps: steps))
  }

  /// The parts that are large enough to be printed, eleven at most, and the others as one, so that
  /// the parts still add up.
  private func main(
    _ shares: [LabResult.Share], _ measure: LabMeasure
  ) -> [LabResult.Share] {
    let ordered = shares.sorted { $0.amount.magnitude > $1.amount.magnitude }
    let large = ordered.prefix(11).prefix {
      measure.short.text($0.amount.magnitude) != measure.short.text(0)
    }
    let rest = ordered.dropFirst(large.count)
    guard rest.count > 1 else { return ordered }
    return large
      + [
        LabResult.Share(
          "\(rest.count) smaller parts together", rest.reduce(0) { $0 + $1.amount })
      ]
  }

  /// How likely each promise is kept.
  var chances: DrawingModel? {
    guard !result.promises.isEmpty else { return nil }
    let likely = result.promises.count { $0.chance >= 0.5 }
    let title =
      result.promises.count == 1
      ? "\(result.promises[0].label): kept \(LabWords.kept(result.promises[0].chance))"
      : "\(likely == 0 ? "None" : "\(likely)") of \(result.promises.count) promises "
        + "\(likely == 1 ? "is" : "are") more likely kept than not"
    return DrawingModel(
      ChanceChart(
        caption: Caption(
          id: "promises", title: title,
          summary: result.promises.map {
            "\($0.label): \(ChanceChart.words($0.chance))."
          }.joined(separator: " "), sourceLine: source),
        nameHeading: "Promise",
        rows: result.promises.map { promise in
          ChanceChart.Row(
            promise.label, chance: promise.chance, interval: promise.interval,
            note: promise.before.map { "Before your change: \(ChanceChart.words($0))" })
        }))
  }

  /// What moves the headline, an assumption at a time.
  var tornado: DrawingModel? {
    guard let headline = result.fans.first, let first = swings.first else { return nil }
    let title = "“\(first.input.label)” moves it most"
    return DrawingModel(
      TornadoChart(
        caption: Caption(
          id: "tornado", title: title,
          summary: swings.prefix(3).map { item in
            "\(item.input.label): from \(headline.measure.numbers.text(item.swing.atLow)) to "
              + "\(headline.measure.numbers.text(item.swing.atHigh))."
          }.joined(separator: " "), sourceLine: source),
        valueHeading: "\(headline.measure.label) in \(year), \(headline.measure.unit)",
        numbers: headline.measure.short, centre: result.centre,
        bars: swings.prefix(12).map { item in
          .init(
            item.input.label, atLow: item.swing.atLow, atHigh: item.swing.atHigh,
            lowEnd: LabNumbers.text(item.input.low, item.input.unit),
            highEnd: LabNumbers.text(item.input.high, item.input.unit))
        }))
  }

  /// The swings with their assumptions, the widest first.
  var swings: [(input: LabInput, swing: LabResult.Swing)] {
    result.swings.compactMap { swing in
      laboratory.input(swing.input).map { ($0, swing) }
    }.sorted {
      ($0.swing.atHigh - $0.swing.atLow).magnitude > ($1.swing.atHigh - $1.swing.atLow).magnitude
    }
  }
}

extension LabWords {
  /// How often something holds: "in about 3 of 10 runs".
  static func kept(_ chance: Double) -> String {
    let words = ChanceChart.words(chance)
    return words.hasPrefix("in ") ? words : "in \(words) runs"
  }
}
