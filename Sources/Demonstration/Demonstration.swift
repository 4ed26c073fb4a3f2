// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Foundation
public import Ledger
import Mail
import People
public import Programme

/// A whole made-up life of a plan in a data folder: a consultation from its opening to what came of
/// it, another that is open now, and everything that goes on around them.
///
/// Every page then has something to show, and every page says that it is synthetic.
public struct Demonstration: Sendable {
  /// How many respond to the consultation that is over.
  public var responses = 5_000
  /// The same seed makes the same people say the same.
  public var seed: UInt64 = 1
  /// Average minutes to the nearest unit under the options, by district.
  public var minutes: [String: Double] = [:]
  /// What the plan says of the programme, whose two years are made up as well; nil for none.
  public var programme: ProgrammePlan?
  /// Draws a paper from what has been recorded in a folder; nil when no papers are to be issued.
  public var papers: PaperPress?
  private let plan: EngagementPlan
  private let now: Date

  /// A demonstration of a plan, up to now.
  public init(_ plan: EngagementPlan, now: Date) {
    self.plan = plan
    self.now = now
  }

  /// Draws a paper from what has been recorded in a folder.
  public typealias PaperPress = @Sendable (PaperOrder, DataFolder) throws -> DrawnPaper

  /// An account that was made, so that somebody can sign in.
  public struct Account: Sendable, Codable {
    /// The role that it has.
    public let role: String
    /// The address to sign in with.
    public let email: String
    /// The password, which is new each time.
    public let password: String
  }

  /// Fills an empty data folder.
  ///
  /// `progress`: told in plain words what is being made.
  /// - Returns: an account for each role.
  /// - Throws: `LedgerError`, and what the rules of each family throw.
  public func fill(
    _ path: String, progress: @escaping @Sendable (String) -> Void
  ) async throws -> [Account] {
    let life = LifeOfConsultation(plan, now: now)
    let start = life.opening - 2 * 86_400
    let clock = SyntheticClock(
      programme == nil
        ? start : min(start, LondonTime.moment(ProgrammeDemonstration.first, minutes: 0)))
    let data = try DataFolder(path: path, clock: { clock.now })
    guard try data.ledger.entries(after: 0).isEmpty else {
      throw LedgerError.refused("\(path) has something in it already. Name a new folder.")
    }
    try await data.markSynthetic(seed: seed)
    progress("Accounts for every role")
    let accounts = try await DemonstrationAccounts.make(data, clock)
    let made = try programme.map {
      try SyntheticProgramme($0, data, clock, seed: seed, papers: papers)
    }
    if made != nil { progress("Two years of the programme") }
    try await made?.live(until: start)
    clock.set(start)
    progress("Forms")
    try await FormsDemonstration.fill(data, plan: plan, seed: seed)
    if let past = plan.consultations.first(where: { $0.plannedDeadline != nil }) {
      try await live(past, life, data, clock, made, progress)
    }
    try await made?.live(until: now)
    try await present(data, clock, progress)
    return accounts
  }

  private func live(
    _ consultation: ConsultationDefinition, _ life: LifeOfConsultation, _ data: DataFolder,
    _ clock: SyntheticClock, _ programme: SyntheticProgramme?,
    _ progress: @escaping @Sendable (String) -> Void
  ) async throws {
    var only = plan
    only.consultations = [consultation]
    clock.set(life.opening)
    let desk = ConsultationDesk(data: data, plan: only)
    try await desk.open(
      consultation.id, until: ConsultationDay(of: life.deadline), at: clock.now,
      by: DemonstrationAccounts.office)
    guard let form = try data.ledger.state(FormState.self).latest(consultation.form) else { return }
    var people = SyntheticResponses(
      consultation: consultation.id, form: form, from: life.opening, to: life.extended)
    people.count = responses
    people.letters = responses * 400 / 5_000
    people.postcards = responses * 60 / 5_000
    people.minutes = minutes
    people.likes = ["b": 0.15, "e": -0.1, "specialist-units": 0.2, "every-day": 0.4]
    people.operatorID = DemonstrationAccounts.operatorID
    people.seed = seed
    try await people.append(to: data.ledger, clock: clock, pause: life.pause) {
      progress("\($0) responses to \(consultation.title)")
    } meanwhile: {
      try await RespondDemonstration.fill(data, plan: only, seed: seed, clock: { clock.now })
      try await ConsultationDemonstration.fill(data, plan: only, seed: seed, now: clock.now)
    } beside: {
      try await programme?.live(until: $0)
    }
    try await SyntheticEquality.fill(data, consultation.id, count: responses * 56 / 100, seed: seed)
    try await after(consultation, only, data, clock, progress)
  }

  /// What happens once it is closed: campaigns, codes, themes, results.
  private func after(
    _ consultation: ConsultationDefinition, _ only: EngagementPlan, _ data: DataFolder,
    _ clock: SyntheticClock, _ progress: @Sendable (String) -> Void
  ) async throws {
    clock.set(clock.now + 14 * 86_400)
    progress("Campaigns, codes and themes")
    try await ConsultationDesk(data: data, plan: only).settle(at: clock.now)
    try await ModerationDesk(data.ledger).findCampaigns(
      consultation.id, by: DemonstrationAccounts.office)
    try await CodingDemonstration.fill(
      data, plan: only, consultation: consultation.id, codes: CodedWords.codes, seed: seed,
      clock: { clock.now })
    clock.set(clock.now + 60 * 86_400)
    try await data.ledger.append(
      ResultsEvent.released, subject: consultation.id, by: DemonstrationAccounts.office)
  }

  /// What goes on now: another consultation is open, events are coming, news and enquiries come in.
  private func present(
    _ data: DataFolder, _ clock: SyntheticClock,
    _ progress: @escaping @Sendable (String) -> Void
  ) async throws {
    clock.set(now - 10 * 86_400)
    progress("What is open now")
    let form = try data.ledger.state(FormState.self)
    for consultation in plan.consultations where consultation.plannedDeadline == nil {
      guard let asked = form.latest(consultation.form) else { continue }
      try await ConsultationDesk(data: data, plan: plan).open(
        consultation.id, until: ConsultationDay(of: now + 60 * 86_400), at: clock.now,
        by: DemonstrationAccounts.office)
      var people = SyntheticResponses(
        consultation: consultation.id, form: asked, from: clock.now, to: now - 86_400)
      people.count = min(80, responses)
      people.letters = 0
      people.postcards = 0
      people.operatorID = DemonstrationAccounts.operatorID
      people.seed = seed &+ 1
      try await people.append(to: data.ledger, clock: clock)
    }
    clock.set(now)
    progress("Events, news, newsletter, documents and enquiries")
    try await EventsDemonstration.fill(data, plan: plan, seed: seed)
    try await NewsDemonstration.fill(data, plan: plan, seed: seed)
    try await LibraryDemonstration.fill(data, plan: plan, seed: seed)
    try await NewsletterDemonstration.fill(data, plan: plan, seed: seed, at: now)
    try await EnquiriesDemonstration.fill(data, plan: plan, seed: seed)
  }
}

/// When a consultation that is over took place.
struct LifeOfConsultation {
  let opening: Date
  let deadline: Date
  /// When its deadline was put off, and to when.
  let pause: Date
  let extended: Date

  /// That of the plan's first consultation with dates; a year ago when there is none.
  init(_ plan: EngagementPlan, now: Date) {
    let day = 86_400.0
    let planned = plan.consultations.first { $0.plannedDeadline != nil }
    let first = planned?.plannedOpening ?? now - 365 * day
    opening = first + 9 * 3_600
    deadline = (planned?.plannedDeadline ?? first + 70 * day) + 12 * 3_600
    pause = deadline - 3 * day
    extended = deadline + 7 * day + 10 * 3_600
  }
}
