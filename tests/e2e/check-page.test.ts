/** A history comes in, a verdict comes out: by paste, file and example, wide and narrow. */
import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accessibilityProblems } from '../support/accessibility.ts'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { hardHistory } from '../support/hard-history.ts'

const ETCD = readFileSync('tests/data/histories/porcupine/jepsen-etcd/etcd_000.jsonl', 'utf8')
const KV = readFileSync('tests/data/histories/porcupine/kv/c50-ok.jsonl', 'utf8')

let browser: OpenBrowser
let page: Page
const problems: string[] = []
const sent: string[] = []

async function open(width: number): Promise<void> {
  browser = await openBrowser({ viewport: { width, height: 900 }, acceptDownloads: true })
  page = await browser.context.newPage()
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(request.url())
  })
}

beforeEach(async () => {
  problems.length = 0
  sent.length = 0
  await page.goto('/check')
})

function field(): Locator {
  return page.getByRole('textbox', { name: 'History', exact: true })
}

function verdict(): Locator {
  return page.getByRole('region', { name: 'Verdict' })
}

async function check(): Promise<void> {
  const button = page.getByRole('button', { name: 'Check', exact: true })
  await expect.poll(() => button.isEnabled()).toBe(true)
  await button.click()
}

async function soundInBothThemes(): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await accessibilityProblems(page), colorScheme).toEqual([])
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
}

describe.each([1280, 390])('at %i px', (width) => {
  beforeAll(() => open(width))
  afterAll(() => browser.close())

  it('an example is judged at one click, and told', async () => {
    await soundInBothThemes()
    await page.getByRole('button', { name: 'A stale read' }).click()
    await verdict()
      .getByText(/^Strongest level kept: sequential consistency/)
      .waitFor()
    const row = verdict()
      .getByRole('row')
      .filter({ hasText: /^Linearizability/ })
    expect(await row.textContent()).toContain('Violated')
    const story = page.getByRole('region', { name: 'What breaks: Linearizability' })
    await story.getByRole('button', { name: /p1 read 1/ }).click()
    expect(await story.locator('[aria-current]').textContent()).toContain('p1 read 1')
    await soundInBothThemes()
    await page.getByRole('tab', { name: 'Operations' }).click()
    const table = page.getByRole('region', { name: 'Operations of the history' })
    expect(await table.getByRole('row').count()).toBe(5)
    await soundInBothThemes()
    expect([problems, sent]).toEqual([[], []])
  })

  it('transactions are held against levels of isolation', async () => {
    await page.getByRole('button', { name: 'Write skew' }).click()
    await verdict()
      .getByText(/^Strongest level kept: snapshot isolation/)
      .waitFor()
    const rows = verdict().getByRole('row')
    expect(await rows.filter({ hasText: /^Strict serializable/ }).textContent()).toContain(
      'Violated',
    )
    await verdict().getByRole('button', { name: 'Show it below: Serializable' }).click()
    await page.getByRole('region', { name: 'What breaks: Serializable' }).waitFor()
    await soundInBothThemes()
  })

  it('bad input names line, column and what was expected', async () => {
    await field().fill(
      '{:process 0, :type :invoke, :f :read, :value nil}\n{:process 0, :type :okay}',
    )
    const alert = page.getByRole('alert').filter({ hasText: 'Line 2, column 1' })
    await alert.waitFor()
    expect(await alert.textContent()).toContain('one of :type :invoke, :ok, :fail and :info')
    expect(await field().getAttribute('aria-invalid')).toBe('true')
    expect(await page.getByRole('button', { name: 'Check', exact: true }).isDisabled()).toBe(true)
    await soundInBothThemes()
    await field().fill('')
    await alert.waitFor({ state: 'detached' })
  })

  it('a check that takes long shows its progress and can be cancelled', async () => {
    await field().fill(hardHistory())
    await page.getByText('45 operations by 45 processes.').waitFor()
    await page.getByText('More options').click()
    await page.getByLabel('How long to search').selectOption('500000000')
    await page.getByLabel('What it holds at first').fill('0')
    await check()
    await verdict().getByText('Checking …').waitFor()
    await verdict()
      .getByText(/million steps/)
      .waitFor()
    await soundInBothThemes()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await verdict()
      .getByText(/^Cancelled after .* million steps/)
      .waitFor()

    // The next question starts a new worker, which reads the same text again.
    await page.getByLabel('How long to search').selectOption('2000000')
    await check()
    await verdict()
      .getByText(/^Nothing could be decided/)
      .waitFor()
    expect(await verdict().getByText('Unknown', { exact: true }).count()).toBe(2)
    await soundInBothThemes()
  })
})

describe('on a desktop', () => {
  beforeAll(() => open(1280))
  afterAll(() => browser.close())

  it('a file is read, its model guessed, and its timeline moved through by keys', async () => {
    await page.getByLabel('History file').setInputFiles({
      name: 'etcd_000.jsonl',
      mimeType: 'text/plain',
      buffer: Buffer.from(ETCD),
    })
    await page.getByText(/^85 operations by 19 processes/).waitFor()
    expect(await page.getByLabel('What the operations act on').inputValue()).toBe('cas-register')
    await check()
    await verdict()
      .getByText(/violates every level|Strongest level kept/)
      .waitFor()
    const timeline = page.getByRole('group', { name: /^Timeline: 85 operations/ })
    await timeline.focus()
    await page.keyboard.press('Home')
    await timeline.getByText('Process p0: read r, null, from 0 to 6').waitFor({ state: 'attached' })
    await page.keyboard.press('ArrowRight')
    await timeline.getByText('Process p3: read r, null, from 1 to 5').waitFor({ state: 'attached' })
    await page.keyboard.press('End')
    expect(await timeline.evaluate((element) => element.scrollLeft)).toBeGreaterThan(300)
    await page.keyboard.press(']')
    await timeline.locator('circle').first().waitFor()
    expect(problems).toEqual([])
  })

  it('a large file stays out of the text field, and only a part of it is drawn', async () => {
    const data = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], 'c50-ok.jsonl'))
      return transfer
    }, KV)
    await field().dispatchEvent('drop', { dataTransfer: data })
    await page.getByText('c50-ok.jsonl', { exact: true }).waitFor()
    await page.getByText(/^1,712 operations by 50 processes on 10 keys/).waitFor()
    await check()
    await verdict()
      .getByText(/^Strongest level kept: linearizability/)
      .waitFor()
    expect(await page.locator('[data-operation]').count()).toBeLessThan(400)
    await page.getByRole('tab', { name: 'Operations' }).click()
    const table = page.getByRole('table').filter({ hasText: 'Call to return' })
    expect(await table.getAttribute('aria-rowcount')).toBe('1713')
    expect(await table.getByRole('row').count()).toBeLessThan(60)
    await soundInBothThemes()
    await page.getByRole('button', { name: 'Remove c50-ok.jsonl' }).click()
    await expect.poll(() => field().inputValue()).toBe('')
  })

  it('exports what can be read again', async () => {
    await page.getByRole('button', { name: 'A job taken twice' }).click()
    await verdict().getByText('violates every level').waitFor()
    for (const [name, file] of [
      ['EDN', 'history.edn'],
      ['JSON lines', 'history.jsonl'],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name, exact: true }).click(),
      ])
      expect(download.suggestedFilename()).toBe(file)
      const text = readFileSync(await download.path(), 'utf8')
      await field().fill(text)
      await page.getByText('4 operations by 3 processes.').waitFor()
      await check()
      await verdict().getByText('violates every level').waitFor()
    }
  })

  it('a model that does not fit is refused with the line', async () => {
    await page.getByRole('button', { name: 'A stale read' }).click()
    await verdict()
      .getByText(/^Strongest/)
      .waitFor()
    await page.getByLabel('What the operations act on').selectOption('queue')
    await verdict().getByText('Press Check').waitFor()
    await page.getByLabel('What it holds at first').fill('nil')
    await page.getByText('“nil” is no JSON').waitFor()
    expect(await page.getByRole('button', { name: 'Check', exact: true }).isDisabled()).toBe(true)
    await page.getByLabel('What it holds at first').fill('[]')
    await check()
    await verdict()
      .getByText(/^Line 1: .* is not an operation of the model queue/)
      .waitFor()
  })

  it('is found from the labs and from the foot of every page', async () => {
    await page.goto('/labs')
    await page.getByRole('link', { name: 'Check a history of it' }).click()
    await page.waitForURL('**/check')
    await page.goto('/glossary')
    await page.getByRole('contentinfo').getByRole('link', { name: 'Check a history' }).click()
    await page.waitForURL('**/check')
  })
})
