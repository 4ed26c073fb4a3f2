// SPDX-License-Identifier: Apache-2.0

public import Foundation
import Ledger

/// How soon enquiries are to be answered, in working days.
public struct EnquiryTargets: Sendable, Equatable {
  /// Working days for enquiries and requests for a speaker.
  public var enquiries: Int
  /// The law's limit (Freedom of Information Act 2000, section 10).
  public var freedomOfInformation: Int

  /// Targets; ten working days and the law's twenty unless said otherwise.
  public init(enquiries: Int = 10, freedomOfInformation: Int = 20) {
    self.enquiries = enquiries
    self.freedomOfInformation = freedomOfInformation
  }

  /// Working days for a kind.
  public func days(for kind: EnquiryKind) -> Int {
    kind == .freedomOfInformation ? freedomOfInformation : enquiries
  }

  /// The last day in time for an enquiry.
  public func due(_ record: EnquiryRecord) -> ResponseClock.Day {
    ResponseClock.due(received: .init(record.receivedOn), target: days(for: record.kind))
  }

  /// Whether an enquiry still waits although its last day is over.
  public func isOverdue(_ record: EnquiryRecord, at now: Date) -> Bool {
    record.isWaiting && ResponseClock.Day(now) > due(record)
  }
}

/// What may be done with an enquiry.
public enum EnquiryRules {
  /// An enquiry about which something can still be done.
  public static func open(_ record: EnquiryRecord?) throws(PublicationError) -> EnquiryRecord {
    let record = try known(record)
    guard record.closedOn == nil else {
      throw .wrongState(
        "enquiry", found: "closed", advice: "Ask the person to send a new one that names it.")
    }
    return record
  }

  /// An enquiry that is there and was not erased.
  public static func known(_ record: EnquiryRecord?) throws(PublicationError) -> EnquiryRecord {
    guard let record else { throw .unknown("enquiry") }
    guard record.erasure == nil else {
      throw .wrongState("enquiry", found: "erased", advice: "Nothing of it is left to work on.")
    }
    return record
  }

  /// A reference that can be read out on the telephone: no letters or digits that look alike.
  public static func reference() -> String {
    let letters = RandomID.make().uppercased().filter { !"01OI".contains($0) } + "WXYZWXYZ"
    return "ENQ-\(letters.prefix(4))-\(letters.dropFirst(4).prefix(4))"
  }

  /// A reference as it was typed, in the way references are written.
  public static func tidy(reference: String) -> String {
    let letters = reference.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard letters.count == 11, letters.hasPrefix("ENQ") else { return letters }
    let rest = letters.dropFirst(3)
    return "ENQ-\(rest.prefix(4))-\(rest.dropFirst(4))"
  }
}
