// SPDX-License-Identifier: Apache-2.0

import PlanPackage
import Segments

/// People, activity and pounds by segment and place, for a program or a terminal.
public struct SegmentDocument: Encodable, Sendable {
  /// How the people came to be known.
  public enum Method: String, Encodable, Sendable {
    /// Every person was counted.
    case counted
    /// Small counts were hidden, so some numbers are within limits.
    case countedInPart = "counted in part"
    /// Synthetic: put together from registers that overlap.
    case reconstructed
  }

  /// A place.
  public struct Place: Encodable, Sendable {
    /// Its id or its name in a file.
    public let place: String
    /// People in all segments.
    public let people: Int
    /// Activity in all segments.
    public let activity: Int?
    /// Whole pounds in all segments.
    public let pounds: Int?
    /// By segment, in the order of the rules.
    public let segments: [Segment]

    /// Whether the segments have as many people as the list.
    var addsUp: Bool { segments.reduce(0) { $0 + $1.people } == people }
  }

  /// A segment in a place.
  public struct Segment: Encodable, Sendable {
    /// The id of the rule.
    public let segment: String
    /// Whole people.
    public let people: Int
    /// The fewest there can be.
    public let fewest: Int
    /// The most there can be.
    public let most: Int
    /// The fewest when each assumption is changed alone.
    public let low: Int?
    /// The most when each assumption is changed alone.
    public let high: Int?
    /// Activity, where it was counted.
    public let activity: Int?
    /// Whole pounds, where they are known.
    public let pounds: Int?
  }

  /// How the people came to be known.
  public let method: Method
  /// Whether the segments of every place add up to its list.
  public let sumsToList: Bool
  /// What a careful reader has to know.
  public let remarks: [String]
  /// The places.
  public let places: [Place]

  init(method: Method, sumsToList: Bool, remarks: [String], places: [Place]) {
    self.method = method
    self.sumsToList = sumsToList
    self.remarks = remarks
    self.places = places
  }

  /// A plan's localities, or one of them; nil when it is not among them.
  public init?(_ study: SegmentStudy, place: String? = nil) {
    let shown = study.places.filter { place == nil || $0.locality.id == place }
    guard !shown.isEmpty else { return nil }
    method = .reconstructed
    sumsToList = study.addsUp
    remarks =
      [
        "Synthetic: put together from registers that overlap. Low and high change each assumption "
          + "alone: \(study.variants.joined(separator: "; "))."
      ]
      + shown.compactMap { place in
        place.misfitted.map {
          "The register “\($0)” in \(place.locality.id) is missed by \(place.misfit) people."
        }
      }
    places = shown.map { place in
      Place(
        place: place.locality.id, people: place.list.people, activity: nil, pounds: place.spend,
        segments: zip(study.rules, place.shares).map { rule, share in
          Segment(
            segment: rule.id, people: share.people, fewest: share.limits.lowerBound,
            most: share.limits.upperBound, low: share.peopleRange.lowerBound,
            high: share.peopleRange.upperBound, activity: nil, pounds: share.pounds)
        })
    }
  }

  /// A table with a row for each place and segment.
  public var csv: String {
    CSVRecords.line([
      "place", "segment", "people", "low", "high", "fewest", "most", "activity", "pounds",
    ])
      + places.flatMap { place in
        place.segments.map { segment in
          CSVRecords.line(
            [place.place, segment.segment, "\(segment.people)"]
              + [
                segment.low, segment.high, segment.fewest, segment.most, segment.activity,
                segment.pounds,
              ].map { $0.map(String.init) ?? "" })
        }
      }.joined()
  }

  /// Lines for a terminal: a block for each place, with its sums last.
  public var lines: [String] {
    places.flatMap { place -> [String] in
      let width = (place.segments.map(\.segment.count).max() ?? 0) + 2
      func line(_ name: String, _ people: Int, _ range: String, _ pounds: Int?) -> String {
        SegmentDocument.left(name, width) + SegmentDocument.right("\(people)", 10)
          + SegmentDocument.right(range, 20)
          + (pounds.map { SegmentDocument.right("£\($0)", 16) } ?? "")
      }
      return [place.place]
        + place.segments.map { segment in
          let low = segment.low ?? segment.fewest
          let high = segment.high ?? segment.most
          return line(
            segment.segment, segment.people, low == high ? "" : "\(low) to \(high)",
            segment.pounds)
        } + [line("all", place.people, "", place.pounds)]
    }
  }

  private static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }
}
