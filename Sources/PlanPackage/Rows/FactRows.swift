// SPDX-License-Identifier: Apache-2.0

public import Facts

/// A figure that a plan derives by formula.
public struct DerivedRow: Sendable {
  /// Permanent name of the fact.
  public let id: FactID
  /// What is measured; empty means the id.
  public let measure: String
  /// What the figure is, in plain English.
  public let label: String
  /// The rule, with fact ids in braces.
  public let formula: Formula
  /// GBP, GBP million, GBP billion, % or a plural noun.
  public let unit: Unit
  /// When it is true.
  public let period: Period?
  /// What kind of statement it is.
  public let basis: Basis
  /// Who or where it covers.
  public let scope: String
  /// For money: cash, or the year whose prices it is in.
  public let priceBase: String?
  /// Digits after the decimal point worth showing.
  public let decimals: Int
  /// Anything a reader should know about the figure.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let id = FactID(row["id"]), let formula = try? Formula(row["formula"]),
      let basis = Basis(rawValue: row["basis"])
    else { return nil }
    self.id = id
    self.formula = formula
    self.basis = basis
    measure = row["measure"].isEmpty ? row["id"] : row["measure"]
    label = row["label"]
    unit = Unit(row["unit"])
    period = Period(row["period"])
    scope = row["scope"]
    priceBase = row["price_base"].isEmpty ? nil : row["price_base"]
    decimals = Int(row["decimals"]) ?? 0
    note = row["note"]
    self.row = row.number
  }
}

/// Something that a plan assumes.
public struct AssumptionRow: Sendable {
  /// Permanent name; the assumption is a fact by this name.
  public let id: FactID
  /// What is assumed, in plain English.
  public let label: String
  /// The low end of what is credible.
  public let low: Quantity?
  /// The value used unless a scenario says otherwise.
  public let central: Quantity
  /// The high end of what is credible.
  public let high: Quantity?
  /// How likely values are; nil when the plan does not say.
  public let distribution: Distribution?
  /// green: recent validated data; amber: some; red: little.
  public let quality: String
  /// How much results move with it.
  public let impact: String
  /// Who answers for it.
  public let owner: String
  /// When it has to be looked at again.
  public let reviewBy: Day
  /// Where the value comes from.
  public let source: String
  /// Why this value.
  public let why: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  /// How values of an assumption are spread.
  public enum Distribution: String, Sendable, CaseIterable {
    /// All between low and high, each as likely.
    case uniform
    /// All between low and high, most about central.
    case triangular
    /// About central; 80% between low and high.
    case normal
    /// About the middle of low and high; 80% between the two.
    case interval
    /// Always central.
    case fixed
  }

  init?(_ row: Row) {
    let unit = Unit(row["unit"])
    let priceBase = unit.isMoney ? "cash" : nil
    guard let id = FactID(row["id"]), let reviewBy = Day(iso: row["review_by"]),
      let central = Quantity(printed: row["central"], unit: unit, priceBase: priceBase)
    else { return nil }
    self.id = id
    self.central = central
    self.reviewBy = reviewBy
    label = row["label"]
    low = Quantity(printed: row["low"], unit: unit, priceBase: priceBase)
    high = Quantity(printed: row["high"], unit: unit, priceBase: priceBase)
    distribution = Distribution(rawValue: row["distribution"])
    quality = row["quality"]
    impact = row["impact"]
    owner = row["owner"]
    source = row["source"]
    why = row["why"]
    self.row = row.number
  }
}

/// A term in plain English.
public struct GlossaryRow: Sendable {
  /// The term.
  public let term: String
  /// What it means, at a reading age of about 12.
  public let meaning: String
  /// Other names and abbreviations, separated by semicolons.
  public let also: [String]
  /// Where the meaning comes from, when it is not our own.
  public let source: String

  init(_ row: Row) {
    term = row["term"]
    meaning = row["meaning"]
    also = row.list("also")
    source = row["source"]
  }
}

extension Row {
  /// A cell of values separated by semicolons.
  func list(_ column: String) -> [String] {
    self[column].split(separator: ";").map { part in
      var text = part
      while text.first == " " { text.removeFirst() }
      while text.last == " " { text.removeLast() }
      return String(text)
    }
  }
}

extension Source {
  init(_ row: Row) {
    self.init(
      id: row["id"], title: row["title"], publisher: row["publisher"],
      published: Period(row["published"]), kind: row["kind"], licence: row["licence"],
      address: row["address"], note: row["note"])
  }
}

extension Fact {
  init?(_ row: Row, further: [Citation]) {
    let unit = Unit(row["unit"])
    let priceBase = row["price_base"].isEmpty ? nil : row["price_base"]
    guard let id = FactID(row["id"]), let basis = Basis(rawValue: row["basis"]),
      let qualifier = Qualifier(rawValue: row["qualifier"]),
      let confidence = Confidence(rawValue: row["confidence"]),
      let quantity = Quantity(printed: row["value"], unit: unit, priceBase: priceBase)
    else { return nil }
    let first =
      row["source"].isEmpty
      ? []
      : [
        Citation(
          source: row["source"], locator: row["locator"], quotation: row["quotation"],
          qualifier: qualifier)
      ]
    self.init(
      id: id, measure: row["measure"].isEmpty ? row["id"] : row["measure"], label: row["label"],
      quantity: quantity, qualifier: qualifier, period: Period(row["period"]), basis: basis,
      scope: row["scope"], origin: .stated(first + further), confidence: confidence,
      note: row["note"])
  }
}

extension Citation {
  init(_ row: Row) {
    self.init(
      source: row["source"], locator: row["locator"], quotation: row["quotation"],
      qualifier: Qualifier(rawValue: row["qualifier"]) ?? .exactly)
  }
}
