#!/usr/bin/env python3
"""Makes the sample workbooks of assigned tasks, indicators and legal documents.

Run from anywhere: python3 samples/make_samples.py
The figures are those of four published reports of departments of science and technology
(Đồng Tháp 2022 and 2025, Đồng Nai 2025). Where a report gives a count and not the rows behind it,
the rows are made up to illustrate; the last column says so, row by row.
"""
import datetime
import json
import pathlib

import openpyxl
from openpyxl.styles import Alignment, Border, Font, Side

HERE = pathlib.Path(__file__).resolve().parent
REAL = "Có trong văn bản"
MADE = "Minh họa"
THIN = Border(*(Side(style="thin") for _ in range(4)))


def date(day, month, year):
    return datetime.date(year, month, day)


def write(folder, file, title, reference, header, rows, widths, sheet="Phụ lục", expected=None):
    """One workbook: title block, header, rows; a row of one text is a section."""
    workbook = openpyxl.Workbook()
    workbook.properties.created = workbook.properties.modified = datetime.datetime(2025, 1, 1)
    page = workbook.active
    page.title = sheet
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 9
    width = len(header)
    for line, style in (("Phụ lục", True), (title, True), (reference, False)):
        page.append([line])
        row = page.max_row
        page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)
        cell = page.cell(row, 1)
        cell.font = Font(name="Times New Roman", size=14, bold=style, italic=not style)
        cell.alignment = Alignment(horizontal="center", wrap_text=True)
    page.append([])
    page.append(header)
    head = page.max_row
    page.print_title_rows = f"{head}:{head}"
    for cell in page[head]:
        cell.font = Font(name="Times New Roman", size=12, bold=True)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = THIN
    for values in rows:
        # openpyxl's append starts below the last row that it knows.
        row = page.max_row + 1
        is_section = isinstance(values, tuple)
        for column, value in enumerate(values, 1):
            if value is None:
                continue
            cell = page.cell(row, column, value)
            if isinstance(value, datetime.date):
                cell.number_format = "dd/mm/yyyy"
        for column in range(1, width + 1):
            cell = page.cell(row, column)
            cell.font = Font(name="Times New Roman", size=12, bold=is_section)
            cell.alignment = Alignment(vertical="center", wrap_text=True)
            cell.border = THIN
        if is_section:
            page.merge_cells(start_row=row, start_column=2, end_row=row, end_column=width)
    for column, size in enumerate(widths, 1):
        page.column_dimensions[openpyxl.utils.get_column_letter(column)].width = size
    target = HERE / folder
    target.mkdir(exist_ok=True)
    workbook.save(target / file)
    if expected is not None:
        text = json.dumps(expected, ensure_ascii=False, indent=1)
        (target / "expected.json").write_text(text + "\n", encoding="utf-8")


TASK_HEADER = [
    "STT", "Văn bản giao nhiệm vụ", "Ngày giao", "Nội dung nhiệm vụ", "Đơn vị chủ trì",
    "Thời hạn", "Ngày hoàn thành", "Ghi chú",
]
TASK_WIDTHS = [6, 20, 12, 48, 22, 13, 14, 18]
SUBJECTS = [
    "Báo cáo tình hình triển khai dịch vụ công trực tuyến",
    "Rà soát văn bản quy phạm pháp luật lĩnh vực khoa học và công nghệ",
    "Góp ý dự thảo Kế hoạch chuyển đổi số",
    "Tham mưu trả lời kiến nghị của doanh nghiệp về sở hữu trí tuệ",
    "Kiểm tra an toàn bức xạ tại cơ sở y tế",
    "Tổng hợp số liệu số hóa hồ sơ thủ tục hành chính",
    "Xây dựng báo cáo chuyên đề về đổi mới sáng tạo",
    "Đề xuất danh mục nhiệm vụ khoa học và công nghệ cấp tỉnh",
    "Thẩm định thiết kế sơ bộ dự án ứng dụng công nghệ thông tin",
    "Cung cấp tài liệu phục vụ đoàn giám sát",
]
OFFICES = [
    "Văn phòng Sở", "Phòng Chuyển đổi số", "Phòng Quản lý khoa học", "Thanh tra Sở",
    "Trung tâm Chuyển đổi số",
]


def assigned(year, as_of, on_time, in_time, overdue):
    """Tasks that come to so many done on time, in time and overdue at a date."""
    rows = []
    start = date(4, 1, year)
    for number in range(on_time + in_time + overdue):
        given = start + datetime.timedelta(days=number % 100)
        if number < on_time:
            deadline = given + datetime.timedelta(days=20 + number % 7)
            done = deadline - datetime.timedelta(days=number % 4)
        elif number < on_time + in_time:
            deadline = as_of + datetime.timedelta(days=(number - on_time) * 3)
            done = None
        else:
            deadline = as_of - datetime.timedelta(days=10)
            done = None
        subject = SUBJECTS[number % len(SUBJECTS)]
        rows.append([
            number + 1, f"Công văn số {100 + number}/UBND-TH", given,
            f"{subject} (việc số {number + 1})", OFFICES[number % len(OFFICES)], deadline, done,
            MADE,
        ])
    return rows


def figures(rows, on_time, in_time, overdue, as_of):
    return {
        "asOf": as_of.isoformat(), "total": rows,
        "byStatus": {
            "HOAN_THANH_DUNG_HAN": on_time, "TRONG_HAN": in_time, "QUA_HAN": overdue,
        },
    }


def make_assigned():
    for folder, year, as_of, counts in (
        ("dong-thap-2025-nhiem-vu-giao", 2025, date(14, 6, 2025), (42, 12, 1)),
        ("dong-thap-2022-nhiem-vu-giao", 2022, date(30, 11, 2022), (107, 9, 1)),
        ("dong-nai-2025-nhiem-vu-giao", 2025, date(6, 10, 2025), (30, 0, 0)),
    ):
        rows = assigned(year, as_of, *counts)
        write(
            folder, "nhiem-vu-giao.xlsx",
            f"TÌNH HÌNH THỰC HIỆN NHIỆM VỤ ĐƯỢC GIAO NĂM {year}",
            "(Số lượng theo báo cáo của đơn vị; từng dòng là minh họa)", TASK_HEADER, rows,
            TASK_WIDTHS, expected=figures(len(rows), *counts, as_of))


INDICATOR_HEADER = [
    "STT", "Chỉ tiêu", "Đơn vị tính", "Kết quả", "Tỷ lệ", "Nguồn số liệu", "Ghi chú",
]
INDICATOR_WIDTHS = [6, 56, 12, 16, 12, 30, 18]


def make_indicators():
    source = "Báo cáo CCHC 06 tháng đầu năm 2025"
    rows = [
        ("I", "GIẢI QUYẾT HỒ SƠ THỦ TỤC HÀNH CHÍNH"),
        [1, "Tổng số hồ sơ TTHC đã tiếp nhận trong kỳ", "hồ sơ", 113, None, source, REAL],
        ["1.1", "Giải quyết đúng và trước hạn", "hồ sơ", 110, None, source, REAL],
        ["1.2", "Đang giải quyết", "hồ sơ", 1, None, source, REAL],
        ["1.3", "Quá hạn", "hồ sơ", 0, None, source, REAL],
        ["1.4", "Rút hồ sơ", "hồ sơ", 2, None, source, REAL],
        [2, "Tỷ lệ hồ sơ trực tuyến toàn trình", "hồ sơ", "13/21", "61,91%", source, REAL],
        [3, "Tỷ lệ hồ sơ trực tuyến một phần", "hồ sơ", "53/53", "100%", source, REAL],
        [4, "TTHC có nghĩa vụ tài chính được thanh toán trực tuyến", "TTHC", "27/27", None,
         source, REAL],
        [5, "TTHC được rà soát chuẩn hóa mẫu đơn, tờ khai điện tử", "TTHC", "08/40", "20%",
         source, REAL],
        ("II", "NGHỊ QUYẾT 76/NQ-CP: CHÍNH QUYỀN ĐIỆN TỬ, CHÍNH QUYỀN SỐ"),
        [1, "Ứng dụng có dữ liệu dùng chung được kết nối qua nền tảng LGSP", "ứng dụng", "21/21",
         "100%", source, REAL],
        [2, "Dịch vụ dữ liệu trên nền tảng NDXP được đưa vào sử dụng", "dịch vụ", "15/15", "100%",
         source, REAL],
        [3, "Trung tâm giám sát điều hành thông minh", "trung tâm", 3, None, source, REAL],
    ]
    write(
        "dong-thap-2025-chi-tieu", "chi-tieu.xlsx",
        "CHỈ TIÊU, SỐ LIỆU CẢI CÁCH HÀNH CHÍNH 06 THÁNG ĐẦU NĂM 2025",
        "(Số liệu theo báo cáo của Sở Khoa học và Công nghệ tỉnh Đồng Tháp)", INDICATOR_HEADER,
        rows, INDICATOR_WIDTHS,
        expected={
            "total": 113, "parts": [110, 1, 0, 2],
            "ratios": ["13/21", "53/53", "27/27", "08/40", "21/21", "15/15"],
            "percentFindings": ["61,91%"],
        })
    source = "Báo cáo kết quả kiểm tra CCHC ngày 14/10/2025"
    rows = [
        [1, "Hồ sơ TTHC được giải quyết theo quy trình điện tử", "hồ sơ", "1.114/1.114", "100%",
         source, REAL],
        [2, "TTHC được đề xuất cắt giảm thời gian, thành phần hồ sơ", "TTHC", "24/193", "12,44%",
         source, REAL],
        [3, "TTHC thực hiện không phụ thuộc địa giới hành chính", "TTHC", "193/193", None, source,
         REAL],
        [4, "Nhiệm vụ UBND tỉnh giao đã hoàn thành", "nhiệm vụ", "30/30", "100%", source, REAL],
    ]
    write(
        "dong-nai-2025-chi-tieu", "chi-tieu.xlsx",
        "CHỈ TIÊU, SỐ LIỆU CẢI CÁCH HÀNH CHÍNH 9 THÁNG NĂM 2025",
        "(Số liệu theo báo cáo của Đoàn kiểm tra, Sở Khoa học và Công nghệ tỉnh Đồng Nai)",
        INDICATOR_HEADER, rows, INDICATOR_WIDTHS,
        expected={
            "ratios": ["1.114/1.114", "24/193", "193/193", "30/30"], "percentFindings": [],
        })


LEGAL_HEADER = [
    "STT", "Loại văn bản", "Số, ký hiệu", "Ngày ban hành", "Trích yếu nội dung",
    "Cơ quan ban hành", "Tỉnh", "Phương án xử lý", "Ghi chú",
]
LEGAL_WIDTHS = [6, 14, 20, 14, 50, 20, 14, 24, 18]
TOPICS = [
    "Quy định mức chi thực hiện nhiệm vụ khoa học và công nghệ",
    "Quy định quản lý nhiệm vụ khoa học và công nghệ cấp cơ sở",
    "Quy định xét, công nhận sáng kiến",
    "Quy định quản lý hạ tầng viễn thông thụ động",
    "Chính sách hỗ trợ đổi mới công nghệ cho doanh nghiệp",
    "Quy định phối hợp quản lý an toàn bức xạ",
    "Quy chế quản lý, khai thác cơ sở dữ liệu dùng chung",
]


def legal():
    groups = [
        ("I", "VĂN BẢN CỦA HỘI ĐỒNG NHÂN DÂN", "HĐND tỉnh", "Nghị quyết", "NQ-HĐND", [
            (2, "Tiếp tục áp dụng", "Đồng Nai"), (5, "Được lựa chọn áp dụng", "Đồng Nai"),
            (5, "Bãi bỏ", "Bình Phước"),
        ]),
        ("II", "VĂN BẢN CỦA ỦY BAN NHÂN DÂN", "UBND tỉnh", "Quyết định", "QĐ-UBND", [
            (12, "Tiếp tục áp dụng", "Đồng Nai"), (3, "Tiếp tục áp dụng", "Bình Phước"),
            (5, "Được lựa chọn áp dụng", "Đồng Nai"),
        ]),
        ("III", "VĂN BẢN ĐỀ XUẤT BÃI BỎ", "UBND tỉnh", "Quyết định", "QĐ-UBND", [
            (8, "Đề xuất bãi bỏ", "Đồng Nai"), (4, "Đề xuất bãi bỏ", "Bình Phước"),
        ]),
    ]
    rows = []
    number = 0
    for roman, title, issuer, kind, symbol, parts in groups:
        rows.append((roman, title))
        for count, fate, province in parts:
            for _ in range(count):
                year = 2015 + number % 9
                topic = TOPICS[number % len(TOPICS)]
                number += 1
                rows.append([
                    number, kind, f"{number + 10}/{year}/{symbol}", date(1 + number % 27, 6, year),
                    f"{topic} trên địa bàn tỉnh {province} (văn bản thứ {number})",
                    f"{issuer} {province}", province, fate, MADE,
                ])
    return rows


def make_legal():
    write(
        "dong-nai-2025-van-ban-qppl", "van-ban-qppl.xlsx",
        "DANH MỤC VĂN BẢN QUY PHẠM PHÁP LUẬT ĐƯỢC RÀ SOÁT SAU SÁP NHẬP",
        "(Số lượng theo báo cáo của đơn vị; từng dòng là minh họa)", LEGAL_HEADER, legal(),
        LEGAL_WIDTHS,
        expected={
            "sections": [
                {"number": "I", "TIEP_TUC": 2, "LUA_CHON": 5, "BAI_BO": 5},
                {"number": "II", "TIEP_TUC": 15, "LUA_CHON": 5, "Bình Phước": 3},
                {"number": "III", "DE_XUAT_BAI_BO": 12, "Bình Phước": 4},
            ],
        })


if __name__ == "__main__":
    make_assigned()
    make_indicators()
    make_legal()
