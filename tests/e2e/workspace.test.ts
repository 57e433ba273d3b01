/** The lab page as a place to work: arrangements, lesson, palette, reading mode, media. */
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accessibilityProblems } from '../support/accessibility.ts'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { arrange, LAB, openLab, overflow, pane, pasteCode, run, status } from './lab-page.ts'
import { SOLUTION, WRONG } from './learner-code.ts'

/** The machine may be busy with other things. */
const PATIENCE = { timeout: 20_000 }

let browser: OpenBrowser
let page: Page

async function open(options: Parameters<typeof openBrowser>[0] = {}) {
  browser = await openBrowser({ viewport: { width: 1280, height: 800 }, ...options })
  page = await browser.context.newPage()
}

afterEach(() => browser.close())

/** Names of the panes that can be seen. */
async function panesInView(): Promise<readonly string[]> {
  const names = ['Task', 'Code', 'Checks', 'Trace'] as const
  const seen = await Promise.all(names.map((name) => pane(page, name).isVisible()))
  return names.filter((_, index) => seen[index])
}

describe('arrangements', () => {
  beforeEach(() => open())

  it('by keys and buttons, each with the panes that it is for', async () => {
    await openLab(page)
    expect(await panesInView()).toEqual(['Task', 'Code', 'Checks'])
    // In Read the results are one line, and a way to the list.
    expect(await page.getByRole('button', { name: /A healthy network/ }).isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Show the checks' }).click()
    await page.getByRole('button', { name: /A healthy network/ }).waitFor()
    await page.keyboard.press('Alt+3')
    expect(await panesInView()).toEqual(['Code', 'Checks', 'Trace'])
    await page.keyboard.press('Alt+1')
    expect(await panesInView()).toEqual(['Task', 'Code', 'Checks'])
    expect(await accessibilityProblems(page)).toEqual([])
  })

  it('the first failing run turns to the diagram, once, with the way back', async () => {
    await openLab(page)
    await pasteCode(page, WRONG)
    await run(page)
    await expect.poll(panesInView, PATIENCE).toEqual(['Code', 'Checks', 'Trace'])
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await panesInView()).toEqual(['Task', 'Code', 'Checks'])
    await run(page)
    expect(await panesInView()).toEqual(['Task', 'Code', 'Checks'])
    await page.reload()
    await page.locator('.monaco-editor .view-line').first().waitFor()
    await run(page)
    expect(await panesInView()).toEqual(['Task', 'Code', 'Checks'])
  })

  it('sizes are set by mouse or key, and kept for each arrangement', async () => {
    await openLab(page)
    const bar = page.getByRole('separator', { name: 'Width of the left pane' })
    const value = async () => Number(await bar.getAttribute('aria-valuenow'))
    await arrange(page, 'Code')
    const first = await value()
    await bar.focus()
    await page.keyboard.press('ArrowRight')
    expect(await value()).toBe(first + 3)
    const box = await pane(page, 'Task').boundingBox()
    await page.mouse.move((box?.width ?? 0) + 2, 400)
    await page.mouse.down()
    await page.mouse.move(640, 400)
    await page.mouse.up()
    expect(await value()).toBe(50)
    await arrange(page, 'Read')
    expect(await value()).not.toBe(50)
    await page.reload()
    await page.locator('.monaco-editor .view-line').first().waitFor()
    await arrange(page, 'Code')
    expect(await value()).toBe(50)
    await bar.dblclick()
    expect(await value()).toBe(first)
  })
})

describe('the task pane', () => {
  beforeEach(() => open())

  it('shows the lesson beside the code, which stays as it is', async () => {
    await openLab(page)
    await pasteCode(page, SOLUTION)
    await pane(page, 'Task')
      .getByRole('link', { name: /^Lesson:/ })
      .click()
    await page.getByRole('region', { name: 'Text of the lesson' }).waitFor()
    expect(page.url()).toMatch(/\?lesson=/)
    await page.locator('.view-line').filter({ hasText: 'ELECTION_MS_MIN' }).first().waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.goBack()
    await page.getByRole('region', { name: 'Text of the task' }).waitFor()
  })

  it('gives its hints one by one, and remembers how far', async () => {
    await openLab(page)
    await page.getByRole('button', { name: 'Show a hint: a nudge' }).click()
    await page.getByText('Hint 1 of 3: a nudge').waitFor()
    expect(await page.getByText('Hint 2 of 3').count()).toBe(0)
    await page.getByRole('button', { name: 'Show the next hint: a direction' }).click()
    await page.getByText('Hint 2 of 3: a direction').waitFor()
    await page.reload()
    await page.getByText('Hint 2 of 3: a direction').waitFor()
    await page.getByRole('button', { name: 'Show the next hint: a recipe' }).click()
    expect(await page.getByRole('button', { name: /hint/ }).count()).toBe(0)
  })
})

describe('commands', () => {
  beforeEach(() => open())

  it('the palette finds by words, runs what is chosen, and says when there is nothing', async () => {
    await openLab(page)
    await page.keyboard.press('ControlOrMeta+k')
    const field = page.getByRole('combobox', { name: 'Find a command' })
    await field.fill('no such thing')
    await page.getByText('No command has “no such thing” in its name.').waitFor()
    await field.fill('pane')
    const options = page.getByRole('option')
    expect(await options.first().getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('ArrowDown')
    expect(await options.nth(1).getAttribute('aria-selected')).toBe('true')
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await accessibilityProblems(page), colorScheme).toEqual([])
    }
    await field.fill('investigate')
    await page.keyboard.press('Enter')
    await expect.poll(panesInView, PATIENCE).toEqual(['Code', 'Checks', 'Trace'])
  })

  it('the plain key for help can be turned off', async () => {
    await openLab(page)
    await pane(page, 'Task').getByRole('link', { name: 'Task', exact: true }).focus()
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Keys of this page' })
    expect(await accessibilityProblems(page)).toEqual([])
    await help.getByRole('checkbox', { name: /^Plain keys/ }).uncheck()
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'detached' })
    await page.keyboard.press('?')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.keyboard.press('F1')
    await help.waitFor()
  })

  it('F6 goes round the panes in view, both ways', async () => {
    await openLab(page)
    await arrange(page, 'Code')
    const at = () =>
      page.evaluate(
        () => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane') ?? '',
      )
    const seen: string[] = []
    for (let press = 0; press < 4; press++) {
      await page.keyboard.press('F6')
      seen.push(await at())
    }
    expect(seen).toEqual(['task', 'code', 'checks', 'task'])
    await page.keyboard.press('Shift+F6')
    expect(await at()).toBe('checks')
  })
})

describe('one pane at a time', () => {
  it('on a phone: no editor, no page wider than the window, controls for fingers', async () => {
    await open({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
    const loaded: string[] = []
    page.on('request', (request) => loaded.push(request.url()))
    await page.goto(LAB)
    for (const name of ['Checks', 'Trace', 'Code', 'Task'] as const) {
      await page.getByRole('button', { name, exact: true }).click()
      expect(await panesInView()).toEqual([name])
      expect(await accessibilityProblems(page), name).toEqual([])
      expect(await overflow(page), name).toBeLessThanOrEqual(0)
      expect(await smallTargets(), name).toEqual([])
    }
    expect(loaded.filter((url) => url.includes('/monaco/'))).toEqual([])
  })

  it('by choice on a wide screen, and back', async () => {
    await open()
    await openLab(page)
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.type('reading mode')
    await page.keyboard.press('Enter')
    await expect.poll(panesInView, PATIENCE).toEqual(['Task'])
    expect(await accessibilityProblems(page)).toEqual([])
    await page.reload()
    await expect.poll(panesInView, PATIENCE).toEqual(['Task'])
    await page.getByRole('button', { name: 'All panes' }).click()
    await expect.poll(panesInView, PATIENCE).toEqual(['Task', 'Code', 'Checks'])
  })

  it('at 200 % zoom nothing is cut off', async () => {
    await open({ viewport: { width: 640, height: 400 } })
    await page.goto(LAB)
    expect(await run(page)).toMatch(/checks hold/)
    for (const name of ['Task', 'Checks', 'Trace', 'Code'] as const) {
      await page.getByRole('button', { name, exact: true }).click()
      expect(await overflow(page), name).toBeLessThanOrEqual(0)
    }
  })
})

/** Buttons and the like of the page itself that are less high than a finger needs. */
function smallTargets(): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main button, main summary, main select')]
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect()
        return width > 0 && height > 0 && height < 44
      })
      .map((element) => element.getAttribute('aria-label') ?? element.textContent ?? ''),
  )
}

describe('what the reader’s system asks for', () => {
  it('with forced colours every state still has its words and its icon', async () => {
    await open()
    await page.emulateMedia({ forcedColors: 'active' })
    await openLab(page)
    await pasteCode(page, WRONG)
    await run(page)
    const row = page.getByRole('button', { name: /^Broken: / }).first()
    expect(await row.locator('svg').first().isVisible()).toBe(true)
    expect(await accessibilityProblems(page)).toEqual([])
  })

  it('with reduced motion nothing moves, also while a run is under way', async () => {
    await open({ reducedMotion: 'reduce' })
    await openLab(page)
    await arrange(page, 'Code')
    await pasteCode(page, SOLUTION)
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await status(page, /Running/)
    const moving = await page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
    )
    expect(moving).toBe(0)
    await status(page, /hold/)
  })
})

it('results grow old when the code is edited, and lead to a new run', async () => {
  await open()
  await openLab(page)
  await arrange(page, 'Code')
  await pasteCode(page, SOLUTION)
  expect(await run(page)).toMatch(/^All \d+ checks hold/)
  await pasteCode(page, WRONG)
  await pane(page, 'Checks').getByText('code changed since').waitFor()
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await accessibilityProblems(page), colorScheme).toEqual([])
  }
  await pane(page, 'Checks').getByRole('button', { name: 'Run again' }).click()
  expect(await status(page, /broken/)).toMatch(/checks hold/)
  expect(await pane(page, 'Checks').getByText('code changed since').count()).toBe(0)
})
