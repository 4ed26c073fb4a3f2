// SPDX-License-Identifier: Apache-2.0

import Crypto
public import Foundation
public import Ledger

/// The two keys of the newsletter: one seals sign-up links, one signs the links in each mail.
///
/// Both come from one secret in the contacts (HKDF, RFC 5869), so that a copy of the contacts
/// carries its links with it.
public struct NewsletterKey: Sendable {
  private static let kind = "newsletter-key"
  private let sealing: SymmetricKey
  private let signing: SymmetricKey

  /// The keys of a secret.
  public init(secret: Data) {
    let source = SymmetricKey(data: secret)
    sealing = Self.derive(source, "newsletter sign-up")
    signing = Self.derive(source, "newsletter links")
  }

  /// The keys of a data folder, made when there are none.
  ///
  /// - Throws: `LedgerError`.
  public static func of(_ contacts: PrivateStore) async throws(LedgerError) -> NewsletterKey {
    if let kept = try contacts.get(Data.self, kind: kind, id: "1") { return Self(secret: kept) }
    let secret = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
    try await contacts.put(secret, kind: kind, id: "1")
    return Self(secret: secret)
  }

  private static func derive(_ source: SymmetricKey, _ purpose: String) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: source, info: Data(purpose.utf8), outputByteCount: 32)
  }

  /// A sign-up as a token that nobody else can read or change (AES-GCM, NIST SP 800-38D), with
  /// a signature over it.
  public func seal(_ request: SignUpRequest) -> String? {
    guard let plain = try? JSONEncoder().encode(request),
      let box = try? AES.GCM.seal(plain, using: sealing).combined
    else { return nil }
    return Self.text(box + HMAC<SHA256>.authenticationCode(for: box, using: signing))
  }

  /// The sign-up in a token, or nil when it is not one of ours.
  public func open(_ token: String) -> SignUpRequest? {
    guard let data = Self.data(token), data.count > 32 else { return nil }
    let box = data.dropLast(32)
    guard
      HMAC<SHA256>.isValidAuthenticationCode(data.suffix(32), authenticating: box, using: signing),
      let sealed = try? AES.GCM.SealedBox(combined: box),
      let plain = try? AES.GCM.open(sealed, using: sealing)
    else { return nil }
    return try? JSONDecoder().decode(SignUpRequest.self, from: plain)
  }

  /// The token that lets the holder of a subscription change or end it.
  public func link(subscriber id: String) -> String {
    id + "-" + Self.text(HMAC<SHA256>.authenticationCode(for: Data(id.utf8), using: signing))
  }

  /// The id in such a token, or nil when it is not one of ours.
  public func subscriber(_ token: String) -> String? {
    let halves = token.split(separator: "-", maxSplits: 1)
    guard halves.count == 2, let code = Self.data(String(halves[1])) else { return nil }
    let id = String(halves[0])
    return HMAC<SHA256>.isValidAuthenticationCode(
      code, authenticating: Data(id.utf8), using: signing) ? id : nil
  }

  /// What tells one token from another without saying what is in it.
  public static func fingerprint(_ token: String) -> String {
    text(SHA256.hash(data: Data(token.utf8)))
  }

  private static func text(_ bytes: some Sequence<UInt8>) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }

  private static func data(_ text: String) -> Data? {
    let plain = text.replacing("-", with: "+").replacing("_", with: "/")
    return Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.count % 4) % 4))
  }
}

/// What somebody asked for on the sign-up page; it travels in their mail until they confirm it.
public struct SignUpRequest: Codable, Sendable, Equatable {
  /// How long a link can be used.
  public static let lifetime: TimeInterval = 7 * 86_400

  /// The address to which mail goes.
  public var email: String
  /// The ids of the workstreams it is about or for.
  public var workstreams: [String]
  /// The ids of the areas it is about or for.
  public var areas: [String]
  /// The version of the wording that was agreed to.
  public var consent: String
  /// When the link ends.
  public var expires: Date

  /// A request that can be confirmed for seven days.
  public init(
    email: String, workstreams: [String], areas: [String], consent: String, at now: Date
  ) {
    self.email = email
    self.workstreams = workstreams
    self.areas = areas
    self.consent = consent
    expires = now.addingTimeInterval(Self.lifetime)
  }
}
