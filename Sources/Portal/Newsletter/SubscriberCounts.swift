// SPDX-License-Identifier: Apache-2.0

import Engagement

/// How many subscribers want what; nobody is named.
struct SubscriberCounts {
  private let services: Services
  private let subscribers: [Subscriber]

  init(_ services: Services, _ subscribers: [Subscriber]) {
    self.services = services
    self.subscribers = subscribers
  }

  var grid: Grid {
    Grid(
      "Subscribers by what they want", ["Wish", "Subscribers#"], rows.map { [$0.0, "\($0.1)"] })
  }

  private var rows: [(String, Int)] {
    [("Everything", subscribers.count { $0.workstreams.isEmpty })]
      + services.plan.workstreams.map { workstream in
        (workstream.name, subscribers.count { $0.workstreams.contains(workstream.id) })
      }
      + services.plan.areas.map { area in
        ("In \(area.name)", subscribers.count { $0.areas.contains(area.id) })
      }
      + Involvement.allCases.map { involvement in
        (
          "Members: \(involvement.label)",
          subscribers.count { $0.membership?.involvement == involvement }
        )
      }
  }
}
