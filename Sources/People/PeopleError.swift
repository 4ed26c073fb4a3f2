// SPDX-License-Identifier: Apache-2.0

public import Ledger

/// Why something about an account cannot be done.
public enum PeopleError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The address or the password is wrong; it is not said which.
  case wrongAddressOrPassword
  /// The address is none.
  case badAddress
  /// There is an account with the address already.
  case addressTaken
  /// No name was given, or one that is too long.
  case badName
  /// The password cannot be chosen, for this reason.
  case weakPassword(String)
  /// The link is wrong, was used already or is too old.
  case linkEnded
  /// Nobody would be left to invite people.
  case lastAdministrator
  /// There is no such account, or it is not in a state for this.
  case noSuchAccount
  /// Too many passwords are being checked at this moment.
  case busy
  /// The ledger or the store beside it could not do it.
  case store(LedgerError)
  /// Something else did not work.
  case failed(String)

  /// The reason in words for its reader, with what to do.
  public var description: String {
    switch self {
    case .wrongAddressOrPassword:
      "The e-mail address or the password is wrong. Check both and try again."
    case .badAddress: "Type an e-mail address, such as name@example.org."
    case .addressTaken: "There is an account with this e-mail address already."
    case .badName: "Type a name of 1 to \(People.longestName) characters."
    case .weakPassword(let reason): reason
    case .linkEnded: "This link does not work. It was used already, or it is too old."
    case .lastAdministrator:
      "This is the last administrator. Make somebody else an administrator first."
    case .noSuchAccount: "There is no such account, or this cannot be done to it now."
    case .busy: "Many people are signing in at this moment. Wait a minute and try again."
    case .store(let error): error.description
    case .failed(let reason): "This did not work: \(reason)."
    }
  }
}
