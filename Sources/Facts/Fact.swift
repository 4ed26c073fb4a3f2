// SPDX-License-Identifier: Apache-2.0

/// A document, data set or web page that states figures.
public struct Source: Hashable, Sendable {
  /// The permanent name of the source within a plan.
  public let id: String
  /// The title for a reader.
  public let title: String
  /// Who published it.
  public let publisher: String
  /// When it was published, as far as is known.
  public let published: Period?
  /// What kind of thing it is: paper, leaflet, slides, news, data set.
  public let kind: String
  /// The terms on which it may be used.
  public let licence: String
  /// A public address, or empty.
  public let address: String
  /// Anything a reader should know about it.
  public let note: String

  /// Describes a source.
  public init(
    id: String, title: String, publisher: String, published: Period?, kind: String,
    licence: String, address: String, note: String
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.published = published
    self.kind = kind
    self.licence = licence
    self.address = address
    self.note = note
  }
}

/// One place in one source where a figure is printed.
public struct Citation: Hashable, Sendable {
  /// The id of the source.
  public let source: String
  /// Page, paragraph or heading.
  public let locator: String
  /// The words around the figure, as printed.
  public let quotation: String
  /// How exactly this place states it.
  public let qualifier: Qualifier

  /// Points at a place in a source.
  public init(source: String, locator: String, quotation: String, qualifier: Qualifier) {
    self.source = source
    self.locator = locator
    self.quotation = quotation
    self.qualifier = qualifier
  }
}

/// How a figure was worked out, in words and in the figures that it used.
public struct Derivation: Hashable, Sendable {
  /// The rule as a reader can check it: a formula with fact ids, or a sentence.
  public let rule: String
  /// The facts used, in the order in which the rule names them.
  public let inputs: [FactID]
  /// What did the working: `formula`, or the name of an engine.
  public let method: String

  /// Describes a derivation.
  public init(rule: String, inputs: [FactID], method: String) {
    self.rule = rule
    self.inputs = inputs
    self.method = method
  }
}

/// Where a fact comes from.
public enum Origin: Hashable, Sendable {
  /// Printed in these places; the first is the one the plan relies on.
  case stated([Citation])
  /// Worked out from other facts.
  case derived(Derivation)
}

/// A figure that explains itself.
public struct Fact: Hashable, Sendable {
  /// The permanent name.
  public let id: FactID
  /// What is measured.
  ///
  /// Two facts with one measure claim to say the same thing.
  public let measure: String
  /// What the figure is, in plain English, understandable alone.
  public let label: String
  /// The number with its unit.
  public let quantity: Quantity
  /// How exactly it is stated.
  public let qualifier: Qualifier
  /// When it is true; nil only in a plan that the linter complains about.
  public let period: Period?
  /// What kind of statement it is.
  public let basis: Basis
  /// Who or where it covers, in words.
  public let scope: String
  /// Where it comes from.
  public let origin: Origin
  /// How the plan's authors came to know it.
  public let confidence: Confidence
  /// Anything a reader should know about it.
  public let note: String

  /// Describes a fact.
  public init(
    id: FactID, measure: String, label: String, quantity: Quantity,
    qualifier: Qualifier = .exactly, period: Period?, basis: Basis, scope: String,
    origin: Origin, confidence: Confidence = .computed, note: String = ""
  ) {
    self.id = id
    self.measure = measure
    self.label = label
    self.quantity = quantity
    self.qualifier = qualifier
    self.period = period
    self.basis = basis
    self.scope = scope
    self.origin = origin
    self.confidence = confidence
    self.note = note
  }

  /// The facts that this one was worked out from; none for a stated fact.
  public var inputs: [FactID] {
    guard case .derived(let derivation) = origin else { return [] }
    return derivation.inputs
  }

  /// The places where a stated fact is printed; none for a derived one.
  public var citations: [Citation] {
    guard case .stated(let citations) = origin else { return [] }
    return citations
  }

  /// Whether the fact is worked out rather than quoted.
  public var isDerived: Bool {
    guard case .derived = origin else { return false }
    return true
  }
}
