/**
 * Stories of transactions (`golden/transactions.txt`): a block names a level and an anomaly,
 * gives transactions (see small-history.ts) and their ties, and then what is told of them.
 */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { printHistoryStory, tellHistory } from '#core'
import type { Relation, RelationKind } from '../../../grader/core/check/history-verdict.ts'
import { LEVELS } from '../../../grader/core/check/levels/levels.ts'
import { ANOMALY_KINDS } from '../../../grader/core/check/transactions/anomaly-kinds.ts'
import { ISOLATION_LEVELS } from '../../../grader/core/check/transactions/isolation-levels.ts'
import { hasAnomalyWording } from '../../../grader/core/explain/wording/isolation.ts'
import { runScript } from '../datadriven.ts'
import { judges } from './judge-level.ts'
import { historyOf } from './small-history.ts'

function tellBlock(command: string): string {
  const [head = '', ...lines] = command.split('\n')
  const [level = '', kind = ''] = head.split(' ')
  const ties = lines.flatMap(tieOf)
  const history = historyOf(lines.filter((line) => tieOf(line).length === 0))
  const operations = history.operations.map(({ id }) => id)
  const message = 'The transactions form a circle.'
  const anomaly = { kind, message, operations, relations: ties }
  return printHistoryStory(tellHistory({ history, level, anomaly }))
}

function tieOf(line: string): readonly Relation[] {
  const match = /^(\d+) > (\d+) (\S+)$/.exec(line)
  if (match === null) return []
  return [{ from: Number(match[1]), to: Number(match[2]), kind: match[3] as RelationKind }]
}

test('transactions are told as they are in the golden file', () => {
  const file = join(import.meta.dirname, 'golden/transactions.txt')
  expect(runScript(file, tellBlock)).toEqual([])
})

test('every kind of anomaly of transactions has words of its own', () => {
  const kinds = [...ANOMALY_KINDS.keys()]
  expect(kinds.length).toBeGreaterThan(15)
  expect(kinds.filter((kind) => !hasAnomalyWording(kind))).toEqual([])
})

test('every level has a claim, a question and an end of its own', () => {
  const history = historyOf(['c1 read x 1'])
  const tell = (level: string, kind: string) => {
    const anomaly = { kind, message: 'It broke.', operations: [0], relations: [] }
    return tellHistory({ history, level, anomaly })
  }
  const plain = tell('no-such-level', 'no-such-kind')
  const levels = [...LEVELS, ...ISOLATION_LEVELS]
  const stories = levels.map(({ id }) => tell(id, 'not-named'))
  expect(stories.map(({ claim }) => claim)).toEqual(levels.map(({ sentence }) => sentence))
  for (const { ask, steps } of stories) {
    expect(ask).toMatch(/\?$/)
    expect(ask).not.toBe(plain.ask)
    expect(steps[0]?.text).not.toBe(plain.steps[0]?.text)
  }
  const registers = LEVELS.map(({ id }) => tell(id, 'not-named'))
  expect(new Set(registers.map(({ ask }) => ask)).size).toBe(LEVELS.length)
  expect(new Set(registers.map(({ steps }) => steps[0]?.text)).size).toBe(LEVELS.length)
})

test('every level of reads and writes is judged for its story', () => {
  expect(Object.keys(judges).sort()).toEqual(LEVELS.map(({ id }) => id).sort())
})
