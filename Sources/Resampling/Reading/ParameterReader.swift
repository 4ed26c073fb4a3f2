// SPDX-License-Identifier: Apache-2.0

internal import Sampling

/// Makes sense of a tree of parameters and collects what is wrong with it.
struct ParameterReader {
  private(set) var problems: [ResamplingProblem] = []
  private var placeOfInput: [String: Int] = [:]
  private var inputs: [UncertainInput] = []
  private let file: String

  init(file: String) { self.file = file }

  private mutating func problem(
    _ tree: ParameterTree?, _ key: String?, _ found: String, _ expected: String, _ advice: String
  ) {
    problems.append(
      ResamplingProblem(
        place: file, row: tree?.line, column: key, found: found, expected: expected,
        advice: advice))
  }

  /// Every key must be one that is known, so that a slip of the pen is not passed over.
  private mutating func check(_ tree: ParameterTree, _ known: [String], _ what: String) {
    guard let entries = tree.entries else {
      problem(
        tree, nil, "no keys", "\(what) with the keys \(known.joined(separator: ", "))",
        "Write key: value.")
      return
    }
    for entry in entries where !known.contains(entry.key) {
      problem(
        entry.value, entry.key, "an unknown key", "one of \(known.joined(separator: ", "))",
        "Correct or remove it.")
    }
  }

  mutating func parameters(_ tree: ParameterTree) -> ResamplingParameters {
    var found = ResamplingParameters()
    check(
      tree,
      [
        "base_year", "last_year", "seed", "days_beyond_stay", "grows_with_column", "population",
        "health_status", "factors", "strategies", "correlations", "note",
      ], "parameters")
    found.baseYear = whole(tree, "base_year", isRequired: true) ?? 0
    found.lastYear = whole(tree, "last_year", isRequired: true) ?? 0
    if problems.isEmpty, found.lastYear < found.baseYear {
      problem(
        tree["last_year"], "last_year", "\(found.lastYear)",
        "a year from the base year, \(found.baseYear), on",
        "The horizon lies before the base: correct one of the two.")
    }
    found.seed = UInt64(max(whole(tree, "seed", isRequired: false) ?? 1, 0))
    found.daysBeyondStay = whole(tree, "days_beyond_stay", isRequired: false) ?? 1
    found.growsWithColumn = tree["grows_with_column"]?.text ?? "grows_with"
    for entry in tree["population"]?.entries ?? [] {
      if let probability = number(entry.value, "population.\(entry.key)", 0...1) {
        found.variants.append((entry.key, probability))
      }
    }
    if let health = tree["health_status"] { found.health = self.health(health) }
    found.factors = list(tree, "factors").compactMap { factor($0) }
    found.strategies = list(tree, "strategies").compactMap { strategy($0) }
    found.correlations = list(tree, "correlations").compactMap { correlation($0) }
    found.inputs = inputs
    return found
  }

  private mutating func list(_ tree: ParameterTree, _ key: String) -> [ParameterTree] {
    guard let value = tree[key] else { return [] }
    if let items = value.items { return items }
    problem(value, key, "no list", "a list", "Begin each with a dash.")
    return []
  }

  private mutating func whole(_ tree: ParameterTree, _ key: String, isRequired: Bool) -> Int? {
    guard let value = tree[key] else {
      if isRequired { problem(tree, key, "nothing", "a whole number", "Add the key.") }
      return nil
    }
    if let number = value.text.flatMap(Int.init), number >= 0 { return number }
    problem(value, key, "“\(value.text ?? "…")”", "a whole number of 0 or more", "Correct it.")
    return nil
  }

  private mutating func number(
    _ tree: ParameterTree, _ key: String, _ range: ClosedRange<Double>
  ) -> Double? {
    if let number = tree.number, range.contains(number) { return number }
    problem(
      tree, key, "“\(tree.text ?? "…")”",
      "a number from \(range.lowerBound) to \(range.upperBound)", "Correct it.")
    return nil
  }

  private mutating func health(
    _ tree: ParameterTree
  ) -> (column: String, shares: [Sex: ParameterValue])? {
    check(tree, ["column", "healthy_share"], "health_status")
    guard let column = tree["column"]?.text, let shares = tree["healthy_share"]?.entries else {
      problem(
        tree, "health_status", "no column or no healthy_share", "both",
        "Name the column of rows, and the share of added years in health by sex.")
      return nil
    }
    var found: [Sex: ParameterValue] = [:]
    for entry in shares {
      guard let sex = TableReader.sex(entry.key) else {
        problem(entry.value, entry.key, "an unknown sex", "female, male or unknown", "Correct it.")
        continue
      }
      found[sex] = value(entry.value, "healthy-share-\(sex.name)", -100...100)
    }
    return (column, found)
  }

  private mutating func factor(_ tree: ParameterTree) -> RowFactor? {
    check(tree, ["id", "family", "activity", "where", "value", "per", "note"], "a factor")
    guard let kind = kind(tree), let family = text(tree, "family"),
      let id = tree["id"]?.text ?? tree["family"]?.text,
      let written = required(tree, "value"),
      let value = value(written, id, 0...InputChecks.largestFactor)
    else { return nil }
    let per = tree["per"]?.text ?? "once"
    if per != "once", per != "year" {
      problem(tree["per"], "\(id).per", "“\(per)”", "once or year", "Correct it.")
    }
    return RowFactor(
      id: id, family: family, kind: kind, scope: scope(tree["where"], id), value: value,
      isYearly: per == "year")
  }

  private mutating func strategy(_ tree: ParameterTree) -> RowStrategy? {
    check(
      tree,
      ["id", "activity", "effect", "days", "to_pod", "where", "otherwise", "value", "note"],
      "a strategy")
    guard let kind = kind(tree), let id = text(tree, "id"), let effect = effect(tree, id),
      let written = required(tree, "value"), let value = value(written, id, 0...1)
    else { return nil }
    let isOtherwise = tree["otherwise"]?.text == "true"
    let scope = tree["where"].map { self.scope($0, id) } ?? (isOtherwise ? RowScope() : nil)
    return RowStrategy(
      id: id, kind: kind, effect: effect, value: value, scope: scope, isOtherwise: isOtherwise)
  }

  private mutating func effect(_ tree: ParameterTree, _ id: String) -> RowStrategy.Effect? {
    let effect = tree["effect"]?.text ?? ""
    switch effect {
    case "avoidance": return .avoidance
    case "length-of-stay": return .lengthOfStay
    case "pre-operative-days": return .preOperativeDays(whole(tree, "days", isRequired: true) ?? 1)
    case "remote": return .remote
    case "day-case": return text(tree, "to_pod").map { .dayCase(pod: $0) }
    case "outpatient": return text(tree, "to_pod").map { .outpatient(pod: $0) }
    case "same-day": return text(tree, "to_pod").map { .sameDay(pod: $0) }
    default:
      problem(
        tree["effect"] ?? tree, "\(id).effect", effect.isEmpty ? "nothing" : "“\(effect)”",
        "avoidance, length-of-stay, pre-operative-days, day-case, outpatient, same-day or remote",
        "Correct it.")
      return nil
    }
  }

  private mutating func correlation(_ tree: ParameterTree) -> RankCorrelation? {
    check(tree, ["first", "second", "rank_correlation", "why"], "a correlation")
    guard let first = text(tree, "first"), let second = text(tree, "second"),
      let written = required(tree, "rank_correlation"),
      let number = number(written, "rank_correlation", -1...1)
    else { return nil }
    return RankCorrelation(first, second, number)
  }

  private mutating func kind(_ tree: ParameterTree) -> ActivityKind? {
    let text = tree["activity"]?.text ?? ""
    if let kind = ActivityKind(rawValue: text) { return kind }
    problem(
      tree["activity"] ?? tree, "activity", text.isEmpty ? "nothing" : "“\(text)”",
      "spells, outpatients or emergency", "Correct it.")
    return nil
  }

  private mutating func text(_ tree: ParameterTree, _ key: String) -> String? {
    if let text = tree[key]?.text, !text.isEmpty { return text }
    problem(tree, key, "nothing", "a text", "Add the key.")
    return nil
  }

  private mutating func required(_ tree: ParameterTree, _ key: String) -> ParameterTree? {
    if let value = tree[key] { return value }
    problem(tree, key, "nothing", "a value", "Add the key.")
    return nil
  }

  /// A number; a list of two, which is an interval of 80%; a distribution; or that of another.
  private mutating func value(
    _ tree: ParameterTree, _ id: String, _ range: ClosedRange<Double>
  ) -> ParameterValue? {
    if let other = tree["same_as"]?.text {
      if let place = placeOfInput[other] { return .input(place) }
      problem(
        tree, id, "same_as “\(other)”", "an uncertain value further up", "Move or correct it.")
      return nil
    }
    if tree.text != nil { return number(tree, id, range).map { .fixed($0) } }
    do {
      guard let distribution = try distribution(tree, id, range) else { return nil }
      let place = inputs.count
      inputs.append(try UncertainInput(id: id, distribution: distribution))
      placeOfInput[id] = place
      return .input(place)
    } catch {
      problem(tree, id, "an impossible range", "a range within \(range)", error.description)
      return nil
    }
  }

  private mutating func distribution(
    _ tree: ParameterTree, _ id: String, _ range: ClosedRange<Double>
  ) throws(SamplingError) -> Distribution? {
    if let items = tree.items {
      let numbers = items.compactMap(\.number)
      if items.count == 2, numbers.count == 2 {
        return try .interval(low: numbers[0], high: numbers[1], within: range)
      }
      problem(tree, id, "a list that is no interval", "[low, high]", "Write two numbers.")
      return nil
    }
    check(tree, ["distribution", "low", "mode", "high"], "a range")
    let low = required(tree, "low").flatMap { number($0, "\(id).low", range) }
    let high = required(tree, "high").flatMap { number($0, "\(id).high", range) }
    guard let low, let high else { return nil }
    switch tree["distribution"]?.text ?? "interval" {
    case "interval": return try .interval(low: low, high: high, within: range)
    case "uniform": return try .uniform(low: low, high: high)
    case "triangular":
      guard let mode = required(tree, "mode").flatMap({ number($0, "\(id).mode", range) }) else {
        return nil
      }
      return try .triangular(low: low, mode: mode, high: high)
    default:
      problem(
        tree["distribution"], id, "“\(tree["distribution"]?.text ?? "")”",
        "interval, uniform or triangular", "Correct it.")
      return nil
    }
  }

  /// `where:` with columns and texts, and `age_from`, `age_to`, `sex`, `stay_from`.
  private mutating func scope(_ tree: ParameterTree?, _ id: String) -> RowScope {
    var scope = RowScope()
    guard let tree else { return scope }
    guard let entries = tree.entries else {
      problem(tree, "\(id).where", "no columns", "column: text", "Correct it.")
      return scope
    }
    let greatest = Int(InputChecks.greatestAge)
    let ages = (
      whole(tree, "age_from", isRequired: false) ?? 0,
      whole(tree, "age_to", isRequired: false) ?? greatest
    )
    if ages.0 > ages.1 {
      problem(tree, "\(id).where", "ages \(ages.0) to \(ages.1)", "ages in order", "Exchange them.")
    } else if ages != (0, greatest) {
      scope.ages = ages.0...ages.1
    }
    scope.leastStay = whole(tree, "stay_from", isRequired: false) ?? 0
    for entry in entries where !["age_from", "age_to", "stay_from"].contains(entry.key) {
      let texts = entry.value.items?.compactMap(\.text) ?? [entry.value.text].compactMap { $0 }
      if entry.key == "sex" {
        scope.sex = TableReader.sex(texts.first ?? "")
        if scope.sex == nil || texts.count != 1 {
          problem(entry.value, "\(id).sex", "\(texts)", "female, male or unknown", "Correct it.")
        }
      } else if texts.isEmpty {
        problem(entry.value, "\(id).\(entry.key)", "no text", "a text or a list", "Correct it.")
      } else {
        scope.texts[entry.key] = Set(texts)
      }
    }
    return scope
  }
}
