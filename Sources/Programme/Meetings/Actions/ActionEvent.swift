// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger

/// What happens to an action; its id is the subject of the entry.
public enum ActionEvent: EventFamily {
  /// The permanent name of the family.
  public static let family = "action"

  case raised(ActionDetails)
  /// What was done towards it.
  case progressed(note: ContentReference)
  case rescheduled(due: CivilDay, reason: ContentReference)
  case reassigned(owner: RecordOwner)
  case finished(on: CivilDay, note: ContentReference?)
  /// It was finished too soon, or dropped wrongly.
  case reopened(reason: ContentReference)
  case dropped(reason: ContentReference)
}

/// What an action is, as it was raised.
public struct ActionDetails: Codable, Sendable, Equatable {
  /// What is to be done.
  public var text: ContentReference
  /// Who does it.
  public var owner: RecordOwner
  /// The day by which it is to be done.
  public var due: CivilDay
  /// The id of the meeting at which it was raised, if it was at one.
  public var meeting: String?
  /// The id of the item of its agenda.
  public var item: String?
  /// The id of the workstream that it is about.
  public var workstream: String?
  /// The id of the risk that it is to lessen.
  public var risk: String?
  /// Whether it can be done at once with what there is.
  public var isQuickWin: Bool?

  /// An action by its text, its owner and its day.
  public init(text: ContentReference, owner: RecordOwner, due: CivilDay) {
    self.text = text
    self.owner = owner
    self.due = due
  }
}

/// An action that somebody wants to raise.
public struct ActionProposal: Sendable, Equatable {
  /// What is to be done, in one sentence.
  public var text: String
  /// Who does it.
  public var owner: RecordOwner
  /// The day by which it is to be done.
  public var due: CivilDay
  /// The id of the meeting at which it was raised, if it was at one.
  public var meeting: String?
  /// The id of the item of its agenda.
  public var item: String?
  /// The id of the workstream that it is about.
  public var workstream: String?
  /// The id of the risk that it is to lessen.
  public var risk: String?
  /// Whether it can be done at once with what there is.
  public var isQuickWin = false

  /// An action by its text, its owner and its day.
  public init(text: String, owner: RecordOwner, due: CivilDay) {
    self.text = text
    self.owner = owner
    self.due = due
  }
}
