/* The same calls to libxlsxwriter as phuluc's writer makes for WritingBenchmark's page. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <xlsxwriter.h>

static char *text(const char *format, int one, int other) {
  char buffer[256];
  snprintf(buffer, sizeof buffer, format, one, other);
  return strdup(buffer);
}

static lxw_format *look(lxw_workbook *book, int centered) {
  lxw_format *format = workbook_add_format(book);
  format_set_font_name(format, "Times New Roman");
  format_set_font_size(format, 12);
  if (centered) format_set_align(format, LXW_ALIGN_CENTER);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  format_set_text_wrap(format);
  format_set_border(format, LXW_BORDER_THIN);
  return format;
}

int main(int count, char **arguments) {
  if (count != 3) return 64;
  int rows = atoi(arguments[1]);
  char *leads[40], *outputs[12], *deadlines[16];
  const char *statuses[] = {"Đang thực hiện", "Đã hoàn thành", "Chưa đến hạn", "Chưa thực hiện"};
  for (int i = 0; i < 40; i++) leads[i] = text("Sở Khoa học và Công nghệ (Phòng số %d)", i, 0);
  for (int i = 0; i < 12; i++) outputs[i] = text("Văn bản triển khai %d", i, 0);
  for (int i = 0; i < 16; i++) deadlines[i] = text("Quý %d/%d", i % 4 + 1, 2020 + i / 4);
  char **tasks = malloc(sizeof(char *) * rows);
  for (int i = 0; i < rows; i++)
    tasks[i] = text("Nhiệm vụ %d: rà soát, trình ban hành văn bản số %d năm 2025", i, i * 7);

  clock_t start = clock();
  lxw_workbook *book = workbook_new(arguments[2]);
  lxw_doc_properties properties = {.title = "Benchmark", .author = "phuluc"};
  properties.created = 1743379200;
  workbook_set_properties(book, &properties);
  lxw_worksheet *sheet = workbook_add_worksheet(book, "Phụ lục");
  double widths[] = {8, 60, 30, 24, 16, 20, 12};
  for (int i = 0; i < 7; i++) worksheet_set_column(sheet, i, i, widths[i], NULL);
  lxw_format *left = look(book, 0), *centered = look(book, 1);
  for (int row = 0; row < rows; row++) {
    worksheet_set_row(sheet, row, 31.5, NULL);
    worksheet_write_number(sheet, row, 0, row + 1, centered);
    worksheet_write_string(sheet, row, 1, tasks[row], left);
    worksheet_write_string(sheet, row, 2, leads[row % 40], left);
    worksheet_write_string(sheet, row, 3, outputs[row % 12], left);
    worksheet_write_string(sheet, row, 4, deadlines[row % 16], centered);
    worksheet_write_string(sheet, row, 5, statuses[row % 4], left);
    worksheet_write_number(sheet, row, 6, row * 0.125, centered);
  }
  worksheet_set_paper(sheet, 9);
  worksheet_set_margins(sheet, 30 / 25.4, 15 / 25.4, 20 / 25.4, 20 / 25.4);
  worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:G100000");
  worksheet_activate(sheet);
  if (workbook_close(book) != LXW_NO_ERROR) return 74;
  printf("%f\n", (double)(clock() - start) / CLOCKS_PER_SEC);
  return 0;
}
