// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger

/// Makes the agenda of a meeting from the record, so that nobody has to remember what is due.
public struct AgendaDraft: Sendable {
  /// Adds items from another part of the record, such as open decisions or gates.
  public typealias Source =
    @Sendable (_ body: String, _ day: CivilDay) throws -> [MeetingDesk.Proposed]

  let ledger: Ledger
  let plan: MeetingsPlan
  let further: [Source]

  /// Agendas from a ledger, with further sources in the order in which their items come.
  public init(_ ledger: Ledger, plan: MeetingsPlan, further: [Source] = []) {
    self.ledger = ledger
    self.plan = plan
    self.further = further
  }

  /// The items for a meeting of a body on a day, by what the record says now.
  ///
  /// - Throws: `LedgerError`, or what a further source throws.
  public func items(for body: String, on day: CivilDay) throws -> [MeetingDesk.Proposed] {
    var items = [
      MeetingDesk.Proposed("Apologies and declarations of interest", .note, from: .interests)
    ]
    items += try minutes(body, day)
    items += try actions(day)
    items += try workstreams(day)
    items += try risks(body, day)
    for source in further { items += try source(body, day) }
    return items
  }

  private func minutes(_ body: String, _ day: CivilDay) throws -> [MeetingDesk.Proposed] {
    let state = try ledger.state(MeetingState.self)
    return state.meetings(of: body).filter { $0.on.value < day && $0.stage == .drafted }.map {
      MeetingDesk.Proposed(
        "Minutes of \($0.on.value.text)", .decide, from: .minutes,
        papers: [.init("Draft minutes", "/programme/meetings/\($0.id)")])
    }
  }

  private func actions(_ day: CivilDay) throws -> [MeetingDesk.Proposed] {
    let state = try ledger.state(ActionState.self)
    let late = state.actions.count { $0.isOverdue(on: day) }
    if late == 0 { return [] }
    return [
      MeetingDesk.Proposed(
        late == 1 ? "One overdue action" : "\(late) overdue actions", .discuss, from: .actions,
        papers: [.init("Actions", "/programme/actions?as-of=\(day.iso)")])
    ]
  }

  private func workstreams(_ day: CivilDay) throws -> [MeetingDesk.Proposed] {
    if plan.workstreams.isEmpty { return [] }
    let view = StatusView(
      plan: plan, state: try ledger.state(StatusState.self),
      actions: try ledger.state(ActionState.self), risks: try ledger.state(RiskState.self),
      texts: RecordTexts(ledger), day: day)
    let off = view.lines.count { $0.level == .offTrack }
    let asks = view.lines.count { !$0.ask.isEmpty }
    let title = "How the workstreams do: \(off) off track, \(asks) with a request to the board"
    return [
      MeetingDesk.Proposed(
        title, .discuss, from: .workstreams,
        papers: [.init("Workstreams", "/programme/workstreams?as-of=\(day.iso)")])
    ]
  }

  private func risks(_ body: String, _ day: CivilDay) throws -> [MeetingDesk.Proposed] {
    let state = try ledger.state(RiskState.self)
    let mine = state.risks.filter { $0.isOpen && $0.escalated?.value == body }
    if mine.isEmpty { return [] }
    return [
      MeetingDesk.Proposed(
        mine.count == 1
          ? "One risk that was brought before us" : "\(mine.count) risks brought before us",
        .advise, from: .risks, papers: [.init("Risks", "/programme/risks?as-of=\(day.iso)")])
    ]
  }
}
