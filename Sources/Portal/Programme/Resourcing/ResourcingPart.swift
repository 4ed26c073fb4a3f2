// SPDX-License-Identifier: Apache-2.0

/// The pages under /programme/resourcing and /desk/programme/resourcing.
struct ResourcingPart: PortalPart {
  let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? { nil }
}

extension ResourcingPart: ProgrammeSection {
  func programmeLinks() -> [SectionPage.Item] { [] }
}
