// SPDX-License-Identifier: Apache-2.0

public import Facts

/// A figure that a plan derives by formula.
public struct DerivedRow: Sendable {
  public let id: FactID
  public let measure: String
  public let label: String
  public let formula: Formula
  public let unit: Unit
  public let period: Period?
  public let basis: Basis
  public let scope: String
  public let priceBase: String?
  public let decimals: Int
  public let note: String
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
  public let id: FactID
  public let label: String
  public let low: Quantity?
  public let central: Quantity
  public let high: Quantity?
  public let quality: String
  public let impact: String
  public let owner: String
  public let reviewBy: Day
  public let source: String
  public let why: String
  public let row: Int

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
  public let term: String
  public let meaning: String
  public let also: [String]
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
