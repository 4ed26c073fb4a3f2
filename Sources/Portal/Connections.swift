// SPDX-License-Identifier: Apache-2.0

import Analysis
import Engagement
import Foundation
import Ledger
import Mail
import Programme

// Where one family needs another: each connection is a function, and this is the list of them.

extension PersonalDetails {
  /// Looks for NHS numbers, telephone numbers and the like.
  static let scrubbing = PersonalDetails { text in
    let scrubber = Scrubber()
    let letters = Array(text)
    return scrubber.identifiers(in: text).map { found in
      let words = String(letters[found.range])
      return Found(kind: found.kind.label, masked: "\(words.prefix(2))…\(words.suffix(2))")
    }
  }
}

extension ReceiptNews {
  /// The themes that a response raised, and how each stands.
  static func themes(_ ledger: Ledger) -> ReceiptNews {
    ReceiptNews { consultation, response in
      let record = try ledger.state(ResponseState.self).response(response, to: consultation)
      guard let record else { return [] }
      return try ThemesForReceipt(ledger).lines(publicID: record.response.publicID).map {
        Line(text: "\($0.title): \($0.status.label)", path: $0.path)
      }
    }
  }
}

extension NewsletterSettings {
  /// Mails through the outbox, with the listening events of the next two months.
  static func connected(_ mail: any MailSender, _ ledger: Ledger) -> NewsletterSettings {
    NewsletterSettings(
      mail: { recipient, subject, text, unsubscribe in
        try await mail.send(
          MailMessage(to: recipient, subject: subject, text: text, unsubscribe: unsubscribe))
      }, hasMailServer: mail.delivers
    ) { now in
      let until = now + 62 * 86_400
      return try ledger.state(EventCalendar.self).inOrder
        .filter { $0.cancellation == nil && $0.details.starts > now && $0.details.starts < until }
        .map {
          BulletinItem(
            kind: .event, title: $0.details.title, summary: $0.details.venue,
            path: "/events/\($0.id)", workstreams: $0.details.workstreams)
        }
    }
  }
}

extension ThemesPart {
  /// Words for quotation: those of moderation, and of nobody else.
  static func approvedWords(_ ledger: Ledger) -> ApprovedWords {
    { response, question in
      guard let moderation = try? ledger.state(ModerationState.self),
        let responses = try? ledger.state(ResponseState.self),
        let record = responses.byConsultation.keys.lazy
          .compactMap({ responses.response(response, to: $0) }).first
      else { return nil }
      return try? moderation.publishedWords(of: record, question: question, ledger)
    }
  }

  /// Puts messages about themes into the outbox, with whole addresses.
  static func mail(
    _ sender: any MailSender, origin: String
  ) -> @Sendable (ThemeMail) async throws -> Void {
    { message in
      // What is written for the site alone gets the address of the site.
      let text = message.text.replacing("/themes/", with: origin + "/themes/")
      try await sender.send(
        MailMessage(
          to: message.to, subject: message.subject, text: text,
          unsubscribe: message.stopPath.map { origin + $0 }))
    }
  }
}

extension MeetingsPart {
  /// Items of agendas from other parts of the record: decisions that wait, gates that wait or stand
  /// still, and what workstreams wait for from each other.
  static func agendaSources(_ services: Services) -> [AgendaDraft.Source] {
    [
      { _, day in try openDecisions(services, day) }, { _, day in try openGates(services, day) },
      { _, day in try lateDependencies(services, day) },
    ]
  }

  /// Work of a workstream that is late on a day, in words: its gates by the timeline.
  static func lateWork(
    _ services: Services
  ) -> @Sendable (_ workstream: String, _ day: CivilDay) -> [String] {
    { workstream, day in
      guard let view = try? timeline(services, day) else { return [] }
      return view.gates.filter { $0.workstream == workstream && $0.status == .red }.map {
        "\($0.label): \($0.why)"
      }
    }
  }

  private static func openDecisions(
    _ services: Services, _ day: CivilDay
  ) throws -> [MeetingDesk.Proposed] {
    let view = DecisionView(
      plan: services.programme.authority,
      state: try services.ledger.state(DecisionState.self, asOf: AsOf.end(of: day)), day: day)
    return view.pending.prefix(3).map { item in
      MeetingDesk.Proposed(
        "Decision that waits: \(item.record.proposal.title)", .discuss, from: .decisions,
        papers: [.init("The decision", item.path)])
    }
  }

  private static func openGates(
    _ services: Services, _ day: CivilDay
  ) throws -> [MeetingDesk.Proposed] {
    let view = GateView(
      plan: services.programme.gates,
      state: try services.ledger.state(GateState.self, asOf: AsOf.end(of: day)), day: day,
      consultations: try services.ledger.state(ConsultationState.self, asOf: AsOf.end(of: day)))
    return view.changes.compactMap { change in
      guard let gate = change.current.first, !gate.missing.isEmpty else { return nil }
      return MeetingDesk.Proposed(
        "\(change.change.name): what is missing for \(gate.definition.name)", .discuss,
        from: .gates,
        papers: [.init("The gates", "/programme/gates/\(change.change.id)?as-of=\(day.iso)")])
    }
  }

  private static func lateDependencies(
    _ services: Services, _ day: CivilDay
  ) throws -> [MeetingDesk.Proposed] {
    let view = try timeline(services, day)
    let count = view.lateDependencies.count + view.dependenciesWithoutGiver.count
    guard count > 0 else { return [] }
    return [
      MeetingDesk.Proposed(
        count == 1
          ? "One thing between workstreams is late or has no giver"
          : "\(count) things between workstreams are late or have no giver",
        .discuss, from: .workstreams,
        papers: [.init("Give and get", "/programme/dependencies?as-of=\(day.iso)")])
    ]
  }

  private static func timeline(_ services: Services, _ day: CivilDay) throws -> TimelineView {
    TimelineView(
      plan: services.programme.timeline,
      state: try services.ledger.state(TimelineState.self, asOf: AsOf.end(of: day)), day: day)
  }
}
