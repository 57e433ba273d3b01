/** The space-time diagram in a real browser: keys, inspector, table of events, both directions. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityProblems } from '../support/accessibility.ts'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { diagramParts } from './diagram-parts.ts'
import { arrange, LAB, openLab, pasteCode, run } from './lab-page.ts'
import { TWO_VOTES } from './learner-code.ts'

const THEMES = ['dark', 'light'] as const

async function place(slider: Locator): Promise<number> {
  return Number(await slider.inputValue())
}

describe('on a desktop', () => {
  let browser: OpenBrowser
  let page: Page
  const problems: string[] = []

  beforeAll(async () => {
    browser = await openBrowser({ viewport: { width: 1440, height: 900 } })
    page = await browser.context.newPage()
    page.on('pageerror', (error) => problems.push(String(error)))
    await openLab(page)
    await pasteCode(page, TWO_VOTES)
    await run(page)
    await arrange(page, 'Investigate')
    await diagramParts(page).drawing.waitFor()
  })
  afterAll(() => browser.close())

  it('draws the run, names it in a sentence, and begins where it broke', async () => {
    const { drawing, slider, cursor } = diagramParts(page)
    expect(await drawing.getByText('violation', { exact: true }).count()).toBe(1)
    const said = await slider.getAttribute('aria-valuetext')
    expect(said).toMatch(/^event \d+ of \d+, \d\.\d{3} s, n\d /)
    expect(await cursor.getAttribute('aria-label')).toBe(said)
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme })
      expect(await accessibilityProblems(page), colorScheme).toEqual([])
    }
  })

  it('its keys move the cursor, and the focus stays with it', async () => {
    const { slider, cursor } = diagramParts(page)
    const broken = await place(slider)
    await cursor.focus()
    await page.keyboard.press('Home')
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^event 0 of \d+, 0\.000 s, n1 /)
    await page.keyboard.press('ArrowRight')
    const second = await place(slider)
    expect(second).toBeGreaterThan(0)
    await page.keyboard.press('ArrowLeft')
    expect(await place(slider)).toBe(0)
    await page.keyboard.press('Shift+ArrowRight')
    expect(await slider.getAttribute('aria-valuetext')).toContain('n1')
    await page.keyboard.press(']')
    expect(await place(slider)).toBe(broken)
    await page.keyboard.press('m')
    expect(await place(slider)).toBeLessThan(broken)
    await page.keyboard.press('End')
    expect(await cursor.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press(']')
  })

  it('i leads to the inspector and Escape back', async () => {
    const { inspector, cursor } = diagramParts(page)
    await cursor.focus()
    await page.keyboard.press('i')
    expect(await inspector.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Escape')
    expect(await cursor.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('the inspector shows the state with what changed, and pins a field to the diagram', async () => {
    const { inspector, drawing, trace } = diagramParts(page)
    await inspector.getByRole('button', { name: 'Node', exact: true }).click()
    const state = inspector.getByRole('list', { name: /^State of n\d$/ })
    await state.getByText('changed:').first().waitFor({ state: 'attached' })
    expect(await state.textContent()).toMatch(/role: "candidate".*"leader"/)
    const bands = drawing.getByText(/^votedFor /)
    expect(await bands.count()).toBe(0)
    await state.getByRole('button', { name: 'Show votedFor in the diagram' }).click()
    await bands.first().waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await state.getByRole('button', { name: 'Take votedFor off the diagram' }).click()
    expect(await bands.count()).toBe(0)
    await trace.getByRole('button', { name: 'Step', exact: true }).click()
  })

  it('a message tells its life, and leads to its causes', async () => {
    const { inspector, drawing, slider } = diagramParts(page)
    await drawing.locator('[data-message]').first().dispatchEvent('click')
    await inspector.getByText(/^Sent at \d\.\d{3} s/).waitFor()
    await inspector.getByText(/^Delivered at|^Lost at|^Still under way/).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    const link = inspector.getByRole('button', { name: /^Go to event \d+$/ }).first()
    const target = Number((await link.textContent()) ?? '-1')
    await link.click()
    expect(await place(slider)).toBe(target)
    await inspector.getByRole('button', { name: 'Step', exact: true }).click()
  })

  it('pointing at an event dims what it could not have influenced', async () => {
    const { trace, drawing } = diagramParts(page)
    await trace.getByRole('button', { name: 'First event' }).click()
    await trace.getByRole('button', { name: 'Show the whole run' }).click()
    const faint = drawing.locator('[data-event].opacity-25')
    const before = await faint.count()
    // Nothing that the trace knows of led to its end: all else is independent of it.
    const end = drawing.locator('[data-event]:not(:has([data-cursor]))').last()
    await end.dispatchEvent('pointerover')
    await expect.poll(() => faint.count()).toBeGreaterThan(before)
    await trace.getByRole('checkbox', { name: 'Show causes' }).uncheck()
    expect(await faint.count()).toBe(0)
    await trace.getByRole('checkbox', { name: 'Show causes' }).check()
  })

  it('the table of events filters, and its rows lead to the cursor', async () => {
    const { trace, slider } = diagramParts(page)
    await trace.getByRole('button', { name: 'Events', exact: true }).click()
    const table = trace.getByRole('table')
    const all = Number(await table.getAttribute('aria-rowcount'))
    await trace.getByRole('combobox', { name: 'Kind' }).selectOption('changes of state')
    await trace.getByRole('searchbox', { name: 'Words' }).fill('candidate')
    await expect
      .poll(async () => Number(await table.getAttribute('aria-rowcount')))
      .toBeLessThan(all)
    const row = table.getByRole('row').filter({ hasText: 'candidate' }).first()
    await row.click()
    expect(await row.getAttribute('aria-current')).toBe('step')
    expect(await slider.getAttribute('aria-valuetext')).toContain('candidate')
    expect(await accessibilityProblems(page)).toEqual([])
    await trace.getByRole('button', { name: 'Show all' }).click()
    await trace.getByRole('button', { name: 'Nodes', exact: true }).click()
    await trace.getByRole('heading', { name: 'n1' }).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await trace.getByRole('button', { name: 'Diagram', exact: true }).click()
  })

  it('plays on its own, but only steps for who wants stillness', async () => {
    const { trace, slider, cursor } = diagramParts(page)
    await trace.getByRole('button', { name: 'First event' }).click()
    await trace.getByRole('combobox', { name: 'Speed of playing' }).selectOption('10')
    await cursor.focus()
    await page.keyboard.press('Space')
    await trace.getByRole('button', { name: 'Stop' }).waitFor()
    await expect.poll(() => place(slider)).toBeGreaterThan(3)
    await page.keyboard.press('Space')
    await trace.getByRole('button', { name: 'Play' }).waitFor()

    await page.emulateMedia({ reducedMotion: 'reduce' })
    await trace.getByRole('button', { name: 'First event' }).click()
    await cursor.focus()
    await page.keyboard.press('Space')
    const first = await place(slider)
    expect(first).toBeGreaterThan(0)
    expect(await trace.getByRole('button', { name: 'Stop' }).count()).toBe(0)
    await page.keyboard.press('Space')
    expect(await place(slider)).toBeGreaterThan(first)
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    expect(problems).toEqual([])
  })
})

describe('on a phone', () => {
  let browser: OpenBrowser
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser({
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
    })
    page = await browser.context.newPage()
    await page.goto(LAB)
    await run(page)
    await page.getByRole('button', { name: 'Trace', exact: true }).click()
    await diagramParts(page).drawing.waitFor()
  })
  afterAll(() => browser.close())

  it('time runs down, the page does not scroll sideways, and all can be pressed', async () => {
    const { trace } = diagramParts(page)
    await trace.locator('[data-scroller="down"]').waitFor()
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    const heights = await trace
      .getByRole('button', { name: /event$|lane$/ })
      .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height))
    expect(heights.length).toBeGreaterThan(3)
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44)
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme })
      expect(await accessibilityProblems(page), colorScheme).toEqual([])
    }
  })
})
