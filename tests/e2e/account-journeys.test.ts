/**
 * Accounts from the first start to the last deletion, on a site of its own with a mail server and
 * an OpenID provider on 127.0.0.1.
 */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { unzip } from '../support/unzip.ts'
import { type JourneySite, startJourneySite } from './journey-site.ts'
import { expectSound } from './sound-page.ts'

const PASSWORD = 'correct horse battery'
const ROOT = 'root@netsplit.example'
const ADA = 'ada@netsplit.example'

let site: JourneySite
let browser: OpenBrowser
let page: Page

beforeAll(async () => {
  site = await startJourneySite()
  browser = await openBrowser({ baseURL: site.url })
  page = await browser.context.newPage()
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

async function signUp(onPage: Page, email: string, name: string): Promise<void> {
  await onPage.getByLabel('Name').fill(name)
  await onPage.getByLabel('E-mail').fill(email)
  await onPage.getByLabel('Password').fill(PASSWORD)
  await onPage.getByRole('button', { name: 'Make the account' }).click()
}

async function signIn(onPage: Page, email: string, password = PASSWORD): Promise<void> {
  await onPage.goto('/sign-in')
  await onPage.getByLabel('E-mail').fill(email)
  await onPage.getByLabel('Password').fill(password)
  await onPage.getByRole('button', { name: 'Sign in' }).click()
  await onPage.waitForURL('**/account')
  await onPage.getByText(email).waitFor()
}

async function signOut(onPage: Page): Promise<void> {
  await onPage.goto('/account')
  await onPage.getByRole('button', { name: 'Sign out' }).click()
  await onPage.waitForURL((url) => url.pathname === '/')
}

describe('the first administrator', () => {
  it('comes by the link of the terminal, once', async () => {
    await page.goto(site.administratorLink)
    await expectSound(page)
    await page.getByRole('main').getByRole('link', { name: 'Sign up' }).click()
    await signUp(page, ROOT, 'Root')
    await page.getByRole('button', { name: 'Become an administrator' }).click()
    await page.waitForURL('**/admin/people')
    await page.getByRole('cell', { name: ROOT }).waitFor()
    await expectSound(page)
    await page.goto(site.administratorLink)
    await page.getByRole('heading', { name: 'This link does not work' }).waitFor()
  })
})

describe('somebody new', () => {
  let other: OpenBrowser
  let ada: Page

  beforeAll(async () => {
    other = await openBrowser({ baseURL: site.url })
    ada = await other.context.newPage()
  })
  afterAll(() => other?.close())

  it('confirms the address by the mail, in the account that it is for', async () => {
    await ada.goto('/sign-up')
    await signUp(ada, ADA, 'Ada')
    await ada.waitForURL('**/account')
    await ada.goto('/account/settings')
    await ada.getByText('not verified').waitFor()
    const link = await site.linkIn(ADA, 'Confirm your e-mail')
    // The administrator's browser is another account's.
    await page.goto(link)
    await page.getByRole('heading', { name: 'Sign in first' }).waitFor()
    await ada.goto(link)
    await ada.getByRole('button', { name: 'Yes, confirm it' }).click()
    await ada.waitForURL('**/account/settings')
    await ada.getByText('confirmed', { exact: true }).waitFor()
    await expectSound(ada)
  })

  it('finds no page of administrators, until made one', async () => {
    expect((await ada.goto('/admin/people'))?.status()).toBe(404)
    await page.goto('/admin/people?q=ada')
    await page.getByRole('link', { name: 'Ada' }).click()
    await page.getByRole('heading', { name: 'Ada' }).waitFor()
    await expectSound(page)
    await page.getByRole('button', { name: 'Make an instructor' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Make an instructor' }).click()
    await page.getByText('Ada is now: instructor.').waitFor()
    expect((await ada.goto('/admin/people'))?.status()).toBe(404)
  })

  it('has left audit entries, with filters in the address', async () => {
    await page.goto('/admin/audit')
    await page.getByLabel('What').selectOption('role.set')
    await page.getByRole('button', { name: 'Show' }).click()
    await page.waitForURL('**/admin/audit?action=role.set**')
    await page.getByText('role: member → instructor').waitFor()
    expect(await page.locator('tbody tr').count()).toBe(1)
    await expectSound(page)
  })

  it('signs in with a passkey', async () => {
    const devTools = await other.context.newCDPSession(ada)
    await devTools.send('WebAuthn.enable')
    await devTools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await ada.goto('/account/settings')
    await ada.getByRole('button', { name: 'Add a passkey' }).click()
    await ada.getByText(/^Passkey: Passkey of/).waitFor()
    await signOut(ada)
    await ada.goto('/sign-in')
    await expectSound(ada)
    await ada.getByRole('button', { name: 'Use a passkey' }).click()
    await ada.waitForURL('**/account')
    await ada.getByText(ADA).waitFor()
  })

  it('connects the provider, and signs in with it', async () => {
    site.setPerson({ sub: 'ada', email: ADA, email_verified: true, name: 'Ada' })
    await ada.goto('/account/settings')
    await ada.getByRole('button', { name: 'Connect Test University' }).click()
    await ada.getByText('Provider: Test University').waitFor()
    await signOut(ada)
    await ada.goto('/sign-in')
    await ada.getByRole('button', { name: 'Continue with Test University' }).click()
    await ada.waitForURL('**/account')
    await ada.getByText(ADA).waitFor()
  })

  it('is told why a provider did not help', async () => {
    site.setPerson({
      sub: 'eve',
      email: 'eve@netsplit.example',
      email_verified: false,
      name: 'Eve',
    })
    await page.context().clearCookies()
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'Continue with Test University' }).click()
    await page.getByText('The provider has not confirmed your e-mail address.').waitFor()
  })

  it('ends a session on another machine', async () => {
    await signIn(page, ADA)
    await ada.goto('/account/settings')
    const sessions = ada.getByRole('region', { name: 'Where you are signed in' })
    expect(await sessions.getByRole('listitem').count()).toBeGreaterThan(1)
    await sessions.getByRole('button', { name: 'End all others' }).click()
    await sessions.getByText('from').first().waitFor()
    await ada.waitForFunction(
      () => document.querySelectorAll('section[aria-labelledby=sessions] li').length === 1,
    )
    await page.goto('/account')
    await page.getByRole('heading', { name: 'You are not signed in' }).waitFor()
  })

  it('sets a new password by mail, and is signed out everywhere', async () => {
    await page.goto('/forgot-password')
    await expectSound(page)
    await page.getByLabel('E-mail').fill(ADA)
    await page.getByRole('button', { name: 'Send the mail' }).click()
    await page.getByText('a mail is on its way').waitFor()
    await page.goto(await site.linkIn(ADA, 'new password'))
    await expectSound(page)
    await page.getByLabel('New password').fill('another horse battery')
    await page.getByRole('button', { name: 'Set the password' }).click()
    await page.waitForURL('**/sign-in')
    await ada.goto('/account')
    await ada.getByRole('heading', { name: 'You are not signed in' }).waitFor()
    await signIn(ada, ADA, 'another horse battery')
  })

  it('takes everything along', async () => {
    await ada.goto('/account/settings')
    const [download] = await Promise.all([
      ada.waitForEvent('download'),
      ada.getByRole('link', { name: 'Export your data' }).click(),
    ])
    const files = unzip(await readFile(await download.path()))
    expect(files.get('profile.json')).toContain(ADA)
    expect([...files.keys()]).toContain('submissions.json')
  })

  it('deletes the account, after typing its address', async () => {
    await ada.getByLabel('Type your e-mail address').fill('somebody@netsplit.example')
    await ada.getByRole('button', { name: 'Delete my account' }).click()
    await ada.getByText('Nothing was deleted.').waitFor()
    await ada.getByLabel('Type your e-mail address').fill(ADA)
    await ada.getByRole('button', { name: 'Delete my account' }).click()
    await ada.waitForURL((url) => url.pathname === '/')
    await ada.goto('/sign-in')
    await ada.getByLabel('E-mail').fill(ADA)
    await ada.getByLabel('Password').fill('another horse battery')
    await ada.getByRole('button', { name: 'Sign in' }).click()
    await ada.getByText('The e-mail address or the password is wrong.').waitFor()
  })
})
