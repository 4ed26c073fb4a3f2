// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// How many enquiries came and how quickly they were answered.
public struct EnquiryStatistics: Sendable, Equatable {
  /// How many came.
  public let received: Int
  /// How many were answered at least once.
  public let answered: Int
  /// How many still wait.
  public let waiting: Int
  /// How many wait although their last day is over.
  public let overdue: Int
  /// The middle of the working days that first answers took; nil when there are none.
  public let medianDays: Double?
  /// Of those answered, or still waiting after their last day: how many were answered in time.
  public let inTime: Int
  /// How many were answered, or are overdue.
  public let counted: Int

  /// The statistics of some enquiries at a time.
  public init(_ records: [EnquiryRecord], targets: EnquiryTargets, at now: Date) {
    received = records.count
    answered = records.count { !$0.answers.isEmpty }
    waiting = records.count { $0.isWaiting }
    overdue = records.count { targets.isOverdue($0, at: now) }
    let taken = records.compactMap { record in
      record.answers.first.map {
        (
          days: ResponseClock.workingDays(from: .init(record.receivedOn), to: .init($0.on)),
          target: targets.days(for: record.kind)
        )
      }
    }
    medianDays = Self.median(taken.map(\.days))
    inTime = taken.count { $0.days <= $0.target }
    counted = taken.count + overdue
  }

  /// The share answered in time, of those whose time is up or used; nil when there are none.
  public var shareInTime: Double? { counted == 0 ? nil : Double(inTime) / Double(counted) }

  static func median(_ values: [Int]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1
      ? Double(sorted[middle]) : Double(sorted[middle - 1] + sorted[middle]) / 2
  }
}
