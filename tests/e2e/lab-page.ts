/** What a learner does on the lab page, for the browser tests. */
import type { Locator, Page } from 'playwright-core'

export const LAB = '/labs/raft/03-election'

/** A grading takes seconds, and far longer while the machine does other things. */
const STATUS_MS_MAX = 120_000

/** Opens the lab with the editor ready to type into. */
export async function openLab(page: Page): Promise<void> {
  await page.goto(LAB)
  await page.locator('.monaco-editor .view-line').first().waitFor()
}

/** Lays the panes in this way. */
export async function arrange(page: Page, to: 'Read' | 'Code' | 'Investigate'): Promise<void> {
  await page
    .getByRole('group', { name: 'Arrangement of the panes' })
    .getByRole('button', { name: to })
    .click()
}

/** A pane, by the name of its region. */
export function pane(page: Page, name: 'Task' | 'Code' | 'Checks' | 'Trace'): Locator {
  return page.getByRole('region', { name, exact: true })
}

/** Replaces the text of the editor by pasting, as people do. */
export async function pasteCode(page: Page, source: string): Promise<void> {
  const editor = page.locator('.monaco-editor').first()
  await editor.click({ position: { x: 240, y: 30 } })
  await pasteAtFocus(page, source)
}

/** The same with the focus in the editor already. */
export async function pasteAtFocus(page: Page, source: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+a')
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(paste)
  }, source)
  const first = source.split('\n').find((line) => line.trim() !== '') ?? ''
  await page.keyboard.press('ControlOrMeta+Home')
  await page
    .locator('.view-line')
    .filter({ hasText: first.slice(0, 20) })
    .first()
    .waitFor()
}

/** Runs and waits for the line that says what came of it. */
export async function run(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  return runEnds(page)
}

/** The line that says what came of a run that was begun. */
export async function runEnds(page: Page): Promise<string> {
  return status(page, /checks? hold|does not compile|broke down/)
}

/** Submits and waits for the verdict. */
export async function submit(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Submit', exact: true }).click()
  return verdict(page)
}

/** The line that says what came of a submission that was sent. */
export async function verdict(page: Page): Promise<string> {
  // From the click on, the line is about the new submission.
  return status(page, /Passed|checks? hold|fault|limit|compile/)
}

/** The status line of the checks, as soon as it says what is expected. */
export async function status(page: Page, expected: RegExp): Promise<string> {
  const line = pane(page, 'Checks').getByRole('status').filter({ hasText: expected })
  await line.waitFor({ timeout: STATUS_MS_MAX })
  return (await line.textContent()) ?? ''
}

/** By how many pixels the page is wider than the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
}
