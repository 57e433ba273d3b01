/**
 * Runs the wrong versions that the instructions speak of, and writes the smallest failing run
 * of each for the page. The code of a wrong version stays here: a patch on the reference would
 * give the reference away.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { WrongVersion } from '#content/schema/wrong-version.ts'
import { encodeTrace } from '#core'
import { readCorpus, type StepCorpus } from '../power/lab-corpus.ts'
import { contentHash, type PublicFile, writeManifest, writePublic } from './hashed-output.ts'
import { smallestFailure } from './wrong-versions/smallest-failure.ts'
import { wrongVersionsIn } from './wrong-versions/wrong-versions-in.ts'

export const inputs: readonly string[] = [
  'grader/core',
  'labs',
  'content/schema/wrong-version.ts',
  'scripts/power',
  'scripts/build/hashed-output.ts',
  'scripts/build/wrong-versions',
]

/** Writes `public/wrong-versions/<hash>.txt` for each, and the manifest that tells of them. */
export async function build(): Promise<void> {
  const manifest: Record<string, WrongVersion> = {}
  const files: PublicFile[] = []
  for (const corpus of await readCorpus()) {
    for (const mutantId of wrongVersionsIn(await readInstructions(corpus))) {
      const { version, file } = wrongVersion(corpus, mutantId)
      manifest[`${corpus.lab.id}/${corpus.step.id}/${mutantId}`] = version
      files.push(file)
    }
  }
  await writePublic('wrong-versions', files)
  await writeManifest('wrong-versions', manifest)
}

function readInstructions({ lab, step }: StepCorpus): Promise<string> {
  return readFile(join('labs', lab.id, 'steps', step.id, 'instructions.mdx'), 'utf8')
}

function wrongVersion(corpus: StepCorpus, mutantId: string) {
  const { check, result, trace, story } = smallestFailure(corpus, mutantId)
  const text = encodeTrace(trace)
  const file: PublicFile = { path: `${contentHash(text)}.txt`, content: text }
  const { claim, what, ask, steps } = story
  const version: WrongVersion = {
    checkTitle: check.title,
    seed: result.seed,
    claim,
    what,
    ask,
    steps: steps.map(({ event, atMicros, text: said }) => ({ event, atMicros, text: said })),
    event: steps.at(-1)?.event ?? 0,
    trace: `/wrong-versions/${file.path}`,
  }
  return { version, file }
}
