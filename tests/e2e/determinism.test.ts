/**
 * Equal code, scenario and seed give equal traces on every engine: in Node, in an
 * isolate of isolated-vm and in Chromium. `NETSPLIT_DETERMINISM_RUNS=10000` tries as many.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as esbuild from 'esbuild'
import ivm from 'isolated-vm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runSeed } from '#core'
import { IsolateHost } from '#host/sandbox/isolate-host.ts'
import { RealmScript } from '#host/sandbox/node-isolate.ts'
import { FunctionHost } from '#kit/function-host.ts'
import { build } from '../../scripts/build/sandbox.ts'
import { compileSolution, readCorpus, type StepCorpus } from '../../scripts/power/lab-corpus.ts'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'

const RUNS = Number(process.env.NETSPLIT_DETERMINISM_RUNS ?? 132)
const ENTRY = join(import.meta.dirname, '../support/determinism/hash-runs.ts')

let browser: OpenBrowser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

interface Planned {
  readonly corpus: StepCorpus
  readonly checkId: string
  readonly seed: number
}

/** Every check in turn, with seed 1, then every check with seed 2, and so on. */
function planned(corpora: readonly StepCorpus[]): readonly Planned[] {
  const checks = corpora.flatMap((corpus) =>
    corpus.checks.map(({ id }) => ({ corpus, checkId: id })),
  )
  return Array.from({ length: RUNS }, (_, index) => {
    const check = checks[index % checks.length]
    if (check === undefined) throw new Error('there are labs with checks')
    return { ...check, seed: Math.floor(index / checks.length) + 1 }
  })
}

it(`gives the same trace hash over three engines, ${RUNS} runs`, async () => {
  await build()
  const realm = new RealmScript(readFileSync('.netsplit/build/sandbox/realm.js', 'utf8'))
  const corpora = await readCorpus()
  const plan = planned(corpora)
  const codes = new Map(corpora.map((corpus) => [corpus, compileSolution(corpus.solution)]))
  const inChromium = await hashInChromium(plan, codes)
  const differing: string[] = []
  for (const [index, { corpus, checkId, seed }] of plan.entries()) {
    const check = corpus.checks.find(({ id }) => id === checkId)
    if (check === undefined) throw new Error(`there is a check ${checkId}`)
    const code = codes.get(corpus) ?? ''
    const { modules } = corpus.lab
    const hashWith = (host: FunctionHost | IsolateHost) =>
      runSeed({ check, seed, host, keepTrace: false }).result.traceHash
    const inNode = hashWith(new FunctionHost(code, modules))
    const specifiers = Object.keys(modules)
    const options = { vm: ivm, realm, code, specifiers, replyLengthMax: 1_048_576 }
    const isolate = new IsolateHost(options, { onReply() {} })
    const inIsolate = hashWith(isolate)
    isolate.dispose()
    if (inNode !== inIsolate || inNode !== inChromium[index]) {
      const place = `${corpus.lab.id}/${corpus.step.id} ${checkId}, seed ${seed}`
      differing.push(
        `${place}: Node ${inNode}, isolate ${inIsolate}, Chromium ${inChromium[index]}`,
      )
    }
  }
  expect(differing).toEqual([])
  // Runs that were all alike would prove nothing.
  expect(new Set(inChromium).size).toBeGreaterThan(RUNS / 2)
}, 3_600_000)

/** The same bundle of core, kit and labs that a page would load, on a page without any policy. */
async function hashInChromium(
  plan: readonly Planned[],
  codes: ReadonlyMap<StepCorpus, string>,
): Promise<readonly string[]> {
  const bundle = await esbuild.build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'determinism',
    target: 'es2023',
  })
  const page = await browser.context.newPage()
  await page.goto('about:blank')
  await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' })
  const runs = plan.map(({ corpus, checkId, seed }) => ({
    labId: corpus.lab.id,
    stepId: corpus.step.id,
    code: codes.get(corpus) ?? '',
    checkId,
    seed,
  }))
  return page.evaluate((wanted) => {
    const { hashRuns } = (globalThis as unknown as { determinism: HashRunsModule }).determinism
    return hashRuns(wanted)
  }, runs)
}

type HashRunsModule = typeof import('../support/determinism/hash-runs.ts')
