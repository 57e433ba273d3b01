/**
 * Text for a cell of a spreadsheet. What begins like a formula would be run when the file is
 * opened, and names are what people say they are: such text gets an apostrophe in front, which
 * spreadsheets take for “this is text” (OWASP, CSV Injection).
 */

/** Also the wide forms, which some spreadsheets read as the others. */
const FORMULA = /^\s*[=+\-@|%＝＋－＠]/

export function safeCell(text: string): string {
  // Control characters end cells, or make a workbook that cannot be opened.
  const plain = text.toWellFormed().replaceAll(/\p{Cc}/gu, ' ')
  return FORMULA.test(plain) ? `'${plain}` : plain
}
