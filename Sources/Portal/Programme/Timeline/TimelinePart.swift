// SPDX-License-Identifier: Apache-2.0

/// The pages under /programme/timeline and /desk/programme/timeline.
struct TimelinePart: PortalPart {
  let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? { nil }
}

extension TimelinePart: ProgrammeSection {
  func programmeLinks() -> [SectionPage.Item] { [] }
}
