// SPDX-License-Identifier: Apache-2.0

import Engagement
import Schedule

/// The network as it stands: the plan, what was added to it, and what is known of its progress.
struct TimelineNetwork: Sendable {
  /// Activities in force, in the order of the plan, then of being added.
  let activities: [TimelineActivity]
  /// Links in force.
  let links: [TimelineLink]
  private let state: TimelineState
  private let day: CivilDay

  init(_ plan: TimelinePlan, _ state: TimelineState, _ day: CivilDay) {
    self.state = state
    self.day = day
    let added = state.added.map(\.activity)
    let replaced = Set(added.map(\.id))
    activities = (plan.activities.filter { !replaced.contains($0.id) } + added)
      .filter { state.withdrawn[$0.id] == nil }
    let known = Set(activities.map(\.id))
    links = Self.links(plan, state).filter { known.contains($0.from) && known.contains($0.to) }
  }

  /// Links of the plan, then those that were added, then those that a handshake agreed.
  private static func links(_ plan: TimelinePlan, _ state: TimelineState) -> [TimelineLink] {
    let added = state.links.map(\.link)
    let replaced = Set(added.map(\.id))
    let kept = (plan.links.filter { !replaced.contains($0.id) } + added)
      .filter { state.withdrawnLinks[$0.id] == nil }
    let there = Set(kept.map(\.id))
    let agreed = state.handshakes.values
      .filter { $0.status.isBinding || $0.status == .delivered }
      .sorted { ($0.sequence ?? 0) < ($1.sequence ?? 0) }
      .map { handshake in
        var link = TimelineLink(handshake.from, handshake.to)
        link.isDependency = true
        link.byWhen = handshake.agreed
        return link
      }
    return kept + agreed.filter { !there.contains($0.id) }
  }

  /// The network for the engine, with a sentence when links had to be left out of it.
  ///
  /// The desk refuses loops, but two desks may write at once: then the links that were added last
  /// are left out, one by one, until none is left.
  func work() -> (network: WorkNetwork, problem: String?) {
    let items = activities.map(item)
    var kept = links
    var problem: String?
    while true {
      do {
        return (
          try WorkNetwork(
            items: items, links: kept.map(Self.workLink), dataDay: Double(day.number)), problem
        )
      } catch {
        problem = problem ?? "\(words(error))"
        if kept.isEmpty { break }
        kept.removeLast()
      }
    }
    // Only items themselves can be wrong now; an empty network has no dates to mislead with.
    guard let empty = try? WorkNetwork(items: [], links: []) else {
      preconditionFailure("an empty network has no fault")
    }
    return (empty, problem)
  }

  /// The loop that a link would make, by the labels of its activities; nil when it makes none.
  func loop(adding link: TimelineLink) -> String? {
    let others = links.filter { $0.id != link.id }
    do {
      _ = try WorkNetwork(
        items: activities.map { WorkItem($0.id) }, links: (others + [link]).map(Self.workLink))
      return nil
    } catch {
      return words(error)
    }
  }

  /// An error with the labels of activities in place of their ids.
  private func words(_ error: ScheduleError) -> String {
    guard case .loop(let links) = error, let first = links.first else { return "\(error)" }
    return links.reduce("“\(label(first.from))”") { $0 + " → “\(label($1.to))”" }
  }

  private func label(_ id: String) -> String { activities.first { $0.id == id }?.label ?? id }

  private static func workLink(_ link: TimelineLink) -> WorkLink {
    WorkLink(
      link.from, link.to, WorkLink.Kind(rawValue: link.kind.rawValue) ?? .finishToStart,
      lag: Double(link.lag))
  }

  /// The day on which an activity started, from the record or the plan, when that is not to come.
  func started(_ activity: TimelineActivity) -> CivilDay? {
    state.progress[activity.id]?.started?.day ?? activity.started.flatMap(happened)
  }

  /// The day on which an activity was done.
  func finished(_ activity: TimelineActivity) -> CivilDay? {
    state.progress[activity.id]?.finished?.day ?? activity.finished.flatMap(happened)
  }

  private func happened(_ day: CivilDay) -> CivilDay? { day <= self.day ? day : nil }

  /// Three estimates in rising order, as the record or the plan has them.
  func length(_ activity: TimelineActivity) -> DurationRange {
    let length = state.lengths[activity.id]?.length
    let low = Double(max(length?.low ?? activity.low, 0))
    let likely = max(Double(length?.likely ?? activity.likely), low)
    let high = max(Double(length?.high ?? activity.high), likely)
    return (try? DurationRange(low: low, likely: likely, high: high)) ?? .none
  }

  /// An activity as the engine takes it.
  ///
  /// A forecast of work in progress changes what is left of its length, in all three estimates; one
  /// of work that has not started moves its start.
  private func item(_ activity: TimelineActivity) -> WorkItem {
    var item = WorkItem(activity.id, length(activity))
    item.notBefore = activity.notBefore.map { Double($0.number) }
    item.mustBy = activity.mustBy.map { Double($0.number) }
    let finish = finished(activity)
    let start = started(activity).map { day in finish.map { min($0, day) } ?? day }
    item.started = start.map { Double($0.number) }
    item.finished = finish.map { Double($0.number) }
    guard finish == nil, let forecast = state.progress[activity.id]?.forecast?.day else {
      return item
    }
    if let start {
      let likely = Double(forecast.number - start.number)
      item.duration = item.duration.longer(by: likely - item.duration.likely)
    } else {
      item.notBefore = max(
        item.notBefore ?? -.infinity, Double(forecast.number) - item.duration.likely)
    }
    return item
  }
}
