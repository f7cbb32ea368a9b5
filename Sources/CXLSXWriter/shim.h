#pragma once
#include <locale.h>
#include <xlsxwriter.h>

/// Makes a font the workbook's default one, by which column widths are counted; libxlsxwriter
/// has no call for it. Call it before any other format is made.
static inline void phuluc_workbook_set_default_font(
    lxw_workbook *workbook, const char *name, double size) {
  lxw_format *format = STAILQ_FIRST(workbook->formats);
  if (!format) return;
  format_set_font_name(format, name);
  format_set_font_size(format, size);
  format_set_font_family(format, 1);
  format_set_font_scheme(format, "");
}

/// Makes numbers print with a dot on this thread; gives what was set before.
static inline locale_t phuluc_enter_plain_numbers(void) {
  locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
  return plain ? uselocale(plain) : (locale_t)0;
}

/// Undoes ``phuluc_enter_plain_numbers``.
static inline void phuluc_leave_plain_numbers(locale_t before) {
  if (!before) return;
  locale_t plain = uselocale(before);
  if (plain && plain != LC_GLOBAL_LOCALE) freelocale(plain);
}
