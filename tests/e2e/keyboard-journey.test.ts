/**
 * From the first visit to a passed step without a mouse: the map, the lab, a run that fails,
 * its story, the cursor of the diagram, better code, the verdict. No click, no `focus()`:
 * what has the focus is what the keys brought there.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { pane, pasteAtFocus, runEnds, verdict } from './lab-page.ts'
import { lineOf, SOLUTION, WRONG } from './learner-code.ts'

/** The machine may be busy with other things. */
const PATIENCE = { timeout: 20_000 }
/** More stops than any page of ours has before what is looked for. */
const STOPS_MAX = 120

let browser: OpenBrowser
let page: Page
const problems: string[] = []

beforeAll(async () => {
  browser = await openBrowser({ viewport: { width: 1280, height: 800 } })
  page = await browser.context.newPage()
  page.on('pageerror', (error) => problems.push(String(error)))
})
afterAll(() => browser.close())

/** What has the focus, as `role name`. */
function focused(): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    const name = element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    return `${element?.tagName.toLowerCase()} ${name.replace(/\s+/g, ' ').trim()}`
  })
}

function isInEditor(): Promise<boolean> {
  return page.evaluate(() => {
    const { activeElement } = document
    return activeElement !== null && activeElement.closest('.monaco-editor') !== null
  })
}

/** Whether the focus is in this pane. */
function isIn(name: string): Promise<boolean> {
  return page.evaluate((label) => {
    const region = document.activeElement?.closest('[data-pane]')
    return region?.getAttribute('aria-label') === label
  }, name)
}

/** Presses Tab until what has the focus reads like this. */
async function tabTo(wanted: RegExp): Promise<void> {
  const passed: string[] = []
  for (let stop = 0; stop < STOPS_MAX; stop++) {
    await page.keyboard.press('Tab')
    const now = await focused()
    if (wanted.test(now)) return
    if (passed.at(-1) !== now) passed.push(now)
  }
  throw new Error(`Tab never came to ${wanted}; it came to:\n${passed.join('\n')}`)
}

/** Gives a command by its name. */
async function command(words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Find a command' }).waitFor()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

it('from the front page over the labs to the step', async () => {
  await page.goto('/')
  await tabTo(/^a Labs$/)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/labs')
  await tabTo(/^a .*Leader election/)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/labs/raft/03-election')
  await page.locator('.monaco-editor .view-line').first().waitFor()
})

it('the help names the keys, and closes back to where it was opened', async () => {
  await tabTo(/^a Task$/)
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keys of this page' })
  await help.getByText('Run the visible checks in your browser').waitFor()
  await help.getByText('Ctrl+Enter', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await help.waitFor({ state: 'detached' })
  expect(await focused()).toBe('a Task')
})

it('into the editor, and code by paste', async () => {
  await command('go to the code')
  await expect.poll(isInEditor, PATIENCE).toBe(true)
  // A question mark is text there, and no help.
  await page.keyboard.type('?')
  expect(await page.getByRole('dialog').count()).toBe(0)
  await pasteAtFocus(page, WRONG)
})

it('runs, and goes from the editor to the failed check', async () => {
  await page.keyboard.press('ControlOrMeta+Enter')
  expect(await runEnds(page)).toMatch(/checks hold, \d+ broken/)
  // The first failure lays the panes out anew and leaves the focus where it was.
  await page.getByText('A check broke: beside it is the run').waitFor()
  expect(await isInEditor()).toBe(true)
  await page.keyboard.press('F6')
  expect(await focused()).toMatch(/^section Checks/)
})

it('reads the story, whose steps move the cursor of the run', async () => {
  const slider = pane(page, 'Trace').getByRole('slider').first()
  const steps = pane(page, 'Checks')
    .getByRole('list', { name: 'How it came about' })
    .getByRole('button')
  await steps.last().waitFor()
  const first = (await steps.first().textContent()) ?? ''
  const before = await slider.getAttribute('aria-valuetext')
  await tabTo(new RegExp(`^button ${first.replace(/[^\w ]/g, '.')}$`))
  await page.keyboard.press('Enter')
  await expect.poll(() => slider.getAttribute('aria-valuetext'), PATIENCE).not.toBe(before)
})

it('moves the cursor in the diagram, one event at a time', async () => {
  await command('go to the trace')
  await expect.poll(() => isIn('Trace'), PATIENCE).toBe(true)
  await tabTo(/^g /)
  const slider = pane(page, 'Trace').getByRole('slider').first()
  const before = await slider.getAttribute('aria-valuetext')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => slider.getAttribute('aria-valuetext'), PATIENCE).not.toBe(before)
  const after = await slider.getAttribute('aria-valuetext')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => slider.getAttribute('aria-valuetext'), PATIENCE).not.toBe(after)
})

it('goes from the check to the line that did it', async () => {
  await command('go to the checks')
  await expect.poll(() => isIn('Checks'), PATIENCE).toBe(true)
  await tabTo(/^button Your code, line \d+$/)
  const line = Number(/\d+$/.exec(await focused())?.[0])
  expect(line).toBeGreaterThan(lineOf(WRONG, 'export class'))
  await page.keyboard.press('Enter')
  await page.locator('.monaco-editor .active-line-number').getByText(String(line)).waitFor()
  await expect.poll(isInEditor, PATIENCE).toBe(true)
})

it('mends it, submits, and passes', async () => {
  await pasteAtFocus(page, SOLUTION)
  await page.keyboard.press('ControlOrMeta+Shift+Enter')
  expect(await verdict(page)).toBe('Passed. Every check holds, hidden ones too.')
  await command('go to the checks')
  await expect.poll(() => isIn('Checks'), PATIENCE).toBe(true)
  await tabTo(/^a (Next step: .+|All labs)$/)
  expect(problems).toEqual([])
})
