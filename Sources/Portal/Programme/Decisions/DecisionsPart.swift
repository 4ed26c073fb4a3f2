// SPDX-License-Identifier: Apache-2.0

/// The pages under /programme/decisions and /desk/programme/decisions.
struct DecisionsPart: PortalPart {
  let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? { nil }
}

extension DecisionsPart: ProgrammeSection {
  func programmeLinks() -> [SectionPage.Item] { [] }
}
