#!/usr/bin/env python3
"""Makes the workbooks that the reading benchmark reads, always the same for one seed.

  make-workbooks.py FOLDER [SCALE]

W1: 200,000 rows × 7, shared strings; W2: the same with inline strings; W3: 4,000 files of 90 rows;
W4: 100,000 rows × 20 numbers. SCALE shrinks them all (0.1 is enough to try things out).
"""
import datetime, os, random, sys
import xlsxwriter

SYLLABLES = (
    "rà soát đánh giá cải cách hành chính thủ tục cung cấp dịch vụ công trực tuyến hồ sơ điện tử đơn vị cơ quan "
    "nhà nước xây dựng kế hoạch triển khai thực hiện báo cáo kết quả tổng hợp ban hành quyết định phê duyệt"
).split()


def phrase(source, count):
    return " ".join(source.choice(SYLLABLES) for _ in range(count))


def plan(path, rows, inline, seed):
    """A plan: number, task, lead, support, output, deadline, progress."""
    source = random.Random(seed)
    book = xlsxwriter.Workbook(path, {"constant_memory": inline})
    sheet = book.add_worksheet("PL")
    text = book.add_format({"text_wrap": True, "border": 1, "font_name": "Times New Roman"})
    date = book.add_format({"num_format": "dd/mm/yyyy", "border": 1})
    agencies = ["Sở " + phrase(source, 4) for _ in range(40)]
    for row in range(rows):
        short = not inline and row % 4 == 0
        sheet.write_number(row, 0, row + 1, text)
        sheet.write_string(row, 1, "Nhiệm vụ " + phrase(source, 3) if short else phrase(source, source.randint(6, 14)), text)
        sheet.write_string(row, 2, source.choice(agencies), text)
        sheet.write_string(row, 3, source.choice(agencies), text)
        sheet.write_string(row, 4, phrase(source, 2), text)
        sheet.write_datetime(row, 5, datetime.datetime(2025, 1, 1) + datetime.timedelta(days=source.randrange(365)), date)
        sheet.write_string(row, 6, source.choice(["Đã hoàn thành", "Đang thực hiện", "Chưa thực hiện"]), text)
    book.close()


def numbers(path, rows, seed):
    source = random.Random(seed)
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("So")
    for row in range(rows):
        for column in range(20):
            sheet.write_number(row, column, source.random() * 10 ** source.randint(-3, 6))
    book.close()


def main():
    folder = sys.argv[1]
    scale = float(sys.argv[2]) if len(sys.argv) > 2 else 1
    os.makedirs(folder + "/W3", exist_ok=True)
    plan(folder + "/W1.xlsx", int(200_000 * scale), False, 1)
    plan(folder + "/W2.xlsx", int(200_000 * scale), True, 2)
    for number in range(int(4000 * scale)):
        plan(f"{folder}/W3/{number:04}.xlsx", 90, False, 1000 + number)
    numbers(folder + "/W4.xlsx", int(100_000 * scale), 4)


main()
