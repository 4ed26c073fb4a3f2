// SPDX-License-Identifier: Apache-2.0

/// The pages under /programme/productivity and /desk/programme/productivity.
struct ProductivityPart: PortalPart {
  let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? { nil }
}

extension ProductivityPart: ProgrammeSection {
  func programmeLinks() -> [SectionPage.Item] { [] }
}
