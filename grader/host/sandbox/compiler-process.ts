/**
 * One compilation in a process of its own, under the layers of the sandbox. A source may
 * be made to cost the compiler gigabytes; it then costs this process its life, and nothing
 * else.
 */
import type { Launch } from './launch.ts'
import { startLaunched } from './launched.ts'
import { usageOf } from './process-tree.ts'

export type CompilerEnd =
  | { readonly kind: 'compiled'; readonly output: string }
  /** What the compiler wrote about the mistakes in the source. */
  | { readonly kind: 'mistakes'; readonly report: string }
  | { readonly kind: 'limit'; readonly of: 'time' | 'memory' | 'output' }

/** Time of the processor: a busy machine blames nobody. A source of 64 kB takes 50 ms. */
const CPU_MS_MAX = 5_000
const WALL_MS_MAX = 60_000
const TICK_MS = 20
const MEMORY_BYTES_MAX = 512 * 1_048_576
/** A source of 64 kB comes out a few times as long, with its map. */
const OUTPUT_BYTES_MAX = 2 * 1_048_576
const REPORT_BYTES_MAX = 65_536

/**
 * Runs esbuild on a source.
 * @param launch the command line of the compiler under the layers that are on
 * @param args options of esbuild
 * @throws Error when the compiler does not start
 */
export function runCompiler(
  launch: Launch,
  args: readonly string[],
  source: string,
): Promise<CompilerEnd> {
  return new Promise((resolve, reject) => {
    const child = startLaunched({ ...launch, args: [...launch.args, ...args] })
    const output = new Collected(OUTPUT_BYTES_MAX)
    const report = new Collected(REPORT_BYTES_MAX)
    let limit: 'time' | 'memory' | 'output' | undefined
    const end = (of: 'time' | 'memory' | 'output') => {
      limit ??= of
      child.kill('SIGKILL')
    }
    const watch = setInterval(() => {
      const usage = usageOf(child.pid ?? 0)
      if (usage !== undefined && usage.residentBytes > MEMORY_BYTES_MAX) end('memory')
      else if (usage !== undefined && usage.cpuMs > CPU_MS_MAX) end('time')
    }, TICK_MS)
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error('the compiler stalled'))
    }, WALL_MS_MAX)
    child.stdout.on('data', (bytes: Buffer) => {
      if (!output.add(bytes)) end('output')
    })
    child.stderr.on('data', (bytes: Buffer) => report.add(bytes))
    // Writing to a compiler that died is noticed by its end, not by its pipe.
    child.stdin.on('error', () => {})
    child.stdin.end(source)
    child.once('error', reject)
    child.once('close', (code, signal) => {
      clearInterval(watch)
      clearTimeout(timer)
      if (limit !== undefined) return resolve({ kind: 'limit', of: limit })
      if (code === 0) return resolve({ kind: 'compiled', output: output.text })
      if (report.text.includes('[ERROR]')) {
        return resolve({ kind: 'mistakes', report: report.text })
      }
      const of = limitOf(code, signal, report.text)
      if (of !== undefined) return resolve({ kind: 'limit', of })
      return reject(
        new Error(`the compiler ended with ${code ?? signal}: ${report.text.slice(0, 300)}`),
      )
    })
  })
}

/** The limits that the kernel keeps: Go says when it gets no memory, prlimit kills for time. */
function limitOf(code: number | null, signal: NodeJS.Signals | null, report: string) {
  if (/out of memory|cannot allocate memory|goroutine stack exceeds/.test(report)) return 'memory'
  if (signal === 'SIGXCPU' || code === 152 || signal === 'SIGKILL' || code === 137) return 'time'
  return undefined
}

/** Bytes up to a limit. */
class Collected {
  readonly #max: number
  readonly #chunks: Buffer[] = []
  #length = 0

  constructor(max: number) {
    this.#max = max
  }

  /** False when it is too much; what came until then is kept. */
  add(bytes: Buffer): boolean {
    if (this.#length + bytes.length > this.#max) return false
    this.#chunks.push(bytes)
    this.#length += bytes.length
    return true
  }

  get text(): string {
    return Buffer.concat(this.#chunks).toString('utf8')
  }
}
