/** What if: forks by button, by dialog, by text and by dragging; two runs compared; by hand. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accessibilityProblems } from '../support/accessibility.ts'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { arrange, LAB, openLab, overflow, pane, pasteCode, run } from './lab-page.ts'
import { SOLUTION, WRONG } from './learner-code.ts'

const WAIT = { timeout: 30_000 }

/** Opens the run of a check that holds, and the what-if of it. */
async function openWhatIf(page: Page, check: string): Promise<Locator> {
  const checks = pane(page, 'Checks')
  await arrange(page, 'Code')
  await checks.getByRole('button', { name: new RegExp(check) }).click()
  await checks.getByRole('button', { name: /^Show the run with seed/ }).click()
  await pane(page, 'Trace').getByRole('button', { name: 'What if', exact: true }).click()
  const panel = page.getByRole('complementary', { name: 'What if' })
  await panel.getByText('A is the run as it was.').waitFor(WAIT)
  return panel
}

const cursorText = (page: Page) =>
  pane(page, 'Trace')
    .getByRole('slider', { name: 'Event of the run' })
    .getAttribute('aria-valuetext')

describe('on a desktop', () => {
  let browser: OpenBrowser
  let page: Page
  let panel: Locator
  const problems: string[] = []

  beforeAll(async () => {
    browser = await openBrowser({ viewport: { width: 1440, height: 900 } })
    page = await browser.context.newPage()
    page.on('pageerror', (error) => problems.push(String(error)))
    await openLab(page)
    await pasteCode(page, SOLUTION)
    expect(await run(page)).toMatch(/^All \d+ checks hold/)
    panel = await openWhatIf(page, 'The leader is cut off')
  })
  afterAll(() => browser.close())
  beforeEach(() => {
    problems.length = 0
  })

  const script = () => panel.getByRole('textbox', { name: /The same as text/ })
  const shown = () => panel.getByRole('button', { name: /^Run [A-Z]:/, disabled: false })
  const present = async () => (await panel.locator('[aria-current="true"]').textContent()) ?? ''

  it('begins with the run as it was, its faults as text, and nothing to mend for axe', async () => {
    expect(await script().inputValue()).toMatch(/^at 1500 isolate role=leader/)
    await panel.getByText('Run A: Every claim held.').waitFor(WAIT)
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await accessibilityProblems(page), colorScheme).toEqual([])
    }
  })

  it('a button puts a fault at the cursor: a fork, one run with its parent up to there', async () => {
    const trace = pane(page, 'Trace')
    await trace.getByRole('button', { name: 'First event', exact: true }).click()
    for (const _ of [1, 2, 3])
      await trace.getByRole('button', { name: 'Next event', exact: true }).click()
    await panel.getByRole('combobox', { name: 'Node' }).selectOption('n2')
    await panel.getByRole('button', { name: 'Crash n2' }).click()
    await panel.getByRole('button', { name: /^Run B: A with at [\d.]+ crash n2/ }).waitFor(WAIT)
    expect(await present()).toBe('B')
    expect(await script().inputValue()).toMatch(/\nat [\d.]+ crash n2\n$/)
    expect(await cursorText(page)).toMatch(/n2 crashes/)
    const table = panel.getByRole('region', { name: 'A and B compared' })
    await table.getByText(/^The two are one run up to event \d+, [\d.]+ s\./).waitFor()
    await table.getByText(/n2 crashes/).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })

  it('switching between the two keeps the event up to where they part', async () => {
    const trace = pane(page, 'Trace')
    await trace.getByRole('button', { name: 'First event', exact: true }).click()
    const atStart = await cursorText(page)
    await panel.getByRole('button', { name: /^Run A:/ }).click()
    expect(await present()).toBe('A')
    expect((await cursorText(page))?.replace(/of \d+/, '')).toBe(atStart?.replace(/of \d+/, ''))
    await panel.getByRole('button', { name: /^Run B:/ }).click()
    await panel.getByRole('button', { name: 'Show where', exact: true }).click()
    expect(await cursorText(page)).toMatch(/n2 crashes/)
  })

  it('the dialog cuts, one way and for a while; the text says the same', async () => {
    await panel.getByRole('button', { name: 'Cut…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Cut the network' })
    await dialog.getByText('Choose who is cut off.').waitFor()
    expect(await dialog.getByRole('button', { name: 'Cut and run' }).isDisabled()).toBe(true)
    await dialog.getByLabel('n1', { exact: true }).check()
    await dialog.getByLabel(/^One way/).check()
    await dialog.getByLabel('Heal after', { exact: true }).check()
    await dialog.getByLabel('Heal after so many milliseconds').fill('300')
    await dialog.getByText(/^Nothing from n1 reaches n2/).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Cut and run' }).click()
    await panel.getByRole('button', { name: /^Run C: B with at/ }).waitFor(WAIT)
    expect(await script().inputValue()).toMatch(
      /at [\d.]+ one-way n1 > n2 n3.* as cut1\nat [\d.]+ heal cut1\n$/,
    )
  })

  it('dragging over a lane cuts that node off, in the words of the dialog', async () => {
    const trace = pane(page, 'Trace')
    await panel.getByRole('button', { name: /^Run A:/ }).click()
    await trace.getByRole('button', { name: 'First event', exact: true }).click()
    const drawing = trace.getByRole('group', { name: /^Run with seed/ }).first()
    const box = await drawing.boundingBox()
    const lane = await trace.getByText('n1', { exact: true }).first().boundingBox()
    if (box === null || lane === null) throw new Error('the diagram is in view')
    // Time goes down here; the lane is a column below its name.
    const x = lane.x + lane.width / 2
    await page.mouse.move(x - 16, box.y + 14)
    await page.mouse.down()
    await page.mouse.move(x, box.y + 60)
    await page.mouse.move(x + 16, box.y + 120)
    await page.mouse.up()
    await panel
      .getByRole('button', { name: /^Run D: A with at [\d.]+ partition n1 \|/ })
      .waitFor(WAIT)
    expect(await script().inputValue()).toMatch(
      /at [\d.]+ partition n1 \| n2 n3.* as cut1\nat [\d.]+ heal cut1\n$/,
    )
    await panel.getByRole('button', { name: /^Run C:/ }).click()
  })

  it('taking a fault away is a fork too', async () => {
    await panel.getByRole('button', { name: /^Run without “at [\d.]+ crash n2/ }).click()
    await panel.getByRole('button', { name: /^Run E: C without at/ }).waitFor(WAIT)
    expect(await script().inputValue()).not.toMatch(/crash/)
  })

  it('typing is the same act, and a line that cannot be read says what to do', async () => {
    await script().fill('at 700 crash n1\nat soon heal\nat 800 restart n9\n')
    await panel.getByText(/^Line 2: expected milliseconds/).waitFor()
    await panel.getByText(/^Line 3: there is no "n9"; there are n1, n2, n3/).waitFor()
    const go = panel.getByRole('button', { name: 'Run as a fork' })
    expect(await go.isDisabled()).toBe(true)
    expect(await accessibilityProblems(page)).toEqual([])
    await script().fill('at 700 crash n1\nat 800 restart n1\n')
    await go.click()
    await panel.getByRole('button', { name: /^Run F: E / }).waitFor(WAIT)
    await panel.getByRole('button', { name: /s: show where “at 700 crash n1” fell$/ }).click()
    expect(await cursorText(page)).toMatch(/n1 crashes/)
    expect(await shown().count()).toBe(6)
  })

  it('a message at the cursor can be lost, late or repeated', async () => {
    const trace = pane(page, 'Trace')
    await panel.getByRole('button', { name: /^Run A:/ }).click()
    await trace.getByRole('button', { name: 'First event', exact: true }).click()
    const lose = panel.getByRole('button', { name: 'Lose this message' })
    // The first message of the run is some steps away.
    for (let step = 0; step < 40 && (await lose.count()) === 0; step++) {
      await trace.getByRole('button', { name: 'Next event', exact: true }).click()
    }
    await lose.click()
    await panel
      .getByRole('button', { name: /^Run G: A with message n\d > n\d #\d+ lost/ })
      .waitFor(WAIT)
    expect(await cursorText(page)).toMatch(/is lost by chance/)
  })

  it('other code runs when it is chosen, and the page says whose', async () => {
    await pasteCode(page, WRONG)
    await panel.getByLabel('your code as it is now').check()
    // While n3 sleeps, the others vote; then all that it missed comes at once.
    await script().fill('at 100 pause n3\nat 600 resume n3\nat 900 crash n3\n')
    await panel.getByRole('button', { name: 'Run as a fork' }).click()
    await panel.getByRole('button', { name: /^Run H: G .*and \d more/ }).waitFor(WAIT)
    await panel.getByText(/^Run H: Broken: /).waitFor()
  })

  it('a fork that breaks can be made smaller, and says what was taken away', async () => {
    await panel.getByRole('button', { name: 'Make it smaller' }).click()
    await panel.getByText(/^\d+ → \d+ events?, \d+ faults?/).waitFor(WAIT)
    await panel.getByText(/^Taken away: \d+ line/).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })

  it('by hand: arrows and Enter pick, the diagram follows, Backspace takes back', async () => {
    const trace = pane(page, 'Trace')
    await panel.getByRole('button', { name: /^Run A:/ }).click()
    await trace.getByRole('button', { name: 'First event', exact: true }).click()
    await trace.getByRole('button', { name: 'By hand', exact: true }).click()
    const hand = page.getByRole('complementary', { name: 'By hand' })
    const list = hand.getByRole('listbox', { name: 'What may happen next' })
    await list.waitFor(WAIT)
    await hand.getByText(/ 1 picked$/).waitFor()
    const options = list.getByRole('option')
    const before = await options.count()
    await list.focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    const name = await list.locator('[aria-selected="true"]').textContent()
    expect(name).toBeTruthy()
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await hand.getByText(/ 2 picked$/).waitFor(WAIT)
    expect(await cursorText(page)).toMatch(/event \d+ of \d+/)
    await page.keyboard.press('Backspace')
    await hand.getByText(/ 1 picked$/).waitFor(WAIT)
    expect(await options.count()).toBe(before)
    expect(await accessibilityProblems(page)).toEqual([])

    await page.keyboard.press('Enter')
    await hand.getByText(/ 2 picked$/).waitFor(WAIT)
    await hand.getByRole('button', { name: 'Let it run on' }).click()
    await hand.getByText(/^The run has ended\./).waitFor(WAIT)
    await hand.getByRole('button', { name: 'Open as a script' }).click()
    panel = page.getByRole('complementary', { name: 'What if' })
    await panel.getByText('A is the run as it was.').waitFor(WAIT)
    expect(await script().inputValue()).toMatch(/run until \d+\nnext .+\nrun on\n$/)
  })

  it('another run in the diagram puts the what-if away, and nothing failed on the way', async () => {
    const checks = pane(page, 'Checks')
    await checks.getByRole('button', { name: /A healthy network/ }).click()
    await checks
      .getByRole('button', { name: /^Show the run with seed/ })
      .first()
      .click()
    await panel.waitFor({ state: 'detached' })
    await pane(page, 'Trace').getByText('browser run').waitFor()
    expect(problems).toEqual([])
  })
})

describe('on a phone', () => {
  it('forks a run, within the width of the screen', async () => {
    const browser = await openBrowser({ viewport: { width: 390, height: 844 }, hasTouch: true })
    try {
      const page = await browser.context.newPage()
      await page.goto(LAB)
      await page.getByRole('button', { name: 'Run', exact: true }).click()
      await page
        .getByText(/checks? hold/)
        .first()
        .waitFor({ timeout: 60_000 })
      await page
        .getByRole('button', { name: /^Show (the|its) run/ })
        .first()
        .click()
      await page.getByRole('button', { name: 'What if', exact: true }).click()
      const panel = page.getByRole('complementary', { name: 'What if' })
      await panel.getByText('A is the run as it was.').waitFor(WAIT)
      await panel.getByRole('button', { name: /^Crash n/ }).click()
      await panel.getByRole('button', { name: /^Run B:/ }).waitFor(WAIT)
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      expect(await accessibilityProblems(page)).toEqual([])
      const small = await panel
        .getByRole('button')
        .evaluateAll((all) =>
          all
            .filter((one) => one.getBoundingClientRect().height < 24)
            .map((one) => one.textContent),
        )
      expect(small).toEqual([])
    } finally {
      await browser.close()
    }
  })
})
