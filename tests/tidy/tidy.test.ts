/** Habits that keep the rooms easy to read, as tests. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findStep } from '#labs/index.ts'
import { ROOT } from '../../scripts/state/paths.ts'
import { foldersIn, ROOMS, type SourceFile, sourceFiles } from './source-files.ts'

const files = sourceFiles()
const code = files.filter(({ path }) => /\.(ts|tsx|cjs)$/.test(path))
const labs = foldersIn('labs').filter((lab) => existsSync(join(ROOT, 'labs', lab, 'steps')))
const README_LINES_MAX = 40
const CODE_LINES_MAX = 300
/** What a learner writes is one file, as the editor has it, and a track ends with a whole server. */
const LEARNER_LINES_MAX = 800
const LEARNER = /^labs\/[^/]+\/(steps\/[^/]+\/(solution|starter)|variants\/.+)\.ts$/

function linesOf(text: string): number {
  return text.trimEnd().split('\n').length
}

/** `path:line: text` of each line that matches. */
function findIn(among: readonly SourceFile[], pattern: RegExp): readonly string[] {
  return among.flatMap(({ path, text }) =>
    text
      .split('\n')
      .map((line, index) => ({ line, place: `${path}:${index + 1}` }))
      .filter(({ line }) => pattern.test(line))
      .map(({ line, place }) => `${place}: ${line.trim()}`),
  )
}

describe('files', () => {
  test('are found', () => {
    expect(code.length).toBeGreaterThan(150)
  })

  test(`of code have at most ${CODE_LINES_MAX} lines`, () => {
    const linesMax = (path: string) => (LEARNER.test(path) ? LEARNER_LINES_MAX : CODE_LINES_MAX)
    const long = code.filter(({ path, text }) => linesOf(text) > linesMax(path))
    expect(long.map(({ path, text }) => `${path}: ${linesOf(text)}`)).toEqual([])
  })

  test('open with a comment that says what they are for', () => {
    const silent = code.filter(
      ({ path, text }) =>
        !/^(#!.*\n)?(\s*['"]use (client|server|strict)['"]\n+|import 'server-only'\n+)*\s*\/[/*]/.test(
          text,
        ) &&
        !/(^labs\/[^/]+\/(steps|variants)\/|\.(test|config)\.ts$|^app\/.*\/(page|layout|route)\.tsx?$)/.test(
          path,
        ),
    )
    expect(silent.map(({ path }) => path)).toEqual([])
  })

  test('leave no reminders behind', () => {
    // Written apart, so that this file is not one of those.
    const reminders = new RegExp(
      `\\b(${[
        ['TO', 'DO'],
        ['FIX', 'ME'],
        ['X', 'XX'],
      ]
        .map((parts) => parts.join(''))
        .join('|')})\\b`,
    )
    expect(findIn(files, reminders)).toEqual([])
  })

  test('name no place of the machine that they were written on', () => {
    expect(findIn(files, /(^|[\s'"`(])\/(work|home|Users|root)\/[a-z]/)).toEqual([])
  })

  test('are called after what they hold', () => {
    const vague = code.filter(({ path }) => /\/(utils?|helpers?|misc|common)(\.|\/)/.test(path))
    expect(vague.map(({ path }) => path)).toEqual([])
  })
})

describe('core', () => {
  const core = code
    .filter(({ path }) => path.startsWith('grader/core/'))
    .map(({ path, text }) => ({ path, text: withoutComments(text) }))

  test.each([
    ['any', /(:|<|\bas)\s*any\b/],
    ['chance outside of a seed', /\bMath\.random\b|\bcrypto\b/],
    ['the time of the host', /\bDate\b|\bperformance\b|\bset(Timeout|Interval|Immediate)\b/],
    ['functions that differ between languages', /\btoLocale\w+|\bIntl\b|\blocaleCompare\b/],
    ['functions that differ between engines', /\bMath\.(exp|expm1|log\w*|sin|cos|tan|pow|sqrt)\b/],
    // A history has processes too: only the host's has members like these.
    ['output', /\bconsole\b|\bprocess\.(argv|env|exit|on|std\w+)\b/],
  ])('is free of: %s', (_what, pattern) => {
    expect(core.length).toBeGreaterThan(10)
    expect(findIn(core, pattern)).toEqual([])
  })
})

/** Keeps the lines, so that places stay right. */
function withoutComments(text: string): string {
  return text
    .replaceAll(/\/\*[^]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
    .replaceAll(/(^|\s)\/\/.*$/gm, '')
}

describe('a room', () => {
  test.each([...ROOMS, ...labs.map((lab) => `labs/${lab}`)])('%s explains itself', (room) => {
    const readme = join(ROOT, room, 'README.md')
    expect(existsSync(readme), `${room}/README.md is missing`).toBe(true)
    expect(linesOf(readFileSync(readme, 'utf8'))).toBeLessThanOrEqual(README_LINES_MAX)
  })
})

describe('a lab', () => {
  test('is there', () => {
    expect(labs.length).toBeGreaterThan(0)
  })

  const steps = labs.flatMap((lab) => foldersIn(`labs/${lab}/steps`).map((step) => ({ lab, step })))

  test.each(steps)('step $lab/$step has all its parts, and mutants', ({ lab, step }) => {
    const folder = join(ROOT, 'labs', lab, 'steps', step)
    const parts = ['instructions.mdx', 'starter.ts', 'visible.ts', 'hidden.ts']
    expect(parts.filter((part) => !existsSync(join(folder, part)))).toEqual([])
    expect(readdirSync(join(folder, 'mutants')).length).toBeGreaterThan(0)
  })

  test.each(steps)('step $lab/$step has one solution, its own or that of another', (names) => {
    const found = findStep(names.lab, names.step)
    expect(found, 'lab.ts does not list the step').toBeDefined()
    const folder = join(ROOT, 'labs', names.lab, 'steps')
    const hasOwn = existsSync(join(folder, names.step, 'solution.ts'))
    expect(hasOwn, 'a solution of its own').toBe(found?.step.solutionOf === undefined)
    const holder = found?.step.solutionOf ?? names.step
    expect(existsSync(join(folder, holder, 'solution.ts')), holder).toBe(true)
  })
})
