/** Answering questions of the quiz by keys alone, for the browser tests. */
import type { Page } from 'playwright-core'

/** The machine may be busy with other things. */
export const PATIENCE = { timeout: 20_000 }
/** More stops than any page of ours has before what is looked for. */
const STOPS_MAX = 150

/** What has the focus, as `tag name`. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined
    const name = element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? ''
    return `${element?.tagName.toLowerCase()} ${name.replace(/\s+/g, ' ').trim()}`
  })
}

/** Presses Tab until what has the focus reads like this. */
export async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  const passed: string[] = []
  for (let stop = 0; stop < STOPS_MAX; stop++) {
    await page.keyboard.press('Tab')
    const now = await focused(page)
    if (wanted.test(now)) return
    if (passed.at(-1) !== now) passed.push(now)
  }
  throw new Error(`Tab never reached ${wanted}; it passed ${passed.join(' | ')}`)
}

export type ShownKind = 'options' | 'order' | 'number' | 'words' | 'flash'

/** The kind of the question on the screen, by what it is answered with. */
async function kindOnScreen(page: Page): Promise<ShownKind> {
  const form = page.locator('form')
  await form.waitFor(PATIENCE)
  if ((await page.getByRole('button', { name: 'Show the back' }).count()) > 0) return 'flash'
  if ((await form.locator('textarea').count()) > 0) return 'words'
  if ((await form.getByLabel('Number', { exact: true }).count()) > 0) return 'number'
  if ((await form.getByRole('button', { name: /^Move up/ }).count()) > 0) return 'order'
  return 'options'
}

/** Answers what is on the screen by keys, whatever is right. */
export async function answerByKeys(page: Page): Promise<ShownKind> {
  const kind = await kindOnScreen(page)
  const press = (key: string) => page.keyboard.press(key)
  if (kind === 'options') {
    const isListed = (await page.locator('form input[data-option]').count()) > 0
    await tabTo(page, /^input /)
    await press(isListed ? '1' : 'Space')
    await press('Enter')
  } else if (kind === 'order') {
    await tabTo(page, /^button Move down/)
    await press('Enter')
    await tabTo(page, /^button Answer$/)
    await press('Enter')
  } else if (kind === 'number') {
    await tabTo(page, /^input Number$/)
    await page.keyboard.type('1500')
    await press('Enter')
  } else if (kind === 'words') {
    await tabTo(page, /^textarea /)
    await page.keyboard.type('In my own words.')
    await tabTo(page, /^button Compare with the rubric$/)
    await press('Enter')
    await page.getByText('Tick what your answer says').first().waitFor(PATIENCE)
    await tabTo(page, /^button Answer$/)
    await press('Enter')
  } else {
    await tabTo(page, /^button Show the back$/)
    await press('Enter')
    await page.getByText('How well did you know it?').waitFor(PATIENCE)
    await tabTo(page, /^button Knew it$/)
    await press('Enter')
  }
  return kind
}

interface LoggedReview {
  readonly id: string
  readonly card: string
  readonly kind: string
}

/** What the server has of this learner, as its export says. */
export async function storedReviews(page: Page): Promise<readonly LoggedReview[]> {
  const text = await page.evaluate(async () => {
    const response = await fetch('/api/quiz/export')
    return response.ok ? await response.text() : ''
  })
  return text
    .split('\r\n')
    .slice(1, -1)
    .map((line) => {
      const [id = '', card = '', kind = ''] = line.split(',')
      return { id, card, kind }
    })
}
