// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Linkage
import PlanPackage

/// A trained model as a file: the model itself and what is known of people of one household.
public struct LinkageModelFile: Sendable, Hashable, Codable {
  /// The model.
  public var model: LinkageModel
  /// People of one household; nil where they are left out.
  public var related: RelatedPeople?

  private enum CodingKeys: String, CodingKey {
    case related
  }

  /// A model and what is known of households.
  public init(model: LinkageModel, related: RelatedPeople? = nil) {
    self.model = model
    self.related = related
  }

  /// Reads the model, with `related` beside its own keys.
  public init(from decoder: any Decoder) throws {
    model = try LinkageModel(from: decoder)
    related = try decoder.container(keyedBy: CodingKeys.self)
      .decodeIfPresent(RelatedPeople.self, forKey: .related)
  }

  /// Writes the model, with `related` beside its own keys.
  public func encode(to encoder: any Encoder) throws {
    try model.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(related, forKey: .related)
  }

  /// Reads a file.
  ///
  /// - Throws: `PlanError` when it is no model.
  public static func read(_ data: Data, file: String) throws -> Self {
    do {
      let read = try JSONDecoder().decode(Self.self, from: data)
      let levels = read.model.comparisons.map(\.levels.count)
      if let related = read.related {
        guard related.roles.count == levels.count, related.shared.map(\.count) == levels else {
          throw DecodingError.dataCorrupted(
            .init(codingPath: [], debugDescription: "related and comparisons differ"))
        }
      }
      return read
    } catch {
      throw PlanError([
        Violation(
          file: file, found: "no model of Weald (\(error))", expected: "a file of --save-model",
          advice: "Give --splink-settings for a model of Splink.")
      ])
    }
  }

  /// The bytes of the file, the same for the same model.
  public func bytes() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [0x0A]
  }
}
