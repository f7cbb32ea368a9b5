package import AppendixModel
import CellGrid
import Findings

/// Makes one appendix out of several: matches rows, merges them, numbers anew, keeps the balance.
package struct Consolidator: Sendable {
  private let template: AppendixTemplate
  private let settings: ConsolidationSettings
  private let registry: UnitRegistry

  package init(
    template: AppendixTemplate, settings: ConsolidationSettings,
    registry: UnitRegistry = .builtIn
  ) {
    self.registry = registry
    self.template = template
    self.settings = settings
  }

  /// Merges the appendices; one alone gives the same shape. Rows that may be the same but are
  /// doubtful stand on their own and are listed for review.
  package func consolidate(_ appendices: [Appendix], decisions: DecisionSheet? = nil)
    throws(BalanceFailure) -> Consolidated
  {
    let run = ConsolidationRun(
      sources: appendices, template: template, settings: settings, registry: registry,
      decisions: decisions)
    let consolidated = run.result()
    try BalanceCheck.check(consolidated, appendices)
    return consolidated
  }
}
