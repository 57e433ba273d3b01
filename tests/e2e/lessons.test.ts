/** Every lesson, with its figures come near: nothing for axe to find, nothing wider than the page. */
import { readdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityProblems } from '../support/accessibility.ts'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'

const SLUGS = readdirSync('content/lessons').sort()

let browser: OpenBrowser
let page: Page
const problems: string[] = []

beforeAll(async () => {
  browser = await openBrowser({ viewport: { width: 1280, height: 800 } })
  page = await browser.context.newPage()
  page.on('pageerror', (error) => problems.push(String(error)))
})
afterAll(() => browser.close())

describe.each([
  { width: 1280, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
] as const)('at $width px, $colorScheme', ({ width, colorScheme }) => {
  it.each(SLUGS)('%s', async (slug) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 844 })
    await page.goto(`/learn/${slug}`)
    const figure = page.locator('figure.not-prose').first()
    await figure.scrollIntoViewIfNeeded()
    // Code blocks are figures, too; the bench of ours is loaded when the reader comes near.
    await figure.getByRole('button').first().waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    expect(problems.splice(0)).toEqual([])
  })
})
