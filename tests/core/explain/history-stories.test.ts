/**
 * Stories of histories (`golden/histories-*.txt`): a block names a level, gives a history that
 * is not of it (see small-history.ts), and then what is told of it.
 */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { printHistoryStory, tellHistory } from '#core'
import { runScript, scriptsIn } from '../datadriven.ts'
import { judges } from './judge-level.ts'
import { historyOf } from './small-history.ts'

const scripts = scriptsIn(join(import.meta.dirname, 'golden')).filter((file) =>
  basename(file).startsWith('histories-'),
)

function tellBlock(command: string): string {
  const [level = '', ...lines] = command.split('\n')
  const history = historyOf(lines)
  const verdict = judges[level]?.(history)
  if (verdict === undefined) throw new Error(`no checker of "${level}" is listed`)
  if (verdict.verdict !== 'fail') return verdict.verdict
  return printHistoryStory(tellHistory({ ...verdict, history, level }))
}

test('every level has a story in the golden files', () => {
  const told = scripts.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split(/\n\n+/)
      .map((block) => block.split('\n').find((line) => !line.startsWith('#'))),
  )
  expect(Object.keys(judges).filter((level) => !told.includes(level))).toEqual([])
})

test.each(scripts)('%s', (file) => {
  expect(runScript(file, tellBlock)).toEqual([])
})
