/**
 * The space-time diagram with a long run: it opens, scrolls and jumps, and draws only what is in
 * view. How long it takes is printed, with the load of the machine.
 */
import { loadavg } from 'node:os'
import type { CDPSession, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityProblems } from '../support/accessibility.ts'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { diagramParts } from './diagram-parts.ts'
import { arrange, openLab, pane, pasteCode, run } from './lab-page.ts'

/** Nobody ever leads, and everybody talks all the time: a failing run of some 10,000 events. */
const CHATTER = `import { RaftNode, type Message } from 'netsplit/raft'

export class Raft extends RaftNode {
  onStart() {
    this.setTimer('talk', 3)
  }

  onTimer() {
    this.setTimer('talk', 3)
    this.broadcast({ type: 'RequestVote', term: this.currentTerm } as unknown as Message)
  }

  onMessage() {}
}
`
/** Frames that are measured while the diagram is scrolled. */
const FRAMES = 120

describe('with a run of ten thousand events', () => {
  let browser: OpenBrowser
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser({ viewport: { width: 1440, height: 900 } })
    page = await browser.context.newPage()
    await openLab(page)
    await pasteCode(page, CHATTER)
    await run(page)
    await arrange(page, 'Investigate')
  })
  afterAll(() => browser.close())

  it('opens, scrolls and jumps; how quickly is printed', async () => {
    const checks = pane(page, 'Checks')
    const whole = checks.getByRole('button', { name: /^Show the whole run/ }).first()
    await whole.waitFor()
    const { trace, drawing } = diagramParts(page)
    // One session for both: the counting begins with it.
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    const startMs = await threadMs(session)
    const opened = await timeToPaint(page, whole)
    const busy = (await threadMs(session)) - startMs
    await session.detach()
    expect(busy).toBeGreaterThan(0)
    const text = (await drawing.getAttribute('aria-label')) ?? ''
    const events = Number(/(\d+) events/.exec(text)?.[1] ?? 0)
    expect(events).toBeGreaterThan(9_000)
    await trace.getByRole('button', { name: 'First event' }).click()
    const pan = await framesWhile(trace, 'pan')
    const jump = await framesWhile(trace, 'jump')
    report(events, { opened, busy, pan, jump })

    // However long the run, only what is in view is drawn, the whole of it included.
    const drawn = () => drawing.locator('*').count()
    expect(await drawn()).toBeLessThan(3_000)
    await trace.getByRole('button', { name: 'Show the whole run' }).click()
    await trace.getByText('Zoom in to see each event.').waitFor()
    expect(await drawn()).toBeLessThan(9_000)
  })

  it('the overview leads anywhere, by pointer and by numbers', async () => {
    const { trace } = diagramParts(page)
    const first = trace.getByRole('spinbutton', { name: 'First event in view' })
    const last = trace.getByRole('spinbutton', { name: 'Last event in view' })
    await first.fill('4000')
    await last.fill('4080')
    await last.press('Enter')
    await expect.poll(async () => Number(await first.inputValue())).toBeGreaterThan(3_900)
    expect(Number(await first.inputValue())).toBeLessThanOrEqual(4_010)
    const seen = Number(await last.inputValue())
    expect(seen).toBeGreaterThan(4_040)
    expect(seen).toBeLessThan(4_500)

    const overview = trace.getByRole('img', { name: /^Overview of \d+ steps/ })
    const box = await overview.boundingBox()
    if (box === null) throw new Error('the overview is in view')
    await page.mouse.click(box.x + box.width * 0.9, box.y + box.height / 2)
    await expect.poll(async () => Number(await first.inputValue())).toBeGreaterThan(7_000)
    expect(await accessibilityProblems(page)).toEqual([])
  })
})

/** From the click to the first frame after the drawing of another run is there, in ms. */
async function timeToPaint(page: Page, button: Locator): Promise<number> {
  const handle = await button.elementHandle()
  return page.evaluate(async (element) => {
    if (!(element instanceof HTMLElement)) throw new Error('the button is there')
    const nameOf = () =>
      document.querySelector('[aria-roledescription="space-time diagram"]')?.ariaLabel ?? ''
    const before = nameOf()
    const started = performance.now()
    element.click()
    while (nameOf() === before || nameOf() === '') {
      await new Promise(requestAnimationFrame)
    }
    await new Promise(requestAnimationFrame)
    return performance.now() - started
  }, handle)
}

/** What the page's own thread has worked so far: other programs of the machine do not count. */
async function threadMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return 1_000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN)
}

interface Frames {
  readonly median: number
  readonly p95: number
}

/** Milliseconds from frame to frame while the diagram is scrolled, or thrown about. */
async function framesWhile(trace: Locator, way: 'pan' | 'jump'): Promise<Frames> {
  const deltas = await trace.locator('[data-scroller]').evaluate(
    async (scroller, { count, isPan }) => {
      const times: number[] = []
      let last = await new Promise<number>(requestAnimationFrame)
      for (let frame = 0; frame < count; frame++) {
        if (isPan) scroller.scrollLeft += 30
        else scroller.scrollLeft = (((frame * 61) % 97) / 97) * scroller.scrollWidth
        const now = await new Promise<number>(requestAnimationFrame)
        times.push(now - last)
        last = now
      }
      return times
    },
    { count: FRAMES, isPan: way === 'pan' },
  )
  const sorted = deltas.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN
  return { median: at(0.5), p95: at(0.95) }
}

interface Figures {
  /** From the click to the first paint, in ms, and for how long of it the page worked. */
  readonly opened: number
  readonly busy: number
  readonly pan: Frames
  readonly jump: Frames
}

function report(events: number, { opened, busy, pan, jump }: Figures): void {
  const frames = ({ median, p95 }: Frames) => `${median.toFixed(1)} / ${p95.toFixed(1)} ms`
  console.log(
    [
      `diagram of ${events} events, load ${loadavg()[0]?.toFixed(1)}:`,
      `first paint ${opened.toFixed(0)} ms after the click, reading the trace included`,
      `(work of the page's thread: ${busy.toFixed(0)} ms),`,
      `panning ${frames(pan)}, jumping ${frames(jump)} from frame to frame (median / p95)`,
    ].join(' '),
  )
}
