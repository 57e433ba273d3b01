import { runSeed, describeEvent, WorldView } from '#core'
import { FunctionHost } from '#kit/function-host.ts'
import { compileSolution, mutate, readCorpus } from './scripts/power/lab-corpus.ts'
const [stepId, mutantId, checkId, seed = '1', from='0', to='99999'] = process.argv.slice(2)
const step = (await readCorpus()).find(({ step }) => step.id === stepId)!
const m = step.mutants.find(({ id }) => id === mutantId)
const code = compileSolution(m ? mutate(step.solution, m) : step.solution)
const check = step.checks.find(({ id }) => id === checkId)!
const { result, trace } = runSeed({ check, seed: Number(seed), host: new FunctionHost(code, step.lab.modules), keepTrace: true })
const view = new WorldView(trace!.header)
for (const e of trace!.events) { view.fold(e); if (e.id >= Number(from) && e.id <= Number(to)) console.log(e.id, e.at/1000, describeEvent(e, view)) }
console.log(JSON.stringify(result.outcome))
