// SPDX-License-Identifier: Apache-2.0

import Pictures

/// The look of papers: one column on a phone, A4 on paper.
enum PaperStyle {
  /// The whole style of a file of its own.
  static let css = PictureStyle.tokens + frame + parts + printedFrame

  /// What a page of another style needs.
  static let parts = rules + narrow + printed

  private static let frame = """
    html{font:1rem/1.5 "Source Sans 3","Segoe UI",system-ui,"Helvetica Neue",Arial,sans-serif}
    body{margin:0;color:var(--ink);background:var(--paper)}
    main{max-width:56rem;margin:0 auto;padding:1rem;overflow-wrap:break-word}
    h1{font-size:1.9rem;line-height:1.2;margin:.5rem 0}
    h2{font-size:1.4rem;line-height:1.25;margin:2rem 0 .5rem;border-top:3px solid var(--accent);padding-top:.5rem}
    h3{font-size:1.1rem;margin:1.25rem 0 .25rem}
    a{color:var(--accent)}
    a:focus-visible{outline:3px solid var(--warn);outline-offset:2px}

    """

  /// Rules for what a paper is made of, in its own file or on a page of the site.
  private static let rules = """
    .paper a.figure{font-weight:600;text-decoration-style:dotted;color:inherit}
    .paper a.said{color:inherit;text-decoration-style:dotted}
    .paper-of{color:var(--quiet);margin:.25rem 0}
    .paper-mark{border-left:4px solid var(--warn);padding:.25rem .75rem;margin:.75rem 0}
    .paper-contents ul{padding-left:1.25rem}
    .paper table{border-collapse:collapse;width:100%;margin:1rem 0;font-variant-numeric:tabular-nums}
    .paper table,.paper tbody th,.paper td:not(.n){min-width:0}
    .paper caption,.paper .empty{font-weight:700;text-align:left}
    .paper caption{padding:.25rem 0}
    .paper th,.paper td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--rule)}
    .paper thead th{border-bottom:2px solid var(--ink)}
    .paper tbody th{font-weight:400}
    .paper .number{text-align:right}
    .paper .cell-label{display:none}
    .paper figure{margin:1rem 0}
    .paper figcaption{font-weight:700}
    .paper .evidence{font-size:.9rem}
    .paper .evidence li p{margin:.15rem 0}
    .paper .evidence li{margin:.5rem 0}
    .paper .evidence li:target{background:var(--wash);outline:2px solid var(--accent)}
    .paper code{overflow-wrap:anywhere}
    .paper-end{border-top:1px solid var(--rule);margin-top:2rem;color:var(--quiet)}

    """

  /// On a narrow screen each row of a table is a block of its own.
  private static let narrow = """
    @media screen and (max-width:40rem){
    .paper thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .paper table,.paper caption,.paper tbody,.paper tr,.paper td,.paper th{display:block}
    .paper tr{border-bottom:2px solid var(--rule);padding:.4rem 0}
    .paper th,.paper td{border:0;padding:.1rem 0}
    .paper tbody th{font-weight:700}
    .paper .number{text-align:left}
    .paper .cell-label{display:inline;color:var(--quiet)}
    .paper .cell-label::after{content:": "}
    }

    """

  private static let printed = """
    @media print{
    .paper-contents{display:none}
    .paper a,.paper a.figure{color:inherit;text-decoration:none}
    .paper h2,.paper h3,.paper caption{break-after:avoid}
    .paper tr,.paper figure,.paper .evidence li{break-inside:avoid}
    .paper #changes,.paper #figures{break-before:page}
    .paper .evidence{font-size:8pt}
    }

    """

  private static let printedFrame = """
    @page{size:A4;margin:18mm 16mm}
    @media print{
    html{font-size:10pt}
    main{max-width:none;padding:0}
    }

    """
}
