// SPDX-License-Identifier: Apache-2.0

/// How many units a mean number in use asks for.
public enum SizingRule: Equatable, Sendable {
  /// Enough that units run short with at most a chance, given how the number in use varies.
  ///
  /// See `PlacesRule` for what the numbers mean. For patients who come as they come: beds, spaces of an
  /// emergency department, places of a caseload.
  case places(chance: Double, variability: Double = 1, measure: ShortageMeasure = .allTaken)
  /// The mean in use over a stated share: what a planner allows for turnover, cancellation and rest.
  ///
  /// For planned sessions and for staff; 1 for no allowance.
  case share(utilisation: Double)
  /// Enough hours for all but a chance of days, when what is done on a day varies at random.
  ///
  /// The work of a day is a sum of a Poisson number of jobs. With one use it is exact; with several the
  /// normal distribution with the same mean and variance stands for the sum, whose variance is the sum
  /// over uses of jobs a day and the square of their hours.
  case busyDay(chance: Double)
}

/// What running short of units means.
public enum ShortageMeasure: Hashable, Sendable, CaseIterable {
  /// The share of time in which as many units as there are, or more, are wanted: P(N ≥ n).
  ///
  /// With arrivals at random it is the chance that a patient who comes finds none free (Wolff 1982, "Poisson
  /// arrivals see time averages"), where nobody is sent away: an upper limit for Erlang's loss.
  case allTaken
  /// The share of time in which more units are wanted than there are: P(N > n).
  case demandAbove
  /// The share of patients who find none and go elsewhere for good: Erlang's loss formula (1917).
  ///
  /// The mean in use is then the demand, which is more than the beds that are seen occupied.
  case turnedAway
}
