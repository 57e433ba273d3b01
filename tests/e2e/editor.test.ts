/** The code pane: its files, the editor's comforts, and the plain editor in its place. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityProblems } from '../support/accessibility.ts'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { codeText, focusEditor, savingIs } from './editor-page.ts'
import { LAB, openLab, pasteCode } from './lab-page.ts'

/** Untidy, and with a mistake in its types. */
const UNTIDY = [
  "import { RaftNode } from 'netsplit/raft'",
  'export class Raft extends RaftNode {',
  '      onStart() {',
  "  this.role = 'king'",
  '    const stayed=1;   this.setTimer("t",stayed)',
  '  }',
  '}',
  '',
].join('\n')

const THROWS = [
  "import { RaftNode } from 'netsplit/raft'",
  'export class Raft extends RaftNode {',
  '  onStart() {',
  "    throw new Error('not today')",
  '  }',
  '}',
].join('\n')

let browser: OpenBrowser
let page: Page

beforeAll(async () => {
  browser = await openBrowser({ viewport: { width: 1280, height: 800 } })
  page = await browser.context.newPage()
  await openLab(page)
})
afterAll(() => browser.close())

async function command(name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  const palette = page.getByRole('dialog', { name: 'Commands' })
  await palette.getByRole('combobox').and(page.locator(':focus')).waitFor()
  await page.keyboard.type(name)
  await palette.getByRole('option', { name }).first().waitFor()
  await page.keyboard.press('Enter')
  await palette.waitFor({ state: 'detached' })
}

async function putCursor(line: number, column: number): Promise<void> {
  await focusEditor(page)
  await page.keyboard.press('Control+g')
  await page.keyboard.type(`${line}:${column}`)
  await page.keyboard.press('Enter')
}

describe('the keyboard', () => {
  it('is told how to leave the editor, the first time that it comes in', async () => {
    expect(await page.getByText('Tab moves focus').count()).toBe(0)
    await focusEditor(page)
    await page.getByText('Tab indents here. Ctrl+M: Tab moves focus.').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.keyboard.press('Control+m')
    await page.keyboard.press('Tab')
    const isInside = () =>
      page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null)
    expect(await isInside()).toBe(false)
    await page.getByRole('button', { name: 'Got it' }).click()
    await focusEditor(page)
    await page.keyboard.press('Control+m')
    await page.reload()
    await page.locator('.monaco-editor .view-line').first().waitFor()
    await focusEditor(page)
    expect(await page.getByText('Tab indents here.').count()).toBe(0)
  })

  it('moves between the files with the arrows', async () => {
    await page.getByRole('tab', { name: 'main.ts' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('tab', { name: 'netsplit/raft', selected: true }).waitFor()
    await page.locator('.view-line').filter({ hasText: 'interface RequestVoteReply' }).waitFor()
    await page.keyboard.press('End')
    await page.getByRole('tab', { name: 'starter', selected: true }).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.keyboard.press('Home')
    await page.getByRole('tab', { name: 'main.ts', selected: true }).waitFor()
  })
})

describe('the comforts', () => {
  it('format, and the mistakes in the list of checks', async () => {
    await page.getByRole('button', { name: 'Code', exact: true }).click()
    await pasteCode(page, UNTIDY)
    const problem = page.getByRole('region', { name: 'Checks' }).getByText(/"king"/)
    await problem.first().waitFor()
    await command('Format the code')
    await expect
      .poll(() => codeText(page))
      .toContain('    const stayed = 1; this.setTimer("t", stayed)')
  })

  it('go to a definition in the kit, and come back', async () => {
    await putCursor(2, 30)
    await page.keyboard.press('F12')
    await page.getByRole('tab', { name: 'netsplit/raft', selected: true }).waitFor()
    await page.locator('.view-line').filter({ hasText: 'class RaftNode' }).waitFor()
    await page.keyboard.type('nonsense')
    expect(await codeText(page)).not.toContain('nonsense')
    await page.getByRole('button', { name: 'Back to my code' }).click()
    await page.locator('.view-line').filter({ hasText: 'class Raft extends' }).waitFor()
  })

  it('rename a name everywhere', async () => {
    await putCursor(5, 13)
    await page.keyboard.press('F2')
    await page.locator('.rename-input:focus').waitFor()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('patience')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => codeText(page))
      .toContain('const patience = 1; this.setTimer("t", patience)')
  })

  it('find, from the palette too', async () => {
    await command('Find')
    await page.locator('.find-widget.visible').waitFor()
    await page.keyboard.press('Escape')
  })

  it('size and wrapping, remembered', async () => {
    await command('Larger code')
    await page.getByRole('button', { name: 'Editor options' }).click()
    await page.getByText('15 px').waitFor()
    await page.getByLabel('Wrap long lines').check()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.reload()
    await page.locator('.monaco-editor .view-line').first().waitFor()
    const size = () =>
      page
        .locator('.view-lines')
        .first()
        .evaluate((lines) => getComputedStyle(lines).fontSize)
    expect(await size()).toBe('15px')
    await page.getByRole('button', { name: 'Editor options' }).click()
    expect(await page.getByLabel('Wrap long lines').isChecked()).toBe(true)
    await page.keyboard.press('Escape')
    // It gives the focus back when it has closed, and takes it from what was opened meanwhile.
    await page.getByLabel('Wrap long lines').waitFor({ state: 'detached' })
  })
})

describe('a plain text field as the editor', () => {
  it('is chosen once, keeps the code, and fetches nothing of the full one', async () => {
    await command('Use a plain text field as the editor')
    const field = page.getByRole('textbox', { name: 'Your code', exact: true })
    await expect.poll(() => field.inputValue()).toContain('patience')
    const loaded: string[] = []
    page.on('request', (request) => loaded.push(request.url()))
    await page.reload()
    await field.waitFor()
    await expect.poll(() => field.inputValue()).toContain('patience')
    expect(await accessibilityProblems(page)).toEqual([])
    expect(loaded.filter((url) => url.includes('/monaco/'))).toEqual([])
  })

  it('saves by itself, runs, and goes to the line that threw', async () => {
    const field = page.getByRole('textbox', { name: 'Your code', exact: true })
    await field.fill(THROWS)
    await savingIs(page, 'Saved')
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await page
      .getByRole('button', { name: /line 4/ })
      .first()
      .click()
    await page.getByText(/^Line 4, column \d+$/).waitFor()
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('shows the other files, to read', async () => {
    await page.getByRole('tab', { name: 'netsplit/raft' }).click()
    await page.getByLabel('netsplit/raft: types of the kit, to read').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Back to my code' }).click()
    await page.getByRole('textbox', { name: 'Your code', exact: true }).waitFor()
  })

  it('gives way to the full one again', async () => {
    await page.getByRole('button', { name: 'Editor options' }).click()
    await page.getByLabel('Plain text field').uncheck()
    await page.locator('.monaco-editor .view-line').filter({ hasText: 'not today' }).waitFor()
  })
})

it('the editor that cannot be fetched leaves a plain one to use', async () => {
  const own = await openBrowser({ viewport: { width: 1280, height: 800 } })
  const learner = await own.context.newPage()
  await learner.route('**/monaco/**', (route) => route.abort())
  await learner.goto(LAB)
  await learner.getByText('The editor could not be loaded.').waitFor()
  await learner.getByRole('button', { name: 'edit in a plain text field' }).click()
  await learner.getByRole('textbox', { name: 'Your code', exact: true }).fill('// plain\n')
  await savingIs(learner, 'Saved')
  await own.close()
})

it('a phone shows the line that threw, to read', async () => {
  const pocket = await openBrowser({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  })
  const phone = await pocket.context.newPage()
  const source = `${'// a line\n'.repeat(60)}${THROWS}`
  await phone.addInitScript(
    ([key, draft]) => localStorage.setItem(key ?? '', draft ?? ''),
    ['netsplit:draft:raft/03-election', JSON.stringify({ source, savedAt: 1 })],
  )
  await phone.goto(LAB)
  await phone.getByRole('button', { name: 'Run', exact: true }).click()
  await phone
    .getByRole('button', { name: /line 64/ })
    .first()
    .click()
  await phone.locator('[data-line="64"]').waitFor()
  await expect
    .poll(() =>
      phone.locator('[data-line="64"]').evaluate((mark) => {
        const { top, bottom } = mark.getBoundingClientRect()
        return top > 0 && bottom < innerHeight
      }),
    )
    .toBe(true)
  await pocket.close()
})
