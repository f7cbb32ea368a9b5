import ArgumentParser
import Glibc
import PhulucKit

@main
struct PhulucCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "phuluc",
    abstract: "Gộp các phụ lục Excel của kế hoạch cải cách hành chính thành một, có đối chiếu.",
    discussion: """
      Ví dụ:
        phuluc gop so-a.xlsx so-b.xlsx -o ket-qua
        phuluc tinh-hinh phu-luc.xlsx -o bao-cao
        phuluc chay cong-viec.yaml -o ket-qua

      Mỗi lệnh có tên tiếng Anh và tên tiếng Việt. Thêm --help sau một lệnh để xem cách dùng.
      """,
    version: PhulucVersion.current,
    subcommands: [
      MergeCommand.self,
      StatusCommand.self,
      RunCommand.self,
      UnitsCommand.self,
      CellsCommand.self,
      InspectCommand.self,
      SplitCommand.self,
      CheckCommand.self,
      TemplatesCommand.self,
      ExportCommand.self,
    ])

  static func main() async {
    // A closed pipe (`phuluc … | head`) is an error of writing, not a death by signal.
    signal(SIGPIPE, SIG_IGN)
    await main(nil)
  }
}
