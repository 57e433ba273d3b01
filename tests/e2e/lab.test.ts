/** A learner's way through a lab: read, edit, run, look at the failure, mend it, submit. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accessibilityProblems } from '../support/accessibility.ts'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { LAB, openLab, pasteCode, run, status, submit } from './lab-page.ts'

const SOLUTION = readFileSync('labs/raft/steps/03-election/solution.ts', 'utf8')
/** A node leads with two votes, whatever the size of the cluster. */
const TWO_VOTES = SOLUTION.replace('this.votes.size < this.majority', 'this.votes.size < 2')

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
    await page.locator('.view-line').filter({ hasText: 'Runs when the node starts' }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.locator('.view-line').filter({ hasText: 'king' }).waitFor()
    await page.getByRole('button', { name: 'Reset to the starter' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Reset to the starter' }).click()
    await page.locator('.view-line').filter({ hasText: 'Runs when the node starts' }).waitFor()
  })

  it('a run of the starter fails, with the claim and the run that broke it', async () => {
    expect(await accessibilityProblems(page)).toEqual([])
    expect(await run(page)).toMatch(/^0 of \d+ checks hold/)
    const checks = page.getByRole('region', { name: 'Checks' })
    await checks.getByText('A healthy cluster elects a leader within two seconds.').waitFor()
    await checks.getByText(/^Broke at event \d+, t = [\d.]+ s, seed 1\.$/).waitFor()
    await checks.getByText('Ask yourself:').waitFor()

    // The first failure turns to the diagram by itself.
    const trace = page.getByRole('region', { name: 'Trace' })
    const diagram = trace.getByRole('group', { name: /^Run with seed 1: \d nodes/ })
    await diagram.waitFor()
    await trace.getByText('browser run').waitFor()
    expect(await diagram.getByText('violation').count()).toBe(1)
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await accessibilityProblems(page), colorScheme).toEqual([])
    }
  })

  it('the cursor follows slider, keys and links, and says where it is', async () => {
    const trace = page.getByRole('region', { name: 'Trace' })
    const slider = trace.getByRole('slider', { name: 'Step of the run' })
    const diagram = trace.getByRole('group', { name: /^Run with seed/ })
    await trace.getByRole('button', { name: 'First step' }).click()
    expect(await slider.getAttribute('aria-valuetext')).toMatch(
      /^step 1 of \d+, 0\.000 s, n1 starts$/,
    )
    await diagram.focus()
    await page.keyboard.press('ArrowRight')
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^step 2 of/)
    await page.keyboard.press(']')
    await trace.getByRole('button', { name: 'Events' }).click()
    const row = trace.getByRole('row').filter({ hasText: 'violation:' })
    expect(await row.getAttribute('aria-current')).toBe('step')
    expect(await accessibilityProblems(page)).toEqual([])
    await trace.getByRole('button', { name: 'Nodes' }).click()
    await trace.getByRole('heading', { name: 'n1' }).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await trace.getByRole('button', { name: 'Diagram' }).click()
  })

  it('results grow old when the code is edited', async () => {
    await pasteCode(page, TWO_VOTES)
    await page.getByText('code changed since').waitFor()
  })

  it('a failed check tells its story, step by step, up to the line', async () => {
    await run(page)
    const checks = page.getByRole('region', { name: 'Checks' })
    const trace = page.getByRole('region', { name: 'Trace' })
    const steps = checks.getByRole('list', { name: 'How it came about' }).getByRole('button')
    expect(await steps.first().textContent()).toMatch(/^n\d becomes a candidate in term 1$/)
    expect(await steps.last().textContent()).toMatch(/^n\d becomes leader of term 1$/)
    const slider = trace.getByRole('slider', { name: 'Step of the run' })
    const atViolation = await slider.getAttribute('aria-valuetext')
    await steps.first().click()
    expect(await slider.getAttribute('aria-valuetext')).not.toBe(atViolation)
    await steps.last().click()
    expect(await slider.getAttribute('aria-valuetext')).toBe(atViolation)

    const line =
      TWO_VOTES.split('\n').findIndex((text) => text.includes("this.role = 'leader'")) + 1
    await checks.getByText("this.role = 'leader'").waitFor()
    await checks.getByRole('button', { name: `Your code, line ${line}` }).click()
    await page.locator('.monaco-editor .active-line-number').getByText(String(line)).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })

  it('shows the run made small, and the whole one on request', async () => {
    const checks = page.getByRole('region', { name: 'Checks' })
    await checks.getByText(/^Made small: \d+ events, \d+ faults?/).waitFor()
    await checks.getByRole('button', { name: /^Show the whole run/ }).click()
    await checks.getByText(/^The whole run: /).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await checks.getByRole('button', { name: /^Show the small one/ }).click()
    await checks.getByText(/^Made small: /).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })

  it('code that throws is shown with its line', async () => {
    await pasteCode(
      page,
      SOLUTION.replace(
        'onStart() {',
        "$&\n    if (this.id === 'n2') throw new Error('not today')\n",
      ),
    )
    await run(page)
    await page.getByText('On n2: Error: not today').first().waitFor()
    const line = SOLUTION.split('\n').findIndex((text) => text.includes('onStart()')) + 2
    await page
      .getByRole('button', { name: `Your code, line ${line}` })
      .first()
      .waitFor()
  })

  it('code that does not compile runs nothing', async () => {
    await pasteCode(page, SOLUTION.replace('private persist() {', 'private persist( {'))
    expect(await run(page)).toBe('Your code does not compile.')
    await page.getByText('Mend this first:').waitFor()
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
    await pasteCode(page, TWO_VOTES)
    expect(await run(page)).toMatch(/^\d of \d+ checks hold, \d+ broken/)
    expect(await submit(page)).toMatch(/^\d of \d+ checks hold, \d+ broken/)
    // Two compilers, two engines, one trace: the page compares the hashes.
    expect(await page.getByText('disagree').count()).toBe(0)
    await page.getByRole('region', { name: 'Trace' }).getByText('graded run').waitFor()
    await page.getByRole('region', { name: 'Checks' }).getByText('hidden').first().waitFor()
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

  it('one pane at a time, without the editor, and yet it runs', async () => {
    const loaded: string[] = []
    page.on('request', (request) => loaded.push(request.url()))
    await page.reload()
    for (const tab of ['Task', 'Code']) {
      await page.getByRole('button', { name: tab, exact: true }).click()
      await page.getByRole('region', { name: tab }).waitFor()
      expect(await accessibilityProblems(page), tab).toEqual([])
    }
    expect(await run(page)).toMatch(/^0 of \d+ checks hold/)
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('list', { name: 'How it came about' }).getByRole('button').last().click()
    await page.getByRole('group', { name: /^Run with seed 1/ }).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    expect(loaded.filter((url) => url.includes('/monaco/'))).toEqual([])
  })
})
