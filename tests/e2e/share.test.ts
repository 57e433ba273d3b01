/** Runs that are handed on: links without code, and snapshots with it. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityProblems } from '../support/accessibility.ts'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { LAB, openLab, overflow, pane, pasteCode, run } from './lab-page.ts'
import { WRONG } from './learner-code.ts'
import { ask, SNAPSHOT } from './shared-runs.ts'

const WAIT = { timeout: 60_000 }
const SIZES = { viewport: { width: 1440, height: 900 } } as const

let theirs: OpenBrowser
let sharer: Page
let mine: OpenBrowser
let reader: Page

beforeAll(async () => {
  ;[theirs, mine] = await Promise.all([
    openBrowser({ ...SIZES, permissions: ['clipboard-read', 'clipboard-write'] }),
    openBrowser(SIZES),
  ])
  ;[sharer, reader] = await Promise.all([theirs.context.newPage(), mine.context.newPage()])
})
afterAll(() => Promise.all([theirs.close(), mine.close()]))

const cursorText = (page: Page) =>
  pane(page, 'Trace')
    .getByRole('slider', { name: 'Event of the run' })
    .getAttribute('aria-valuetext')

describe('a link', () => {
  let link = ''

  it('is copied with the key c while the diagram has the focus', async () => {
    await openLab(sharer)
    await pasteCode(sharer, WRONG)
    await run(sharer)
    const trace = pane(sharer, 'Trace')
    await trace.getByRole('button', { name: 'What if', exact: true }).click()
    const panel = sharer.getByRole('complementary', { name: 'What if' })
    await panel.getByText('A is the run as it was.').waitFor(WAIT)
    await trace.getByRole('button', { name: 'First event', exact: true }).click()
    for (const _ of [1, 2, 3])
      await trace.getByRole('button', { name: 'Next event', exact: true }).click()
    await panel.getByRole('button', { name: /^Pause n/ }).click()
    await panel.getByRole('button', { name: /^Run B:/ }).waitFor(WAIT)
    await trace
      .getByRole('group', { name: /^Run with seed/ })
      .first()
      .focus()
    await sharer.keyboard.press('c')
    await sharer.getByText(/^The link is copied\. It names the run/).waitFor()
    link = await sharer.evaluate(() => navigator.clipboard.readText())
    // The smallest run that fails as this one does may have been found by then: it needs no weather.
    expect(link).toMatch(/#v1\.\d+\.[\w-]+\.1\.\d+\.w\.(calm_network~)?at_[\d.]+_pause_n\d$/)
    expect(link).not.toContain('votes')
  })

  it('opens the same run at the same event, with the code of whoever opens it', async () => {
    const there = await cursorText(sharer)
    await reader.goto(link.replace(/^https?:\/\/[^/]+/, ''))
    const panel = reader.getByRole('complementary', { name: 'What if' })
    await panel.getByText('A is the run as it was.').waitFor(WAIT)
    await reader.getByText(/^A run from a link: “.+”, seed 1, with faults of its own/).waitFor()
    expect(await panel.getByRole('textbox').first().inputValue()).toMatch(/pause n\d\s*$/)
    // The starter is other code; the fault and the time are those of the link.
    expect((await cursorText(reader))?.split(', ')[0]?.split(' of ')[0]).toBe(
      there?.split(', ')[0]?.split(' of ')[0],
    )
    expect(await accessibilityProblems(reader)).toEqual([])
  })

  it.each([
    ['#v1.2.nonsense', /does not lead to a run\. It is not whole/],
    ['#v7.2.healthy-cluster.1.3.r.', /made by another version of this site/],
    ['#v1.1.healthy-cluster.1.3.r.', /made for version 1 of the lab/],
    ['#v1.CURRENT.no-such-check.1.3.r.', /names a check that this step does not have/],
  ])('that is bad or old, %s, leaves the lab as it is', async (fragment, words) => {
    const version = /#v1\.(\d+)\./.exec(link)?.[1] ?? ''
    await reader.goto('about:blank')
    await reader.goto(`${LAB}${fragment.replace('CURRENT', version)}`)
    await reader.getByText(words).waitFor(WAIT)
    expect(await reader.getByRole('complementary').count()).toBe(0)
    await reader.getByRole('button', { name: 'Run', exact: true }).waitFor()
  })

  it('whose faults cannot be read says which line', async () => {
    const version = /#v1\.(\d+)\./.exec(link)?.[1] ?? ''
    await reader.goto('about:blank')
    await reader.goto(`${LAB}#v1.${version}.healthy-cluster.1.3.w.at_5_crash_n1~boom`)
    await reader.getByText(/^Line 2: no line begins with "boom"/).waitFor(WAIT)
  })
})

describe('a snapshot', () => {
  let address = ''

  it('is made by choice, opened by its address, and runs only when asked', async () => {
    const there = await cursorText(sharer)
    await pane(sharer, 'Trace').getByRole('button', { name: 'Share', exact: true }).click()
    const dialog = sharer.getByRole('dialog', { name: 'Share this run' })
    expect(await accessibilityProblems(sharer)).toEqual([])
    await dialog.getByRole('button', { name: /^Make a snapshot/ }).click()
    const field = dialog.getByLabel('Address of the snapshot')
    await field.waitFor(WAIT)
    address = new URL(await field.inputValue()).pathname
    expect(address).toMatch(/\/run\/[\w-]{32}$/)

    await reader.goto(address)
    await reader.getByText('code of somebody else').waitFor()
    await reader.getByLabel('Their code').getByText('votes').first().waitFor()
    expect(await reader.locator('iframe').count()).toBe(0)
    for (const colorScheme of ['dark', 'light'] as const) {
      await reader.emulateMedia({ colorScheme })
      expect(await accessibilityProblems(reader), colorScheme).toEqual([])
    }
    await reader.getByRole('button', { name: 'Run their code' }).click()
    const panel = reader.getByRole('complementary', { name: 'What if' })
    await panel.getByText('A is the run as it was.').waitFor(WAIT)
    expect(await cursorText(reader)).toBe(there)
    expect(await accessibilityProblems(reader)).toEqual([])
  })

  it('is not told to search engines and other sites', async () => {
    const robots = reader.locator('meta[name="robots"]')
    expect(await robots.getAttribute('content')).toContain('noindex')
    expect(await reader.locator('meta[name="referrer"]').getAttribute('content')).toBe(
      'no-referrer',
    )
  })

  it('is never too much, never somebody else’s to delete, and gone when its owner says so', async () => {
    const id = address.split('/').at(-1) ?? ''
    expect((await ask(reader, `/api/shared-runs/${id}`, 'DELETE')).status).toBe(404)
    expect((await ask(reader, '/api/shared-runs', 'POST', { ...SNAPSHOT, seed: -1 })).status).toBe(
      400,
    )
    const odd = { ...SNAPSHOT, script: 'boom' }
    expect((await ask(reader, '/api/shared-runs', 'POST', odd)).body.error).toMatch(/Line 1/)
    const hidden = { ...SNAPSHOT, checkId: 'no-such-check' }
    expect((await ask(reader, '/api/shared-runs', 'POST', hidden)).status).toBe(404)
    const long = { ...SNAPSHOT, source: 'x'.repeat(65_537) }
    expect((await ask(reader, '/api/shared-runs', 'POST', long)).status).toBe(413)
    const outside = await reader.request.post('/api/shared-runs', {
      data: SNAPSHOT,
      headers: { 'sec-fetch-site': 'cross-site' },
    })
    expect(outside.status()).toBe(403)

    await sharer.goto('/account')
    const section = sharer.getByRole('region', { name: 'Runs that you shared with your code' })
    await section.getByRole('link', { name: /seed 1$/ }).waitFor()
    expect(await accessibilityProblems(sharer)).toEqual([])
    await section.getByRole('button', { name: /^Delete the snapshot/ }).click()
    await section.waitFor({ state: 'detached' })
    expect((await reader.goto(address))?.status()).toBe(404)
  })

  it('fits a phone', async () => {
    const { body } = await ask(reader, '/api/shared-runs', 'POST', SNAPSHOT)
    await reader.setViewportSize({ width: 390, height: 844 })
    await reader.goto(`${LAB}/run/${body.id}`)
    await reader.getByRole('button', { name: 'Run their code' }).click()
    await reader.getByText('A is the run as it was.').waitFor(WAIT)
    expect(await overflow(reader)).toBeLessThanOrEqual(0)
    await reader.setViewportSize(SIZES.viewport)
  })

  it('cannot be made without end', async () => {
    const answers: number[] = []
    for (let count = 0; count < 12; count++) {
      answers.push((await ask(reader, '/api/shared-runs', 'POST', SNAPSHOT)).status)
    }
    expect(answers).toContain(429)
    expect(answers.at(-1)).toBe(429)
  })
})
