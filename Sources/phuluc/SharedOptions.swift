import ArgumentParser
import PhulucKit

/// What every command takes.
struct TerminalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Ngôn ngữ của thông báo: vi hoặc en.", valueName: "vi|en"))
  var lang: MessageLanguage = .vi

  @Option(help: ArgumentHelp("Tô màu: auto, always hoặc never.", valueName: "khi"))
  var color: ColorChoice = .auto

  @Flag(help: "Chỉ in lỗi; không in cảnh báo và tiến độ.")
  var quiet = false

  @Flag(help: "In kết quả dạng JSON cho máy đọc.")
  var json = false

  @Flag(help: "Kết thúc với mã 1 nếu có điều cần người xem.")
  var strict = false

  var terminal: Terminal { Terminal(language: lang, color: color, isQuiet: quiet) }
}

enum MessageLanguage: String, ExpressibleByArgument, CaseIterable { case vi, en }

enum ColorChoice: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

/// Workbooks to look at.
struct WorkbookArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Tệp .xlsx, thư mục hoặc mẫu tên như 'so-*.xlsx'; - là đầu vào chuẩn.", valueName: "tệp"),
    completion: .file(extensions: ["xlsx", "xlsm", "xltx", "xltm"]))
  var files: [String]
}

/// What phuluc is to know besides what is built in.
struct KnowledgeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Biểu mẫu: mã có sẵn, tệp YAML hoặc thư mục.", valueName: "mã|tệp"),
    completion: .file(extensions: ["yaml", "yml"]))
  var template: String?

  @Option(
    help: ArgumentHelp(
      "Tệp đơn vị riêng của cơ quan, thêm vào danh mục đơn vị.", valueName: "tệp.yaml"),
    completion: .file(extensions: ["yaml", "yml"]))
  var registry: String?

  @Option(
    help: ArgumentHelp(
      "Tệp chữ viết tắt riêng của cơ quan (mỗi dòng: chữ tắt, Tab, chữ đầy đủ).",
      valueName: "tệp.tsv"), completion: .file(extensions: ["tsv", "txt"]))
  var abbreviations: String?

  func apply(to job: inout Job) {
    if let template { job.template = template }
    if let registry { job.registry = registry }
    if let abbreviations { job.abbreviations = abbreviations }
  }
}

/// Which tables of the workbooks are looked at, and by what knowledge.
struct TableOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Chỉ đọc trang tính này.", valueName: "tên"))
  var sheet: String?

  @OptionGroup var knowledge: KnowledgeOptions
}

/// The day from which lateness is judged.
struct DateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Ngày báo cáo, như 31/3/2025; mặc định là hôm nay.", valueName: "ngày"))
  var asOf: String?

  func apply(to job: inout Job) {
    if let asOf { job.asOf = asOf }
  }
}

/// Where the results go.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Thư mục nhận kết quả.", valueName: "thư mục"), completion: .directory)
  var output = "ket-qua"

  @OptionGroup var overwriting: OverwriteOptions

  @Flag(help: "Làm mọi việc nhưng không ghi gì.")
  var dryRun = false

  @Flag(help: "Thêm bản PDF của phụ lục và bảng tình hình (cần LibreOffice).")
  var pdf = false

  var force: Bool { overwriting.force }
  var folder: String? { dryRun ? nil : output }
}

/// Whether results of an earlier run give way.
struct OverwriteOptions: ParsableArguments {
  @Flag(help: "Ghi đè kết quả của lần chạy trước; không bao giờ ghi đè tệp đầu vào.")
  var force = false
}

/// How the appendix is to be understood and headed.
struct AppendixOptions: ParsableArguments {
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var date: DateOptions

  @Option(help: ArgumentHelp("Chữ trên cùng, như «Phụ lục I».", valueName: "chữ"))
  var word: String?

  @Option(help: ArgumentHelp("Tên phụ lục.", valueName: "chữ"))
  var title: String?

  @Option(help: ArgumentHelp("Dòng «(Kèm theo …)».", valueName: "chữ"))
  var reference: String?

  @Option(help: ArgumentHelp("Số của phụ lục, như 2 cho «Phụ lục II».", valueName: "số"))
  var number: Int?

  @Option(
    help: ArgumentHelp("Đánh số phụ lục: roman (I, II) hoặc arabic (1, 2).", valueName: "kiểu"))
  var numbering: HeadingNumbering?

  @Flag(help: "Viết «PHỤ LỤC» bằng chữ in hoa.")
  var capitals = false

  @Option(
    help: ArgumentHelp(
      "Khổ giấy: portrait (đứng), landscape (ngang) hoặc auto.", valueName: "chiều"))
  var orientation: PaperOrientation?

  func apply(to job: inout Job) {
    knowledge.apply(to: &job)
    date.apply(to: &job)
    var heading = job.heading ?? Job.Heading()
    if let word { heading.word = word }
    if let title { heading.title = title }
    if let reference { heading.reference = reference }
    if let number { heading.number = number }
    if let numbering { heading.numbering = .init(rawValue: numbering.rawValue) }
    if capitals { heading.capitals = true }
    if let orientation { heading.orientation = .init(rawValue: orientation.rawValue) }
    job.heading = heading
  }

  func validate() throws {
    if let number, !(1...3_999).contains(number) {
      throw ValidationError("--number phải từ 1 đến 3999.")
    }
  }
}

/// What a merge takes from earlier runs.
struct DecisionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Tệp đối chiếu đã chọn xong của lần chạy trước; có thể ghi nhiều lần.",
      valueName: "doi-chieu.xlsx"), completion: .file(extensions: ["xlsx"]))
  var decisions: [String] = []

  func apply(to job: inout Job) {
    if !decisions.isEmpty { job.decisions = Job.Paths(decisions) }
  }
}

/// With what the status is compared.
struct PeriodOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Phụ lục của kỳ trước, để nêu thay đổi trong tinh-hinh.xlsx.", valueName: "tệp"),
    completion: .file(extensions: ["xlsx"]))
  var previous: String?

  @Option(
    help: ArgumentHelp("Sắp đến hạn: trong bao nhiêu ngày tới; mặc định 30.", valueName: "số ngày"))
  var dueWithin: Int?

  func apply(to job: inout Job) {
    if let previous { job.previous = previous }
    if let dueWithin { job.dueWithin = dueWithin }
  }

  func validate() throws {
    if let dueWithin, !(0...3_660).contains(dueWithin) {
      throw ValidationError("--due-within phải từ 0 đến 3660 ngày.")
    }
  }
}

/// How an appendix among several is numbered.
enum HeadingNumbering: String, ExpressibleByArgument, CaseIterable { case roman, arabic }

/// The direction of the paper.
enum PaperOrientation: String, ExpressibleByArgument, CaseIterable {
  case portrait, landscape, auto
}
