// SPDX-License-Identifier: Apache-2.0

import Facts
internal import Yams

/// Reads a YAML mapping key by key and reports everything that is wrong at once.
struct YAMLReader {
  private let file: String
  private var pairs: [(key: String, line: Int, node: Node)] = []
  private(set) var violations: [Violation] = []
  /// False when the text is not a mapping, so that its keys are not reported as missing as well.
  private var isMapping = false

  init(text: String, file: String) {
    self.file = file
    do {
      guard let node = try Yams.compose(yaml: text) else {
        violations.append(
          Violation(
            file: file, row: 1, found: "an empty file", expected: "keys and values",
            advice: "Copy the file from a new plan: weald new."))
        return
      }
      guard case .mapping(let mapping) = node else {
        violations.append(unexpected(node, "keys and values"))
        return
      }
      isMapping = true
      pairs = mapping.map { ($0.key.string ?? "", $0.key.mark?.line ?? 1, $0.value) }
    } catch let error as YamlError {
      violations.append(syntax(error))
    } catch {
      violations.append(
        Violation(
          file: file, found: "\(error)", expected: "YAML", advice: "Check the indentation."))
    }
  }

  private init(file: String, node: Node) {
    self.file = file
    guard case .mapping(let mapping) = node else {
      violations = [unexpected(node, "keys and values")]
      return
    }
    isMapping = true
    pairs = mapping.map { ($0.key.string ?? "", $0.key.mark?.line ?? 1, $0.value) }
  }

  var keys: [String] { pairs.map(\.key) }

  func line(of key: String) -> Int? { pairs.first { $0.key == key }?.line }

  /// The text of a key; a violation when it is missing although required.
  mutating func text(_ key: String, required: Bool = true, means: String) -> String {
    guard let pair = pairs.first(where: { $0.key == key }) else {
      if required { missing(key, means) }
      return ""
    }
    guard case .scalar(let scalar) = pair.node else {
      violations.append(unexpected(pair.node, "text: \(means)", key: key))
      return ""
    }
    let text = scalar.string
    if required && text.isEmpty { missing(key, means) }
    return text
  }

  /// The value of a key read by a function that gives nil for what it cannot read.
  mutating func value<Value>(
    _ key: String, required: Bool = true, means: String, read: (String) -> Value?
  ) -> Value? {
    let text = text(key, required: required, means: means)
    guard !text.isEmpty else { return nil }
    guard let value = read(text) else {
      violations.append(
        Violation(
          file: file, row: line(of: key), column: key, found: "“\(text)”", expected: means,
          advice: "Correct the value of “\(key)”."))
      return nil
    }
    return value
  }

  /// A list of texts; empty when the key is missing.
  mutating func texts(_ key: String) -> [String] {
    guard let pair = pairs.first(where: { $0.key == key }) else { return [] }
    guard case .sequence(let sequence) = pair.node else {
      violations.append(unexpected(pair.node, "a list", key: key))
      return []
    }
    return sequence.compactMap(\.string)
  }

  /// The mapping under a key, with its own violations; nil when the key is missing.
  mutating func mapping(_ key: String) -> YAMLReader? {
    guard let pair = pairs.first(where: { $0.key == key }) else { return nil }
    return YAMLReader(file: file, node: pair.node)
  }

  /// The mappings of a list, each with its own violations; empty when the key is missing.
  mutating func mappings(_ key: String) -> [YAMLReader] {
    guard let pair = pairs.first(where: { $0.key == key }) else { return [] }
    guard case .sequence(let sequence) = pair.node else {
      violations.append(unexpected(pair.node, "a list", key: key))
      return []
    }
    return sequence.map { YAMLReader(file: file, node: $0) }
  }

  /// Reports keys that nothing reads, so that a misspelt key is not silently ignored.
  mutating func allowOnly(_ allowed: [String]) {
    for pair in pairs where !allowed.contains(pair.key) {
      let guess = nearest(to: pair.key, in: allowed).map { "Did you mean “\($0)”?" }
      violations.append(
        Violation(
          file: file, row: pair.line, column: pair.key, found: "an unknown key “\(pair.key)”",
          expected: "one of \(allowed.joined(separator: ", "))",
          advice: guess ?? "Take it away."))
    }
  }

  mutating func add(_ violation: Violation) { violations.append(violation) }

  private mutating func missing(_ key: String, _ means: String) {
    guard isMapping else { return }
    violations.append(
      Violation(
        file: file, row: pairs.first?.line ?? 1, column: key, found: "no value for “\(key)”",
        expected: means, advice: "Add a line: \(key): …"))
  }

  private func unexpected(_ node: Node, _ expected: String, key: String? = nil) -> Violation {
    let kind =
      switch node {
      case .scalar(let scalar): "“\(scalar.string)”"
      case .sequence: "a list"
      case .mapping: "keys and values"
      case .alias: "an alias"
      }
    return Violation(
      file: file, row: node.mark?.line ?? key.flatMap(line(of:)), column: key, found: kind,
      expected: expected, advice: "Compare it with a new plan: weald new.")
  }

  private func syntax(_ error: YamlError) -> Violation {
    if case .duplicatedKeysInMapping(let duplicates, let context) = error {
      let keys = duplicates.map { "“\($0)”" }.joined(separator: ", ")
      return Violation(
        file: file, row: context.mark.line, found: "the key \(keys) twice",
        expected: "each key once", advice: "Take one of them away.")
    }
    var row: Int?
    var column: String?
    if case .scanner(_, _, let mark, _) = error { (row, column) = (mark.line, "\(mark.column)") }
    if case .parser(_, _, let mark, _) = error { (row, column) = (mark.line, "\(mark.column)") }
    return Violation(
      file: file, row: row, column: column, found: "text that is not YAML", expected: "YAML",
      advice: "Indent with spaces, put a space after each colon, and quote text that contains "
        + "a colon.")
  }
}
