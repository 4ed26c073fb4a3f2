// SPDX-License-Identifier: Apache-2.0

import Foundation
import Linkage

/// The probabilities of a model that the peer wrote, for the same comparisons and levels in the same order.
struct PeerModel: Decodable {
  struct Level: Decodable {
    var m_probability: Double?
    var u_probability: Double?
  }

  struct Comparison: Decodable {
    var comparison_levels: [Level]
  }

  var probability_two_random_records_match: Double
  var comparisons: [Comparison]

  /// The model with the peer's probabilities.
  static func probabilities(_ path: String, in model: LinkageModel) throws -> LinkageModel {
    let data = try Data(contentsOf: URL(filePath: path))
    let peer = try JSONDecoder().decode(PeerModel.self, from: data)
    var model = model
    model.prior = peer.probability_two_random_records_match
    for (index, comparison) in peer.comparisons.enumerated() {
      for (level, probabilities) in comparison.comparison_levels.enumerated() {
        model.comparisons[index].levels[level].m = probabilities.m_probability
        model.comparisons[index].levels[level].u = probabilities.u_probability
      }
    }
    return model
  }
}
