// SPDX-License-Identifier: Apache-2.0

/// The pages under /programme/meetings and /desk/programme/meetings.
struct MeetingsPart: PortalPart {
  let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? { nil }
}

extension MeetingsPart: ProgrammeSection {
  func programmeLinks() -> [SectionPage.Item] { [] }
}
