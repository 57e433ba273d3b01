/**
 * `npm run check`: what every commit must pass, in under three minutes. All steps run, also
 * after one that failed, so that one run shows everything that is wrong.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runScript } from './process/run-script.ts'
import { type Shutdown, withShutdown } from './process/shutdown.ts'
import { ROOT } from './state/paths.ts'
import { runCommand, say, secondsSince } from './terminal.ts'

interface Step {
  readonly name: string
  /** Arguments of Node. */
  readonly command: readonly string[]
}

const MODULES = join(ROOT, 'node_modules')
const TSC = join(MODULES, 'typescript-native', 'bin', 'tsc')
const VITEST = join(MODULES, 'vitest', 'vitest.mjs')
const ARCHITECTURE = 'tests/tidy/architecture.test.ts'
/** Fast tests read what these steps write. */
const BUILD_STEPS = ['content', 'kit-types', 'run-worker', 'sandbox']

const STEPS: readonly Step[] = [
  // Written by Next and not in the repository, but the types of pages come from it.
  ...(existsSync(join(ROOT, 'next-env.d.ts'))
    ? []
    : [{ name: 'next types', command: [tool('next', 'dist/bin/next'), 'typegen'] }]),
  { name: 'build', command: ['scripts/build-all.ts', ...BUILD_STEPS] },
  { name: 'types', command: [TSC, '--noEmit', '--project', 'tsconfig.json'] },
  { name: 'types of core', command: [TSC, '--noEmit', '--project', 'grader/core/tsconfig.json'] },
  { name: 'types of labs', command: [TSC, '--noEmit', '--project', 'labs/tsconfig.json'] },
  { name: 'lint', command: [tool('oxlint', 'bin/oxlint'), '--type-aware', '--deny-warnings'] },
  {
    name: 'format',
    command: [tool('@biomejs/biome', 'bin/biome'), 'check', '--error-on-warnings'],
  },
  { name: 'unused', command: [tool('knip', 'bin/knip.js'), '--no-progress'] },
  { name: 'architecture', command: vitest(ARCHITECTURE) },
  { name: 'fast tests', command: vitest('--exclude', ARCHITECTURE) },
]

await runCommand(() => withShutdown(checkAll))
process.exit()

async function checkAll(shutdown: Shutdown): Promise<number> {
  const startMs = performance.now()
  const failed: string[] = []
  for (const step of STEPS) {
    if (!(await runStep(step, shutdown))) failed.push(step.name)
  }
  const time = secondsSince(startMs)
  say(
    failed.length === 0 ? `check: ok in ${time}` : `check: failed: ${failed.join(', ')} (${time})`,
  )
  return failed.length === 0 ? 0 : 1
}

async function runStep({ name, command }: Step, shutdown: Shutdown): Promise<boolean> {
  const startMs = performance.now()
  const run = runScript(command)
  shutdown.onStop(() => run.stop())
  const isGood = (await run.code) === 0
  say(`${isGood ? 'ok    ' : 'FAILED'} ${name.padEnd(14)} ${secondsSince(startMs)}`)
  return isGood
}

function tool(packageName: string, file: string): string {
  return join(MODULES, packageName, file)
}

function vitest(...options: readonly string[]): readonly string[] {
  return [VITEST, 'run', '--project=fast', '--reporter=dot', ...options]
}
