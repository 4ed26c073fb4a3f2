// SPDX-License-Identifier: Apache-2.0

/// How a change is shared out among the factors that brought it about together.
public enum AttributionMethod: Sendable, Hashable {
  /// The Shapley value (Shapley 1953, "A value for n-person games"): the mean of what a factor adds
  /// over all orders in which the factors could come. Shares sum to the change.
  ///
  /// Worked out in closed form: a measure is a sum of products of factors that are either absent or
  /// present, so it is its own multilinear extension, and the share of factor i is the integral over
  /// t from 0 to 1 of its slope along the diagonal (Owen 1972, "Multilinear extensions of games",
  /// Management Science 18(5)). With m factors in a product the slope is a polynomial of degree
  /// m − 1 at most, which Gauss-Legendre quadrature with ⌈m/2⌉ nodes integrates exactly.
  case shapley
  /// What each factor adds when the factors come in this order, which names each of them once. Shares
  /// sum to the change.
  case ordered([DemandFactor])
  /// What each factor would do alone; what they do together beyond that is the interaction, shown
  /// apart. Shares and interaction sum to the change. This is what the peer model shows.
  case alone
}
