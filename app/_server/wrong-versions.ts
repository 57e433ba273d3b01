/** Reads what the build wrote of the wrong versions that instructions show. */
import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { WrongVersion, WrongVersions } from '#content/schema/wrong-version.ts'

const MANIFEST = join(
  /* turbopackIgnore: true */ process.cwd(),
  '.netsplit/build/wrong-versions/manifest.json',
)

/** Those of one step, by the id of their mutant. */
export async function readWrongVersions(
  labId: string,
  stepId: string,
): Promise<ReadonlyMap<string, WrongVersion>> {
  const all = JSON.parse(await readFile(MANIFEST, 'utf8')) as WrongVersions
  const prefix = `${labId}/${stepId}/`
  return new Map(
    Object.entries(all).flatMap(([id, version]) =>
      id.startsWith(prefix) ? [[id.slice(prefix.length), version]] : [],
    ),
  )
}
