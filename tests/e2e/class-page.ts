/** Accounts and classes, as browser tests make them. */
import type { Page } from 'playwright-core'

const PASSWORD = 'correct horse battery'

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
