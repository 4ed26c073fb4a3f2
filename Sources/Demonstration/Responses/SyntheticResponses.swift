// SPDX-License-Identifier: Apache-2.0

public import Engagement
import Forms
public import Foundation
public import Ledger

/// Made-up responses to a consultation, in the shape that open consultations have: many online, some
/// on paper and by telephone, some who send the same letter, a rush at the end.
public struct SyntheticResponses: Sendable {
  /// The consultation.
  public var consultation: String
  /// The version of the form that they answer.
  public var form: PublishedForm
  /// How many there are.
  public var count = 5_000
  /// How many of these send one letter, and how many another.
  public var letters = 400
  /// How many send a second, smaller letter.
  public var postcards = 60
  /// Average minutes to the nearest unit, by the id of an area in the form.
  public var minutes: [String: Double] = [:]
  /// How far each statement or option is liked more or less than the rest, by id.
  public var likes: [String: Double] = [:]
  /// The account that keyed what did not come online.
  public var operatorID: String?
  /// When the first came and the last.
  public var from: Date
  /// When the last came.
  public var to: Date
  /// The same seed gives the same.
  public var seed: UInt64 = 1

  /// Responses to a form between two times.
  public init(consultation: String, form: PublishedForm, from: Date, to: Date) {
    self.consultation = consultation
    self.form = form
    self.from = from
    self.to = to
  }

  /// Appends them to a ledger whose clock is the given one, in order of time.
  ///
  /// `pause`: a time at which something else happens in between.
  /// `progress`: is told how many are on disk.
  /// `meanwhile`: what happens at the pause.
  /// `beside`: what else happens until a time, before the clock reaches it.
  /// - Throws: `LedgerError`, and what happens in between throws.
  public func append(
    to ledger: Ledger, clock: SyntheticClock, pause: Date? = nil,
    progress: @Sendable (Int) -> Void = { _ in },
    meanwhile: () async throws -> Void = {},
    beside: (Date) async throws -> Void = { _ in }
  ) async throws {
    var draws = SyntheticDraws(seed: seed)
    var isPausing = pause != nil
    var done = 0
    for round in 0..<Self.rounds {
      let share = Double(round + 1) / Double(Self.rounds)
      let until = Int((Double(count) * arrived(share)).rounded())
      let time = from + to.timeIntervalSince(from) * share
      try await beside(time)
      clock.set(time)
      if isPausing, let pause, clock.now >= pause {
        isPausing = false
        try await meanwhile()
      }
      var drafts: [Draft] = []
      while done < until {
        drafts.append(try draft(number: done, &draws))
        done += 1
      }
      try await ledger.append(drafts)
      if round.isMultiple(of: 30) || round == Self.rounds - 1 { progress(done) }
    }
  }

  private static let rounds = 300

  /// The share that has come after a share of the time: a burst at first and a rush at the end.
  private func arrived(_ share: Double) -> Double {
    let early = 1 - (1 - share) * (1 - share) * (1 - share)
    let late = share * share * share * share
    return 0.25 * early + 0.4 * share + 0.35 * late
  }

  private func draft(number: Int, _ draws: inout SyntheticDraws) throws(LedgerError) -> Draft {
    let respondent = SyntheticRespondent(
      form: form.definition, minutes: minutes, campaign: campaign(number, &draws), &draws)
    let answers = SyntheticAnswers(respondent: respondent, likes: likes)
      .answers(form.definition, &draws)
    let content = try AnswerCoding.content(answers)
    let isKeyed = ![.online, .kiosk].contains(respondent.channel)
    let response = SubmittedResponse(
      id: RandomID.make(), publicID: PublicCode.publicID(), form: form.definition.id,
      formVersion: form.version, channel: respondent.channel,
      operatorID: isKeyed || respondent.channel == .kiosk ? operatorID : nil,
      attributes: ResponseAttributes(answers, of: form.definition),
      mayPublish: draws.fraction() < 0.7, answers: content.reference,
      flags: draws.fraction() < 0.004 ? [.tooQuick] : [],
      paperNumber: respondent.channel == .paper ? "P\(10_000 + number)" : nil)
    let author =
      isKeyed ? operatorID.map { Author(id: $0, role: "contributor") } ?? .visitor : .visitor
    return try Draft(
      ResponseEvent.submitted(response), subject: consultation, by: author, contents: [content])
  }

  /// Letters and cards come spread over the whole time, in equal steps, each of them once.
  private func campaign(
    _ number: Int, _ draws: inout SyntheticDraws
  ) -> SyntheticRespondent.Campaign? {
    let all = letters + postcards
    guard count > 0, all > 0, number * all / count != (number + 1) * all / count else { return nil }
    let place = number * all / count
    return place * postcards / all != (place + 1) * postcards / all ? .postcard : .letter
  }
}
