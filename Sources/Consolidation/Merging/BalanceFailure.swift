package import Findings

/// The rows don't add up: a fault of ours. Nothing may be written.
package struct BalanceFailure: Failure {
  package var balance: Balance
  package var message: Message

  package init(balance: Balance, missing: Int, doubled: Int) {
    self.balance = balance
    message = Message(
      vi: """
        Số dòng không cân đối: vào \(balance.input), ra \(balance.output), gộp \(balance.merged), \
        không lấy \(balance.rejected); thiếu \(missing), lặp \(doubled). Không ghi kết quả; \
        đây là lỗi của chương trình, đề nghị báo lại.
        """,
      en: """
        The rows do not add up: \(balance.input) in, \(balance.output) out, \(balance.merged) \
        merged, \(balance.rejected) not taken; \(missing) missing, \(doubled) doubled. Nothing is \
        written; this is a fault of the program, please report it.
        """)
  }

  package var location: Location? { nil }
  package var exitCode: ExitStatus { .balanceBroken }
}
