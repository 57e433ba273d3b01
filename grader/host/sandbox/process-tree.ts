/** What a process and its descendants use, from `/proc`. Only Linux has it. */
import { readFileSync } from 'node:fs'

export interface Usage {
  readonly residentBytes: number
  readonly cpuMs: number
}

/** Length of the clock tick that Linux shows to programs, on every architecture. */
const TICK_MS = 10

/** The sum over `pid` and its descendants; undefined when there is nothing to read. */
export function usageOf(pid: number): Usage | undefined {
  const usages = treeOf(pid).flatMap((each) => usageOfOne(each) ?? [])
  if (usages.length === 0) return undefined
  return {
    residentBytes: usages.reduce((sum, { residentBytes }) => sum + residentBytes, 0),
    cpuMs: usages.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
  }
}

function treeOf(pid: number): readonly number[] {
  const children = read(`/proc/${pid}/task/${pid}/children`) ?? ''
  return [pid, ...children.split(' ').filter(Boolean).map(Number).flatMap(treeOf)]
}

function usageOfOne(pid: number): Usage | undefined {
  const residentKilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1]
  const stat = read(`/proc/${pid}/stat`)
  if (residentKilobytes === undefined || stat === undefined) return undefined
  // The command's name, in parentheses, may hold spaces; fields 14 and 15 are the times.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ticks = Number(fields[11]) + Number(fields[12])
  return { residentBytes: Number(residentKilobytes) * 1_024, cpuMs: ticks * TICK_MS }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return undefined
  }
}
