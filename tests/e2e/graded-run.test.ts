/** A graded run explains itself like a browser run: its story, the learner's line, its smallest form. */
import { gunzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeKeptRun } from '#core'
import { accessibilityProblems } from '../support/accessibility.ts'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { openLab, pane, pasteCode, submit } from './lab-page.ts'
import { WRONG } from './learner-code.ts'

let browser: OpenBrowser
let page: Page
/** The address of the submission, from the stream that the page follows. */
let address = ''

beforeAll(async () => {
  browser = await openBrowser({ viewport: { width: 1280, height: 800 } })
  page = await browser.context.newPage()
  page.on('request', (request) => {
    const found = /^(.+\/api\/submissions\/[0-9a-f-]{36})\/events$/.exec(request.url())
    if (found !== null) address = found[1] ?? ''
  })
})
afterAll(() => browser.close())

describe('a failed check of a submission', () => {
  it('tells its story up to the line, before and after a reload', async () => {
    await openLab(page)
    await pasteCode(page, WRONG)
    expect(await submit(page)).toMatch(/checks? hold/)
    const checks = pane(page, 'Checks')
    await checks
      .getByRole('list', { name: 'How it came about' })
      .getByRole('button')
      .last()
      .waitFor()
    await checks.getByRole('button', { name: /^Your code, line \d+$/ }).waitFor()
  })

  it('shows the run made small by a grader, and the whole one on request', async () => {
    const checks = pane(page, 'Checks')
    await checks.getByText(/^Made small: \d+ events?, \d+ faults?/).waitFor({ timeout: 60_000 })
    await pane(page, 'Trace').getByText('graded run').waitFor()
    await checks.getByRole('button', { name: /^Show the whole run/ }).click()
    await checks.getByText(/^The whole run: /).waitFor()
    await checks.getByRole('button', { name: /^Show the small one/ }).click()
    await checks.getByText(/^Made small: /).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })

  it('serves each run to its owner only, packed', async () => {
    const urls = ['', '?run=small'].map((query) => `${address}/failures/healthy-cluster${query}`)
    for (const url of urls) {
      const answer = await page.request.get(url)
      expect(answer.status(), url).toBe(200)
      expect(answer.headers()).toMatchObject({ 'content-type': 'application/gzip' })
      const { trace, lines } = decodeKeptRun(gunzipSync(await answer.body()))
      expect(trace.events.at(-1)?.kind).toBe('end')
      expect(lines.length).toBeGreaterThan(0)
    }
    const stranger = await openBrowser()
    for (const url of urls) {
      expect((await stranger.context.request.get(url)).status(), url).toBe(404)
    }
    await stranger.close()
  })
})
