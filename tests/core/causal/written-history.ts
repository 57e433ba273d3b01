/**
 * Histories as one reads them in a paper, one operation a line, in order of calls:
 *
 *     c1 w x=1          c1 wrote x = 1
 *     c2 r x=0          c2 read x = 0
 *     c1 w? x=2         c1 never learnt whether it wrote x = 2
 *     c1 w! x=3         c1's write of x = 3 failed
 *     c1 w x=4 @10-30   called at 10 ms, returned at 30 ms
 *
 * Without times, each operation returns before the next one is called.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { History, Json, Operation, Outcome } from '#core'
import { ROOT } from '../../../scripts/state/paths.ts'

const LINE = /^(\w+) ([rw])([?!]?) (\w*)=(.+?)(?: @(\d+)-(\d+))?$/

export function historyOf(text: string): History {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return { operations: lines.map(operationOf) }
}

function operationOf(line: string, id: number): Operation {
  const found = LINE.exec(line)
  if (found === null) throw new Error(`cannot read "${line}"`)
  const [, process = '', letter, mark, key = '', valueText = '', from, to] = found
  const value = JSON.parse(valueText) as Json
  const isWrite = letter === 'w'
  const outcome: Outcome = mark === '?' ? 'info' : mark === '!' ? 'fail' : 'ok'
  const isTimed = from !== undefined && to !== undefined
  const call = isTimed ? Number(from) : id * 2
  const end = isTimed ? Number(to) : id * 2 + 1
  const times = isTimed ? { callMicros: call * 1_000 } : {}
  return {
    id,
    process,
    f: isWrite ? 'write' : 'read',
    key,
    input: isWrite ? value : null,
    output: isWrite || outcome !== 'ok' ? null : value,
    call,
    return: outcome === 'info' ? null : end,
    outcome,
    ...times,
    ...(isTimed && outcome !== 'info' ? { returnMicros: end * 1_000 } : {}),
  }
}

/** A figure of Bouajjani et al., POPL 2017, with the verdicts that the paper gives it. */
export interface Figure {
  readonly file: string
  readonly history: History
  readonly expected: {
    readonly cc: boolean
    readonly cm: boolean
    readonly ccv: boolean
    readonly sc: boolean
  }
}

/** Figure 3 of Bouajjani et al., POPL 2017. */
export function figures(): readonly Figure[] {
  const folder = join(ROOT, 'tests/data/histories')
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    file: string
    expected: Figure['expected']
  }[]
  return manifest
    .filter(({ file }) => file.startsWith('bouajjani-popl17/'))
    .map(({ file, expected }) => {
      const lines = readFileSync(join(folder, file), 'utf8').trim().split('\n')
      const operations = lines.map((line, id): Operation => {
        const { process, type, ...rest } = JSON.parse(line) as Omit<Operation, 'process'> & {
          process: number
          type: Outcome
        }
        return { ...rest, id, process: `c${process}`, outcome: type }
      })
      return { file, expected, history: { operations } }
    })
}
