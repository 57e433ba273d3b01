/**
 * Every way in which a run or a grading can end, with real code, as the page tells it: in the
 * browser and graded, on a desktop and on a phone, in both themes.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { accessibilityProblems } from '../support/accessibility.ts'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { arrange, openLab, overflow, pane, pasteCode, run, submit } from './lab-page.ts'
import {
  DOES_NOT_COMPILE,
  HOARDS,
  lineOf,
  NEVER_RETURNS,
  NOT_DETERMINISTIC,
  OVER_BUDGET,
  SOLUTION,
  THREW,
  WRONG,
  WRONG_TYPES,
} from './learner-code.ts'

interface Outcome {
  readonly name: string
  readonly source: string
  /** The status line after a run in the browser; left out where only the grader can tell. */
  readonly ran?: RegExp
  /** The status line of the verdict; left out where only a browser run ends so. */
  readonly graded?: RegExp
  /** What the pane of the checks says beside it, after each. */
  readonly ranSays?: readonly RegExp[]
  readonly gradedSays?: readonly RegExp[]
}

const FAILED = /^\d+ of \d+ checks hold, \d+ broken/

const OUTCOMES: readonly Outcome[] = [
  {
    name: 'wrong',
    source: WRONG,
    ran: FAILED,
    ranSays: [
      /Look at “.+” first/,
      /^Broke at event \d+, t = [\d.]+ s, seed 1\.$/,
      /Ask yourself:/,
    ],
    graded: FAILED,
    gradedSays: [/Look at “.+” first/, /^hidden$/, /Ask yourself:/],
  },
  {
    name: 'threw',
    source: THREW,
    ran: FAILED,
    ranSays: [/^Your code threw$/, /^On n2: Error: not today$/],
    graded: FAILED,
    gradedSays: [/^On n2: Error: not today$/, atLine(THREW, 'not today')],
  },
  {
    name: 'never returned',
    source: NEVER_RETURNS,
    ran: /^0 of \d+ checks hold, 1 broken, \d+ not run\.$/,
    ranSays: [/^Your code never returned$/, /^n\d, in onTimer, ran for more than three seconds/],
    graded: /^Time limit reached\.$/,
    gradedSays: [
      /^A handler did not return within 2 seconds, in “.+” with seed 1\. onTimer\("election"\)/,
      /^Look for a loop or a recursion in that handler/,
    ],
  },
  {
    name: 'too much memory',
    source: HOARDS,
    graded: /^Memory limit reached\.$/,
    gradedSays: [/^The code used more memory than it may, in “.+”/, /^Look for a list or a map/],
  },
  {
    name: 'not deterministic',
    source: NOT_DETERMINISTIC,
    ran: FAILED,
    ranSays: [
      /^Not deterministic$/,
      /^Two runs with seed 1 differed first at event \d+\.$/,
      /^Math\.random and Date are seeded here/,
    ],
  },
  {
    name: 'over budget',
    source: OVER_BUDGET,
    ran: FAILED,
    ranSays: [/^Over budget$/, /^More than 2,000 events at one instant: time stood still\./],
    graded: FAILED,
    gradedSays: [/^More than 2,000 events at one instant/, /same for everybody/],
  },
  {
    name: 'does not compile',
    source: DOES_NOT_COMPILE,
    ran: /^Your code does not compile\.$/,
    ranSays: [/^\d+ places? where it does not compile$/, atLine(DOES_NOT_COMPILE, 'onTimer(name')],
    graded: /^Your code does not compile\.$/,
    gradedSays: [/^1 place where it does not compile$/, atLine(DOES_NOT_COMPILE, 'onTimer(name')],
  },
  {
    name: 'types that do not fit, which run all the same',
    source: WRONG_TYPES,
    ran: /^All \d+ checks hold\.$/,
    ranSays: [/^1 type error: the code still runs$/, atLine(WRONG_TYPES, 'note(12)')],
  },
  {
    name: 'passed',
    source: SOLUTION,
    ran: /^All \d+ checks hold\.$/,
    ranSays: [/^Submit to have it tried with other faults/, /^20 of 20 seeds$/],
    graded: /^Passed\. Every check holds, hidden ones too\.$/,
    gradedSays: [/This step is done|the last step of this lab/, /^hidden$/],
  },
]

/** The link to a line: `Your code, line 12`, or `line 12` of a compiler's message. */
function atLine(source: string, text: string): RegExp {
  return new RegExp(`^(Your code, )?line ${lineOf(source, text)}(:.*)?$`)
}

let browser: OpenBrowser
let page: Page
const problems: string[] = []

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.context.newPage()
  page.on('pageerror', (error) => problems.push(String(error)))
  await onDesktop()
  await openLab(page)
})
afterAll(() => browser.close())

async function onDesktop() {
  await page.setViewportSize({ width: 1280, height: 800 })
}

/** The same results where one pane shows at a time; back to the desktop afterwards. */
async function everywhere(look: (where: string) => Promise<void>) {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 800 })
    if (width === 390) await page.getByRole('button', { name: 'Checks', exact: true }).click()
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      await look(`${colorScheme}, ${width} px`)
    }
  }
  await onDesktop()
}

/** Looks at what is said, in each theme and at each size. */
async function expectToldEverywhere(says: readonly RegExp[]) {
  const checks = pane(page, 'Checks')
  await everywhere(async (where) => {
    for (const words of says) await checks.getByText(words).first().waitFor()
    expect(await accessibilityProblems(page), where).toEqual([])
    expect(await overflow(page), where).toBeLessThanOrEqual(0)
  })
  expect(problems).toEqual([])
}

const RAN = OUTCOMES.flatMap(({ ran, ...rest }) => (ran === undefined ? [] : [{ ...rest, ran }]))
const GRADED = OUTCOMES.flatMap(({ graded, ...rest }) =>
  graded === undefined ? [] : [{ ...rest, graded }],
)

it.each(RAN)('a browser run: $name', async ({ source, ran, ranSays = [] }) => {
  await arrange(page, 'Code')
  await pasteCode(page, source)
  expect(await run(page)).toMatch(ran)
  await expectToldEverywhere(ranSays)
})

it.each(GRADED)('a verdict: $name', async ({ source, graded, gradedSays = [] }) => {
  await arrange(page, 'Code')
  await pasteCode(page, source)
  expect(await submit(page)).toMatch(graded)
  await expectToldEverywhere(gradedSays)
})
