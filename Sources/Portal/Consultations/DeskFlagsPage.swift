// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger
import People

/// Flagged responses and campaigns for staff.
struct DeskFlagsPage {
  let title: String
  let back: String
  let action: String
  let done: [String]
  let secret: String
  let counts: [Grid]
  let hasCampaigns: Bool
  let campaigns: [Grid]
  let lists: [Grid]
  let isLong: Bool
}

/// One flagged response for staff.
struct DeskFlagPage {
  let title: String
  let back: String
  let action: String
  let errors: FormErrors
  let secret: String
  let token: String
  let who: String
  let flags: [DatedLine]
  let hasFlags: Bool
  let history: [DatedLine]
  let hasHistory: Bool
  let isOut: Bool
  let isErased: Bool
  let answers: [PublishedView.AnswerView]
  let fields: [Field]
}

extension ConsultationPages {
  private static let flagLimit = 200

  func deskFlags(_ call: DeskCall) async throws -> PortalAnswer? {
    let person = try call.visit.person(who: .moderate)
    _ = try definition(call.id)
    guard let publicID = call.path.first else {
      guard !call.isPost else { return nil }
      return try flagsPage(call)
    }
    if publicID == "campaigns" {
      guard call.isPost else { return nil }
      let found = try await moderation.findCampaigns(call.id, by: call.visit.author)
      return .see("\(call.home)/flags?found=\(found)")
    }
    let records = try services.ledger.state(ResponseState.self).responses(to: call.id)
    guard call.path.count == 1,
      let record = records.first(where: { $0.response.publicID == publicID })
    else { throw PortalProblem.notFound }
    guard call.isPost else { return try flagPage(record, call, FormErrors()) }
    try await keepName(of: person)
    var errors = FormErrors()
    do throws(ModerationRefusal) {
      try await moderation.setExcluded(
        call.fields["step"] != "reinstate", response: record.response.id, of: call.id,
        reason: call.fields["reason"], by: call.visit.author, token: call.token)
    } catch {
      errors.add("reason", error.description)
    }
    if errors.hasErrors { return try flagPage(record, call, errors) }
    return .see("\(call.home)/flags/\(publicID)")
  }

  private func flagsPage(_ call: DeskCall) throws -> PortalAnswer {
    let definition = try definition(call.id)
    let form = try form(of: definition)
    let records = try services.ledger.state(ResponseState.self).responses(to: call.id)
    let campaigns = try services.ledger.state(ModerationState.self).campaigns(of: call.id)
    let byID = Dictionary(
      records.map { ($0.response.id, $0.response.publicID) }, uniquingKeysWith: { one, _ in one })
    let flagged = ResponseFlag.allCases.map { flag in
      (flag, records.filter { $0.response.flags.contains(flag) })
    }
    let lists = flagged.filter { !$0.1.isEmpty }.map { flag, found in
      flagTable(flag, found, call, form)
    }
    let model = DeskFlagsPage(
      title: definition.title, back: call.home, action: call.home + "/flags/campaigns",
      done: foundText(call.request.query["found"]), secret: call.visit.formSecret,
      counts: [
        Grid(
          "Flagged responses by flag", ["Flag", "Responses#", "Left out#"],
          flagged.map { flag, found in
            [
              flag.label, ConsultationNumbers.whole(found.count),
              ConsultationNumbers.whole(found.filter { $0.exclusion != nil }.count),
            ]
          })
      ], hasCampaigns: !campaigns.isEmpty,
      campaigns: campaigns.isEmpty ? [] : [campaignTable(campaigns, byID, call)], lists: lists,
      isLong: flagged.contains { $0.1.count > Self.flagLimit })
    return staff("Flags: \(definition.title)", "desk-flags", model)
  }

  private func foundText(_ number: String) -> [String] {
    guard let found = Int(number) else { return [] }
    return [
      found == 0
        ? "No new campaign was found."
        : ConsultationNumbers.counted(
          found, "campaign is new or has grown.", "campaigns are new or have grown.")
    ]
  }

  private func flagTable(
    _ flag: ResponseFlag, _ found: [ResponseRecord], _ call: DeskCall, _ form: FormDefinition?
  ) -> Grid {
    let shown = found.prefix(Self.flagLimit)
    return Grid(
      flag.label, ["Response", "Received", "Channel", "Kind of respondent", "In the tables"],
      shown.map { record in
        [
          record.response.publicID, ConsultationTimes.moment(record.receivedOn),
          record.response.channel.label,
          typeName(record.response.attributes.respondentType, in: form),
          record.exclusion == nil ? "Yes" : "Left out of “excluding flagged”",
        ]
      }, links: shown.map { "\(call.home)/flags/\($0.response.publicID)" })
  }

  private func campaignTable(
    _ campaigns: [Campaign], _ publicIDs: [String: String], _ call: DeskCall
  ) -> Grid {
    let shown = campaigns.map { publicIDs[$0.representative] ?? $0.representative }
    return Grid(
      "Campaigns: responses with nearly the same words",
      ["Response that is shown", "Responses in it#", "Found on"],
      zip(shown, campaigns).map { id, campaign in
        [
          id, ConsultationNumbers.whole(campaign.members.count),
          ConsultationTimes.day(campaign.foundOn),
        ]
      }, links: shown.map { "\(call.home)/flags/\($0)" })
  }

  private func flagPage(
    _ record: ResponseRecord, _ call: DeskCall, _ errors: FormErrors
  ) throws -> PortalAnswer {
    let definition = try definition(call.id)
    let form =
      try services.ledger.state(FormState.self)
      .version(record.response.formVersion, of: record.response.form)?.definition
      ?? form(of: definition)
    let state = try services.ledger.state(FlagState.self)
    let flags = (state.flags[record.response.id] ?? []).map {
      DatedLine(
        date: ConsultationTimes.moment($0.on), text: "\($0.what.flag.label). \($0.what.reason)")
    }
    let history = (state.exclusions[record.response.id] ?? []).map {
      DatedLine(
        date: ConsultationTimes.moment($0.on),
        text: ($0.what.isOut ? "Left out" : "Taken in again")
          + " by \(name(of: $0.by)). Reason: \($0.what.reason)")
    }
    let isOut = record.exclusion != nil
    let model = DeskFlagPage(
      title: "Response \(record.response.publicID)", back: call.home + "/flags",
      action: "\(call.home)/flags/\(record.response.publicID)", errors: errors,
      secret: call.visit.formSecret, token: RandomID.make(),
      who: [
        typeName(record.response.attributes.respondentType, in: form),
        areaName(record.response.attributes.area), record.response.channel.label,
        ConsultationTimes.moment(record.receivedOn),
      ].joined(separator: " · "), flags: flags, hasFlags: !flags.isEmpty, history: history,
      hasHistory: !history.isEmpty, isOut: isOut, isErased: record.erasure != nil,
      answers: try officeAnswers(record, form),
      fields: [
        .box(
          "reason", isOut ? "Reason for taking it in again" : "Reason for leaving it out",
          value: call.fields["reason"], hint: "This is public, with your name. Name nobody else.",
          error: errors["reason"], rows: 3)
      ])
    return staff(model.title, "desk-flag", model, errors)
  }

  /// Every answer in full, for the office.
  func officeAnswers(
    _ record: ResponseRecord, _ form: FormDefinition?
  ) throws -> [PublishedView.AnswerView] {
    guard let json = try services.ledger.content(record.response.answers.id) else { return [] }
    let answers = try JSONDecoder().decode(Answers.self, from: Data(json.utf8))
    let known = form?.questions.map(\.id) ?? []
    let others = answers.byQuestion.keys.filter { !known.contains($0) }.sorted()
    return (known + others).compactMap { id in
      guard let answer = answers[id] else { return nil }
      let question = question(id, in: form)
      let lines = ClosedAnswer.lines(answer, to: question)
      let words = FreeText.of(answer).map(Redaction.readable)
      return .init(
        question: question?.text ?? id, hasLines: !lines.isEmpty, lines: lines, isWaiting: false,
        isWithheld: false, withheld: "", hasWords: words != nil,
        pieces: words.map { [.init(isRemoved: false, text: $0)] } ?? [])
    }
  }
}
