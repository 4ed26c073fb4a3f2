// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A signed minute as a file: JSON with sorted keys, written in one way only.
///
/// What is signed is the member `minute` with sorted keys and without spaces. A file is accepted
/// only when it is, byte for byte, what Weald writes, so that nothing can stand in it that the
/// signature does not cover.
public struct DecisionMinuteFile: Sendable, Equatable {
  /// What the minute says.
  public let minute: DecisionMinute
  /// The public key in base64.
  public let publicKey: String
  /// The signature in base64.
  public let signature: String
  /// The file.
  public let bytes: [UInt8]

  private struct Shape: Codable {
    struct Signature: Codable {
      var algorithm: String
      var publicKey: String
      var value: String
    }
    var minute: MinuteValue
    var signature: Signature
  }

  /// Signs a minute.
  ///
  /// - Throws: `DecisionMinuteFault`.
  public init(
    _ minute: DecisionMinute, by signer: DecisionMinuteSigner
  ) throws(DecisionMinuteFault) {
    let value = try MinuteValue(minute)
    let signature = try signer.signature(of: try value.canonical())
    self.minute = minute
    self.signature = signature
    publicKey = signer.publicKey
    bytes = try DecisionMinuteFile.written(
      Shape(
        minute: value,
        signature: .init(algorithm: "Ed25519", publicKey: signer.publicKey, value: signature)))
  }

  /// Reads and checks a minute.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - keys: the public keys that are known to be the signer's; with none, the key in the file is
  ///     taken, which shows that the minute was not changed and not who signed it.
  /// - Throws: `DecisionMinuteFault` when anything in it was changed.
  public init(checking bytes: [UInt8], keys: [String] = []) throws(DecisionMinuteFault) {
    guard let shape = try? JSONDecoder().decode(Shape.self, from: Data(bytes)),
      shape.signature.algorithm == "Ed25519"
    else {
      throw DecisionMinuteFault(
        "This is no signed minute: a JSON file with “minute” and an Ed25519 “signature” was "
          + "expected.")
    }
    guard try DecisionMinuteFile.written(shape) == bytes else {
      throw DecisionMinuteFault(
        "The file is not as it was written: spaces, the order of members or a second member of one "
          + "name were changed. Get it again from the page of the decision.")
    }
    let isSigned = DecisionMinuteSigner.isValid(
      shape.signature.value, of: try shape.minute.canonical(), by: shape.signature.publicKey)
    guard isSigned else {
      throw DecisionMinuteFault("The minute was changed after it was signed.")
    }
    guard keys.isEmpty || keys.contains(shape.signature.publicKey) else {
      throw DecisionMinuteFault(
        "The minute was signed with another key than the one of this record: "
          + "\(shape.signature.publicKey).")
    }
    minute = try shape.minute.decoded()
    publicKey = shape.signature.publicKey
    signature = shape.signature.value
    self.bytes = bytes
  }

  private static func written(_ shape: Shape) throws(DecisionMinuteFault) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    do { return Array(try encoder.encode(shape)) + [UInt8(ascii: "\n")] } catch {
      throw DecisionMinuteFault("The minute cannot be written: \(error).")
    }
  }
}

/// The little of JSON that a minute uses: texts, whole numbers, lists and objects.
///
/// No fractions and no truth values, which programs write in more than one way.
enum MinuteValue: Codable, Sendable, Equatable {
  case text(String)
  case number(Int)
  case list([MinuteValue])
  case object([String: MinuteValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else if let list = try? container.decode([MinuteValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: MinuteValue].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .list(let list): try container.encode(list)
    case .object(let object): try container.encode(object)
    }
  }

  /// A minute as a value.
  init(_ minute: DecisionMinute) throws(DecisionMinuteFault) {
    do {
      self = try JSONDecoder().decode(MinuteValue.self, from: try JSONEncoder().encode(minute))
    } catch {
      throw DecisionMinuteFault("The minute cannot be written: \(error).")
    }
  }

  /// The bytes that are signed: sorted keys, no spaces.
  func canonical() throws(DecisionMinuteFault) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do { return Array(try encoder.encode(self)) } catch {
      throw DecisionMinuteFault("The minute cannot be written: \(error).")
    }
  }

  /// It as a minute.
  func decoded() throws(DecisionMinuteFault) -> DecisionMinute {
    do { return try JSONDecoder().decode(DecisionMinute.self, from: Data(canonical())) } catch {
      throw DecisionMinuteFault(
        "The minute is signed and cannot be read: it may be of a newer version of Weald.")
    }
  }
}
