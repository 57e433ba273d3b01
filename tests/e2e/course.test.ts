/** A reader's way: course map, lesson, figure, glossary; with and without JavaScript. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityProblems } from '../support/accessibility.ts'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'

const LESSON = '/learn/the-three-of-cap-precisely'

const PAGES = [
  '/',
  '/learn',
  LESSON,
  '/glossary',
  '/cheat-sheet',
  '/search?q=lease',
  '/sign-in',
  '/sign-up',
  '/account',
  '/nowhere',
]

describe('with JavaScript', () => {
  let browser: OpenBrowser
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser({ viewport: { width: 1280, height: 800 } })
    page = await browser.context.newPage()
  })
  afterAll(() => browser.close())

  it.each(PAGES)(
    '%s has no accessibility problem, in either theme, on desktop and phone',
    async (path) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        for (const width of [1280, 390]) {
          await page.emulateMedia({ colorScheme })
          await page.setViewportSize({ width, height: 844 })
          await page.goto(path)
          expect(await accessibilityProblems(page), `${colorScheme}, ${width} px`).toEqual([])
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - innerWidth,
          )
          expect(overflow, `${width} px`).toBeLessThanOrEqual(0)
        }
      }
      await page.setViewportSize({ width: 1280, height: 800 })
    },
  )

  it('leads from the map to the lesson, and to the lab', async () => {
    await page.goto('/learn')
    await page.getByRole('link', { name: 'The three of CAP, precisely' }).first().click()
    await page.waitForURL(`**${LESSON}`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      'The three of CAP, precisely',
    )
    await page.goto('/learn')
    const lab = page.getByRole('link', { name: /elect a leader/ }).first()
    expect(await lab.getAttribute('href')).toBe('/labs/raft/03-election')
  })

  it('draws what builds on what, to be followed by keyboard', async () => {
    await page.goto('/learn')
    const graph = page.getByRole('navigation', { name: 'Graph of the course' })
    const lesson = graph.getByRole('link', { name: 'Kinds of cut' })
    await lesson.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/learn/kinds-of-cut')
    await page.goto('/learn')
    const needs = page.getByText('Needs: What can go wrong; The three of CAP, precisely')
    expect(await needs.first().isVisible()).toBe(true)
    expect(await graph.getByText('4 lessons coming').count()).toBeGreaterThan(0)
  })

  it('prints a lesson whole: figures still, answers open, addresses written out', async () => {
    await page.goto(LESSON)
    // Dark on the screen must not be light ink on white paper.
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const shown = (text: string) => page.getByText(text).first().isVisible()
    expect(await shown('There are three things to do.')).toBe(true)
    const figure = page.getByRole('figure').filter({ hasText: 'One register, two nodes' })
    expect(await figure.getByRole('table', { name: 'What each choice gives' }).isVisible()).toBe(
      true,
    )
    expect(await figure.locator('.figure-bench').isVisible()).toBe(false)
    expect(await page.locator('.recall-answers').first().isVisible()).toBe(true)
    expect(await page.getByRole('banner').isVisible()).toBe(false)
    const printed = await page
      .locator('.sources a')
      .first()
      .evaluate((link) => getComputedStyle(link, '::after').content)
    expect(printed).toMatch(/https:\/\//)
    const ink = await page.evaluate(() => getComputedStyle(document.body).color)
    expect(Math.max(...(ink.match(/\d+/g) ?? []).slice(0, 3).map(Number))).toBeLessThan(100)
    await page.emulateMedia({ media: null, colorScheme: 'light' })
  })

  it('runs the figure: predict, run, compare', async () => {
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(String(error)))
    await page.goto(LESSON)
    const frame = page.getByRole('figure').filter({ hasText: 'One register, two nodes' })
    // It is loaded when it comes near.
    await frame.scrollIntoViewIfNeeded()
    const figure = frame.locator('.figure-bench')
    await figure.getByRole('radio', { name: /^42$/ }).check()
    await figure.getByRole('button', { name: 'Run' }).click()
    await figure.getByText('You predicted 42; it came out as 7.').waitFor()
    await figure
      .getByText(/^c2 read 7 although a newer write had finished/)
      .last()
      .waitFor()

    await figure.getByRole('radio', { name: /^Refuse/ }).check()
    await figure.getByRole('button', { name: 'Run' }).click()
    await figure
      .getByText(/^c2 got an error from a live node/)
      .last()
      .waitFor()
    expect(await figure.getByRole('row').count()).toBe(3)

    await figure.getByRole('tab', { name: 'Events' }).click()
    await figure
      .getByRole('cell', { name: 'is told: error, the other node does not answer' })
      .waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    expect(problems).toEqual([])
  })

  it('explains a word by keyboard and gives the focus back', async () => {
    await page.goto(LESSON)
    const term = page.getByRole('button', { name: 'nodes' }).first()
    await term.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByText('One participant of the system').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(await term.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(new URL(page.url()).pathname).toBe(LESSON)
  })

  it('says why an answer to a recall question is wrong', async () => {
    await page.goto(LESSON)
    const question = page.locator('form').filter({ hasText: '99.999 %' })
    await question.getByRole('radio').first().check()
    await question.getByRole('button', { name: 'Check' }).click()
    await question.getByText(/Not quite\. High availability/).waitFor()
    await question.getByRole('radio').nth(1).check()
    await question.getByRole('button', { name: 'Check' }).click()
    await question.getByText(/^Right\./).waitFor()
  })

  it('keeps the chosen theme, and never flashes the other', async () => {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto('/learn')
    await page.getByRole('radio', { name: 'Dark' }).check({ force: true })
    await page.reload()
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
    await page.getByRole('radio', { name: 'As the system has it' }).check({ force: true })
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('light')
  })

  it('asks nothing of any other site', async () => {
    const foreign: string[] = []
    const own = new URL(page.url()).origin
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url())
      if (protocol.startsWith('http') && origin !== own) foreign.push(request.url())
    })
    for (const path of PAGES) await page.goto(path)
    expect(foreign).toEqual([])
  })
})

describe('without JavaScript', () => {
  let browser: OpenBrowser

  beforeAll(async () => {
    browser = await openBrowser({ javaScriptEnabled: false })
  })
  afterAll(() => browser.close())

  it('the lesson can be read, its answers opened, its words followed', async () => {
    const page = await browser.context.newPage()
    await page.goto(LESSON)
    await page.getByText('I have an answer: compare').click()
    expect(await page.getByText('There are three things to do.').isVisible()).toBe(true)
    const figure = page.getByRole('figure').filter({ hasText: 'One register, two nodes' })
    expect(await figure.getByRole('table', { name: 'What each choice gives' }).isVisible()).toBe(
      true,
    )
    expect(await figure.locator('.figure-bench').isVisible()).toBe(false)
    const question = page.locator('form').filter({ hasText: '99.999 %' })
    expect(await question.getByText(/Right\./).isVisible()).toBe(true)
    expect(await page.getByRole('region', { name: 'What you did here' }).count()).toBe(0)
    await page.locator('a.term').first().click()
    expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe('/glossary#node')
  })

  it('the map can be followed, and every lesson has its text, figures and answers', async () => {
    const page = await browser.context.newPage()
    await page.goto('/learn')
    const graph = page.getByRole('navigation', { name: 'Graph of the course' })
    const paths = await graph
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(paths.length).toBeGreaterThan(30)
    for (const path of paths) {
      await page.goto(path)
      expect(await page.locator('.figure-text').first().isVisible(), path).toBe(true)
      expect(await page.locator('.recall-answers').count(), path).toBeGreaterThan(2)
      expect(await page.locator('.recall-answers').first().isVisible(), path).toBe(true)
    }
  })
})
