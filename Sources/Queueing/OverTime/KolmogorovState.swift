// SPDX-License-Identifier: Apache-2.0

/// The probabilities of numbers of people in M_t/M/c, and their change over a step.
struct KolmogorovState {
  static let mostStates: Int = 50_000
  /// Probability in the last state at which states are added.
  private static let leastToGrow = 1e-14

  private(set) var probabilities: [Double]
  private(set) var truncation = 0.0
  private let servers: Int
  private var slopes: [[Double]]
  private var trial: [Double]

  /// Exactly so many people.
  init(present: Int, servers: Int) {
    self.servers = servers
    probabilities = [Double](repeating: 0, count: max(present, servers) + 64)
    probabilities[present] = 1
    trial = probabilities
    slopes = Array(repeating: probabilities, count: 4)
  }

  var meanPresent: Double {
    var sum = 0.0
    for (number, chance) in probabilities.enumerated() { sum += Double(number) * chance }
    return sum
  }

  func moment(at time: Double) -> MtMcQueue.Moment {
    var (queue, busy) = (0.0, 0.0)
    for number in servers..<probabilities.count {
      queue += Double(number - servers) * probabilities[number]
      busy += probabilities[number]
    }
    return .init(
      time: time, meanPresent: meanPresent, meanQueue: max(0, queue),
      probabilityAllBusy: min(1, max(0, busy)))
  }

  /// One step of Runge and Kutta's rule, with the rates of arrival at its start, middle and end.
  mutating func advance(
    by step: Double, arrivals: (Double, Double, Double), serviceRate: Double
  ) throws(QueueError) {
    if probabilities[probabilities.count - 1] > Self.leastToGrow { try grow() }
    slope(of: probabilities, 0, arrivals.0, serviceRate)
    shift(step / 2, along: 0)
    slope(of: trial, 1, arrivals.1, serviceRate)
    shift(step / 2, along: 1)
    slope(of: trial, 2, arrivals.1, serviceRate)
    shift(step, along: 2)
    slope(of: trial, 3, arrivals.2, serviceRate)
    for index in probabilities.indices {
      let middle = slopes[1][index] + slopes[2][index]
      probabilities[index] += step / 6 * (slopes[0][index] + 2 * middle + slopes[3][index])
    }
    truncation = max(truncation, probabilities[probabilities.count - 1])
  }

  private mutating func grow() throws(QueueError) {
    guard probabilities.count < Self.mostStates else {
      throw .tooMuchWork(
        "a queue of more than \(Self.mostStates) people",
        advice: "Take a shorter time, or simulate.")
    }
    let more = [Double](repeating: 0, count: probabilities.count / 2)
    probabilities += more
    trial = probabilities
    slopes = Array(repeating: probabilities, count: 4)
  }

  private mutating func shift(_ step: Double, along slope: Int) {
    for index in trial.indices {
      trial[index] = probabilities[index] + step * slopes[slope][index]
    }
  }

  /// The change of each probability in a unit of time: moves up by arrivals, except from the last
  /// state, and down by service.
  private mutating func slope(
    of state: [Double], _ target: Int, _ arrivals: Double, _ serviceRate: Double
  ) {
    let last = state.count - 1
    var fromBelow = 0.0
    for number in 0...last {
      let chance = state[number]
      let up = number < last ? arrivals * chance : 0
      let down = serviceRate * Double(min(number, servers)) * chance
      let fromAbove =
        number < last ? serviceRate * Double(min(number + 1, servers)) * state[number + 1] : 0
      slopes[target][number] = fromBelow + fromAbove - up - down
      fromBelow = up
    }
  }
}
