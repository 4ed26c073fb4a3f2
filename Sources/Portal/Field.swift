// SPDX-License-Identifier: Apache-2.0

import Mustache

/// One field of a form as the template `field` draws it: label, hint, error and what was typed.
struct Field {
  let id: String
  let name: String
  let label: String
  var hint: String?
  var error: String?
  var value = ""
  var type = "text"
  var rows = 5
  var autocomplete: String?
  var choices: [Choice] = []
  let shape: Shape

  enum Shape { case line, box, select, group, hidden }

  /// One thing to choose.
  struct Choice {
    let id: String
    let name: String
    let type: String
    let value: String
    let label: String
    let isChosen: Bool
  }

  var isLine: Bool { shape == .line }
  var isBox: Bool { shape == .box }
  var isSelect: Bool { shape == .select }
  var isGroup: Bool { shape == .group }
  var isHidden: Bool { shape == .hidden }
  var describedBy: String? {
    let ids = [hint.map { _ in "\(id)-hint" }, error.map { _ in "\(id)-error" }].compactMap { $0 }
    return ids.isEmpty ? nil : ids.joined(separator: " ")
  }

  /// A field of one line: `type` is "text", "email", "password", "date", "number" or "search".
  static func line(
    _ name: String, _ label: String, value: String = "", hint: String? = nil,
    error: String? = nil, type: String = "text", autocomplete: String? = nil
  ) -> Field {
    Field(
      id: name, name: name, label: label, hint: hint, error: error, value: value, type: type,
      autocomplete: autocomplete, shape: .line)
  }

  /// A box of several lines.
  static func box(
    _ name: String, _ label: String, value: String = "", hint: String? = nil,
    error: String? = nil, rows: Int = 5
  ) -> Field {
    Field(
      id: name, name: name, label: label, hint: hint, error: error, value: value, rows: rows,
      shape: .box)
  }

  /// One of several, in a list that opens.
  static func select(
    _ name: String, _ label: String, _ options: [(value: String, label: String)],
    chosen: String = "", hint: String? = nil, error: String? = nil
  ) -> Field {
    choosing(name, label, options, chosen: [chosen], hint, error, type: "", .select)
  }

  /// One of several, all shown.
  static func radios(
    _ name: String, _ label: String, _ options: [(value: String, label: String)],
    chosen: String = "", hint: String? = nil, error: String? = nil
  ) -> Field {
    choosing(name, label, options, chosen: [chosen], hint, error, type: "radio", .group)
  }

  /// Any of several.
  static func checkboxes(
    _ name: String, _ label: String, _ options: [(value: String, label: String)],
    chosen: [String] = [], hint: String? = nil, error: String? = nil
  ) -> Field {
    choosing(name, label, options, chosen: chosen, hint, error, type: "checkbox", .group)
  }

  /// A field that is sent but not shown.
  static func hidden(_ name: String, _ value: String) -> Field {
    Field(id: name, name: name, label: "", value: value, shape: .hidden)
  }

  private static func choosing(
    _ name: String, _ label: String, _ options: [(value: String, label: String)],
    chosen: [String], _ hint: String?, _ error: String?, type: String, _ shape: Shape
  ) -> Field {
    let choices = options.enumerated().map { place, option in
      Choice(
        id: place == 0 && shape != .group ? name : "\(name)-\(place + 1)", name: name, type: type,
        value: option.value, label: option.label, isChosen: chosen.contains(option.value))
    }
    return Field(
      id: name, name: name, label: label, hint: hint, error: error, choices: choices,
      shape: shape)
  }
}

/// What is wrong with a form, in the order of its fields; the template `errors` lists it.
struct FormErrors {
  struct Wrong {
    /// The id of the field.
    let id: String
    let message: String
  }

  private(set) var errors: [Wrong] = []
  var hasErrors: Bool { !errors.isEmpty }

  /// The message for a field, if it is wrong.
  subscript(id: String) -> String? { errors.first { $0.id == id }?.message }

  /// Notes what is wrong with a field; the first message for a field stays.
  mutating func add(_ id: String, _ message: String) {
    if self[id] == nil { errors.append(Wrong(id: id, message: message)) }
  }

  /// Demands that something was typed.
  mutating func require(_ fields: FormFields, _ id: String, _ message: String) {
    if fields[id].isEmpty { add(id, message) }
  }

  /// Demands that what was typed is not too long.
  mutating func limit(_ fields: FormFields, _ id: String, to length: Int, _ label: String) {
    if fields[id].count > length {
      add(id, "\(label) can be \(length) characters at most; this has \(fields[id].count).")
    }
  }
}

// A template sees stored properties by reflection; these types also have computed ones.
extension Field: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "isLine": isLine
    case "isBox": isBox
    case "isSelect": isSelect
    case "isGroup": isGroup
    case "isHidden": isHidden
    case "describedBy": describedBy
    default: storedProperty(name, of: self)
    }
  }
}

extension FormErrors: MustacheParent {
  func child(named name: String) -> Any? {
    name == "hasErrors" ? hasErrors : storedProperty(name, of: self)
  }
}

/// A stored property by name, or nil when there is none or it is nil.
private func storedProperty(_ name: String, of model: Any) -> Any? {
  guard let value = Mirror(reflecting: model).children.first(where: { $0.label == name })?.value
  else { return nil }
  let mirror = Mirror(reflecting: value)
  guard mirror.displayStyle == .optional else { return value }
  return mirror.children.first?.value
}
