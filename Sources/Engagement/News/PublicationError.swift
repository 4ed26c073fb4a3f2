// SPDX-License-Identifier: Apache-2.0

/// Why something cannot be done with a news item, bulletin, document, enquiry or campaign.
public enum PublicationError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no such thing.
  case unknown(String)
  /// It is in a state in which this cannot be done; the advice says what can be.
  case wrongState(String, found: String, advice: String)
  /// Something that must be said was not said.
  case missing(String)

  /// The reason in words for its reader.
  public var description: String {
    switch self {
    case .unknown(let what): "There is no \(what) at this address. It may have been mistyped."
    case .wrongState(let what, let found, let advice): "This \(what) is \(found). \(advice)"
    case .missing(let what): "Please give \(what)."
    }
  }
}
