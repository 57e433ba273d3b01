/** Makes sure, before anything is started, that the data folder can be written to. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { messageOf, UserError } from '../terminal.ts'

/** Creates the folder when it is missing and proves that a file can be made in it. */
export async function prepareDataFolder(folder: string): Promise<void> {
  const probe = join(folder, `.probe-${process.pid}`)
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(probe, '')
    await rm(probe)
  } catch (thrown) {
    throw new UserError(
      `cannot write to the data folder ${folder} (${codeOf(thrown)}): give this user the right ` +
        'to write there, or choose another folder: NETSPLIT_DATA_DIR=/some/folder npm start',
    )
  }
}

function codeOf(thrown: unknown): string {
  if (thrown instanceof Error && 'code' in thrown) return String(thrown.code)
  return messageOf(thrown)
}
