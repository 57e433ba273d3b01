/** What a learner does on the lab page, for the browser tests. */
import type { Page } from 'playwright-core'

export const LAB = '/labs/raft/03-election'

/** Opens the lab with the editor ready to type into. */
export async function openLab(page: Page): Promise<void> {
  await page.goto(LAB)
  await page.locator('.monaco-editor .view-line').first().waitFor()
}

/** Replaces the text of the editor by pasting, as people do. */
export async function pasteCode(page: Page, source: string): Promise<void> {
  const editor = page.locator('.monaco-editor').first()
  await editor.click({ position: { x: 240, y: 30 } })
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
  return status(page, /checks hold|does not compile|broke down/)
}

/** Submits and waits for the verdict. */
export async function submit(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Submit', exact: true }).click()
  await status(page, /queue|Grading/)
  return status(page, /Passed|checks hold|fault|limit|compile/)
}

/** The status line of the checks, as soon as it says what is expected. */
export async function status(page: Page, expected: RegExp): Promise<string> {
  const line = page
    .getByRole('region', { name: 'Checks' })
    .getByRole('status')
    .filter({ hasText: expected })
  await line.waitFor()
  return (await line.textContent()) ?? ''
}
