"""Makes the workbooks that the command must refuse, or read with care. Needs openpyxl and
msoffcrypto-tool from PyPI; run it here, then commit what it wrote."""
import io

from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook


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
plain = io.BytesIO()
book = Workbook()
book.active["A1"] = "bí mật"
book.save(plain)
plain.seek(0)
with open("co-mat-khau.xlsx", "wb") as out:
    OOXMLFile(plain).encrypt("mat-khau", out)
