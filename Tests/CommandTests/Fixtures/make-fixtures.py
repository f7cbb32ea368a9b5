"""Makes the workbooks that the command must refuse, or read with care. Needs openpyxl and
msoffcrypto-tool from PyPI; run it here, then commit what it wrote."""
import io

from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.worksheet.pagebreak import Break


def save(name, rows, sheet="Trang tính 1"):
    book = Workbook()
    page = book.active
    page.title = sheet
    for row in rows:
        page.append(row)
        for cell in page[page.max_row]:
            if cell.data_type == "f":
                cell.data_type = "s"
    book.save(name)


save("khong-co-bang.xlsx", [["Kính gửi: Sở Nội vụ"], ["Xin gửi kèm tài liệu họp."]])
save(
    "thieu-cot-nhiem-vu.xlsx",
    [["STT", "Đơn vị chủ trì", "Thời hạn"], [1, "Văn phòng", "Quý I/2025"], [2, "Văn phòng", "Năm 2025"]],
)
save(
    "ke-hoach-nho-a.xlsx",
    [
        ["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Sản phẩm", "Thời hạn", "Tiến độ thực hiện"],
        ["I", "CẢI CÁCH THỂ CHẾ"],
        [1, "Rà soát văn bản quy phạm pháp luật năm 2025", "Sở A", "Báo cáo", "Quý IV/2025", "Đang thực hiện"],
        [2, "Theo dõi thi hành pháp luật, số hóa hồ sơ năm 2025", "Sở A", "Kế hoạch", "Quý I/2025", "Hoàn thành"],
    ],
)
save(
    "ke-hoach-nho-b.xlsx",
    [
        ["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Sản phẩm", "Thời hạn", "Tiến độ thực hiện"],
        ["I", "CẢI CÁCH THỂ CHẾ"],
        [1, "Rà soát văn bản QPPL năm 2025", "Sở B", "Báo cáo", "Quý IV/2025", "Chưa thực hiện"],
        [2, "=1+1 là chữ, không phải công thức", "Sở B", "", "", ""],
    ],
)


def faulty():
    """A plan with nearly every fault that `check` knows, a cell each."""
    book = Workbook()
    page = book.active
    page.title = "PL"
    rows = [
        ["SỞ NỘI VỤ"], ["PHỤ LỤC"], ["DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH"],
        ["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Sản phẩm", "Thời hạn", "Tình hình thực hiện", "Kinh phí (triệu đồng)"],
        ["I", "Cải cách thể chế (3 nhiệm vụ)"],
        [1, "Rà soát văn bản " + "rất dài để chữ bị che khi dòng thấp " * 8, "Sở Nội vụ", "Báo cáo", "31/02/2025", "Hoàn thành", 10],
        [2, "Tập huấn nghiệp vụ", "Sở Nôi vụ", "Lớp", "Tháng 13/2025", "Đang thực hiện", 20],
        [4, "Kiểm tra công vụ", "", "Biên bản", "Quý V/2025", "", 30],
        [3, "Họp giao ban", "Sở Thông tin và Truyền thông", "Thông báo", "Năm 2205", "abc xyz", 5],
        ["III", "Cải cách tài chính"],
        [5, "Việc chưa có hạn", "Sở Tài chính", "Báo cáo", "", "Chưa thực hiện", 12],
        [6, "Việc đã quá hạn", "UBND huyện Núi Xa", "Kế hoạch", "Quý I/2025", "Đang thực hiện", 123456789012],
        [6, "Việc chưa có hạn", "Sở Tài chính", "Kế hoạch", "từ 20/5/2025 đến 10/5/2025", "Hoàn thành 50% (3/4 xã)", 1],
        [8, "Việc dài không xuống dòng bị ô bên cạnh che mất phần cuối", "Phòng Tổ chức", "Kế hoạch", "ngày 31 tháng 4 năm 2025", "Hoàn thành ngày 30/02/2025", 1],
        ["", "Tổng cộng", "", "", "", "", 99],
    ]
    for row in rows:
        page.append(row)
    for row in page.iter_rows(min_row=4):
        for cell in row:
            cell.alignment = Alignment(wrap_text=cell.coordinate != "B14")
    for column, width in zip("ABCDEFG", [6, 25, 22, 14, 22, 22, 6]):
        page.column_dimensions[column].width = width
    page["G12"].number_format = "#,##0"
    page.row_dimensions[6].height = 15
    page.merge_cells("D7:D8")
    page.row_breaks.append(Break(id=7))
    page.print_area = "A1:F13"
    page.page_setup.orientation = "portrait"
    page.page_setup.paperSize = 9
    book.save("co-loi.xlsx")


faulty()
plain = io.BytesIO()
book = Workbook()
book.active["A1"] = "bí mật"
book.save(plain)
plain.seek(0)
with open("co-mat-khau.xlsx", "wb") as out:
    OOXMLFile(plain).encrypt("mat-khau", out)
