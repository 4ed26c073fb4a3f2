// SPDX-License-Identifier: Apache-2.0

public import Ledger

/// What happens to accounts; the random id of the account is the subject of the entry.
///
/// No event holds a name, an address or a password: those are beside the chain and can be erased.
public enum PersonEvent: EventFamily {
  /// The name under which the ledger keeps these events.
  public static let family = "person"

  /// Somebody was asked to join, in a role.
  case invited(role: Role)
  /// They chose a password, so that the account can be used.
  case created(role: Role)
  case roleChanged(from: Role, to: Role)
  /// The account cannot be used until it is reinstated.
  case suspended
  case reinstated
  /// Name, address and password are gone for good; the account cannot come back.
  case erased
  case signedIn
  /// The subject is the account, or `PersonEvent.unknown` when no account has the address.
  case signInFailed
  /// On this device, or on all.
  case signedOut(everywhere: Bool)
  /// By somebody who was signed in, or through a link.
  case passwordChanged(throughLink: Bool)
  /// A link with which a new password can be chosen.
  case resetLinkMade

  /// The subject of what happened to no known account.
  public static let unknown = "unknown"
}
