import { runSeed } from '#core'
import { FunctionHost } from '#kit/function-host.ts'
import { compileSolution, mutate, readCorpus } from './scripts/power/lab-corpus.ts'
const [stepId, mutantId, checkId, n = '20', show] = process.argv.slice(2)
const step = (await readCorpus()).find(({ step }) => step.id === stepId)!
const m = step.mutants.find(({ id }) => id === mutantId)
const code = compileSolution(m ? mutate(step.solution, m) : step.solution)
for (const check of step.checks.filter(({ id }) => checkId === undefined || checkId === 'all' || id === checkId)) {
  const out: Record<string, number> = {}
  for (let seed = 1; seed <= Number(n); seed++) {
    const { result, trace } = runSeed({ check, seed, host: new FunctionHost(code, step.lab.modules), keepTrace: show !== undefined })
    const o: any = result.outcome
    const k = o.kind === 'claim-broken' ? o.claimId : o.kind
    out[k] = (out[k] ?? 0) + 1
    if (seed === 1) out.events = result.eventCount
    if (show === 'm' && o.kind === 'claim-broken') console.log(seed, o.violation?.message)
    if (o.kind === 'threw' && out.threw === 1) console.log(o)
  }
  console.log(check.id, JSON.stringify(out))
}
