// SPDX-License-Identifier: Apache-2.0

public import Forms
import Ledger

/// Who had responded by a moment, compared with who lives there, and what follows.
public struct MidPointReview: Codable, Sendable, Equatable {
  /// A random id.
  public var id: String
  /// What it means, in plain words for the public.
  public var summary: String
  /// Responses so far.
  public var total: Int
  /// By area, in the order of the plan.
  public var areas: [Line]
  /// By kind of respondent, those without responses too.
  public var types: [Line]
  /// By channel, those without responses too.
  public var channels: [Line]
  /// Responses that name no area of the plan.
  public var withoutArea: Int

  /// One area, kind of respondent or channel.
  public struct Line: Codable, Sendable, Equatable {
    /// The id, which does not change.
    public var id: String
    /// Its name in words.
    public var name: String
    /// Responses from here.
    public var count: Int
    /// The part of the responses that it makes, from 0 to 1; nil when there are none to compare.
    public var share: Double?
    /// Where the share could lie if chance alone moved it (95%).
    public var low: Double?
    /// The upper end of that range, from 0 to 1.
    public var high: Double?
    /// The part of the population that lives there, from 0 to 1.
    public var population: Double?
    /// How many more responses from here alone would bring it to its part of the population.
    public var missing: Int?

    /// Whether fewer responded than live there, by more than chance would move it.
    public var isShort: Bool {
      guard let high, let population else { return false }
      return high < population
    }
  }

  /// The review of responses so far, with an interval for a share by count and total.
  public init(
    summary: String, responses: [ResponseRecord], areas: [AreaProfile], form: FormDefinition?,
    interval: @Sendable (Int, Int) -> (low: Double, high: Double)?
  ) {
    id = RandomID.make()
    self.summary = summary
    total = responses.count
    let byArea = Self.counts(responses.map(\.response.attributes.area))
    let known = areas.reduce(0) { $0 + (byArea[$1.id] ?? 0) }
    withoutArea = total - known
    let population = areas.reduce(0) { $0 + $1.population }
    self.areas = areas.map { area in
      Line(
        area.id, area.name, byArea[area.id] ?? 0, of: known,
        population: population > 0 ? area.population / population : nil, interval)
    }
    let byType = Self.counts(responses.map(\.response.attributes.respondentType))
    types = Self.kinds(form, found: byType).map {
      Line($0.id, $0.text, byType[$0.id] ?? 0, of: responses.count, population: nil, interval)
    }
    let byChannel = Self.counts(responses.map { $0.response.channel.rawValue })
    channels = Channel.allCases.map {
      Line(
        $0.rawValue, $0.label, byChannel[$0.rawValue] ?? 0, of: responses.count, population: nil,
        interval)
    }
  }

  /// Everyone of whom too few or none have responded.
  public var short: [Line] { areas.filter(\.isShort) }

  private static func counts(_ values: [String?]) -> [String: Int] {
    values.reduce(into: [:]) { counts, value in
      if let value { counts[value, default: 0] += 1 }
    }
  }

  private static func kinds(_ form: FormDefinition?, found: [String: Int]) -> [Choice] {
    var choices: [Choice] = []
    for question in form?.questions ?? [] where question.attribute == .respondentType {
      switch question.kind {
      case .chooseOne(let offered, _), .chooseAny(let offered, _): choices += offered
      default: break
      }
    }
    let known = Set(choices.map(\.id))
    return choices
      + found.keys.filter { !known.contains($0) }.sorted().map { Choice(id: $0, text: $0) }
  }
}

extension MidPointReview.Line {
  init(
    _ id: String, _ name: String, _ count: Int, of total: Int, population: Double?,
    _ interval: @Sendable (Int, Int) -> (low: Double, high: Double)?
  ) {
    self.id = id
    self.name = name
    self.count = count
    share = total > 0 ? Double(count) / Double(total) : nil
    let range = interval(count, total)
    low = range?.low
    high = range?.high
    self.population = population
    missing = population.flatMap { Representation.missing(count, of: total, toReach: $0) }
  }
}

/// Shares of a count, and what is missing to reach one.
public enum Representation {
  /// The interval of Wilson (1927) for a share, with 95% confidence; nil when nothing was counted.
  ///
  /// People who choose to respond are no random sample: the interval says only how far chance moves
  /// a count of this size.
  public static func interval(_ count: Int, of total: Int) -> (low: Double, high: Double)? {
    guard total > 0, count >= 0, count <= total else { return nil }
    let z = 1.959963984540054
    let n = Double(total)
    let share = Double(count) / n
    let scale = 1 + z * z / n
    let middle = (share + z * z / (2 * n)) / scale
    let half = z / scale * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    return (max(0, middle - half), min(1, middle + half))
  }

  /// How many more from one group alone would bring it to a share: the least whole `x` with
  /// `(count + x) / (total + x) >= share`; nil when the share cannot be reached.
  public static func missing(_ count: Int, of total: Int, toReach share: Double) -> Int? {
    guard total > 0, share >= 0, share < 1 else { return nil }
    let exact = (share * Double(total) - Double(count)) / (1 - share)
    return max(0, Int((exact - 1e-9).rounded(.up)))
  }
}
