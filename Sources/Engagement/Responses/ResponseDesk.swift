// SPDX-License-Identifier: Apache-2.0

public import Forms
public import Foundation
public import Ledger

/// The rules by which responses are written, sent, keyed and marked.
///
/// The pages, the command line and the demonstration all go through here.
public struct ResponseDesk: Sendable {
  /// Shared by every desk of the program, so that two pages cannot undo each other's change.
  static let turns = Turns()

  /// The name of a draft for `turns`, the same for its token and for its return code.
  static func turn(of secret: String) -> String {
    PublicCode.returnCode(typed: secret) ?? PublicCode.returnCode(for: secret)
  }

  /// What happened, and the stores beside it.
  public let data: DataFolder
  /// What the plan defines.
  public let plan: EngagementPlan
  let clock: @Sendable () -> Date

  /// A desk over a data folder and the plan that defines its consultations.
  public init(
    data: DataFolder, plan: EngagementPlan, clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.data = data
    self.plan = plan
    self.clock = clock
  }

  /// The drafts that are being written.
  public var drafts: ResponseDrafts { ResponseDrafts(data.drafts) }

  /// The consultation of an id, as the plan defines it.
  public func definition(_ id: String) -> ConsultationDefinition? {
    plan.consultations.first { $0.id == id }
  }

  /// Whether a consultation takes responses now.
  ///
  /// - Throws: `ResponseProblem.ledger`.
  public func isOpen(_ consultation: String) throws(ResponseProblem) -> Bool {
    try state(ConsultationState.self).isOpen(consultation, at: clock())
  }

  /// Demands that a consultation takes responses now.
  func demandOpen(_ consultation: String) throws(ResponseProblem) {
    let record = try state(ConsultationState.self).records[consultation]
    guard let openedOn = record?.openedOn, openedOn <= clock() else { throw .notOpenYet }
    guard record?.isOpen(at: clock()) == true else { throw .closed }
  }

  /// The form of a draft or a response in the version to which it belongs.
  ///
  /// - Throws: `ResponseProblem.noForm`.
  public func form(_ id: String, version: Int) throws(ResponseProblem) -> FormDefinition {
    guard let form = try state(FormState.self).version(version, of: id) else { throw .noForm }
    return form.definition
  }

  /// The version on which a new response to a consultation starts.
  ///
  /// - Throws: `ResponseProblem.noForm`.
  public func latestForm(of consultation: String) throws(ResponseProblem) -> PublishedForm {
    guard let definition = definition(consultation),
      let form = try state(FormState.self).latest(definition.form)
    else { throw .noForm }
    return form
  }

  /// The response of an id.
  ///
  /// - Throws: `ResponseProblem.noResponse`.
  public func record(
    _ id: String, to consultation: String
  ) throws(ResponseProblem) -> ResponseRecord {
    guard let record = try state(ResponseState.self).response(id, to: consultation) else {
      throw .noResponse(id)
    }
    return record
  }

  /// The answers of a response, or nil when they were erased.
  ///
  /// - Throws: `ResponseProblem.ledger`.
  public func answers(_ reference: ContentReference) throws(ResponseProblem) -> Answers? {
    do {
      guard let text = try data.ledger.content(reference.id) else { return nil }
      return try AnswerCoding.answers(text)
    } catch {
      throw .ledger(error)
    }
  }

  func state<State: Fold>(_ kind: State.Type) throws(ResponseProblem) -> State {
    do {
      return try data.ledger.state(kind)
    } catch {
      throw .ledger(error)
    }
  }

  /// A public id that no response has yet.
  func freePublicID() throws(ResponseProblem) -> String {
    let taken = try state(ResponseState.self)
    var id = PublicCode.publicID()
    while taken.response(publicID: id) != nil { id = PublicCode.publicID() }
    return id
  }
}

/// Answers as the text that is kept beside the chain.
public enum AnswerCoding {
  /// The kind of content under which answers are kept.
  public static let kind = "answers"

  /// Answers as JSON with sorted keys.
  ///
  /// - Throws: `LedgerError.unreadable`.
  public static func content(_ answers: Answers) throws(LedgerError) -> Content {
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return Content(String(decoding: try encoder.encode(answers), as: UTF8.self), kind: kind)
    } catch {
      throw .unreadable("answers cannot be written: \(error)")
    }
  }

  /// The answers in a text that was kept.
  ///
  /// - Throws: `LedgerError.unreadable`.
  public static func answers(_ text: String) throws(LedgerError) -> Answers {
    do {
      return try JSONDecoder().decode(Answers.self, from: Data(text.utf8))
    } catch {
      throw .unreadable("answers cannot be read: \(error)")
    }
  }
}

extension ResponseAttributes {
  /// What the answers say of the respondent as a whole.
  public init(_ answers: Answers, of form: FormDefinition) {
    self.init()
    for question in form.questions {
      guard let attribute = question.attribute,
        case .choice(let id, _)? = answers[question.id], !id.isEmpty
      else { continue }
      switch attribute {
      case .area: area = id
      case .respondentType: respondentType = id
      }
    }
  }
}
