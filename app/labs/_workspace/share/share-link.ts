/**
 * The part of an address that names a run: `#v1.<lab version>.<check>.<seed>.<cursor>.<view>.<script>`.
 * It stands after the `#`, so that no server sees it, and holds no code: whoever opens it runs
 * their own. The script is there when it differs from the check's.
 */

export interface SharedRun {
  readonly labVersion: number
  readonly checkId: string
  readonly seed: number
  /** The event that is looked at. */
  readonly cursor: number
  /** Whether the script of the run is open beside it. */
  readonly view: 'run' | 'what-if'
  /** Undefined: the faults are those of the check. */
  readonly script: string | undefined
}

export type ReadLink =
  /** Nothing of ours stands there. */
  | { readonly kind: 'none' }
  /** `why` is a sentence for whoever opened it. */
  | { readonly kind: 'bad'; readonly why: string }
  | { readonly kind: 'run'; readonly run: SharedRun }

/** Longer links do not survive being sent around. */
export const LINK_LENGTH_MAX = 6_000

const VIEWS = { run: 'r', 'what-if': 'w' } as const

/** The fragment with its `#`; undefined when the script is too long for a link. */
export function writeLink(run: SharedRun): string | undefined {
  const { labVersion, checkId, seed, cursor, view, script } = run
  const parts = ['v1', labVersion, checkId, seed, cursor, VIEWS[view], packScript(script)]
  const text = `#${parts.join('.')}`
  return text.length > LINK_LENGTH_MAX ? undefined : text
}

const OURS = /^#v(\d{1,6})\./
const LINK = /^#v1\.(\d{1,9})\.([\w-]{1,100})\.(\d{1,15})\.(\d{1,9})\.([rw])\.(.*)$/s

/** Reads a fragment; never throws, whatever stands there. */
export function readLink(fragment: string): ReadLink {
  const version = OURS.exec(fragment)?.[1]
  if (version === undefined) return { kind: 'none' }
  if (version !== '1') return bad('It was made by another version of this site.')
  const match = LINK.exec(fragment)
  if (match === null || fragment.length > LINK_LENGTH_MAX) {
    return bad('It is not whole: perhaps it was cut off when it was sent.')
  }
  const [, labVersion, checkId = '', seed, cursor, view, packed = ''] = match
  const script = packed === '' ? undefined : unpackScript(packed)
  if (packed !== '' && script === undefined)
    return bad('Its faults cannot be read: perhaps it was changed.')
  return {
    kind: 'run',
    run: {
      labVersion: Number(labVersion),
      checkId,
      seed: Number(seed),
      cursor: Number(cursor),
      view: view === VIEWS.run ? 'run' : 'what-if',
      script,
    },
  }
}

function bad(why: string): ReadLink {
  return { kind: 'bad', why }
}

/** Stands for a script without any line, in which no fault happens. */
const NO_LINES = '-'

/** Blanks become `_` and line breaks `~`, so that a person still sees what it says. */
function packScript(script: string | undefined): string {
  if (script === undefined) return ''
  if (script.trim() === '') return NO_LINES
  return encodeURIComponent(script.trimEnd())
    .replaceAll('_', '%5F')
    .replaceAll('~', '%7E')
    .replaceAll('%20', '_')
    .replaceAll('%0A', '~')
}

function unpackScript(packed: string): string | undefined {
  if (packed === NO_LINES) return ''
  try {
    return decodeURIComponent(packed.replaceAll('_', '%20').replaceAll('~', '%0A'))
  } catch {
    return undefined
  }
}
