/** What a learner does in the code pane, for the browser tests. */
import type { Page } from 'playwright-core'

/** Puts a line before all others, as people type it. */
export async function typeLine(page: Page, line: string): Promise<void> {
  await focusEditor(page)
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.type(`${line}\n`)
  await page.locator('.view-line').filter({ hasText: line }).first().waitFor()
}

/** Puts the focus into the full editor without moving its cursor far. */
export async function focusEditor(page: Page): Promise<void> {
  await page
    .locator('.monaco-editor')
    .first()
    .click({ position: { x: 240, y: 30 } })
}

/** Waits until the line above the editor says this of the code. */
export async function savingIs(page: Page, text: string): Promise<void> {
  await page
    .getByRole('region', { name: 'Code', exact: true })
    .getByText(text, { exact: true })
    .first()
    .waitFor()
}

/** The lines of the full editor that are in view. */
export async function codeText(page: Page): Promise<string> {
  const lines = await page.locator('.monaco-editor').first().locator('.view-line').allTextContents()
  return lines.join('\n').replaceAll('\u00a0', ' ')
}
