/// The rich texts of a sheet by cell: looked up when asked for, since a thousand cells may share
/// one rich text.
package struct RichText: Sendable {
  private var store: CellStore
  /// Runs of cells whose text is their own.
  package private(set) var own: [CellAddress: [TextRun]]

  package init(store: CellStore, own: [CellAddress: [TextRun]]) {
    self.store = store
    self.own = own
  }

  /// Whether no cell has rich text.
  package var isEmpty: Bool { own.isEmpty && store.sharedTexts.runs.isEmpty }

  /// The runs of a cell; nil where its text is plain.
  package subscript(_ address: CellAddress) -> [TextRun]? {
    get {
      if let runs = own[address] { return runs }
      guard !store.sharedTexts.runs.isEmpty, let cell = store.cell(at: address),
        cell.kind == .sharedText
      else { return nil }
      return store.sharedTexts.runs[Int(truncatingIfNeeded: cell.payload)]
    }
    set { own[address] = newValue }
  }
}
