/** The frame that runs code in the browser: the same traces as in Node, and no way out. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RunMessage } from '../../app/_run/messages.ts'
import { judgeChecks } from '../../app/_run/run-step.ts'
import { compileForTest, hostsFor, SOLUTION, step } from '../app/learner-code.ts'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'

const MANIFEST = '.netsplit/build/run-worker/manifest.json'

let browser: OpenBrowser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.context.newPage()
  await page.goto('/labs')
})
afterAll(() => browser.close())

/** Runs code in a frame as the page does, and returns all that its worker said. */
async function runInFrame(source: string): Promise<readonly RunMessage[]> {
  const { run: workerUrl } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as { run: string }
  const { code } = compileForTest(source)
  return page.evaluate(
    async (options) => {
      const worker = await (await fetch(options.workerUrl)).text()
      const frame = document.createElement('iframe')
      frame.setAttribute('sandbox', 'allow-scripts')
      frame.src = '/run-frame'
      document.body.append(frame)
      await new Promise((resolve) => frame.addEventListener('load', resolve))
      const [run, errors] = [new MessageChannel(), new MessageChannel()]
      const heard: RunMessage[] = []
      await new Promise<void>((resolve) => {
        const hear = ({ data }: MessageEvent<RunMessage>) => {
          heard.push(data)
          if (data.kind === 'ready') run.port1.postMessage(options.request)
          if (data.kind === 'finished' || data.kind === 'broke-down') resolve()
        }
        run.port1.onmessage = hear
        errors.port1.onmessage = hear
        frame.contentWindow?.postMessage(worker, '*', [run.port2, errors.port2])
      })
      frame.remove()
      return heard
    },
    {
      workerUrl,
      request: { labId: 'raft', stepId: '03-election', code, task: { kind: 'judge' } },
    },
  )
}

it('gives the same results and the same traces as Node, byte for byte', async () => {
  const late = SOLUTION.replace('this.disk.sync()', 'if (this.id) return')
  expect(late).not.toBe(SOLUTION)
  for (const source of [SOLUTION, late]) {
    const here: RunMessage[] = []
    const parts = {
      newHost: hostsFor(source),
      newLinedHost: hostsFor(source, { lines: true }),
      tell: (word: RunMessage) => here.push(word),
    }
    judgeChecks(step.visible, parts)
    const there = await runInFrame(source)
    expect(there.filter(({ kind }) => kind === 'check-done')).toEqual(
      here.filter(({ kind }) => kind === 'check-done'),
    )
  }
})

it('leaves the code nothing to reach the page or the network with', async () => {
  const names = ['fetch', 'XMLHttpRequest', 'WebSocket', 'importScripts', 'postMessage', 'Worker']
  const source = SOLUTION.replace(
    'onStart() {',
    `$& const all = globalThis as any; this.note(${JSON.stringify(names)}.filter((name) => all[name] !== undefined).join() + ' ' + String(all.location));`,
  )
  const heard = await runInFrame(source)
  const done = heard.find((message) => message.kind === 'check-done')
  const notes = done?.kind === 'check-done' ? done.trace.match(/ note .*/g) : []
  expect(notes?.[0]).toBe(' note ["n1"," undefined"]')
})

it('is served with a policy that gives it no origin and no network', async () => {
  const policy = await page.evaluate(
    async () => (await fetch('/run-frame')).headers.get('content-security-policy') ?? '',
  )
  for (const rule of ['sandbox allow-scripts', "default-src 'none'", "connect-src 'none'"]) {
    expect(policy.split('; ')).toContain(rule)
  }
})
