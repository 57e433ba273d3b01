/**
 * A platform is registered; somebody who teaches comes out of its frame, connects a course and
 * links an assignment; a learner comes by that link; and the released grade is back there.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { INSTRUCTOR, LEARNER, type Visit } from '../support/lti/claims.ts'
import { type LtiPlatform, loginParameters, startLtiPlatform } from '../support/lti/platform.ts'
import { becomeAdministrator } from './class-page.ts'
import { type JourneySite, startJourneySite } from './journey-site.ts'
import { expectSound } from './sound-page.ts'

const PICTURES = 'tests/output/lti'

let site: JourneySite
let platform: LtiPlatform
const browsers: OpenBrowser[] = []
let root: Page
let teacher: Page
let learner: Page
/** `/classes/…` of the class that is made. */
let place = ''
let custom: Readonly<Record<string, string>> = {}

beforeAll(async () => {
  site = await startJourneySite()
  platform = await startLtiPlatform(async () => (await fetch(`${site.url}/lti/jwks`)).json())
  root = await newPage()
  teacher = await newPage()
  learner = await newPage()
})
afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()))
  await platform?.stop()
  await site?.stop()
})

async function newPage(): Promise<Page> {
  const browser = await openBrowser({ baseURL: site.url })
  browsers.push(browser)
  return browser.context.newPage()
}

function setVisit(visit: Omit<Visit, 'target'>): void {
  const path = visit.isChoosing === true ? '/lti/deep-link' : '/lti/launch'
  platform.setVisit({ ...visit, target: site.url + path })
}

/** Where the platform begins, for a link or for choosing one. */
function loginAt(path: '/lti/launch' | '/lti/deep-link'): string {
  const parameters = loginParameters(platform.registration.issuer, site.url + path)
  return `${site.url}/lti/login?${parameters.toString()}`
}

function framed(login: string): string {
  return `${platform.registration.issuer}/course?tool=${encodeURIComponent(login)}`
}

async function post(page: Page, path: string, body: object): Promise<unknown> {
  return page.evaluate(
    async ([to, text]) => {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(to, { method: 'POST', headers, body: text })
      if (!response.ok) throw new Error(await response.text())
      return response.status === 204 ? undefined : response.json()
    },
    [path, JSON.stringify(body)] as const,
  )
}

const GRACE = {
  person: { sub: 'grace', name: 'Grace Hopper', email: 'grace@school.example' },
  roles: INSTRUCTOR,
} as const
const ADA = {
  person: { sub: 'ada', name: 'Ada Lovelace', email: 'ada@school.example' },
  roles: LEARNER,
} as const

it('an administrator registers a platform, and sees that it answers', async () => {
  await becomeAdministrator(root, site.administratorLink)
  await root.getByRole('link', { name: 'Learning platforms' }).click()
  await root.getByText('None so far.').waitFor()
  await expectSound(root, `${PICTURES}/admin-empty`)
  const { issuer, clientId, authUrl, tokenUrl, jwksUrl, deploymentIds } = platform.registration
  const form = root.locator('form').filter({ hasText: 'Register the platform' })
  await form.getByLabel('Name').fill('Test University')
  await form.getByLabel('Issuer (platform id)').fill(issuer)
  await form.getByLabel('Client id').fill(clientId)
  await form.getByLabel('Authentication request URL').fill(authUrl)
  await form.getByLabel('Access token URL').fill(tokenUrl)
  await form.getByLabel('Public keyset (JWKS) URL').fill('http://10.0.0.1/jwks')
  await form.getByLabel('Deployment ids').fill(deploymentIds.join('\n'))
  await form.getByLabel('Whoever teaches a course there').check()
  await form.getByRole('button', { name: 'Register the platform' }).click()
  await form.getByText('It must begin with https://.').waitFor()
  await form.getByLabel('Public keyset (JWKS) URL').fill(jwksUrl)
  await form.getByRole('button', { name: 'Register the platform' }).click()
  await root.getByRole('link', { name: 'Test University' }).click()
  await root.getByRole('button', { name: 'Try it' }).click()
  await root.getByText('It answers, and knows this site.').waitFor()
  await expectSound(root, `${PICTURES}/admin-platform`)
})

it('who teaches comes out of the frame, and connects the course with a class', async () => {
  setVisit(GRACE)
  await teacher.goto(framed(loginAt('/lti/launch')))
  const opened = teacher.waitForEvent('popup')
  await teacher.frameLocator('iframe').getByRole('link', { name: 'Open Netsplit' }).click()
  const page = await opened
  await page.getByRole('heading', { name: 'Have you been here before?' }).waitFor()
  await expectSound(page, `${PICTURES}/welcome-who`)
  await page.getByRole('button', { name: 'Make an account for me, and go on' }).click()
  await page.getByRole('heading', { name: 'Which class is this course?' }).waitFor()
  await expectSound(page, `${PICTURES}/welcome-class`)
  await page.getByLabel('Term').fill('Autumn')
  await page.getByRole('button', { name: 'Make the class' }).click()
  await page.waitForURL(/\/classes\/[0-9a-f-]{36}$/)
  place = new URL(page.url()).pathname
  await teacher.close()
  teacher = page
})

it('links an assignment without leaving the frame', async () => {
  await post(teacher, `/api${place}/assignments`, {
    title: 'Elections',
    kind: 'step',
    target: 'raft',
    stepIds: ['03-election'],
    opensAt: '2026-10-01T08:00',
    dueAt: '',
    lateUntil: '',
    latePercentDay: '0',
    reference: 'asUsual',
    hints: 'asUsual',
    allowsSharing: true,
    points: '20',
    attemptPolicy: 'best',
    shareRule: 'share',
  })
  setVisit({ ...GRACE, isChoosing: true })
  const page = await teacher.context().newPage()
  await page.goto(framed(loginAt('/lti/deep-link')))
  const frame = page.frameLocator('iframe')
  await frame.getByRole('radio', { name: 'Elections' }).check()
  await page.screenshot({ path: 'tests/output/lti/choosing-1280.png' })
  await frame.getByRole('button', { name: 'Use this' }).click()
  await frame.getByText('It is linked.').waitFor()
  const items = platform.services.choices[0]?.[
    'https://purl.imsglobal.org/spec/lti-dl/claim/content_items'
  ] as readonly { readonly title: string; readonly custom: typeof custom }[]
  expect(items[0]?.title).toBe('Elections')
  custom = items[0]?.custom ?? {}
  await page.close()
})

it('a learner comes by that link to the work', async () => {
  setVisit({ ...ADA, custom })
  await learner.goto(loginAt('/lti/launch'))
  await learner.getByRole('button', { name: 'Make an account for me, and go on' }).click()
  await learner.waitForURL('**/labs/raft/03-election')
  await learner.goto(place)
  await learner.getByText('Elections').first().waitFor()
})

it('the grade is on the platform as soon as it is released', async () => {
  await teacher.goto(`${place}/settings/lti`)
  await teacher.getByText('No grade is released yet.').waitFor()
  await expectSound(teacher, `${PICTURES}/class-empty`)
  const assignmentId = custom.netsplit_assignment ?? ''
  await post(learner, '/api/submissions', {
    labId: 'raft',
    stepId: '03-election',
    source: 'this does not compile',
  })
  await post(teacher, `/api${place}/assignments/${assignmentId}/released`, { isReleased: true })
  const told = async () => {
    await post(teacher, `/api${place}/lti/grades`, {})
    return platform.services.scores.at(-1)
  }
  await expect
    .poll(told, { timeout: 120_000, interval: 3_000 })
    .toMatchObject({ userId: 'ada', scoreGiven: 0, scoreMaximum: 20 })
  platform.services.members = [
    { user_id: 'ada', name: 'Ada Lovelace', email: 'ada@school.example', roles: LEARNER },
    { user_id: 'bob', name: 'Bob', email: 'bob@school.example', roles: LEARNER },
    { user_id: 'eve', name: 'Eve', roles: LEARNER },
  ]
  await teacher.reload()
  await teacher.getByRole('button', { name: /See who learns there/ }).click()
  await teacher.getByText('2 new, 0 changed').waitFor()
  await expectSound(teacher, `${PICTURES}/class`)
  await teacher.getByRole('button', { name: 'Take 2 learners onto the roster' }).click()
  await teacher.getByText('Taken over: 2 new, 0 changed.').waitFor()
})
