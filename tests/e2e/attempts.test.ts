/** What a learner tried: listed, opened, compared, restored; and the reference, once earned. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityProblems } from '../support/accessibility.ts'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { codeText, savingIs, typeLine } from './editor-page.ts'
import { LAB, openLab, pasteCode, run, submit } from './lab-page.ts'
import { SOLUTION, TWO_VOTES } from './learner-code.ts'

let browser: OpenBrowser
let page: Page

beforeAll(async () => {
  browser = await openBrowser({ viewport: { width: 1280, height: 800 } })
  page = await browser.context.newPage()
  await openLab(page)
})
afterAll(() => browser.close())

/** Opens the list and waits until it has come. */
async function openAttempts(onPage: Page) {
  await onPage.getByRole('button', { name: 'Attempts', exact: true }).click()
  const dialog = onPage.getByRole('dialog', { name: 'Your attempts at this step' })
  await dialog.getByText('Fetching your attempts…').waitFor({ state: 'detached' })
  return dialog
}

/** What the oldest run broke, as the server tells it. */
function brokenFirst(onPage: Page): Promise<string> {
  return onPage.evaluate(async () => {
    const response = await fetch('/api/attempts?lab=raft&step=03-election')
    const broken = ((await response.json()) as { broken: string }[]).at(-1)?.broken ?? ''
    if (!/leader|term|vote/.test(broken)) throw new Error(`no claim of the step: “${broken}”`)
    return broken
  })
}

/** Asks for the reference as the page does; the status, and the sentence of a refusal. */
function askReference(onPage: Page): Promise<string> {
  return onPage.evaluate(async () => {
    const response = await fetch('/api/reference?lab=raft&step=03-election')
    const text = await response.text()
    return `${response.status} ${response.ok ? text : (JSON.parse(text) as { error: string }).error}`
  })
}

async function isAccessible(onPage: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await onPage.emulateMedia({ colorScheme })
    expect(await accessibilityProblems(onPage), colorScheme).toEqual([])
  }
}

describe('the list of attempts', () => {
  it('is empty for a stranger, and says what will be in it', async () => {
    const dialog = await openAttempts(page)
    await dialog.getByText('Each run that ends and each submission of yours').waitFor()
    await isAccessible(page)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  })

  it('has each run with what broke first, and counts one that is repeated', async () => {
    await pasteCode(page, TWO_VOTES)
    await savingIs(page, 'Saved')
    await run(page)
    await run(page)
    await pasteCode(page, SOLUTION)
    await run(page)
    const dialog = await openAttempts(page)
    const items = dialog.getByRole('listitem')
    await items.nth(1).waitFor()
    expect(await items.count()).toBe(2)
    expect(await items.first().textContent()).toMatch(/^Run.*all \d+ checks hold/)
    expect(await items.last().textContent()).toMatch(/\d of \d+ checks hold, 2 times/)
    expect(await items.last().textContent()).toContain(await brokenFirst(page))
    await isAccessible(page)
  })

  it('shows what changed from one to the next', async () => {
    const dialog = page.getByRole('dialog', { name: 'Your attempts at this step' })
    await dialog.getByRole('button', { name: /^What changed/ }).click()
    const comparison = page.getByRole('dialog', { name: 'Compare' })
    await comparison.getByText('1 line added, 1 removed.').waitFor()
    await comparison.locator('.monaco-diff-editor .line-insert').first().waitFor()
    await isAccessible(page)
    await comparison.getByRole('button', { name: 'One column' }).click()
    await comparison.getByRole('button', { name: 'Next change' }).click()
    await isAccessible(page)
    await comparison.getByRole('button', { name: 'Changes only' }).click()
    const added = comparison.getByRole('row').filter({ hasText: 'this.majority' })
    expect(await added.textContent()).toContain('added')
    await isAccessible(page)
    await comparison.getByRole('button', { name: 'Side by side' }).click()
    await page.keyboard.press('Escape')
    await comparison.waitFor({ state: 'hidden' })
  })

  it('opens an attempt to be read, in a tab of its own', async () => {
    const dialog = await openAttempts(page)
    await dialog
      .getByRole('button', { name: /^Open: Run.*checks hold$/ })
      .last()
      .click()
    await page.getByRole('tab', { name: /^attempt \d\d:\d\d$/, selected: true }).waitFor()
    await page.locator('.view-line').filter({ hasText: 'HEARTBEAT_MS' }).first().waitFor()
    await page
      .locator('.monaco-editor')
      .first()
      .click({ position: { x: 240, y: 30 } })
    const before = await codeText(page)
    await page.keyboard.type('nonsense')
    expect(await codeText(page)).toBe(before)
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    await page.getByRole('tab', { name: 'main.ts', selected: true }).waitFor()
  })

  it('restores an attempt, and takes it back', async () => {
    await typeLine(page, '// not in any attempt')
    const dialog = await openAttempts(page)
    await dialog
      .getByRole('button', { name: /^Restore/ })
      .first()
      .click()
    await page.getByText('The attempt is your code again.').waitFor()
    expect(await codeText(page)).not.toContain('not in any attempt')
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await page.locator('.view-line').filter({ hasText: 'not in any attempt' }).waitFor()
  })

  it('is its owner’s alone', async () => {
    const ids = await page.evaluate(async () => {
      const response = await fetch('/api/attempts?lab=raft&step=03-election')
      return ((await response.json()) as { id: string }[]).map(({ id }) => id)
    })
    const other = await openBrowser()
    const stranger = await other.context.newPage()
    await stranger.goto('/labs')
    const statusOf = (onPage: Page, id: string) =>
      onPage.evaluate(async (one) => (await fetch(`/api/attempts/${one}`)).status, id)
    for (const id of ids) {
      expect([await statusOf(page, id), await statusOf(stranger, id)]).toEqual([200, 404])
    }
    expect(await statusOf(page, 'nonsense')).toBe(404)
    await other.close()
  })
})

describe('the reference', () => {
  it('is refused before the step is passed, by the server itself', async () => {
    expect(await askReference(page)).toMatch(/^403 The reference is shown once a submission/)
    await pasteCode(page, TWO_VOTES)
    await submit(page)
    expect(await askReference(page)).toMatch(/^403 /)
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.type('our reference')
    await page.keyboard.press('Enter')
    const comparison = page.getByRole('dialog', { name: 'Compare' })
    await comparison.getByText('The reference is shown once a submission of yours').waitFor()
    await page.keyboard.press('Escape')
  })

  it('is there to compare with after that', async () => {
    await pasteCode(page, SOLUTION.replace('HEARTBEAT_MS = 50', 'HEARTBEAT_MS = 49'))
    expect(await submit(page)).toMatch(/^Passed\./)
    expect(await askReference(page)).toBe(`200 ${SOLUTION}`)
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.type('our reference')
    await page.keyboard.press('Enter')
    const comparison = page.getByRole('dialog', { name: 'Compare' })
    await comparison.getByText('1 line added, 1 removed.').waitFor()
    await comparison.getByLabel('Left', { exact: true }).selectOption('starter')
    await comparison.getByText(/^\d\d lines added/).waitFor()
    await comparison.getByLabel('Left', { exact: true }).selectOption({ label: 'Our reference' })
    await comparison.getByRole('button', { name: 'Restore the left version' }).click()
    await page.locator('.view-line').filter({ hasText: 'HEARTBEAT_MS = 50' }).waitFor()
    const dialog = await openAttempts(page)
    await dialog.getByText('passed', { exact: true }).waitFor()
  })

  it('is for nobody else, nor for another step', async () => {
    const other = await openBrowser()
    const stranger = await other.context.newPage()
    await stranger.goto('/labs')
    expect(await askReference(stranger)).toMatch(/^403 /)
    await other.close()
    const status = await page.evaluate(
      async () => (await fetch('/api/reference?lab=raft&step=..%2F..%2Fkit')).status,
    )
    expect(status).toBe(404)
  })
})

it('a phone has the list and the changes, without the editor', async () => {
  const pocket = await openBrowser({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  })
  const phone = await pocket.context.newPage()
  await pocket.context.addCookies(await browser.context.cookies())
  const loaded: string[] = []
  phone.on('request', (request) => loaded.push(request.url()))
  await phone.goto(LAB)
  const dialog = await openAttempts(phone)
  await isAccessible(phone)
  await dialog
    .getByRole('button', { name: /^What changed/ })
    .first()
    .click()
  const comparison = phone.getByRole('dialog', { name: 'Compare' })
  await comparison.getByRole('table').waitFor()
  await isAccessible(phone)
  const overflow = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  await phone.keyboard.press('Escape')
  expect(loaded.filter((url) => url.includes('/monaco/'))).toEqual([])
  await pocket.close()
})
