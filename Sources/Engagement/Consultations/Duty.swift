// SPDX-License-Identifier: Apache-2.0

/// A duty on whoever consults, in plain words, with what would show that it was met.
public struct Duty: Sendable, Equatable {
  /// A permanent id, such as "gunning-1".
  public let id: String
  /// The part of the checklist in which it stands.
  public let group: Group
  /// What it is, or what it asks, in a few words.
  public let title: String
  /// What it asks, in plain words of our own.
  public let words: String
  /// Where it comes from: the law or the case by name and number.
  public let source: String
  /// The places for evidence.
  public let slots: [Slot]

  /// The parts of the checklist.
  public enum Group: String, Sendable, CaseIterable {
    case fairness, law, scrutiny, tests

    /// The heading of the part.
    public var title: String {
      switch self {
      case .fairness: "A fair consultation"
      case .law: "Duties in law"
      case .scrutiny: "Scrutiny by councils"
      case .tests: "Tests of the NHS, for reference"
      }
    }

    /// What a reader should know of the part.
    public var note: String {
      switch self {
      case .fairness: "Courts use these four principles to judge whether a consultation was fair."
      case .law: "Acts of Parliament say what must be done when services change."
      case .scrutiny: "Councils can question changes to health services and answer for residents."
      case .tests:
        "NHS England looks at these before a large change goes to consultation. They are listed "
          + "for reference; the law does not put them in this list."
      }
    }
  }

  /// A place for evidence: a question that it answers.
  public struct Slot: Sendable, Equatable {
    /// Unique within the duty.
    public let id: String
    /// What the evidence answers.
    public let asks: String
  }

  /// A duty by its id.
  public static func find(_ id: String) -> Duty? { all.first { $0.id == id } }
}

/// Something that shows how a duty was met; it names nobody.
public struct DutyEvidence: Codable, Sendable, Equatable {
  /// The id of the duty.
  public var duty: String
  /// The place in the duty that it fills.
  public var slot: String
  /// What it is, such as "Minutes of the committee, 31 January 2018".
  public var title: String
  /// A path of this site or a web address.
  public var link: String?
  /// The id of a document of the library or of a fact of the plan.
  public var reference: String?
  /// What a reader should know of it; may be empty.
  public var note: String

  /// Evidence for a place in a duty.
  public init(
    duty: String, slot: String, title: String, link: String? = nil, reference: String? = nil,
    note: String = ""
  ) {
    self.duty = duty
    self.slot = slot
    self.title = title
    self.link = link
    self.reference = reference
    self.note = note
  }
}

/// Whether a duty is met, in the view of the person who recorded it.
public struct DutyVerdict: Codable, Sendable, Equatable {
  /// The id of the duty.
  public var duty: String
  /// What was decided.
  public var outcome: Outcome
  /// Why, in words that name nobody.
  public var reason: String
  /// The body or the role for which it is given.
  public var onBehalfOf: String

  /// A verdict on a duty.
  public init(duty: String, outcome: Outcome, reason: String, onBehalfOf: String) {
    self.duty = duty
    self.outcome = outcome
    self.reason = reason
    self.onBehalfOf = onBehalfOf
  }

  /// Whether it is met.
  public enum Outcome: String, Codable, Sendable, CaseIterable {
    case met, partly, notMet, notApplicable

    /// The words for it on a page.
    public var label: String {
      switch self {
      case .met: "Met"
      case .partly: "Partly met"
      case .notMet: "Not met"
      case .notApplicable: "Does not apply here"
      }
    }
  }
}
