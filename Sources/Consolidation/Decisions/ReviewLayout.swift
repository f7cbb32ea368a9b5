package import Findings

/// What the review workbook looks like to whoever writes it and to whoever reads it back.
///
/// The writer lays out each sheet freely above the header row (title, counts) but keeps these
/// names, headers and keys; the reader finds the header row by its words and goes by the keys, so
/// that people may sort, filter, widen, recolour and add columns on the right.
package enum ReviewLayout {
  /// A sheet of the workbook. The first three hold one pair a row and are read back, like
  /// `conflicts`; the others are for reading only.
  package enum SheetKind: String, Sendable, CaseIterable {
    /// ``Consolidated/review``: most doubtful and most consequential first.
    case pairs
    /// ``Consolidated/conflicts``.
    case conflicts
    /// ``Consolidated/merged``: to spot-check and to undo.
    case merged
    /// ``Consolidated/apart``: look alike and were kept apart, by a guard or by a decision.
    case apart
    /// Output items that come from one row alone.
    case single
    case notTaken
    /// For each output cell the cells that it came from.
    case trail
    case balance
    case sources
    case log

    /// The name of the sheet's tab; stable, since decisions are read by it.
    package var name: String {
      switch self {
      case .pairs: "Cần quyết định"
      case .conflicts: "Xung đột"
      case .merged: "Đã gộp"
      case .apart: "Giữ riêng"
      case .single: "Đứng riêng"
      case .notTaken: "Không lấy"
      case .trail: "Truy vết"
      case .balance: "Cân đối"
      case .sources: "Nguồn"
      case .log: "Nhật ký"
      }
    }

    /// Whether the sheet's rows are pairs with a decision each.
    package var holdsPairs: Bool { self == .pairs || self == .merged || self == .apart }
  }

  /// Columns of the sheets that hold pairs, in order.
  package enum PairColumn: Int, Sendable, CaseIterable {
    case ordinal, left, right, decision, note, proposal, score, reasons, comparison, items
    case leftSource, rightSource, key

    package var header: String {
      switch self {
      case .ordinal: "STT"
      case .left: "Nội dung thứ nhất"
      case .right: "Nội dung thứ hai"
      case .decision: decisionHeader
      case .note: noteHeader
      case .proposal: "Đề xuất"
      case .score: "Điểm"
      case .reasons: "Lý do"
      case .comparison: "So sánh các cột khác"
      case .items: "Số trong phụ lục"
      case .leftSource: "Nguồn thứ nhất"
      case .rightSource: "Nguồn thứ hai"
      case .key: keyHeader
      }
    }

    /// The key's column is written but not shown.
    package var isHidden: Bool { self == .key }
  }

  /// Columns of the sheet of conflicts, in order; the values stand where `values` says, one column
  /// each (``valueHeader(_:)``), as many as the conflict with most values has.
  package enum ConflictColumn: Sendable, CaseIterable {
    case ordinal, item, task, column, values, chosen, rule, decision, own, note, sources, key

    package var header: String {
      switch self {
      case .ordinal: "STT"
      case .item: "Số trong phụ lục"
      case .task: "Nhiệm vụ"
      case .column: "Cột"
      case .values: "Giá trị"
      case .chosen: "Đang ghi vào phụ lục"
      case .rule: "Quy tắc"
      case .decision: decisionHeader
      case .own: ownHeader
      case .note: noteHeader
      case .sources: "Nguồn các giá trị"
      case .key: keyHeader
      }
    }
  }

  /// The header over the drop-downs, in every sheet that is read back.
  package static let decisionHeader = "Quyết định"
  /// The header over the hidden keys.
  package static let keyHeader = "Mã"

  /// The header over a person's notes, which come back in the next workbook.
  package static let noteHeader = "Ghi chú"
  /// The header over values of a person's own.
  package static let ownHeader = "Giá trị khác"
  /// In a sheet of conflicts: a person agrees with what the rule chose.
  package static let acceptChoice = "Đồng ý"

  /// The header over the n-th value (from zero) of a conflict: `Giá trị 1`; also the choice that
  /// takes this value.
  package static func valueHeader(_ index: Int) -> String { "Giá trị \(index + 1)" }

  /// What a person may choose for a pair.
  package enum Choice: String, Sendable, CaseIterable {
    case merge = "Gộp"
    case keep = "Không gộp"
    case undecided = "Chưa rõ"
    /// One row of one file is several rows of another: all of them become one.
    case mergeSeveral = "Gộp nhiều"

    /// Whether the rows become one.
    package var joins: Bool { self == .merge || self == .mergeSeveral }
  }

  /// The choice that is filled in beforehand: only what a person decided earlier.
  package static func initialChoice(of pair: Pair) -> Choice? { pair.decision }

  /// The choice that is filled in beforehand for a conflict: only what a person decided earlier.
  package static func initialChoice(of conflict: Conflict) -> String? {
    if conflict.isAccepted { return acceptChoice }
    guard conflict.rule == Conflict.decisionRule else { return nil }
    return conflict.values.firstIndex { $0.value == conflict.chosen }.map(valueHeader)
  }

  /// A value that is none of the sources', which a person wrote earlier.
  package static func initialOwnValue(of conflict: Conflict) -> String? {
    guard conflict.rule == Conflict.decisionRule,
      !conflict.values.contains(where: { $0.value == conflict.chosen })
    else { return nil }
    return conflict.chosen
  }

  /// The word for a proposal in the workbook.
  package static func name(of proposal: Pair.Proposal) -> Message {
    switch proposal {
    case .merge: Message(vi: "Gộp", en: "Merge")
    case .keep: Message(vi: "Giữ riêng", en: "Keep apart")
    }
  }
}
