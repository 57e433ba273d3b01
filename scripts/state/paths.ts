/** Where things lie on disk. */
import { join, resolve } from 'node:path'

/** The root of the repository. */
export const ROOT = resolve(import.meta.dirname, '..', '..')

/** Server-side outputs of the build steps: always below the root, one tree has one build. */
export const BUILD_FOLDER = join(ROOT, '.netsplit', 'build')

/** The folder with everything that outlives a run: database, secrets, logs. */
export function dataFolderOf(environment: NodeJS.ProcessEnv): string {
  const chosen = environment.NETSPLIT_DATA_DIR
  return chosen === undefined || chosen === '' ? join(ROOT, '.netsplit') : resolve(ROOT, chosen)
}
