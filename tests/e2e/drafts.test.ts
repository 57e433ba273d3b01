/** The learner's code stays with them: over reloads, without a network, on other machines. */
import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { present } from '#core'
import { labs } from '#labs/index.ts'
import { accessibilityProblems } from '../support/accessibility.ts'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { unzip } from '../support/unzip.ts'
import { signIn, signUp } from './account-page.ts'
import { codeText, savingIs, typeLine } from './editor-page.ts'
import { LAB, openLab } from './lab-page.ts'

const STEP = { labId: 'raft', stepId: '03-election' }
const WIDE = { viewport: { width: 1280, height: 800 } }

let browser: OpenBrowser
let page: Page

beforeAll(async () => {
  browser = await openBrowser(WIDE)
  page = await browser.context.newPage()
  await openLab(page)
})
afterAll(() => browser.close())

/** What the server has of the page's learner; undefined when nothing. */
function storedSource(onPage: Page): Promise<string | undefined> {
  return onPage.evaluate(async () => {
    const response = await fetch('/api/drafts?lab=raft&step=03-election')
    return response.ok ? ((await response.json()) as { source: string }).source : undefined
  })
}

describe('a stranger who edits', () => {
  it('becomes a guest by it, and finds the code again after a reload', async () => {
    expect(await storedSource(page)).toBeUndefined()
    await typeLine(page, '// mine')
    await savingIs(page, 'Saved')
    expect(await storedSource(page)).toContain('// mine')
    await page.reload()
    await page.locator('.view-line').filter({ hasText: '// mine' }).waitFor()
    await savingIs(page, 'Saved')
  })

  it('does not lose the last words before the page goes away', async () => {
    await typeLine(page, '// in a hurry')
    await page.goto('/labs')
    await openLab(page)
    await page.locator('.view-line').filter({ hasText: '// in a hurry' }).waitFor()
    await savingIs(page, 'Saved')
    expect(await storedSource(page)).toContain('// in a hurry')
  })
})

describe('without a network', () => {
  it('the code is kept here, and sent by itself afterwards', async () => {
    await browser.context.setOffline(true)
    await typeLine(page, '// on the train')
    await savingIs(page, 'Offline: saved in this browser')
    await page.getByRole('button', { name: 'Offline: saved in this browser' }).click()
    await page.getByText('goes to the server by itself when you are back').last().waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    await browser.context.setOffline(false)
    await savingIs(page, 'Saved')
    expect(await storedSource(page)).toContain('// on the train')
  })

  it('and so it is while the server is ill', async () => {
    const fail = (route: Route) => route.fulfill({ status: 500, body: 'Internal Server Error' })
    await page.route('**/api/drafts', fail)
    await typeLine(page, '// server ill')
    await savingIs(page, 'Saved in this browser only')
    await page.unroute('**/api/drafts', fail)
    await savingIs(page, 'Saved')
    expect(await storedSource(page)).toContain('// server ill')
  })

  it('what the server refuses is said in its words', async () => {
    const error = 'The code is longer than 64 kB.'
    const refuse = (route: Route) => route.fulfill({ status: 413, json: { error } })
    await page.route('**/api/drafts', refuse)
    await typeLine(page, '// refused')
    await page.getByRole('button', { name: 'Saved in this browser only' }).click()
    await page.getByText(error).last().waitFor()
    await page.keyboard.press('Escape')
    await page.unroute('**/api/drafts', refuse)
    await typeLine(page, '// shorter')
    await savingIs(page, 'Saved')
  })
})

describe('on another machine', () => {
  const email = `drafts-${process.pid}@example.org`
  let other: OpenBrowser
  let elsewhere: Page

  beforeAll(async () => {
    other = await openBrowser(WIDE)
    elsewhere = await other.context.newPage()
  })
  afterAll(() => other.close())

  it('whoever signs in goes on where they were, and the first machine follows', async () => {
    await signUp(page, email)
    await openLab(page)
    await page.locator('.view-line').filter({ hasText: '// shorter' }).waitFor()
    await signIn(elsewhere, email)
    await openLab(elsewhere)
    await elsewhere.locator('.view-line').filter({ hasText: '// shorter' }).waitFor()
    await typeLine(elsewhere, '// from elsewhere')
    await savingIs(elsewhere, 'Saved')
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await page.getByText('You went on with this step elsewhere.').waitFor()
    await page.locator('.view-line').filter({ hasText: '// from elsewhere' }).waitFor()
  })

  it('both texts are kept when both machines were used at once', async () => {
    await browser.context.setOffline(true)
    await typeLine(page, '// by the first')
    await typeLine(elsewhere, '// by the second')
    await savingIs(elsewhere, 'Saved')
    await browser.context.setOffline(false)
    await page.getByText('also edited in another tab or on another machine').waitFor()
    expect(await storedSource(page)).toContain('// by the first')
    await page.getByRole('button', { name: 'Compare', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Compare' })
    await dialog.getByText('1 line added, 1 removed.').waitFor()
    await dialog.getByRole('button', { name: 'Restore the left version' }).click()
    await page.locator('.view-line').filter({ hasText: '// by the second' }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.locator('.view-line').filter({ hasText: '// by the first' }).waitFor()
  })

  it('a guest’s other code is kept aside when they sign in, and offered', async () => {
    const third = await openBrowser(WIDE)
    const guest = await third.context.newPage()
    await openLab(guest)
    await typeLine(guest, '// as a guest')
    await savingIs(guest, 'Saved')
    await signIn(guest, email)
    await openLab(guest)
    await guest.locator('.view-line').filter({ hasText: '// as a guest' }).waitFor()
    await guest.getByText('Other code of yours for this step was kept aside').waitFor()
    await guest.getByRole('button', { name: 'Compare', exact: true }).click()
    const dialog = guest.getByRole('dialog', { name: 'Compare' })
    await dialog.getByText(/lines? added, \d+ removed\./).waitFor()
    await dialog.getByRole('button', { name: 'Changes only' }).click()
    await dialog.getByText('// by the first').waitFor()
    await third.close()
  })
})

describe('the server', () => {
  const send = (onPage: Page, body: object) =>
    onPage.evaluate(async (sent) => {
      const response = await fetch('/api/drafts', { method: 'POST', body: JSON.stringify(sent) })
      return `${response.status} ${((await response.json()) as { error?: string }).error ?? ''}`
    }, body)
  const draft = {
    ...STEP,
    source: 'x',
    version: '6f1c52a4-6a1b-4a8e-9a43-0d4f7c1b2e3d',
    bases: [] as string[],
  }

  it('refuses what it cannot take, in words', async () => {
    expect(await send(page, { ...draft, stepId: 'none' })).toBe('404 There is no step raft/none.')
    expect(await send(page, { ...draft, source: 'x'.repeat(70_000) })).toMatch(/^413 The code is/)
    expect(await send(page, { ...draft, source: 'a\0b' })).toMatch(/^400 .*NUL/)
    expect(await send(page, { ...draft, version: 'one' })).toMatch(/^400 Send a draft as JSON: /)
    expect(await send(page, { ...draft, bases: Array(9).fill(draft.version) })).toMatch(/^400 /)
  })

  it('saves for nobody but the one whom the page was made for', async () => {
    const email = `drafts-other-${process.pid}@example.org`
    const strange = await openBrowser()
    const stranger = await strange.context.newPage()
    await stranger.goto('/labs')
    expect(await send(stranger, { ...draft, ownerId: 'somebody' })).toMatch(/^401 You are signed/)
    await signUp(stranger, email)
    const exported = await page.request.get('/api/account/export')
    const profile = unzip(await exported.body()).get('profile.json') ?? ''
    const { id: owner } = JSON.parse(profile) as { readonly id: string }
    expect(await send(stranger, { ...draft, ownerId: owner })).toMatch(/^409 Somebody else/)
    expect(await storedSource(stranger)).toBeUndefined()
    await strange.close()
  })

  it('refuses other sites', async () => {
    const response = await page.request.post('/api/drafts', {
      headers: { origin: 'https://evil.example' },
      data: draft,
    })
    expect(response.status()).toBe(403)
  })
})

describe('the next step of a lab', () => {
  const pair = labs.flatMap(({ id, steps: [first, second] }) =>
    first === undefined || second === undefined || second.isFresh ? [] : [{ id, first, second }],
  )[0]

  it('opens with the code of the step before, and gives ours on request', async () => {
    const { id, first, second } = present(pair, 'some lab goes on in its second step')
    const own = await openBrowser(WIDE)
    const learner = await own.context.newPage()
    await learner.goto(`/labs/${id}/${first.id}`)
    await learner.locator('.monaco-editor .view-line').first().waitFor()
    await typeLine(learner, '// carried on')
    await savingIs(learner, 'Saved')
    await learner.goto(`/labs/${id}/${second.id}`)
    await learner.locator('.view-line').filter({ hasText: '// carried on' }).waitFor()
    await learner.getByText(`You go on from your code of “${first.title}”.`).waitFor()
    expect(await codeText(learner)).toContain(second.kit ?? `netsplit/${id}`)
    await learner.getByRole('button', { name: 'Start from our starter' }).click()
    await learner.getByText('Our starter is open.').waitFor()
    expect(await codeText(learner)).not.toContain('// carried on')
    await learner.getByRole('tab', { name: first.id }).click()
    await learner.locator('.view-line').filter({ hasText: '// carried on' }).waitFor()
    await own.close()
  })
})

it('a phone shows the same code, to read and to edit as plain text', async () => {
  const pocket = await openBrowser({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    storageState: await browser.context.storageState(),
  })
  const phone = await pocket.context.newPage()
  await phone.context().addCookies(await browser.context.cookies())
  await phone.goto(LAB)
  await phone.getByRole('button', { name: 'Code', exact: true }).click()
  await phone.getByRole('button', { name: 'Edit it here' }).click()
  const field = phone.getByRole('textbox', { name: 'Your code' })
  await field.fill('// from the phone\n')
  await savingIs(phone, 'Saved')
  expect(await storedSource(page)).toBe('// from the phone\n')
  expect(await accessibilityProblems(phone)).toEqual([])
  await pocket.close()
})
