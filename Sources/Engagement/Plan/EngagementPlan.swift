// SPDX-License-Identifier: Apache-2.0

public import Forms
public import Foundation

/// What the plan says of engagement: definitions, which its authors keep in the plan folder.
///
/// What happens to them is in the ledger.
public struct EngagementPlan: Sendable {
  /// The title of the plan.
  public var title: String
  /// Forms as they stand in the plan; publishing one puts a version into the ledger.
  public var forms: [FormDefinition]
  /// Consultations and other exercises in which people are asked.
  public var consultations: [ConsultationDefinition]
  /// Things of the plan that a theme can lead to, by kind.
  public var workstreams: [NamedThing]
  /// The options of the plan.
  public var options: [NamedThing]
  /// The criteria by which options are judged.
  public var criteria: [NamedThing]
  /// Districts or other areas by which respondents are counted, with who lives there.
  public var areas: [AreaProfile]
  /// The library, as the plan has it.
  public var documents: [DocumentDefinition]
  /// Patient and public groups.
  public var groups: [GroupDefinition]
  /// The members of the partnership.
  public var organisations: [NamedThing]
  /// Terms of the glossary, so that a question about one can lead to it.
  public var glossary: [NamedThing]

  /// An empty plan of a title; fill in what there is.
  public init(title: String) {
    self.title = title
    forms = []
    consultations = []
    workstreams = []
    options = []
    criteria = []
    areas = []
    documents = []
    groups = []
    organisations = []
    glossary = []
  }
}

/// A thing with an id, a name and a page of the plan's site.
public struct NamedThing: Sendable, Equatable, Codable {
  /// The permanent id.
  public var id: String
  /// The name, for a reader.
  public var name: String
  /// The path of its page, such as "/workstreams/stroke", when it has one.
  public var path: String?

  /// A thing by id and name.
  public init(id: String, name: String, path: String? = nil) {
    self.id = id
    self.name = name
    self.path = path
  }
}

/// A consultation or engagement exercise as its authors plan it.
public struct ConsultationDefinition: Sendable, Equatable {
  /// The permanent id.
  public var id: String
  /// The title, for a reader.
  public var title: String
  /// One paragraph: what is asked, of whom, and why.
  public var summary: String
  /// The id of the form.
  public var form: String
  /// Whether the law requires it; otherwise it is engagement before or beside a consultation.
  public var isFormal: Bool
  /// The planned first and last day, as calendar days in local time; the ledger says when it
  /// really opened and closed.
  public var plannedOpening: Date?
  /// The planned last day.
  public var plannedDeadline: Date?
  /// Who decides when it is over.
  public var decisionBody: String?
  /// What changes for which service, where.
  public var services: [ServiceInArea]
  /// The ids of options that are consulted on.
  public var options: [String]
  /// The ids of documents that go with it.
  public var documents: [String]
  /// How long personal data is kept after it closes, in months.
  public var retentionMonths: Int
  /// The source of what is said here, by the id of a source of the plan.
  public var source: String?

  /// A consultation by id, title and form.
  public init(id: String, title: String, summary: String, form: String, isFormal: Bool) {
    self.id = id
    self.title = title
    self.summary = summary
    self.form = form
    self.isFormal = isFormal
    plannedOpening = nil
    plannedDeadline = nil
    decisionBody = nil
    services = []
    options = []
    documents = []
    retentionMonths = 24
    source = nil
  }
}

/// What is proposed for a service in an area.
public struct ServiceInArea: Sendable, Equatable {
  /// The service in plain words.
  public var service: String
  /// The area, by its id or in plain words.
  public var area: String
  /// What would change.
  public var proposal: String

  /// A proposal for a service in an area.
  public init(service: String, area: String, proposal: String) {
    self.service = service
    self.area = area
    self.proposal = proposal
  }
}

/// Who lives in an area: the profile with which respondents are compared.
public struct AreaProfile: Sendable, Equatable {
  /// The permanent id.
  public var id: String
  /// The name, for a reader.
  public var name: String
  /// Residents.
  public var population: Double
  /// Residents aged 65 or over, when known.
  public var aged65Plus: Double?

  /// The people of an area.
  public init(id: String, name: String, population: Double, aged65Plus: Double? = nil) {
    self.id = id
    self.name = name
    self.population = population
    self.aged65Plus = aged65Plus
  }
}

/// A document of the library.
public struct DocumentDefinition: Sendable, Equatable {
  /// The permanent id.
  public var id: String
  /// The title, for a reader.
  public var title: String
  /// What it is, in plain words.
  public var summary: String
  /// The id of the source of the plan that it is.
  public var source: String?
  /// Its renderings: one for each version and format.
  public var editions: [Edition]

  /// A document with its editions.
  public init(
    id: String, title: String, summary: String, source: String? = nil, editions: [Edition] = []
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.source = source
    self.editions = editions
  }

  /// One version in one format.
  public struct Edition: Sendable, Equatable {
    /// Such as "1.0" or "draft of November 2016".
    public var version: String
    /// "full", "summary", "easy-read", "BSL", "audio", "large-print" or a language.
    public var format: String
    /// When it was published, when that is known.
    public var published: Date?
    /// Where it can be read; nil when it is not online any more.
    public var address: String?
    /// An edition in a format.
    public init(version: String, format: String, published: Date?, address: String?) {
      self.version = version
      self.format = format
      self.published = published
      self.address = address
    }
  }
}

/// A patient and public group.
public struct GroupDefinition: Sendable, Equatable {
  /// The permanent id.
  public var id: String
  /// The name, for a reader.
  public var name: String
  /// What it is for.
  public var purpose: String
  /// The source of what is said here, by the id of a source of the plan.
  public var source: String?

  /// A group with its purpose.
  public init(id: String, name: String, purpose: String, source: String? = nil) {
    self.id = id
    self.name = name
    self.purpose = purpose
    self.source = source
  }
}
