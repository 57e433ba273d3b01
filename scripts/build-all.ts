/**
 * Makes everything that is made from sources: lessons, the editor, the sandbox, the site.
 * A step whose inputs and outputs are as it left them is skipped.
 *
 * `node scripts/build-all.ts [step …]` makes only these steps.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type BuildStep, isFresh, recordBuild } from './build-stamps.ts'
import { takeLock } from './state/lock.ts'
import { BUILD_FOLDER } from './state/paths.ts'
import { runCommand, say, secondsSince, UserError } from './terminal.ts'

/** Those of a row are made at once; `next` reads what the others wrote. */
const ROWS = [
  ['content', 'kit-types', 'monaco', 'quiz-worker', 'run-worker', 'sandbox', 'wrong-versions'],
  ['next'],
] as const

const LOCK_POLL_MS = 200

await runCommand(async () => {
  const chosen = process.argv.slice(2)
  const steps: readonly string[] = ROWS.flat()
  const unknown = chosen.find((name) => !steps.includes(name))
  if (unknown !== undefined) {
    throw new UserError(`there is no build step ${unknown}: choose of ${steps.join(', ')}`)
  }
  await mkdir(BUILD_FOLDER, { recursive: true })
  const release = await waitForLock()
  try {
    for (const row of ROWS) {
      const wanted = row.filter((name) => chosen.length === 0 || chosen.includes(name))
      await Promise.all(wanted.map(makeStep))
    }
  } finally {
    await release()
  }
  return 0
})

async function makeStep(name: string): Promise<void> {
  const step = (await import(`./build/${name}.ts`)) as BuildStep
  if (await isFresh(name, step)) return
  const startMs = performance.now()
  say(`Building ${name} …`)
  await step.build()
  await recordBuild(name, step)
  say(`Building ${name} took ${secondsSince(startMs)}`)
}

/** One build at a time writes to a tree; the others wait and then find their work done. */
async function waitForLock(): Promise<() => Promise<void>> {
  let isFirstLook = true
  for (;;) {
    const lock = await takeLock(join(BUILD_FOLDER, 'build.lock'))
    if ('release' in lock) return () => lock.release()
    if (isFirstLook) say(`Waiting for the build of process ${lock.pid} …`)
    isFirstLook = false
    await sleep(LOCK_POLL_MS)
  }
}
