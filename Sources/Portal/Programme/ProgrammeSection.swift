// SPDX-License-Identifier: Apache-2.0

/// A part of the portal that the page of the programme leads to.
protocol ProgrammeSection: PortalPart {
  /// The lines of this part on the page of the programme: a link, and what is worth knowing on the
  /// day that is asked for.
  func programmeLinks(_ request: PortalRequest) throws -> [SectionPage.Item]
}
