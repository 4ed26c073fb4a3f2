// SPDX-License-Identifier: Apache-2.0

/// Why a mail was not sent.
public enum MailError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The mail itself cannot be sent, however often it is tried.
  case malformed(String)
  /// There is no server at the address.
  case unreachable(String)
  /// The server did not answer in time.
  case timedOut(String)
  /// The server's certificate is not one that we trust.
  case untrustedCertificate(String)
  /// The server offers no encryption, and we send nothing without.
  case notEncrypted(String)
  /// The server does not know our user and password.
  case loginRefused(String)
  /// The server did not take the mail.
  case refused(String)
  /// The mail could not be kept until it is sent.
  case notKept(String)

  /// The reason in words for an administrator, with what to do.
  public var description: String {
    switch self {
    case .malformed(let reason): "This mail cannot be sent: \(reason)."
    case .unreachable(let reason):
      "The mail server cannot be reached (\(reason)). Check its name and port."
    case .timedOut(let reason):
      "The mail server did not answer in time (\(reason)). It will be tried again."
    case .untrustedCertificate(let reason):
      "The mail server’s certificate is not trusted (\(reason)). Nothing was sent. "
        + "Check the server’s name, or name the file of its authority."
    case .notEncrypted(let reason):
      "The mail server offers no encryption (\(reason)). Nothing was sent."
    case .loginRefused(let reason):
      "The mail server refused our user or password (\(reason)). Check both."
    case .refused(let reason): "The mail server did not take the mail (\(reason))."
    case .notKept(let reason): "The mail could not be kept for sending: \(reason)"
    }
  }
}
