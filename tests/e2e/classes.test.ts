/**
 * An instructor's day on a site of its own: a class is made, a list imported, a link given, work
 * assigned; learners come in, one hands in wrong code, and staff see it, what broke, whose code is
 * alike, and the class as a learner does.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { becomeAdministrator, makeClass, signUp } from './class-page.ts'
import { type JourneySite, startJourneySite } from './journey-site.ts'
import { SOLUTION, WRONG } from './learner-code.ts'
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

/** Hands code in as the page of the step does, and waits for the verdict. */
async function submit(page: Page, source: string): Promise<string> {
  const id = await page.evaluate(async (code) => {
    const response = await fetch('/api/submissions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ labId: 'raft', stepId: '03-election', source: code }),
    })
    return ((await response.json()) as { readonly id: string }).id
  }, source)
  const readOutcome = async () => {
    const view = (await (await page.request.get(`/api/submissions/${id}`)).json()) as {
      readonly verdict?: { readonly outcome: string }
    }
    return view.verdict?.outcome ?? ''
  }
  await expect.poll(readOutcome, { timeout: 120_000, interval: 500 }).not.toBe('')
  return readOutcome()
}

describe('staff', () => {
  it('makes a class on a page that teaches how', async () => {
    await becomeAdministrator(staff, site.administratorLink)
    await staff
      .getByRole('navigation', { name: 'Site' })
      .getByRole('link', { name: 'Classes' })
      .click()
    await staff.getByRole('heading', { name: 'You are in no class yet' }).waitFor()
    await expectSound(staff)
    place = await makeClass(staff)
    await staff.getByRole('heading', { name: 'Begin here' }).waitFor()
    await expectSound(staff)
  })

  it('imports a list after seeing which of its lines are wrong', async () => {
    await staff.goto(`${place}/people/import`)
    await staff
      .getByLabel('or its text')
      .fill('e-mail,name,section\nada@netsplit.example,Ada Lovelace,Monday\nnobody,No,Monday')
    await staff.getByRole('button', { name: 'See what it would do' }).click()
    await staff.getByText('Line 3: “nobody” is not an e-mail address.').waitFor()
    await expectSound(staff)
    await staff.getByRole('button', { name: 'Import 1 line' }).click()
    await staff.getByText('Imported: 1 new, 0 changed.').waitFor()
    await staff.goto(`${place}/people`)
    await staff.getByRole('heading', { name: 'Expected: 1' }).waitFor()
    await expectSound(staff)
  })

  it('gives the class work, with the sentence that says what is wrong with a date', async () => {
    await staff.goto(`${place}/work/new`)
    await staff.getByLabel('Lab', { exact: true }).selectOption('raft')
    await staff.getByRole('checkbox', { name: 'Leader election' }).check()
    await staff.getByLabel('Title').fill('Elections')
    await staff.getByLabel('Due').fill('2020-01-01T00:00')
    await staff.getByRole('button', { name: 'Keep it' }).click()
    await staff.getByText('It would be due before it opens').waitFor()
    await staff.getByLabel('Opens').fill('2026-01-01T08:00')
    await staff.getByLabel('Due').fill('2098-01-01T00:00')
    await expectSound(staff)
    await staff.getByRole('button', { name: 'Keep it' }).click()
    await staff.waitForURL(`**${place}/work`)
    await staff.getByRole('link', { name: 'Elections', exact: true }).waitFor()
    await expectSound(staff)
  })
})

describe('learners', () => {
  it('are in the class once the address of the list is confirmed', async () => {
    ada = await newPerson()
    await ada.goto('/sign-up')
    await signUp(ada, 'Ada')
    await ada.waitForURL('**/account')
    await ada.goto('/classes')
    await ada.getByRole('heading', { name: 'You are in no class yet' }).waitFor()
    await ada.goto(await site.linkIn('ada@netsplit.example', 'Confirm your e-mail'))
    await ada.getByRole('button', { name: 'Yes, confirm it' }).click()
    await ada.waitForURL('**/account/settings')
    await ada.goto('/classes')
    await ada.getByRole('link', { name: 'Distributed systems' }).click()
    await ada.getByRole('heading', { name: 'Your work' }).waitFor()
    await expectSound(ada)
    expect(await submit(ada, WRONG)).toBe('failed')
    expect(await submit(ada, SOLUTION)).toBe('passed')
    await ada.goto(place)
    await ada.getByText('✓ done').waitFor()
    expect((await ada.goto(`${place}/progress`))?.status()).toBe(404)
  })

  it('join by a link that staff give away', async () => {
    await staff.goto(`${place}/people`)
    await staff.getByRole('button', { name: 'Make a link', exact: true }).last().click()
    const link = await staff.getByLabel(/Link to give away/).inputValue()
    const bob = await newPerson()
    await bob.goto(link)
    await bob.getByText('Sign in first').waitFor()
    await bob.getByRole('link', { name: 'Make an account' }).click()
    await signUp(bob, 'Bob')
    await bob.getByRole('button', { name: 'Join the class' }).waitFor()
    await expectSound(bob)
    await bob.getByRole('button', { name: 'Join the class' }).click()
    await bob.getByRole('heading', { name: 'Your work' }).waitFor()
    expect(await submit(bob, WRONG)).toBe('failed')
  })
})

describe('staff, later on', () => {
  it('see how each stands, with names and without', async () => {
    await staff.goto(`${place}/progress`)
    const row = staff.getByRole('row', { name: /Ada Lovelace/ })
    await row.getByText('done, 2 submissions').waitFor()
    await expectSound(staff)
    await staff.getByRole('button', { name: 'Hide names' }).click()
    await staff.getByRole('button', { name: 'Names are hidden' }).waitFor()
    expect(await staff.getByText('Ada').count()).toBe(0)
    await staff.getByRole('button', { name: 'Names are hidden' }).click()
    await row.waitFor()
  })

  it('see which claim breaks, and a run that shows it', async () => {
    await staff.goto(`${place}/work`)
    await staff.getByRole('link', { name: 'Elections', exact: true }).click()
    await staff.getByText('of 2 learners, 1 passed').waitFor()
    await expectSound(staff)
    await staff
      .getByRole('link', { name: /^Run 1/ })
      .first()
      .click()
    await staff.getByRole('slider').first().waitFor()
    expect(await staff.getByText('Bob').count()).toBe(0)
    await expectSound(staff)
  })

  it('see what changed between two submissions, and grant more time', async () => {
    await staff.goto(`${place}/people`)
    await staff.getByRole('link', { name: 'Ada Lovelace' }).click()
    await staff.getByRole('link', { name: 'since the one before' }).waitFor()
    await staff.getByRole('table', { name: 'What changed between two submissions' }).waitFor()
    await staff.getByText('Grant an extension').click()
    await staff.getByLabel('Reason').fill('Ill')
    await staff.getByRole('button', { name: 'Grant it' }).click()
    await staff.getByRole('button', { name: 'Take back' }).waitFor()
    await expectSound(staff)
  })

  it('see whose code is alike, side by side, and what that does not say', async () => {
    await staff.goto(`${place}/work`)
    await staff.getByRole('link', { name: 'Elections', exact: true }).click()
    await staff.getByRole('link', { name: 'Similar submissions' }).click()
    await staff.getByRole('heading', { name: /^Group 1: 2 learners, up to \d+ % alike/ }).waitFor()
    await staff.getByText('How to read this').click()
    await staff.getByText('Nothing is marked on any learner').waitFor()
    await expectSound(staff)
    await staff.getByRole('link', { name: /^side by side/ }).click()
    await staff.getByRole('group', { name: 'Stretches that both have' }).waitFor()
    await expectSound(staff)
    await staff
      .getByRole('link', { name: /^lines \d+–\d+ of Bob/ })
      .first()
      .click()
    expect(await staff.locator(':target').innerText()).not.toBe('')
  })

  it('see the class as a learner does, who reads that they did, and why', async () => {
    await staff.goto(`${place}/people`)
    await staff.getByRole('link', { name: 'Ada Lovelace' }).click()
    await staff.getByText('See the class as this learner does').click()
    await staff.getByLabel('Why').fill('You asked me where the grade is.')
    await staff.getByRole('button', { name: 'Begin' }).click()
    const banner = staff.getByRole('region', { name: 'View as a learner' })
    await banner.getByText('You see Distributed systems as Ada Lovelace does').waitFor()
    await staff.goto(place)
    await staff.getByRole('heading', { name: 'Your work' }).waitFor()
    await expectSound(staff)
    // What the learner may not see is hidden here, too.
    expect((await staff.goto(`${place}/progress`))?.status()).toBe(404)
    await staff.goto(place)
    await banner.getByRole('button', { name: 'End the view' }).click()
    await banner.waitFor({ state: 'detached' })
    await ada.goto('/account/settings')
    const views = ada.getByRole('group', { name: 'Views as you' })
    await views.getByRole('cell', { name: 'You asked me where the grade is.' }).waitFor()
    await expectSound(ada)
  })

  it('see what a learner will see on a day, and who changed what', async () => {
    await staff.goto(`${place}/work/preview?at=2099-06-01T12:00`)
    await staff.getByText('closed since').waitFor()
    await expectSound(staff)
    await staff.goto(`${place}/settings`)
    await staff.getByRole('cell', { name: 'granted an extension' }).waitFor()
    await staff.getByRole('cell', { name: 'looked for similar submissions' }).first().waitFor()
    await expectSound(staff)
  })
})
