/**
 * Drafts in the browser: what is typed is here first, and stays here while the server
 * cannot be reached. Each owner has records of their own, so that nobody reads what
 * somebody else wrote on the same machine.
 */
import type { Owner } from './draft-view.ts'

export interface LocalDraft {
  readonly source: string
  /** Milliseconds since 1970. */
  readonly savedAt: number
  /** The versions that it comes from, as a saving names them; none when none was sent. */
  readonly bases: readonly string[]
  /** The server has not said that it has this text. */
  readonly isUnsent: boolean
  /** Left out when nobody had an account or was a guest at the time. */
  readonly owner?: Owner
}

export interface FoundDrafts {
  /** The newest text that is the reader's. */
  readonly draft?: LocalDraft
  /** Older texts that never reached the server, oldest first. */
  readonly unsent: readonly LocalDraft[]
}

/** The parts of `Storage` that are used; tests pass a map. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const PREFIX = 'netsplit:draft:'

/**
 * What this browser keeps for the reader, of whatever time: their own, what they wrote as a
 * stranger, and what they wrote as a guest who is an account by now.
 * @param step such as `raft/03-election`
 */
export function findLocal(
  storage: DraftStorage,
  step: string,
  owner: Owner | undefined,
): FoundDrafts {
  const readable = keysOf(storage, step)
    .map((key) => parse(storage.getItem(key)))
    .filter((draft) => draft !== undefined)
    .filter((draft) => isReadable(draft, owner))
    .sort((a, b) => a.savedAt - b.savedAt)
  const own = readable.filter((draft) => draft.isUnsent || draft.owner?.id === owner?.id)
  const draft = own.at(-1)
  return {
    ...(draft === undefined ? {} : { draft }),
    unsent: own.filter((one) => one !== draft && one.isUnsent),
  }
}

/** Keeps a draft. Throws what the storage throws: it may be full, or refused to the page. */
export function keepLocal(storage: DraftStorage, step: string, draft: LocalDraft): void {
  storage.setItem(keyOf(step, draft.owner), JSON.stringify(draft))
}

/** Forgets the reader's records of a step but the one of this owner, which has all of them. */
export function forgetOthers(storage: DraftStorage, step: string, owner: Owner): void {
  for (const key of keysOf(storage, step)) {
    const draft = parse(storage.getItem(key))
    const isOwn = draft?.owner?.id === owner.id
    if (draft !== undefined && !isOwn && isReadable(draft, owner)) storage.removeItem(key)
  }
}

/** A guest's work in this browser became the account's that is signed in here now. */
function isReadable(draft: LocalDraft, owner: Owner | undefined): boolean {
  if (draft.owner === undefined || draft.owner.id === owner?.id) return true
  return draft.owner.isGuest && owner !== undefined && !owner.isGuest
}

function keyOf(step: string, owner: Owner | undefined): string {
  return owner === undefined ? `${PREFIX}${step}` : `${PREFIX}${step}:${owner.id}`
}

function keysOf(storage: DraftStorage, step: string): readonly string[] {
  const start = `${PREFIX}${step}`
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter(
    (key) => key === start || key.startsWith(`${start}:`),
  )
}

/** Anybody may have written there, and earlier versions of this page wrote less. */
function parse(text: string | null): LocalDraft | undefined {
  if (text === null) return undefined
  let kept: Partial<LocalDraft> | null
  try {
    kept = JSON.parse(text) as Partial<LocalDraft> | null
  } catch {
    return undefined
  }
  if (typeof kept?.source !== 'string' || typeof kept.savedAt !== 'number') return undefined
  const { source, savedAt, bases, isUnsent, owner } = kept
  return {
    source,
    savedAt,
    isUnsent: isUnsent !== false,
    bases: Array.isArray(bases) ? bases.filter((base) => typeof base === 'string') : [],
    ...(typeof owner?.id === 'string'
      ? { owner: { id: owner.id, isGuest: Boolean(owner.isGuest) } }
      : {}),
  }
}
