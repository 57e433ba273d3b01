/** Runs in the browser: results stream, Stop works whatever the code does, loops are named. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { openLab, pane, pasteCode, status } from './lab-page.ts'
import { NEVER_RETURNS, SOLUTION } from './learner-code.ts'

let browser: OpenBrowser
let page: Page

beforeAll(async () => {
  browser = await openBrowser({ viewport: { width: 1440, height: 900 } })
  page = await browser.context.newPage()
  await openLab(page)
})
afterAll(() => browser.close())

const press = (name: string) => page.getByRole('button', { name, exact: true }).click()

/** Notes what every row says each time that it changes. */
async function watchRows(): Promise<void> {
  await page.evaluate(() => {
    const list = document.querySelector('section[aria-label="Checks"]')
    if (list === null) throw new Error('the checks are on the page')
    const seen: string[][] = []
    Object.assign(globalThis, { rowsSeen: seen })
    const look = () =>
      seen.push([...list.querySelectorAll('h3')].map((row) => row.textContent ?? ''))
    new MutationObserver(look).observe(list, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
}

it('shows the result of a check while later ones still wait', async () => {
  await pasteCode(page, SOLUTION)
  await watchRows()
  await press('Run')
  await status(page, /All \d+ checks hold/)
  const seen = await page.evaluate(
    () => (globalThis as unknown as { rowsSeen: string[][] }).rowsSeen,
  )
  const halfway = seen.filter(
    (rows) => /20 of 20 seeds/.test(rows[0] ?? '') && /waiting/.test(rows.at(-1) ?? ''),
  )
  expect(halfway.length).toBeGreaterThan(0)
})

it('stops at once while a handler loops for ever, and the page stays alive meanwhile', async () => {
  await pasteCode(page, NEVER_RETURNS)
  await press('Run')
  await page.getByRole('button', { name: 'Stop', exact: true }).waitFor()
  const frames = await page.evaluate(async () => {
    let count = 0
    for (; count < 20; count++) await new Promise(requestAnimationFrame)
    return count
  })
  expect(frames).toBe(20)
  // How long it takes is measured here and judged by nobody: the machine may be busy.
  const tookMs = await page.evaluate(async () => {
    const stop = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Stop',
    )
    const since = performance.now()
    stop?.click()
    while (!document.body.textContent?.includes('Stopped')) {
      await new Promise((resolve) => setTimeout(resolve))
    }
    return performance.now() - since
  })
  process.stdout.write(`Stop took ${tookMs.toFixed(1)} ms.\n`)
  await status(page, /Stopped/)
  expect(await page.locator('iframe').count()).toBe(0)
})

it('stops while the code is compiled', async () => {
  await pasteCode(page, `${SOLUTION}\n// ${'x'.repeat(30_000)}`)
  await page.evaluate(() => {
    const button = (name: string) =>
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)
    button('Run')?.click()
    return new Promise<void>((resolve) => {
      const look = () => {
        const stop = button('Stop')
        if (stop === undefined) return requestAnimationFrame(look)
        stop.click()
        resolve()
        return 0
      }
      look()
    })
  })
  await status(page, /Stopped/)
  expect(await page.locator('iframe').count()).toBe(0)
})

it('ends a loop by itself and names the handler', async () => {
  await pasteCode(page, NEVER_RETURNS)
  await press('Run')
  await status(page, /0 of \d+ checks hold/)
  await pane(page, 'Checks')
    .getByText(/^n\d, in onTimer, ran for more than three seconds without coming back\./)
    .first()
    .waitFor()
  expect(await page.locator('iframe').count()).toBe(0)
})
