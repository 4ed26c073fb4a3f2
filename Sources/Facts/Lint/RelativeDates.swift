// SPDX-License-Identifier: Apache-2.0

extension Linter {
  /// Figures whose document says only "last year" or the like, and not which.
  static func ambiguousPeriods(_ input: LintInput) -> [Finding] {
    input.graph.facts.compactMap { fact in
      guard fact.period?.isStated != true,
        let phrase = fact.citations.lazy.compactMap({ relativeDate(in: $0.quotation) }).first
      else { return nil }
      let reading = fact.period.map { " The plan reads it as \(named($0))." } ?? ""
      return Finding(
        rule: "ambiguous-period", subject: fact.id.rawValue, severity: .warning,
        title: "\(fact.label): “\(phrase)” does not say which",
        explanation: "The document says “\(phrase)”, and a reader today cannot know which is "
          + "meant.\(reading) Find a document that names it.",
        facts: [fact.id], places: input.places(of: [fact]))
    }
  }

  /// The plan's own prose that will go stale: "last year", "next summer".
  static func relativeDatesInProse(_ input: LintInput) -> [Finding] {
    input.passages.compactMap { passage in
      guard let phrase = relativeDate(in: unquoted(passage.text)) else { return nil }
      return Finding(
        rule: "relative-date", subject: "\(passage.place.file)#\(passage.place.row ?? 0)",
        severity: .warning,
        title: "\(passage.place): “\(phrase)” goes stale",
        explanation: "The page will be read later than it was written. Name the year, or put "
          + "the words in quotation marks when they are somebody else's.",
        places: [passage.place])
    }
  }

  /// How many figures carry a date that the plan had to infer.
  static func inferredPeriods(_ input: LintInput) -> [Finding] {
    let inferred = input.graph.facts.filter { $0.period?.isStated == false && !$0.isDerived }
    guard !inferred.isEmpty else { return [] }
    let count = inferred.count == 1 ? "1 figure has" : "\(inferred.count) figures have"
    return [
      Finding(
        rule: "inferred-periods", subject: "plan", severity: .note,
        title: "\(count) a date that its document does not state",
        explanation: "The plan gives them the date of publication and says “date not stated” "
          + "wherever they are shown.",
        facts: inferred.map(\.id), places: [])
    ]
  }

  /// The first phrase in a text that means a time only to somebody who knows when it was
  /// written, as printed, or nil.
  static func relativeDate(in text: String) -> String? {
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }
    let pointers: Set<String> = ["last", "next", "this", "past", "current", "coming", "previous"]
    let spans: Set<String> = [
      "year", "years", "month", "months", "summer", "autumn", "winter", "spring", "decade",
    ]
    for (index, word) in words.enumerated() where pointers.contains(word.lowercased()) {
      for length in 1...2 where index + length < words.count {
        let candidate = words[index + length].lowercased()
        guard spans.contains(candidate) else { continue }
        if index + length + 1 < words.count, isYear(words[index + length + 1]) { continue }
        return words[index...(index + length)].joined(separator: " ")
      }
    }
    return nil
  }

  /// Whether a word is a year, or begins with one: 2016-17, but not the 400 of 400 beds.
  private static func isYear(_ word: Substring) -> Bool {
    guard let year = Int(word.prefix { $0.isNumber }) else { return false }
    return (1900...2100).contains(year)
  }

  private static func named(_ period: Period) -> String {
    Period(from: period.start, through: period.end).plainEnglish
  }

  private static func unquoted(_ text: String) -> String {
    var result = ""
    var isQuoted = false
    for character in text {
      switch character {
      case "“": isQuoted = true
      case "”": isQuoted = false
      case "\"": isQuoted.toggle()
      default: if !isQuoted { result.append(character) }
      }
    }
    return result
  }
}
