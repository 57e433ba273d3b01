/** What every page must keep, on a wide and a narrow screen, light and dark. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { accessibilityProblems } from '../support/accessibility.ts'

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1_280, height: 800 }

/**
 * All readable, and nothing wider than the page.
 * @param pictures where screenshots go, without width and ending; left out for none
 */
export async function expectSound(page: Page, pictures?: string): Promise<void> {
  for (const [size, colorScheme] of [
    [DESK, 'light'],
    [PHONE, 'dark'],
  ] as const) {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme })
    expect(await accessibilityProblems(page), page.url()).toEqual([])
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width, page.url()).toBeLessThanOrEqual(size.width)
    if (pictures === undefined) continue
    await page.screenshot({ path: `${pictures}-${size.width}.png`, fullPage: true })
  }
  await page.setViewportSize(DESK)
  await page.emulateMedia({ colorScheme: 'light' })
}
