/** The search: by key from any page, on its own page as one types, and without JavaScript. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityProblems } from '../support/accessibility.ts'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'

const WITHIN = { timeout: 30_000 }

describe('with JavaScript', () => {
  let browser: OpenBrowser
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser({ viewport: { width: 1280, height: 800 } })
    page = await browser.context.newPage()
  })
  afterAll(() => browser.close())

  it('opens by its key, is typed into, and leads to the section by arrow keys', async () => {
    await page.goto('/learn/kinds-of-cut')
    const dialog = page.getByRole('dialog')
    const field = dialog.getByRole('searchbox')
    // The page listens to keys once its scripts have run, and nothing shows when that is.
    await expect
      .poll(async () => {
        await page.keyboard.press('/')
        return await field.isVisible()
      }, WITHIN)
      .toBe(true)
    await field.fill('bank branches')
    await dialog.getByText(/places? for “bank branches”/).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/learn/two-bank-branches*')
    expect(await dialog.count()).toBe(0)
  })

  it('lets the slash be text in a field, and can be told to leave the key alone', async () => {
    await page.goto('/search')
    const field = page.getByRole('searchbox')
    await field.fill('')
    await field.press('/')
    expect(await field.inputValue()).toBe('/')

    await page.goto('/glossary')
    await page.getByRole('link', { name: 'Search' }).click()
    await page.getByRole('checkbox', { name: /^Plain keys/ }).uncheck()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.keyboard.press('/')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.getByRole('link', { name: 'Search' }).click()
    await page.getByRole('checkbox', { name: /^Plain keys/ }).check()
    await page.keyboard.press('Escape')
  })

  it('keeps the query in the address and says when nothing was found', async () => {
    await page.goto('/search')
    const field = page.getByRole('searchbox')
    await field.fill('quorum')
    await page.getByRole('status').filter({ hasText: 'for “quorum”' }).waitFor()
    expect(new URL(page.url()).search).toBe('?q=quorum')
    await field.fill('zzzyx')
    await page.getByRole('status').filter({ hasText: 'Nothing was found for “zzzyx”.' }).waitFor()
    expect(await page.getByText('Try fewer or other words').isVisible()).toBe(true)
  })
})

describe('without JavaScript', () => {
  let browser: OpenBrowser

  beforeAll(async () => {
    browser = await openBrowser({ javaScriptEnabled: false })
  })
  afterAll(() => browser.close())

  it('is a page with a form', async () => {
    const page = await browser.context.newPage()
    await page.goto('/')
    await page.getByRole('link', { name: 'Search' }).click()
    await page.waitForURL('**/search')
    await page.getByRole('searchbox').fill('lease')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.waitForURL('**/search?q=lease')
    const first = page.getByRole('main').getByRole('listitem').first()
    expect(await first.getByRole('link').getAttribute('href')).toBe('/glossary#lease')
  })
})
