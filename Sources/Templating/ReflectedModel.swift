// SPDX-License-Identifier: Apache-2.0

public import Mustache

/// A model of a page whose parts are looked up by reflection once each.
///
/// A template asks for its parts by name, often for one that is absent and so for those of every
/// model around it; reflecting a whole value for each question took four fifths of the time of a
/// page.
public final class ReflectedModel: MustacheParent, MustacheCustomRenderable {
  private let model: Any
  private lazy var stored: [String: Any] = Self.parts(of: model)
  private var known: [String: Any?] = [:]

  /// A model of any type: its stored properties are its parts, unless it answers for itself.
  public init(_ model: Any) { self.model = model }

  /// The part of a name, or nil when there is none or it is nil.
  public func child(named name: String) -> Any? {
    if let found = known[name] { return found }
    let own = (model as? any MustacheParent).map { $0.child(named: name) } ?? stored[name]
    let part = own.flatMap(Self.unwrapped).map(Self.reflected)
    known[name] = .some(part)
    return part
  }

  /// What stands in a page where the model itself is asked for.
  public var renderText: String {
    (model as? any MustacheCustomRenderable)?.renderText ?? String(describing: model)
  }

  /// Whether a section about it is left out.
  public var isNull: Bool { (model as? any MustacheCustomRenderable)?.isNull ?? false }

  private static func parts(of model: Any) -> [String: Any] {
    var parts: [String: Any] = [:]
    for child in Mirror(reflecting: model).children {
      if let label = child.label, let value = unwrapped(child.value) { parts[label] = value }
    }
    return parts
  }

  /// What is in an optional; anything else as it is.
  private static func unwrapped(_ value: Any) -> Any? {
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .optional else { return value }
    return mirror.children.first?.value
  }

  private static func reflected(_ value: Any) -> Any {
    switch value {
    case is String, is Substring, is Bool, is Int, is Double, is ReflectedModel: value
    case is [String: Any], is [String], is [Int]: value
    case let values as [Any]: values.map(reflected)
    default: ReflectedModel(value)
    }
  }
}
