/** What a reader did in a lesson is shown there, on the map and on the front page. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityProblems } from '../support/accessibility.ts'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { signUp } from './account-page.ts'

const LESSON = '/learn/the-three-of-cap-precisely'

let browser: OpenBrowser
let page: Page

beforeAll(async () => {
  browser = await openBrowser({ viewport: { width: 1280, height: 800 } })
  page = await browser.context.newPage()
})
afterAll(() => browser.close())

describe('a stranger', () => {
  it('is shown what was done in the lesson', async () => {
    await page.goto(LESSON)
    const summary = page.getByRole('region', { name: 'What you did here' })
    await summary.getByText(/^0 of 1 figure used/).waitFor()
    const frame = page.getByRole('figure').filter({ hasText: 'One register, two nodes' })
    await frame.scrollIntoViewIfNeeded()
    await frame.getByRole('button', { name: 'Run' }).waitFor()
    await frame.getByRole('radio', { name: /^42$/ }).check()
    await summary.getByText(/^0 of 1 figure used/).waitFor()
    await frame.getByRole('button', { name: 'Run' }).click()
    await summary.getByText(/^1 of 1 figure used/).waitFor()

    const question = page.locator('form').filter({ hasText: '99.999 %' })
    await question.getByRole('radio').nth(1).check()
    await question.getByRole('button', { name: 'Check' }).click()
    await summary.getByText(/^1 of \d questions right at the last try/).waitFor()
    await summary.scrollIntoViewIfNeeded()
    await summary.getByText('Read to the end, done').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })

  it('is led on from the map and from the front page', async () => {
    for (const path of ['/learn', '/']) {
      await page.goto(path)
      await page.getByRole('link', { name: 'Next in the course C is linearizability' }).waitFor()
    }
    await page.goto('/learn/else')
    // What keeps progress comes after the text.
    await page.getByRole('region', { name: 'What you did here' }).waitFor()
    await page.goto('/learn')
    await page.getByText(/^Read, 1\/\d right$/).waitFor()
    await page.getByText('Begun', { exact: true }).waitFor()
    const resume = page.getByRole('link', { name: /^Go on where you left Else/ })
    await resume.waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await resume.click()
    await page.waitForURL('**/learn/else*')
  })

  it('takes it along into an account, and to another browser', async () => {
    await signUp(page, 'reader@netsplit.example')
    await page.goto('/learn')
    const sent = page.waitForResponse(
      (response) => response.url().endsWith('/api/progress') && response.ok(),
    )
    await page.goto('/learn/measuring')
    await sent
    await page.evaluate(() => localStorage.clear())
    await page.goto('/learn')
    await page.getByText(/^Read, 1\/\d right$/).waitFor()
  })
})
