// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People

/// The table of campaigns: channel, days, reach as stated and by whom, what was learnt, and
/// whether it goes on.
struct CampaignDesk {
  private let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    _ = try visit.person(who: .publish)
    let state = try services.ledger.state(CampaignState.self)
    if request.path.count == 2 {
      if request.method == .post { return try await add(request, visit, state) }
      return list(state, visit, FormFields(), FormErrors()).answer(isPrivate: true)
    }
    guard let record = state.records[request.step(2)] else { throw PortalProblem.notFound }
    if request.method == .get, request.path.count == 3 {
      return CampaignPage(record, visit).page(FormFields(), FormErrors()).answer(isPrivate: true)
    }
    guard request.method == .post, request.path.count == 4 else { throw PortalProblem.notFound }
    let (event, errors) = try CampaignFields.event(request.step(3), request.fields)
    guard let event else {
      return CampaignPage(record, visit).page(request.fields, errors).answer(isPrivate: true)
    }
    try await services.ledger.append(
      event, subject: record.id, by: visit.author, token: request.token("campaign"))
    return .see("/desk/campaigns/\(record.id)")
  }

  private func add(
    _ request: PortalRequest, _ visit: Visit, _ state: CampaignState
  ) async throws -> PortalAnswer {
    let (campaign, errors) = CampaignFields.campaign(request.fields)
    if errors.hasErrors {
      return list(state, visit, request.fields, errors).answer(isPrivate: true)
    }
    let receipt = try await services.ledger.append(
      CampaignEvent.planned(campaign), subject: RandomID.make(), by: visit.author,
      token: request.token("campaign"))
    return .see("/desk/campaigns/\(receipt.entry.subject)")
  }

  private func list(
    _ state: CampaignState, _ visit: Visit, _ typed: FormFields, _ errors: FormErrors
  ) -> BlockPage {
    let records = state.inOrder
    return BlockPage(
      title: "Campaigns", answer: "What was done in which channel, and what it reached.",
      errors: errors,
      blocks: [
        PageBlock(
          grid: records.isEmpty
            ? nil
            : Grid(
              "Campaigns, the last started first",
              ["Campaign", "Channel", "Days", "Reach, as stated", "Decision"],
              records.map(CampaignPage.row), links: records.map { "/desk/campaigns/\($0.id)" })),
        PageBlock(
          "Add a campaign",
          form: .desk(
            "/desk/campaigns", visit, CampaignFields.fields(typed, errors), button: "Add",
            token: RandomID.make(), isMain: true)),
      ])
  }
}
