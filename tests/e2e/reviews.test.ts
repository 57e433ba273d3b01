/**
 * A review by hand on a site of its own: an instructor makes a rubric, comments by keyboard,
 * publishes; the learner, who saw nothing before, reads and answers; the instructor reads that.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { becomeAdministrator, signUp } from './class-page.ts'
import { type JourneySite, startJourneySite } from './journey-site.ts'
import { expectSound } from './sound-page.ts'

const CODE = '// first line\n// second line\n// third line\n'

let site: JourneySite
const browsers: OpenBrowser[] = []
let staff: Page
let ada: Page
/** `/classes/…` and `/classes/…/work/…` of what is made. */
let place = ''
let work = ''

beforeAll(async () => {
  site = await startJourneySite()
  staff = await newPerson()
  ada = await newPerson()
})
afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()))
  await site?.stop()
})

async function newPerson(): Promise<Page> {
  const browser = await openBrowser({ baseURL: site.url })
  browsers.push(browser)
  return browser.context.newPage()
}

/** Sends as a page of the site does; returns the answer. */
function post(page: Page, path: string, body: unknown): Promise<Record<string, string>> {
  return page.evaluate(
    async ({ to, json }) => {
      const response = await fetch(to, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: json,
      })
      if (!response.ok) throw new Error(await response.text())
      return response.status === 204 ? {} : await response.json()
    },
    { to: path, json: JSON.stringify(body) },
  )
}

/** A class with one piece of work, and a learner who handed in for it. */
async function beginClass(): Promise<void> {
  await becomeAdministrator(staff, site.administratorLink)
  const details = { title: 'Systems', term: 'Autumn', timeZone: 'Europe/Vienna' }
  place = (await post(staff, '/api/classes', details)).path ?? ''
  const { id = '' } = await post(staff, `/api${place}/assignments`, {
    title: 'Elections',
    kind: 'step',
    target: 'raft',
    stepIds: ['03-election'],
    opensAt: '2026-01-01T08:00',
    dueAt: '2098-01-01T00:00',
    lateUntil: '',
    latePercentDay: '0',
    reference: 'asUsual',
    hints: 'asUsual',
    allowsSharing: true,
    points: '10',
    attemptPolicy: 'best',
    shareRule: 'share',
  })
  work = `${place}/work/${id}`
  const invite = { role: 'learner', sectionId: '', days: '7', usesMax: '3' }
  const { path: link = '' } = await post(staff, `/api${place}/invites`, invite)
  await ada.goto('/sign-up')
  await signUp(ada, 'Ada')
  await ada.waitForURL('**/account')
  await ada.goto(await site.linkIn('ada@netsplit.example', 'Confirm your e-mail'))
  await ada.getByRole('button', { name: 'Yes, confirm it' }).click()
  await ada.waitForURL('**/account/settings')
  await ada.goto(link)
  await ada.getByRole('button', { name: 'Join the class' }).click()
  await ada.getByRole('heading', { name: 'Your work' }).waitFor()
  await post(ada, '/api/submissions', { labId: 'raft', stepId: '03-election', source: CODE })
}

describe('an instructor', () => {
  it('makes a rubric', async () => {
    await beginClass()
    await staff.goto(work)
    await staff.getByRole('link', { name: 'Review by hand' }).click()
    await staff.getByRole('heading', { name: 'Reviews: Elections' }).waitFor()
    await expectSound(staff)
    await staff.getByRole('link', { name: 'Make a rubric' }).click()
    await staff.getByRole('button', { name: 'Add a criterion' }).click()
    await staff.getByLabel('Title', { exact: true }).fill('Names')
    await staff.getByLabel('Level 1', { exact: true }).fill('Each says what it is')
    await staff.getByLabel('Points', { exact: true }).fill('3')
    await staff.getByRole('button', { name: 'Add a level to criterion 1' }).click()
    await staff.getByLabel('Level 2', { exact: true }).fill('Mostly')
    await staff.getByRole('button', { name: 'Keep the rubric' }).click()
    await staff.getByText('Points are numbers').waitFor()
    await staff.getByLabel('Points', { exact: true }).last().fill('1.5')
    await staff.getByText('3 points at most.').waitFor()
    await expectSound(staff)
    await staff.getByRole('button', { name: 'Keep the rubric' }).click()
    await staff.waitForURL(`**${work}/review`)
  })

  it('comes to the next learner by a key, and comments on two lines by keyboard', async () => {
    await staff.getByRole('link', { name: 'Next: Ada' }).waitFor()
    // Keys act once the page has its scripts.
    const press = async (key: string) => {
      await staff.keyboard.press(key)
      return new URL(staff.url()).pathname
    }
    await expect.poll(() => press('n'), { timeout: 60_000 }).toMatch(/\/review\/./)
    await staff.getByRole('heading', { name: 'Ada: Elections' }).waitFor()
    const moveDown = async () => {
      await staff.getByRole('button', { name: 'Comment on line 1', exact: true }).focus()
      await staff.keyboard.press('ArrowDown')
      return staff.evaluate(() => document.activeElement?.getAttribute('data-line'))
    }
    await expect.poll(moveDown, { timeout: 60_000 }).toBe('2')
    await staff.keyboard.press('Shift+ArrowDown')
    await staff.keyboard.press('Enter')
    const field = staff.getByLabel('Comment on lines 2 to 3')
    await field.fill('Why <b>two</b>? See `majority`.')
    await staff.getByLabel('Save it to use again').fill('Why two')
    await expectSound(staff)
    await staff.getByRole('button', { name: 'Comment', exact: true }).click()
    const comment = staff.getByRole('article', { name: 'Comment on lines 2 to 3, by Root' })
    await comment.getByText('Why <b>two</b>?').first().waitFor()
    expect(await comment.getByRole('code').innerText()).toBe('majority')
  })

  it('uses a saved comment, found by its words', async () => {
    await staff.getByRole('button', { name: 'Comment on line 1', exact: true }).click()
    await staff.getByText('Saved comments (1)').click()
    await staff.getByLabel('Find', { exact: true }).fill('majority')
    await staff.getByRole('button', { name: 'Insert: Why two' }).click()
    expect(
      await staff.getByLabel('Comment on line 1', { exact: true }).last().inputValue(),
    ).toContain('`majority`')
    await staff.getByRole('button', { name: 'Cancel' }).click()
  })

  it('chooses by a digit, and keeps a draft of which the learner sees nothing', async () => {
    await staff.getByRole('radio', { name: /^Mostly/ }).focus()
    await staff.keyboard.press('1')
    await staff.getByText('3 points of 3').waitFor()
    await staff.getByLabel('About the whole').fill('Well done.')
    await staff.getByRole('button', { name: 'Keep as a draft' }).click()
    await staff.getByText('The draft is kept.').waitFor()
    await ada.goto(`${work}/feedback`)
    await ada.getByText('There is nothing to read yet').waitFor()
    await expectSound(ada)
    expect(await ada.content()).not.toContain('majority')
    expect((await ada.goto(`${work}/review`))?.status()).toBe(404)
  })

  it('publishes it', async () => {
    await staff.getByRole('button', { name: 'Publish' }).click()
    await staff.getByText('It is published.').waitFor()
    await expectSound(staff)
  })
})

describe('the learner', () => {
  it('comes to the review from the mail, the class and the lab, and answers', async () => {
    expect(await site.linkIn('ada@netsplit.example', 'was reviewed')).toContain(`${work}/feedback`)
    await ada.goto('/labs/raft/03-election')
    await ada.getByRole('link', { name: 'read the review of “Elections”' }).waitFor()
    await ada.goto(place)
    await ada.getByRole('link', { name: 'Read the review of “Elections” (1 comment)' }).click()
    await ada.getByText('3 points of 3').waitFor()
    await ada.getByText('Well done.').waitFor()
    await expectSound(ada)
    const comment = ada.getByRole('article', { name: 'Comment on lines 2 to 3, by Root' })
    await comment.getByText('Answer', { exact: false }).first().click()
    await comment.getByLabel('Your answer').fill('Because of the quorum.')
    await comment.getByRole('button', { name: 'Send the answer' }).click()
    const answers = comment.getByRole('list', { name: 'Answers' })
    await answers.getByText('Because of the quorum.').waitFor()
    expect(await comment.getByRole('button', { name: /Remove/ }).count()).toBe(0)
    await expectSound(ada)
  })

  it('hands in again, and the comment goes along or is outdated', async () => {
    const send = (source: string) =>
      post(ada, '/api/submissions', { labId: 'raft', stepId: '03-election', source })
    const { id = '' } = await send(`// new\n${CODE}`)
    await ada.goto(`${work}/feedback?submission=${id}`)
    await ada.getByRole('article', { name: 'Comment on lines 3 to 4, by Root' }).waitFor()
    const { id: other = '' } = await send('// first line\n// another\n')
    await ada.goto(`${work}/feedback?submission=${other}`)
    await ada.getByRole('heading', { name: /^Outdated: one comment/ }).waitFor()
    await expectSound(ada)
  })
})

describe('the instructor, later on', () => {
  it('sees who answered and who handed in again', async () => {
    await staff.goto(`${work}/review`)
    const row = staff.getByRole('row', { name: /Ada/ })
    await row.getByText('published, and handed in again').waitFor()
    await row.getByText('1 answered by the learner').waitFor()
    await expectSound(staff)
  })

  it('sees whose points a changed rubric changes, before it is kept', async () => {
    await staff.getByRole('link', { name: 'Change the rubric' }).click()
    await staff.getByText('This rubric is in use.').waitFor()
    await staff.getByLabel('Points', { exact: true }).first().fill('4')
    await staff.getByRole('button', { name: 'Keep the rubric' }).click()
    await staff.getByText('3 → 4').waitFor()
    await expectSound(staff)
    await staff.getByRole('button', { name: 'Keep it, and change this review' }).click()
    await staff.waitForURL(`**${work}/review`)
    await staff
      .getByRole('row', { name: /Ada/ })
      .getByRole('cell', { name: '4', exact: true })
      .waitFor()
  })
})
