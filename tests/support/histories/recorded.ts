/** The histories of tests/data/histories, with their verdicts. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { History, Json, Operation } from '#core'

const FOLDER = join(import.meta.dirname, '../../data/histories')

interface ManifestEntry {
  readonly file: string
  readonly model?: string
  readonly init: Json
  readonly expected: boolean | { readonly [level: string]: boolean }
}

/** A recorded history that is, or is not, linearizable by a model. */
export interface RecordedHistory {
  readonly file: string
  readonly model: string
  readonly init: Json
  readonly linearizable: boolean
  readonly history: History
}

/** Porcupine's test data. */
export function linearizabilityHistories(): readonly RecordedHistory[] {
  return manifest().flatMap(({ file, model, init, expected }) =>
    model === undefined || typeof expected !== 'boolean'
      ? []
      : [
          {
            file,
            model: model === 'kv-append' ? 'kv' : model,
            init,
            linearizable: expected,
            history: readHistory(file),
          },
        ],
  )
}

/** Histories whose verdicts differ by level: `sc`, `cc`, `cm`, `ccv`. */
export function levelHistories(): readonly {
  readonly file: string
  readonly init: Json
  readonly expected: { readonly [level: string]: boolean }
  readonly history: History
}[] {
  return manifest().flatMap(({ file, init, expected }) =>
    typeof expected === 'boolean' ? [] : [{ file, init, expected, history: readHistory(file) }],
  )
}

function manifest(): readonly ManifestEntry[] {
  return JSON.parse(readFileSync(join(FOLDER, 'manifest.json'), 'utf8')) as ManifestEntry[]
}

function readHistory(file: string): History {
  const lines = readFileSync(join(FOLDER, file), 'utf8').trim().split('\n')
  const operations = lines.map((line, id) => {
    const { type, process, ...rest } = JSON.parse(line) as Omit<Operation, 'process'> & {
      readonly process: number
      readonly type: Operation['outcome']
    }
    return { ...rest, id, process: `c${process}`, outcome: type }
  })
  return {
    operations: operations.sort((a, b) => a.call - b.call).map((each, id) => ({ ...each, id })),
  }
}
