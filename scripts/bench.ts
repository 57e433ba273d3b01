/**
 * `npm run bench`: runs the benchmarks under tests/bench and prints one figure a line.
 * `npm run bench -- sim` runs those whose name contains "sim".
 */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Figure } from '../tests/bench/figure.ts'
import { ROOT } from './state/paths.ts'
import { runCommand, say, UserError } from './terminal.ts'

/** What each `*.bench.ts` exports. */
interface Benchmark {
  readonly name: string
  run(): Promise<readonly Figure[]>
}

const FOLDER = join(ROOT, 'tests', 'bench')

await runCommand(async () => {
  const wanted = process.argv[2] ?? ''
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.bench.ts')).sort()
  const all = await Promise.all(
    files.map(async (file) => (await import(join(FOLDER, file))) as Benchmark),
  )
  const chosen = all.filter(({ name }) => name.includes(wanted))
  if (chosen.length === 0) {
    throw new UserError(
      `no benchmark is called ${wanted}: there are ${all.map(({ name }) => name).join(', ')}`,
    )
  }
  for (const benchmark of chosen) {
    for (const { name, value, unit } of await benchmark.run()) {
      say(`${name}: ${rounded(value)} ${unit}`)
    }
  }
  return 0
})

/** Three significant digits at least, and never an exponent. */
function rounded(value: number): string {
  if (Math.abs(value) >= 100) return String(Math.round(value))
  return String(Number(value.toPrecision(3)))
}
