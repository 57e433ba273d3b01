/** What the processes print, one file each: that of this start and that of the one before. */
import { existsSync, mkdirSync, openSync, renameSync } from 'node:fs'
import { join } from 'node:path'

export interface LogFile {
  readonly file: string
  readonly descriptor: number
}

/** Opens `<data folder>/logs/<name>.log` anew; the caller closes the descriptor. */
export function openLog(dataFolder: string, name: string): LogFile {
  const folder = join(dataFolder, 'logs')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${name}.log`)
  if (existsSync(file)) renameSync(file, join(folder, `${name}.previous.log`))
  return { file, descriptor: openSync(file, 'w', 0o600) }
}
