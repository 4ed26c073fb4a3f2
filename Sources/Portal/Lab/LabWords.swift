// SPDX-License-Identifier: Apache-2.0

import Pictures

/// The plain English of the lab.
enum LabWords {
  /// "1 assumption", "6 assumptions".
  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(NumberStyle().text(Double(number))) \(number == 1 ? one : many)"
  }

  /// "a, b and c".
  static func list(_ items: [String], _ word: String = "and") -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(word) \(last)"
  }

  /// The plan's range of an assumption.
  static func about(_ input: LabInput) -> String {
    guard input.low < input.high else {
      return "The plan says \(LabNumbers.text(input.central, input.unit))."
    }
    let range = LabNumbers.between(input.low, input.high, input.unit)
    let start = "The plan says \(LabNumbers.text(input.central, input.unit)), \(range)"
    return input.shape.isEmpty ? "\(start)." : "\(start); \(input.shape)."
  }

  /// What others found.
  static func evidence(_ evidence: LabInput.Evidence, _ unit: String) -> String {
    let range =
      evidence.low == evidence.high
      ? LabNumbers.text(evidence.low, unit)
      : LabNumbers.between(evidence.low, evidence.high, unit)
    let strength = evidence.strength.isEmpty ? "" : " (\(evidence.strength) evidence)"
    let label = evidence.label.hasSuffix(".") ? String(evidence.label.dropLast()) : evidence.label
    return "\(label): \(range)\(strength)."
  }

  /// What an assumption can be set to, with the numbers.
  static func choices(_ input: LabInput) -> [(value: String, label: String)] {
    let text = { (value: Double) in LabNumbers.text(value, input.unit) }
    var choices = [
      (LabForm.plan, "As the plan says" + (input.low < input.high ? ", anywhere in its range" : ""))
    ]
    if input.low < input.high {
      choices.append(("low", "The plan’s low end: \(text(input.low))"))
      choices.append(("central", "The plan’s middle: \(text(input.central))"))
      choices.append(("high", "The plan’s high end: \(text(input.high))"))
    }
    if input.central != 0 {
      choices.append(("half", "Half of what the plan says: \(text(input.central / 2))"))
    }
    if let middle = input.evidenceMiddle {
      choices.append(("evidence", "The middle of the evidence: \(text(middle))"))
    }
    choices.append(("number", "The number typed below"))
    return choices
  }

  /// A change in words: "Shift to community: 7.5% in every run, instead of between 10% and 20%".
  static func change(_ setting: LabSetting, _ input: LabInput) -> String {
    let value = LabNumbers.text(setting.value(of: input), input.unit)
    let before =
      input.low < input.high
      ? "anywhere \(LabNumbers.between(input.low, input.high, input.unit))"
      : LabNumbers.text(input.central, input.unit)
    return "\(input.label): \(value) in every run, instead of \(before)"
  }

  /// A spread: "£320 million in the middle run, and between £250 million and £400 million in 8 of 10".
  static func spread(_ spread: FanChart.Spread, _ measure: LabMeasure) -> String {
    let numbers = measure.numbers
    if numbers.text(spread.lowest) == numbers.text(spread.highest) {
      return "\(numbers.text(spread.middle)) in every run"
    }
    return "about \(numbers.text(spread.middle)), and \(between(spread, measure)) in 8 of 10 runs"
  }

  /// The range of eight runs in ten: "between £250 million and £400 million".
  static func between(_ spread: FanChart.Spread, _ measure: LabMeasure) -> String {
    "between \(measure.numbers.text(spread.lowest)) and \(measure.numbers.text(spread.highest))"
  }

  /// The answer of a page, before everything else.
  static func answer(_ result: LabResult) -> String {
    guard let headline = result.fans.first, let last = headline.withPlan.last,
      let year = result.years.last
    else { return "There is nothing to work out." }
    let measure = headline.measure
    var text =
      "By \(year), \(lowered(measure.label)) with "
      + (headline.before == nil ? "the plan" : "the plan as you changed it")
      + " is \(spread(last, measure))."
    if let before = headline.before?.last {
      let difference = last.middle - before.middle
      text += " Before your change it was about \(measure.numbers.text(before.middle))"
      text +=
        measure.numbers.text(difference.magnitude) == measure.numbers.text(0)
        ? ": your change hardly moves it."
        : ": your change makes it \(measure.numbers.text(difference.magnitude)) "
          + "\(difference > 0 ? "larger" : "smaller"), which is "
          + "\((difference < 0) == measure.isBetterLow ? "better" : "worse")."
    } else if let undone = headline.doNothing.last {
      text += " If nothing were done it would be about \(measure.numbers.text(undone.middle))."
    }
    return text
  }

  /// What a change comes from, in a sentence: the largest parts first.
  static func why(_ account: LabResult.Account, _ numbers: NumberStyle) -> String {
    let shares = account.shares.filter {
      numbers.text($0.amount.magnitude) != numbers.text(0)
    }.sorted { $0.amount.magnitude > $1.amount.magnitude }
    guard let first = shares.first else { return "No part of it moves much." }
    let total = numbers.signed(account.to - account.from)
    if shares.count == 1 { return "All of the change, \(total), comes from “\(first.label)”." }
    let named = shares.prefix(3).map { "“\($0.label)” (\(numbers.signed($0.amount)))" }
    return "The change is \(total) on average. Most of it comes from \(list(Array(named)))."
  }

  /// The assumption that matters most, in a sentence.
  static func mostImportant(
    _ input: LabInput, _ swing: LabResult.Swing, _ share: Double?, _ measure: LabMeasure,
    _ year: String
  ) -> String {
    let numbers = measure.numbers
    let more = swing.atHigh >= swing.atLow ? "more" : "less"
    var text =
      "What matters most is “\(input.label)”. If it is "
      + "\(LabNumbers.text(input.high, input.unit)) and not "
      + "\(LabNumbers.text(input.low, input.unit)), \(lowered(measure.label)) in \(year) is "
      + "\(numbers.text((swing.atHigh - swing.atLow).magnitude)) \(more)."
    if let share, share >= 0.01 {
      text +=
        " It alone accounts for about \(Int((share * 100).rounded()))% of the "
        + "difference between runs."
    }
    return text
  }

  /// A label as it stands within a sentence: "Gap of the system" becomes "the gap of the system".
  static func lowered(_ label: String) -> String {
    guard let first = label.first else { return label }
    let rest = label.dropFirst()
    // A second capital means an abbreviation, such as "A&E" or "NHS".
    let isWord = rest.first.map { $0.isLowercase || $0 == " " } ?? true
    let plain = isWord ? first.lowercased() + rest : label
    return plain.hasPrefix("the ") ? plain : "the \(plain)"
  }
}
