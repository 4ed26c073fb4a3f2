// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage
import Portal

/// A page of the portal with the site's header and footer.
struct PortalPageModel {
  let chrome: Chrome
  let html: String
  let isSynthetic: Bool
}

extension SiteView {
  /// A page of the portal as the site shows it.
  func portalPage(_ page: PortalPage, path: String, isSynthetic: Bool) -> String {
    var chrome = chrome(page.title, path: path)
    chrome.isPrivate = page.isPrivate
    chrome.feed = page.feed
    chrome.chooser = nil
    let model = PortalPageModel(
      chrome: chrome, html: page.html, isSynthetic: isSynthetic || page.isSynthetic)
    return Templates.render("portal", model)
  }

  /// Markdown that somebody posted, with the plan's figures in it; its headings stay below the
  /// page's own.
  func postedProse(_ markdown: String) -> String {
    let page = Markdown(figure: { figure.html($0, isTagged: false) }, picture: { _ in "" })
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return page.html(lines).replacing("<h1>", with: "<h2>").replacing("</h1>", with: "</h2>")
  }
}
