// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// Which responses stand for others with nearly the same words.
public struct ShownOnce: Sendable {
  /// How many responses a shown one stands for, itself included, by its private id.
  public private(set) var sizes: [String: Int] = [:]
  /// The private id of the shown response, by the private id of a hidden one.
  public private(set) var shownFor: [String: String] = [:]

  /// Works it out from the campaigns and the responses as they stand now.
  ///
  /// When the representative may not be published, the first member that may be takes its place.
  /// A respondent who changed their words after the campaign was found is no member any more.
  public init(
    _ campaigns: [Campaign], _ responses: [ResponseRecord], revisedOn: [String: Date]
  ) {
    let publishable = Set(responses.filter(\.isPublishable).map(\.response.id))
    for campaign in campaigns {
      let members = campaign.members.filter { member in
        revisedOn[member].map { $0 <= campaign.foundOn } ?? true
      }
      let shown =
        publishable.contains(campaign.representative) && members.contains(campaign.representative)
        ? campaign.representative : members.first { publishable.contains($0) }
      guard let shown else { continue }
      sizes[shown] = members.count
      for member in members where member != shown { shownFor[member] = shown }
    }
  }

  /// Whether the words of a response are shown elsewhere.
  public func isHidden(_ response: String) -> Bool { shownFor[response] != nil }
}
