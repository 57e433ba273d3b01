/** Where the built parts of the lab page are, and the starter of a step. */
import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { EditorAssets } from '../labs/_editor/assets.ts'

const ROOT = /* turbopackIgnore: true */ process.cwd()

export interface LabAssets {
  readonly editor: EditorAssets
  readonly runWorker: string
  readonly compileWorker: string
}

/** Reads the manifests that scripts/build wrote. */
export async function readLabAssets(): Promise<LabAssets> {
  const [monaco, types, worker] = await Promise.all([
    readManifest<Omit<EditorAssets, 'types'>>('monaco'),
    readManifest<Pick<EditorAssets, 'types'>>('kit-types'),
    readManifest<{ readonly run: string; readonly compile: string }>('run-worker'),
  ])
  return {
    editor: { ...monaco, ...types },
    runWorker: worker.run,
    compileWorker: worker.compile,
  }
}

async function readManifest<T>(name: string): Promise<T> {
  const path = join(ROOT, '.netsplit', 'build', name, 'manifest.json')
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(`${name} has not been built: run \`npm start\`, or scripts/build/${name}.ts.`)
  })
  return JSON.parse(text) as T
}

/** What a learner opens the step with. Both ids must be those of a step that exists. */
export async function readStarter(labId: string, stepId: string): Promise<string> {
  return readFile(join(ROOT, 'labs', labId, 'steps', stepId, 'starter.ts'), 'utf8')
}
