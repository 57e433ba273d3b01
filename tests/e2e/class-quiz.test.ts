/**
 * A quiz from end to end: staff give it to a class, a learner comes in by a link, takes it and hands
 * it in, and staff see that it is done, what was answered, and by which rules learners are listed.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { becomeAdministrator, makeClass, signUp } from './class-page.ts'
import { type JourneySite, startJourneySite } from './journey-site.ts'
import { expectSound } from './sound-page.ts'

let site: JourneySite
const browsers: OpenBrowser[] = []
let staff: Page
/** `/classes/…` of the class that is made. */
let place = ''

beforeAll(async () => {
  site = await startJourneySite()
  staff = await newPerson()
  await becomeAdministrator(staff, site.administratorLink)
  place = await makeClass(staff)
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

describe('a quiz', () => {
  it('is given to a class', async () => {
    await staff.goto(`${place}/work/new`)
    await staff.getByLabel('Kind').selectOption('quiz')
    await staff.getByLabel('Quiz', { exact: true }).selectOption('cap-precisely')
    await staff.getByLabel('Title').fill('The quiz on CAP')
    await staff.getByLabel('Opens').fill('2026-01-01T08:00')
    await staff.getByLabel('Due').fill('2098-01-01T00:00')
    await staff.getByRole('button', { name: 'Keep it' }).click()
    await staff.waitForURL(`**${place}/work`)
    await staff.goto(`${place}/statistics`)
    await staff.getByRole('link', { name: 'The quiz on CAP' }).click()
    await staff.getByText('None of 0 learners has handed in this quiz yet').waitFor()
  })

  it('is taken by a learner of the class, for whom it is done then', async () => {
    await staff.goto(`${place}/people`)
    await staff.getByRole('button', { name: 'Make a link', exact: true }).last().click()
    const link = await staff.getByLabel(/Link to give away/).inputValue()
    const ada = await newPerson()
    await ada.goto(link)
    await ada.getByRole('link', { name: 'Make an account' }).click()
    await signUp(ada, 'Ada')
    await ada.getByRole('button', { name: 'Join the class' }).click()
    await ada.getByRole('heading', { name: 'Your work' }).waitFor()
    await ada.getByRole('main').locator('a[href="/quiz/cap-precisely"]').click()
    await ada.getByRole('button', { name: 'Begin' }).click()
    await ada.getByRole('heading', { name: 'Question 1 of' }).waitFor()
    await ada.locator('form input[data-option]').first().check()
    await ada.getByLabel('Sure', { exact: true }).check()
    await ada.getByRole('button', { name: 'Keep and go on' }).click()
    await ada.getByRole('heading', { name: 'Question 2 of' }).waitFor()
    await ada.goto(place)
    await ada.getByText('begun').first().waitFor()
    await ada.goto('/quiz/cap-precisely')
    await ada.getByRole('button', { name: 'Go on with your attempt' }).click()
    await ada.getByRole('button', { name: 'Hand in', exact: true }).click()
    await ada.getByRole('button', { name: 'Hand in and see' }).click()
    await ada.getByText('What was not comes back in your reviews.').waitFor()
    await ada.goto(place)
    await ada.getByText('✓ done').waitFor()
    for (const page of ['/statistics', '/statistics/rules']) {
      expect((await ada.goto(`${place}${page}`))?.status()).toBe(404)
    }
  })

  it('has its answers and misconceptions on the page of its statistics', async () => {
    await staff.goto(`${place}/progress`)
    await staff.getByRole('row', { name: /Ada/ }).getByText('done, 1 submission').waitFor()
    await staff.goto(`${place}/statistics`)
    await expectSound(staff)
    await staff.getByRole('link', { name: 'The quiz on CAP', exact: true }).click()
    await staff.getByText('1 of 1 learners handed it in.').waitFor()
    const hardest = staff.getByRole('columnheader', { name: 'Right at first' })
    await hardest.getByRole('link').click()
    await staff.waitForURL('**order=hard**')
    expect(await hardest.getAttribute('aria-sort')).toBe('ascending')
    await staff.getByRole('listitem').getByText('(1 answer)').first().click()
    await staff.getByRole('table', { name: 'Answers to question 1' }).waitFor()
    await expectSound(staff)
  })

  it('leads to rules that are tried before they are kept', async () => {
    await staff.goto(`${place}/statistics/rules`)
    await staff.getByLabel(/^missed due dates/).fill('4')
    await staff.getByRole('button', { name: 'Show who would be listed' }).click()
    await staff.getByText('Of the last 3 due dates nobody can miss 4').waitFor()
    await staff.getByLabel(/^missed due dates/).fill('1')
    await staff.getByLabel('Behind the median').uncheck()
    await staff.getByRole('button', { name: 'Show who would be listed' }).click()
    await staff.getByText('0 of 1 learners would be listed').waitFor()
    await expectSound(staff)
    await staff.getByRole('button', { name: 'Keep these rules' }).click()
    await staff.getByText('Kept: the list follows them from now on.').waitFor()
    await staff.goto(`${place}/statistics/rules`)
    expect(await staff.getByLabel(/^missed due dates/).inputValue()).toBe('1')
    expect(await staff.getByLabel('Behind the median').isChecked()).toBe(false)
  })
})
