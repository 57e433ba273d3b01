/** What an import would do, before it does it: who is new, who changes, who stays as they are. */
import type { RosterLine } from './parse-roster.ts'

/** Who is expected already. */
export interface KnownEntry {
  readonly email: string
  readonly name: string
  /** By name; empty for none. */
  readonly section: string
}

export interface PlannedLine extends RosterLine {
  readonly effect: 'new' | 'changed' | 'same'
}

export interface RosterPlan {
  readonly lines: readonly PlannedLine[]
  /** Sections that are to be made, in the order of the file. */
  readonly newSections: readonly string[]
}

/** Nobody is taken off a class by an import: a list of newcomers may be imported, too. */
export function planRoster({
  lines,
  known,
  sections,
}: {
  readonly lines: readonly RosterLine[]
  readonly known: readonly KnownEntry[]
  /** Names of the sections that there are. */
  readonly sections: readonly string[]
}): RosterPlan {
  const byEmail = new Map(known.map((entry) => [entry.email, entry]))
  const named = lines.map(({ section }) => section).filter((name) => name !== '')
  return {
    lines: lines.map((line) => ({ ...line, effect: effectOf(line, byEmail.get(line.email)) })),
    newSections: [...new Set(named)].filter((name) => !sections.includes(name)),
  }
}

function effectOf(line: RosterLine, known: KnownEntry | undefined): PlannedLine['effect'] {
  if (known === undefined) return 'new'
  // A file without sections does not take anybody out of theirs.
  const staysInSection = line.section === '' || line.section === known.section
  return staysInSection && line.name === known.name ? 'same' : 'changed'
}
