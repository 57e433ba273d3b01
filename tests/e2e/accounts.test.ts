/** Guest first: work comes along to the account, by signing up and by signing in. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'

const PASSWORD = 'correct horse battery'

let browser: OpenBrowser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.context.newPage()
})
afterAll(() => browser.close())

describe('a guest', () => {
  const email = `ada-${process.pid}@example.org`

  it('has no account and may submit', async () => {
    await page.goto('/account')
    await page.getByRole('heading', { name: 'You are not signed in' }).waitFor()
    expect(await submit(page)).toBe(201)
    await page.goto('/account')
    await page.getByRole('heading', { name: 'You are a guest' }).waitFor()
    expect(await submissionCount(page)).toBe(1)
  })

  it('is told what is wrong with the form, with the focus on it', async () => {
    await page.goto('/sign-up')
    await page.getByLabel('E-mail').fill('ada')
    await page.getByRole('button', { name: 'Make the account' }).click()
    const alert = page.getByRole('alert').filter({ hasText: 'This did not work yet' })
    await alert.waitFor()
    expect(await alert.getByRole('listitem').count()).toBe(3)
    expect(await alert.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await page.getByLabel('E-mail').inputValue()).toBe('ada')
  })

  it('keeps the work by signing up', async () => {
    await page.getByLabel('Name').fill('Ada')
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Make the account' }).click()
    await page.waitForURL('**/account')
    await page.getByText(email).waitFor()
    expect(await submissionCount(page)).toBe(1)
  })

  it('keeps the work by signing in to an account that exists', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL((url) => url.pathname === '/')
    expect(await submit(page)).toBe(201)
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password').fill('a wrong password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('The e-mail address or the password is wrong.').waitFor()
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/account')
    await page.getByText(email).waitFor()
    expect(await submissionCount(page)).toBe(2)
  })

  it('gets no second account for one address', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL((url) => url.pathname === '/')
    await page.goto('/sign-up')
    await page.getByLabel('Name').fill('Eve')
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Make the account' }).click()
    await page.getByRole('alert').getByText('There is an account with this address').waitFor()
  })
})

describe('the forms of the server', () => {
  it('refuse other sites', async () => {
    const response = await page.request.post('/api/auth/sign-in/email', {
      headers: { origin: 'https://evil.example' },
      data: { email: 'a@b.org', password: PASSWORD },
    })
    expect(response.status()).toBe(403)
  })

  it('let a class sign in at once from one address', async () => {
    const tries = Array.from({ length: 30 }, () =>
      page.request.post('/api/auth/sign-in/email', {
        headers: { origin: new URL(page.url()).origin },
        data: { email: 'nobody@example.org', password: PASSWORD },
      }),
    )
    const statuses = (await Promise.all(tries)).map((response) => response.status())
    expect(new Set(statuses)).toEqual(new Set([401]))
  })
})

/** Hands in something that does not solve the step; returns the status. */
function submit(onPage: Page): Promise<number> {
  return onPage.evaluate(async () => {
    const response = await fetch('/api/submissions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ labId: 'raft', stepId: '03-election', source: 'export {}' }),
    })
    return response.status
  })
}

function submissionCount(onPage: Page): Promise<number> {
  return onPage.getByRole('table').locator('tbody tr').count()
}
