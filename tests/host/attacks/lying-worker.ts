/**
 * Workers that lie: programs of ours in the place of the sandbox worker, which write to the
 * grader whatever they like. They stand for code that took over the whole process.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Check, runSeed } from '#core'
import type { Frame } from '#host/sandbox/frames.ts'
import { SandboxPool } from '#host/sandbox/pool.ts'
import { FunctionHost } from '#kit/function-host.ts'
import { raft } from '#labs/raft/lab.ts'

/** What every such program may use; `runs` are the honest runs of the job, in order. */
const PRELUDE = `
  const { readFileSync, readSync, writeSync } = require('node:fs')
  const put = (...parts) => {
    for (const bytes of parts.flat()) for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at)
  }
  const frame = (kind, body = '') => {
    const text = Buffer.from(body)
    const head = Buffer.alloc(5)
    head.write(kind)
    head.writeUInt32LE(text.length, 1)
    return Buffer.concat([head, text])
  }
  const read = (length) => {
    const bytes = Buffer.alloc(length)
    for (let at = 0; at < length; ) {
      const count = readSync(0, bytes, at, length - at, null)
      if (count === 0) process.exit(0)
      at += count
    }
    return bytes
  }
  const recorded = JSON.parse(readFileSync(process.argv[2], 'utf8'))
  const run = ({ seed, replies }) => [
    frame('S', String(seed)), ...replies.map((reply) => frame('C', reply)), frame('E'),
  ]
  const forged = (...replies) => [...run({ seed: 1, replies }), ...run({ seed: 1, replies })]
  put(frame('R'))
  const order = () => JSON.parse(read(read(4).readUInt32LE()).toString('utf8'))
  const setup = order()
`

export interface RecordedRun {
  readonly seed: number
  readonly replies: readonly string[]
}

/** A pool of such workers, for the length of one attempt. */
export async function withLiars<T>(
  script: string,
  runs: readonly RecordedRun[],
  use: (pool: SandboxPool) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'netsplit-liar-'))
  const [program, recording] = [join(folder, 'liar.cjs'), join(folder, 'runs.json')]
  writeFileSync(program, `${PRELUDE}\nconst runs = recorded\n${script}`)
  writeFileSync(recording, JSON.stringify(runs))
  const launch = { command: process.execPath, args: [program, recording], descriptor3: undefined }
  const pool = new SandboxPool(launch, 0)
  try {
    return await use(pool)
  } finally {
    pool.close()
    rmSync(folder, { recursive: true })
  }
}

/** What an honest worker would record of `code`. */
export function recordRun(check: Check, code: string, seed: number): RecordedRun {
  const nodes = new FunctionHost(code, raft.modules)
  const replies: Frame['text'][] = []
  const host = {
    call(...call: Parameters<FunctionHost['call']>) {
      const reply = nodes.call(...call)
      replies.push(reply)
      return reply
    },
  }
  runSeed({ check, seed, host, keepTrace: false })
  return { seed, replies }
}
