/** What browser tests of classes have in common: accounts, and what every page must keep. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { accessibilityProblems } from '../support/accessibility.ts'

const PASSWORD = 'correct horse battery'
const PHONE = { width: 390, height: 844 }
const DESK = { width: 1_280, height: 800 }

/** On the page that makes an account. */
export async function signUp(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('E-mail').fill(`${name.toLowerCase()}@netsplit.example`)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Make the account' }).click()
}

/** Makes the first administrator of the site, who may make classes. */
export async function becomeAdministrator(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('main').getByRole('link', { name: 'Sign up' }).click()
  await signUp(page, 'Root')
  await page.getByRole('button', { name: 'Become an administrator' }).click()
  await page.waitForURL('**/admin/people')
}

/** Makes a class in the time zone of Vienna; returns its address. */
export async function makeClass(page: Page): Promise<string> {
  await page.goto('/classes')
  await page.getByLabel('Title').fill('Distributed systems')
  await page.getByLabel('Term').fill('Autumn')
  await page.getByLabel('Time zone').selectOption('Europe/Vienna')
  await page.getByRole('button', { name: 'Make the class' }).click()
  await page.waitForURL(/\/classes\/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname
}

/** On a wide and a narrow screen, light and dark: all readable, and nothing wider than the page. */
export async function expectSound(page: Page): Promise<void> {
  for (const [size, colorScheme] of [
    [DESK, 'light'],
    [PHONE, 'dark'],
  ] as const) {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme })
    expect(await accessibilityProblems(page), page.url()).toEqual([])
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width, page.url()).toBeLessThanOrEqual(size.width)
  }
  await page.setViewportSize(DESK)
  await page.emulateMedia({ colorScheme: 'light' })
}
