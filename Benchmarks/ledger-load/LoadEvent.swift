// SPDX-License-Identifier: Apache-2.0

import Ledger

/// A synthetic event: the number that a worker has come to, and a text beside the chain.
enum LoadEvent: EventFamily {
  static let family = "load"
  case written(worker: Int, number: Int, text: ContentReference)
}

/// How many events there are.
struct LoadCount: Fold {
  typealias Event = LoadEvent
  var events = 0

  mutating func apply(_ event: LoadEvent, _ entry: Entry) { events += 1 }
}
