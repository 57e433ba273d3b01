/**
 * Grades from both sides on a site of its own: work is given and handed in, staff open the grade,
 * adjust and release it, and take it along; its learner sees nothing before, and then all of it.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { becomeAdministrator, signUp } from './class-page.ts'
import { type JourneySite, startJourneySite } from './journey-site.ts'
import { WRONG } from './learner-code.ts'
import { expectSound } from './sound-page.ts'

let site: JourneySite
const browsers: OpenBrowser[] = []
let staff: Page
let ada: Page
/** `/classes/…` of the class that is made. */
let place = ''

beforeAll(async () => {
  site = await startJourneySite()
  staff = await newPerson()
  ada = await newPerson()
})
afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()))
  await site?.stop()
})

/** A page of somebody's own browser. */
async function newPerson(): Promise<Page> {
  const browser = await openBrowser({ baseURL: site.url })
  browsers.push(browser)
  return browser.context.newPage()
}

/** Hands wrong code in as the page of the step does, and waits for the verdict. */
async function handIn(page: Page): Promise<void> {
  const id = await page.evaluate(async (source) => {
    const response = await fetch('/api/submissions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ labId: 'raft', stepId: '03-election', source }),
    })
    return ((await response.json()) as { readonly id: string }).id
  }, WRONG)
  const hasVerdict = async () =>
    ((await (await page.request.get(`/api/submissions/${id}`)).json()) as { verdict?: object })
      .verdict !== undefined
  await expect.poll(hasVerdict, { timeout: 120_000, interval: 500 }).toBe(true)
}

it('staff give work with points, and a learner hands it in', async () => {
  await becomeAdministrator(staff, site.administratorLink)
  await staff.goto('/classes')
  await staff.getByLabel('Title').fill('Distributed systems')
  await staff.getByLabel('Term').fill('Autumn')
  await staff.getByLabel('Time zone').selectOption('Europe/Vienna')
  await staff.getByRole('button', { name: 'Make the class' }).click()
  await staff.waitForURL(/\/classes\/[0-9a-f-]{36}$/)
  place = new URL(staff.url()).pathname
  await staff.goto(`${place}/grades`)
  await staff.getByText('There are no grades yet').waitFor()
  await staff.goto(`${place}/work/new`)
  await staff.getByLabel('Lab', { exact: true }).selectOption('raft')
  await staff.getByRole('checkbox', { name: 'Leader election' }).check()
  await staff.getByLabel('Title').fill('Elections')
  await staff.getByLabel('Opens').fill('2026-01-01T08:00')
  await staff.getByLabel('Due').fill('2098-01-01T00:00')
  await staff.getByLabel('Points').fill('20')
  await staff.getByRole('button', { name: 'Keep it' }).click()
  await staff.waitForURL(`**${place}/work`)
  await staff.goto(`${place}/people`)
  await staff.getByRole('button', { name: 'Make a link', exact: true }).last().click()
  await ada.goto(await staff.getByLabel(/Link to give away/).inputValue())
  await ada.getByRole('link', { name: 'Make an account' }).click()
  await signUp(ada, 'Ada')
  await ada.getByRole('button', { name: 'Join the class' }).click()
  await ada.getByRole('heading', { name: 'Your work' }).waitFor()
  await handIn(ada)
})

it('its learner sees no grade before it is released', async () => {
  await ada.goto(place)
  await ada.getByRole('link', { name: 'Your grades' }).click()
  await ada.getByText('not released yet').waitFor()
  expect(await ada.getByText('checks hold').count()).toBe(0)
  await expectSound(ada)
  expect((await ada.goto(`${place}/grades`))?.status()).toBe(404)
  expect((await ada.request.get(`/api${place}/grades/csv`)).status()).toBe(403)
})

it('staff go through the gradebook by keyboard, and adjust a grade', async () => {
  await staff.goto(`${place}/grades`)
  await expectSound(staff)
  const grade = staff.getByRole('link', { name: /^Ada, Elections: [\d.]+ of 20$/ })
  await staff.getByRole('link', { name: 'Ada', exact: true }).focus()
  await staff.keyboard.press('ArrowRight')
  await expect.poll(() => grade.evaluate((link) => link === document.activeElement)).toBe(true)
  await staff.keyboard.press('Enter')
  await staff.getByRole('heading', { name: 'Ada: Elections' }).waitFor()
  await staff.getByText('checks hold in attempt 1').waitFor()
  await staff.getByLabel('What to do').selectOption('set')
  await staff.getByLabel('Points').fill('many')
  await staff.getByLabel('Reason').fill('Shown at the board.')
  await staff.getByRole('button', { name: 'Adjust the grade' }).click()
  await staff.getByText('Give points as a number').waitFor()
  await staff.getByLabel('Points').fill('17.5')
  await staff.getByRole('button', { name: 'Adjust the grade' }).click()
  await staff.getByText('Set to 17.5 by Root: Shown at the board.').waitFor()
  await expectSound(staff)
})

it('staff release it, and are told when nothing is to be graded again', async () => {
  await staff.getByRole('link', { name: 'All grades of Elections' }).click()
  await staff.getByRole('button', { name: 'Release the grades' }).click()
  await staff.getByText('Released since').waitFor()
  await staff.getByRole('button', { name: 'Grade again, for a preview' }).click()
  await staff.getByText('Nothing is to be graded again').waitFor()
  await expectSound(staff)
  const csv = await (await staff.request.get(`/api${place}/grades/csv`)).text()
  expect(csv).toContain('Ada,ada@netsplit.example,,17.5,20,17.5')
  const workbook = await staff.request.get(`/api${place}/grades/xlsx`)
  expect(
    Buffer.from(await workbook.body())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
})

it('its learner sees it now, and what it is made of', async () => {
  await ada.goto(`${place}/grades/mine`)
  await ada.getByText('17.5 of 20', { exact: true }).waitFor()
  await ada.getByText('Set to 17.5 by Root: Shown at the board.').waitFor()
  await ada.getByText('17.5 of 20 points in what is released.').waitFor()
  await expectSound(ada)
})
