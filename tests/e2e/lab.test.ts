/** A learner's way through a lab: read, edit, run, look at the failure, mend it, submit. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { present } from '#core'
import { accessibilityProblems } from '../support/accessibility.ts'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { LAB, openLab, overflow, pane, pasteCode, run, status, submit } from './lab-page.ts'
import { SOLUTION, WRONG } from './learner-code.ts'

/** A line of the starter that the reference does not have. */
const OF_STARTER = present(
  readFileSync('labs/raft/steps/03-election/starter.ts', 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line.startsWith('//') && !SOLUTION.includes(line)),
  'the starter says what is to be done',
)

describe('on a desktop', () => {
  let browser: OpenBrowser
  let page: Page
  const problems: string[] = []

  beforeAll(async () => {
    browser = await openBrowser({ viewport: { width: 1280, height: 800 } })
    page = await browser.context.newPage()
    page.on('pageerror', (error) => problems.push(String(error)))
    await openLab(page)
  })
  afterAll(() => browser.close())
  beforeEach(() => {
    problems.length = 0
  })

  it('the list of labs leads to the step', async () => {
    await page.goto('/labs')
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('link', { name: /Leader election/ }).click()
    await page.waitForURL(`**${LAB}`)
    await page.locator('.monaco-editor .view-line').first().waitFor()
  })

  it('the editor knows the kit: completion, hover and mistakes as you type', async () => {
    await pasteCode(
      page,
      "import { RaftNode } from 'netsplit/raft'\nexport class Raft extends RaftNode {\n  onStart() {\n    this.role = 'king'\n    this.\n  }\n}\n",
    )
    await page.locator('.squiggly-error').first().waitFor()
    await page.keyboard.press('ControlOrMeta+g')
    await page.keyboard.type('5:10')
    await page.keyboard.press('Enter')
    await page.keyboard.type('setT')
    await page.locator('.suggest-widget').getByText('setTimer').first().waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.view-line').filter({ hasText: 'this.role' }).getByText('role').hover()
    await page.locator('.monaco-hover').getByText('Follower, candidate or leader').waitFor()
  })

  it('resets to the starter, and takes it back', async () => {
    await page.getByRole('button', { name: 'Reset to the starter' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Reset to the starter' }).click()
    await page.locator('.view-line').filter({ hasText: OF_STARTER }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.locator('.view-line').filter({ hasText: 'king' }).waitFor()
    await page.getByRole('button', { name: 'Reset to the starter' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Reset to the starter' }).click()
    await page.locator('.view-line').filter({ hasText: OF_STARTER }).waitFor()
  })

  it('a run of the starter fails, with the claim and the run that broke it', async () => {
    expect(await accessibilityProblems(page)).toEqual([])
    expect(await run(page)).toMatch(/checks hold, \d+ broken/)
    const checks = pane(page, 'Checks')
    await checks.getByText(/^Broke at event \d+, t = [\d.]+ s, seed \d+\.$/).waitFor()
    await checks.getByText('Ask yourself:').waitFor()

    // The first failure turns to the diagram by itself.
    const trace = pane(page, 'Trace')
    const diagram = trace.getByRole('group', { name: /^Run with seed \d+: \d nodes/ })
    await diagram.waitFor()
    await trace.getByText('browser run').waitFor()
    expect(await diagram.getByText('violation').count()).toBe(1)
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await accessibilityProblems(page), colorScheme).toEqual([])
    }
  })

  it('a failed check tells its story, step by step, up to the line', async () => {
    await pasteCode(page, WRONG)
    await run(page)
    const checks = pane(page, 'Checks')
    const steps = checks.getByRole('list', { name: 'How it came about' }).getByRole('button')
    await steps.last().waitFor()
    expect(await steps.count()).toBeLessThanOrEqual(5)
    const slider = pane(page, 'Trace').getByRole('slider').first()
    const atViolation = await slider.getAttribute('aria-valuetext')
    await steps.first().click()
    expect(await slider.getAttribute('aria-valuetext')).not.toBe(atViolation)
    await steps.last().click()
    expect(await slider.getAttribute('aria-valuetext')).toBe(atViolation)

    const link = checks.getByRole('button', { name: /^Your code, line \d+$/ })
    const line = Number(/\d+$/.exec((await link.textContent()) ?? '')?.[0])
    const text = present(WRONG.split('\n')[line - 1], 'the code has this line').trim()
    await checks.getByText(text, { exact: true }).waitFor()
    await link.click()
    await page.locator('.monaco-editor .active-line-number').getByText(String(line)).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })

  it('has the rest for those who dig: the trace, and all of it as text', async () => {
    const checks = pane(page, 'Checks')
    await checks.getByText('Details', { exact: true }).click()
    await checks
      .getByLabel('The raw trace')
      .getByText(/^netsplit-trace \d/)
      .waitFor()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await checks.getByRole('button', { name: 'Copy the story as text' }).click()
    await checks.getByText('Copied.').waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(
      /^Check: .+ \(\d+ of 20 seeds\)\nAt event \d+.*seed \d+\n\n[^]+Ask yourself: /,
    )
    expect(await accessibilityProblems(page)).toEqual([])
  })

  it('shows the run made small, and the whole one on request', async () => {
    const checks = pane(page, 'Checks')
    await checks.getByText(/^Made small: \d+ events, \d+ faults?/).waitFor()
    await checks.getByRole('button', { name: /^Show the whole run/ }).click()
    await checks.getByText(/^The whole run: /).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await checks.getByRole('button', { name: /^Show the small one/ }).click()
    await checks.getByText(/^Made small: /).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })

  it('an endless loop can be stopped at once, and ends by itself with its handler named', async () => {
    await pasteCode(page, SOLUTION.replace('private startElection() {', '$& for (;;) {}'))
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await status(page, /Running/)
    await page.getByRole('button', { name: 'Stop' }).click()
    await status(page, /^Stopped\.$/)
    expect(await run(page)).toMatch(/1 broken, \d not run/)
    await page
      .getByText(/^n\d, in onTimer, ran for more than three seconds/)
      .first()
      .waitFor()
  })

  it('a submission that fails shows the graded run, the same as in the browser', async () => {
    await pasteCode(page, WRONG)
    expect(await run(page)).toMatch(/^\d of \d+ checks hold, \d+ broken/)
    expect(await submit(page)).toMatch(/^\d of \d+ checks hold, \d+ broken/)
    // Two compilers, two engines, one trace: the page compares the hashes.
    expect(await page.getByText('disagree').count()).toBe(0)
    await pane(page, 'Trace').getByText('graded run').waitFor()
    await pane(page, 'Checks').getByText('hidden').first().waitFor()
  })

  it('the reference solution holds here, passes there, and still has after a reload', async () => {
    await pasteCode(page, SOLUTION)
    expect(await run(page)).toMatch(/^All \d+ checks hold\./)
    expect(await submit(page)).toBe('Passed. Every check holds, hidden ones too.')
    expect(await page.getByText('disagree').count()).toBe(0)
    await page.reload()
    await status(page, /^Passed\./)
    await page.locator('.view-line').filter({ hasText: 'HEARTBEAT_MS' }).first().waitFor()
    expect(problems).toEqual([])
  })

  it('another person cannot see it', async () => {
    const { submissions } = await page.evaluate(async () => {
      const sent = await fetch('/api/submissions', {
        method: 'POST',
        body: JSON.stringify({ labId: 'raft', stepId: '03-election', source: 'x' }),
      })
      return { submissions: (await sent.json()) as { id: string } }
    })
    const address = `/api/submissions/${submissions.id}`
    const own = await page.evaluate(async (url) => (await fetch(url)).status, address)
    expect(own).toBe(200)
    const other = await openBrowser()
    const stranger = await other.context.newPage()
    await stranger.goto('/labs')
    const statuses = await stranger.evaluate(
      (url) =>
        Promise.all(
          [url, `${url}/events`, `${url}/failures/healthy-cluster`].map(
            async (one) => (await fetch(one)).status,
          ),
        ),
      address,
    )
    await other.close()
    expect(statuses).toEqual([404, 404, 404])
  })

  it('refuses what it cannot take, in words', async () => {
    const answers = await page.evaluate(async () => {
      const send = async (body: string) => {
        const response = await fetch('/api/submissions', { method: 'POST', body })
        return `${response.status} ${((await response.json()) as { error: string }).error}`
      }
      const step = { labId: 'raft', stepId: '03-election' }
      return [
        await send('nothing'),
        await send(JSON.stringify({ ...step, stepId: 'none', source: '' })),
        await send(JSON.stringify({ ...step, source: 'x'.repeat(70_000) })),
        await send(JSON.stringify({ ...step, source: 'a\0b' })),
      ]
    })
    expect(answers).toEqual([
      '400 Send JSON with labId, stepId and source, all of them text.',
      '404 There is no step raft/none.',
      expect.stringMatching(/^413 The code is longer than 64 kB\./),
      '400 The code has a NUL character in it: remove it.',
    ])
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
  })
  afterAll(() => browser.close())

  it('runs without the editor, and leads from the story to the diagram', async () => {
    const loaded: string[] = []
    page.on('request', (request) => loaded.push(request.url()))
    await page.reload()
    expect(await run(page)).toMatch(/checks hold, \d+ broken/)
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('list', { name: 'How it came about' }).getByRole('button').last().click()
    await page.getByRole('group', { name: /^Run with seed/ }).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(loaded.filter((url) => url.includes('/monaco/'))).toEqual([])
  })
})
