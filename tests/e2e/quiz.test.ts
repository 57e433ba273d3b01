/**
 * The quiz by keyboard alone: a guest answers questions of several kinds, closes the tab, goes on,
 * answers without a network, and each answer counts exactly once. No click, no `focus()`.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityProblems } from '../support/accessibility.ts'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { answerByKeys, PATIENCE, storedReviews, tabTo } from './quiz-page.ts'

/** Keys do nothing before the page's scripts have come. */
const SETTLED = { waitUntil: 'networkidle' } as const

let browser: OpenBrowser
let page: Page
const problems: string[] = []

beforeAll(async () => {
  browser = await openBrowser({ viewport: { width: 1280, height: 800 } })
  page = await newPage()
})
afterAll(() => browser.close())

async function newPage(): Promise<Page> {
  const made = await browser.context.newPage()
  made.on('pageerror', (error) => problems.push(String(error)))
  return made
}

const heading = (number: number) =>
  page.getByRole('heading', { name: new RegExp(`^Question ${number} of`) })
const answerRegion = () => page.getByRole('region', { name: 'Your answer' })

const stored = () => storedReviews(page)

describe('a stranger with a keyboard', () => {
  it('begins to practise a topic from the home of the quiz', async () => {
    await page.goto('/quiz', SETTLED)
    await page.getByRole('heading', { name: 'Topics' }).waitFor(PATIENCE)
    await tabTo(page, /^a Practise Consensus$/)
    await page.keyboard.press('Enter')
    await heading(1).waitFor(PATIENCE)
    expect(await stored()).toEqual([])
  })

  it('answers questions of three kinds, and is told why after each', async () => {
    const kinds = new Set<string>()
    let answered = 0
    for (let number = 1; kinds.size < 3; number++) {
      await heading(number).waitFor(PATIENCE)
      kinds.add(await answerByKeys(page))
      answered += 1
      await answerRegion().getByRole('button', { name: 'Next question' }).waitFor(PATIENCE)
      expect(await stored()).toHaveLength(answered)
      // The focus is on the verdict; Enter goes on.
      await page.keyboard.press('Enter')
    }
    expect(new Set((await stored()).map(({ id }) => id)).size).toBe(answered)
  })

  it('takes an answer back and gives it again', async () => {
    const before = await stored()
    await answerByKeys(page)
    await answerRegion().getByRole('button', { name: 'Next question' }).waitFor(PATIENCE)
    await tabTo(page, /^button Take the answer back$/)
    await page.keyboard.press('Enter')
    await answerRegion().waitFor({ state: 'detached', ...PATIENCE })
    await expect.poll(async () => (await stored()).map(({ kind }) => kind).at(-1)).toBe('undo')
    expect(await stored()).toHaveLength(before.length + 2)
  })
})

describe('who closes the tab', () => {
  it('goes on where they were, with what they had chosen', async () => {
    const url = page.url()
    const done = () => page.getByText(/^\d+ of \d+ done$/).textContent()
    const before = await done()
    await page.close()
    page = await newPage()
    await page.goto(url, SETTLED)
    await expect.poll(done, PATIENCE).toBe(before)
    await page.getByRole('navigation', { name: 'Questions of this session' }).waitFor()
  })

  it('is told again why an answer was right or wrong', async () => {
    await tabTo(page, /^button \d+\. .*, (right|not all right)$/)
    await page.keyboard.press('Enter')
    await answerRegion().waitFor(PATIENCE)
    await tabTo(page, /^button Show the (explanation|back)$/)
    await page.keyboard.press('Enter')
    await page
      .getByRole('link', { name: /lesson/i })
      .first()
      .waitFor(PATIENCE)
    await tabTo(page, /^button \d+\. .*, to do$/)
    await page.keyboard.press('Enter')
    await answerRegion().waitFor({ state: 'detached', ...PATIENCE })
  })

  it('answers without a network, and each answer counts once', async () => {
    const before = await stored()
    await expect.poll(async () => page.locator('form').count(), PATIENCE).toBe(1)
    await tabTo(page, /^button Take this session along$/)
    await page.keyboard.press('Enter')
    await page.getByText('it works without a network').waitFor(PATIENCE)
    await browser.context.setOffline(true)
    // The page itself comes back too, at the question that is open.
    await page.reload(SETTLED)
    await page.locator('form').waitFor(PATIENCE)
    expect(
      await page.evaluate(() =>
        fetch('/quiz').then(
          () => true,
          () => false,
        ),
      ),
    ).toBe(false)
    await answerByKeys(page)
    await answerRegion().getByRole('button', { name: 'Next question' }).waitFor(PATIENCE)
    await page.getByText(/You are offline\. 1 answer is kept in this browser/).waitFor(PATIENCE)
    await page.keyboard.press('Enter')
    await browser.context.setOffline(false)
    await page.getByText(/You are offline/).waitFor({ state: 'detached', ...PATIENCE })
    expect(await stored()).toHaveLength(before.length + 1)
    await page.reload(SETTLED)
    await page.locator('form').waitFor(PATIENCE)
    expect(await stored()).toHaveLength(before.length + 1)
  })

  it('loses nothing when the answer of the server is lost', async () => {
    const before = await stored()
    // It arrives there, and nothing comes back.
    await page.route('**/api/quiz/reviews', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await answerByKeys(page)
    await page.getByText(/You are offline\. 1 answer is kept/).waitFor(PATIENCE)
    await page.close()
    page = await newPage()
    await page.goto('/quiz/session?topic=consensus', SETTLED)
    await page.locator('form').waitFor(PATIENCE)
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem('netsplit:review-outbox')), PATIENCE)
      .toBe('[]')
    expect(await stored()).toHaveLength(before.length + 1)
    expect(problems).toEqual([])
  })
})

describe('a quiz that is handed in', () => {
  it('sends no answer to the browser before', async () => {
    await page.goto('/quiz/cap-precisely', SETTLED)
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.getByRole('heading', { name: /^Question 1 of/ }).waitFor(PATIENCE)
    await page.locator('input[data-option="1"]').check()
    await page.getByRole('button', { name: 'Keep and go on' }).click()
    await page.getByRole('heading', { name: /^Question 2 of/ }).waitFor(PATIENCE)
    // The page as a whole, with all that its components are given.
    expect(await pageSays('so we chose CA')).toBe(true)
    expect(await pageSays('P is an assumption about the network')).toBe(false)
    expect(await pageSays('misconception')).toBe(false)
    await page.reload(SETTLED)
    await page.getByRole('button', { name: 'Hand in' }).click()
    await page.getByRole('button', { name: 'Hand in and see' }).click()
    await page.getByText(/of 8 right/).waitFor(PATIENCE)
    await page.locator('summary').filter({ hasText: 'so we chose CA' }).click()
    await page.getByText('P is an assumption about the network').first().waitFor(PATIENCE)
    expect(await pageSays('P is an assumption about the network')).toBe(true)
  })
})

/** Whether the present page has this anywhere, when it is asked for anew. */
async function pageSays(text: string): Promise<boolean> {
  const response = await page.request.get(page.url())
  return (await response.text()).includes(text)
}

describe('a mock interview', () => {
  it('keeps what was written, asks for operation and measurement, and is held against a rubric', async () => {
    await page.goto('/interview/classic-explain-cap', SETTLED)
    await page.getByRole('radio', { name: 'Without one' }).check()
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.getByRole('heading', { name: /Name the operation/ }).waitFor(PATIENCE)
    await page.getByLabel('Your notes').fill('A read at the lone node.')
    await page.getByText('Saved.', { exact: true }).waitFor(PATIENCE)
    await page.reload()
    await expect.poll(() => page.getByLabel('Your notes').inputValue(), PATIENCE).toContain('lone')
    await page.getByRole('button', { name: /Say what you would measure/ }).click()
    await page.getByLabel('Your notes').fill('The age of reads, from both sides of a cut.')
    await page.getByRole('button', { name: 'End and review' }).click()
    await page.getByText(/So far 0 of \d+ points/).waitFor(PATIENCE)
    await page.getByRole('checkbox').first().check()
    await page.getByText(/So far 1 of \d+ points/).waitFor(PATIENCE)
    await page.getByRole('button', { name: 'Count it as a review' }).click()
    await page.getByText('the scenario comes back in your reviews').waitFor(PATIENCE)
    await page.goto('/interview')
    await page.getByRole('heading', { name: 'Yours so far' }).waitFor(PATIENCE)
  })
})

describe('every page of it', () => {
  const paths = [
    '/quiz',
    '/quiz/session',
    '/quiz/session?topic=cap',
    '/quiz/cap-precisely',
    '/quiz/cards',
    '/interview',
    '/interview/classic-explain-cap',
  ]

  it.each([
    { width: 1280, theme: 'light' },
    { width: 390, theme: 'dark' },
  ] as const)('has no problem that axe finds at $width, $theme', async ({ width, theme }) => {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme: theme })
    for (const path of paths) {
      await page.goto(path)
      await page.locator('h1').waitFor(PATIENCE)
      expect(await accessibilityProblems(page), path).toEqual([])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide, path).toBeLessThanOrEqual(width)
    }
  })

  it('has none after an answer either', async () => {
    await page.goto('/quiz/session?topic=cap', SETTLED)
    await page.locator('form').waitFor(PATIENCE)
    await page.getByRole('button', { name: 'I do not know' }).or(showTheBack()).first().click()
    await answerRegion().or(page.getByText('How well did you know it?')).first().waitFor(PATIENCE)
    expect(await accessibilityProblems(page)).toEqual([])
    expect(problems).toEqual([])
  })
})

function showTheBack() {
  return page.getByRole('button', { name: 'Show the back' })
}
