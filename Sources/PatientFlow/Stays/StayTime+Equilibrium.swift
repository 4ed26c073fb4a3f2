// SPDX-License-Identifier: Apache-2.0

import Sampling

extension StayTime {
  /// What is left of the stay of somebody met in a census, by the share of them who have no more left.
  ///
  /// Long stays are likelier to be met. What is left follows the equilibrium distribution, whose
  /// distribution function is the mean of the lesser of the stay and a time, over the mean (Cox 1962,
  /// "Renewal theory"). That is concave, so Newton's steps from below never pass the answer.
  ///
  /// - Parameter share: strictly between 0 and 1.
  /// - Returns: the time.
  public func equilibriumQuantile(_ share: Double) -> Double {
    switch self {
    case .fixed(let days): return share * days
    case .exponential: return quantile(share)
    default: break
    }
    let wanted = share * mean
    var time = wanted
    for _ in 0..<200 {
      let longer = self.share(longerThan: time)
      guard longer > 0 else { return time }
      let step = (wanted - mean(upTo: time)) / longer
      guard step > time * 1e-13 else { return time }
      time += step
    }
    return time
  }

  /// The mean of the lesser of the stay and a time, in days.
  public func mean(upTo time: Double) -> Double {
    guard time > 0 else { return 0 }
    switch self {
    case .fixed(let days): return min(days, time)
    case .exponential(let mean): return mean * (1 - Elementary.exponential(-time / mean))
    case .lognormal(let location, let scale):
      guard scale > 0 else { return min(mean, time) }
      let z = (Elementary.logarithm(time) - location) / scale
      return mean * StandardNormal.cumulative(z - scale) + time * StandardNormal.cumulative(-z)
    case .uniform(let low, let high):
      guard time > low, high > low else { return min(time, low) }
      let reached = min(time, high)
      let missed = (reached - low) * (reached - low) / (2 * (high - low))
      return reached - missed
    case .weibull(let shape, let scale):
      let power = Elementary.power(time / scale, shape)
      return time * Self.incomplete(1 / shape, power)
    case .observed(let seen): return ObservedStays(seen).mean(upTo: time)
    }
  }

  /// The lower incomplete gamma function of `a` at `z`, times `a` and over `z` to the power of `a`.
  ///
  /// It is e⁻ᶻ (1 + z/(a+1) + z²/((a+1)(a+2)) + …), of which all terms are positive.
  private static func incomplete(_ a: Double, _ z: Double) -> Double {
    // Beyond this the terms overflow, and nobody stays so long: what is left of the sum is its end.
    guard z < 700 else { return Elementary.gamma(a + 1) * Elementary.power(z, -a) }
    var term = Elementary.exponential(-z)
    var sum = term
    var number = a
    repeat {
      number += 1
      term *= z / number
      sum += term
    } while term > sum * 1e-17
    return sum
  }
}
