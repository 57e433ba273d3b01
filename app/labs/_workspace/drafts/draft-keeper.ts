/**
 * Keeps the text of a step while it is edited: in the browser after a moment, on the server
 * after a pause in typing, one saving at a time, and again until the server has it. All
 * that it needs of its surroundings comes as ports, so that tests can play the network.
 */
import type { DraftToSave, Owner, ReplacedDraft, SavedDraft, StoredDraft } from './draft-view.ts'
import { BASES_MAX } from './draft-view.ts'
import type { FoundDrafts, LocalDraft } from './local-drafts.ts'
import { type LoopTimers, SaveLoop, type WorkOutcome } from './save-loop.ts'
import type { SavingState } from './saving-state.ts'

export type SaveAnswer =
  | { readonly kind: 'saved'; readonly saved: SavedDraft }
  /** The same text would be refused again. */
  | { readonly kind: 'refused'; readonly error: string }
  /** Worth another try; `error` when the server said why. */
  | { readonly kind: 'failed'; readonly error?: string }

export type DraftBody = Omit<DraftToSave, 'labId' | 'stepId'>

export interface DraftPorts {
  readonly find: () => FoundDrafts
  /** False when the browser refuses to keep it. */
  readonly keep: (draft: LocalDraft) => boolean
  /** The server has all that this browser kept for the owner under other names. */
  readonly forgetOthers: (owner: Owner) => void
  /**
   * Must not reject.
   * @param isLast the page may be going away: the request must outlive it
   */
  readonly save: (body: DraftBody, isLast: boolean) => Promise<SaveAnswer>
  /** What the server has; undefined when nothing, or when it cannot be reached. */
  readonly fetch: () => Promise<StoredDraft | undefined>
  readonly timers: LoopTimers
  readonly nowMs: () => number
  readonly isOnline: () => boolean
  readonly newVersion: () => string
}

export interface DraftEvents {
  readonly onChange: () => void
  /** Other text was the draft meanwhile; it is kept as an attempt. */
  readonly onReplaced: (replaced: ReplacedDraft) => void
  /** Newer text came from elsewhere and nothing was edited here: the editor shall show it. */
  readonly onNewer: (source: string) => void
}

export interface DraftStart {
  /** What the step opens with when nothing is kept anywhere. */
  readonly first: string
  readonly owner: Owner | undefined
  readonly draft: StoredDraft | undefined
}

export interface DraftSnapshot {
  readonly source: string
  /** It was edited, now or on an earlier visit. */
  readonly isEdited: boolean
  readonly saving: SavingState
  /** The server knows the learner, as an account or as a guest. */
  readonly isOwned: boolean
}

/** Text goes to the browser's storage after this pause, */
export const KEEP_AFTER_MS = 300
/** to the server after this one, */
export const SAVE_AFTER_MS = 1_500
/** and to the server after this long without a pause. */
export const SAVE_WITHIN_MS = 10_000

export class DraftKeeper {
  readonly #start: DraftStart
  readonly #ports: DraftPorts
  readonly #events: DraftEvents
  readonly #loop: SaveLoop
  #snapshot: DraftSnapshot
  #owner: Owner | undefined
  /** All versions that the text comes from are its own, whatever the server answers when. */
  #bases: readonly string[] = []
  /** Older texts that the server shall have before this one. */
  #unsent: readonly LocalDraft[] = []
  #isUnsent = false
  #isKept = true
  #unsentSinceMs = 0
  /** Under way since the page was left. */
  #parting: string | undefined
  #refusal: string | undefined
  #failure: string | undefined
  #keepTimer = 0

  /** Reads what browser and server keep. Call `begin` to send what the server lacks. */
  constructor(start: DraftStart, ports: DraftPorts, events: DraftEvents) {
    this.#start = start
    this.#ports = ports
    this.#events = events
    this.#owner = start.owner
    this.#loop = new SaveLoop({
      work: () => this.#work(),
      timers: ports.timers,
      onChange: () => this.#tell(),
    })
    const { draft: local, unsent } = ports.find()
    this.#unsent = unsent
    const { draft } = start
    const isLocal = local !== undefined && (local.isUnsent || draft === undefined)
    const source = isLocal ? local.source : (draft?.source ?? start.first)
    this.#isUnsent = isLocal && source !== draft?.source
    if (isLocal) this.#bases = local.bases
    if (!this.#isUnsent && draft !== undefined) this.#descendFrom(draft.version)
    const isEdited = local !== undefined || draft !== undefined
    const isOwned = start.owner !== undefined
    this.#snapshot = { source, isEdited, isOwned, saving: { kind: 'untouched' } }
    this.#snapshot = { ...this.#snapshot, saving: this.#savingState() }
  }

  get snapshot(): DraftSnapshot {
    return this.#snapshot
  }

  begin(): void {
    if (this.#isUnsent || this.#unsent.length > 0) this.#loop.soon(0)
  }

  /** Ends; what is not kept yet is kept and sent now. */
  end(): void {
    this.leave()
    this.#loop.stop()
  }

  /** Takes the text as it is now. */
  edit(source: string): void {
    if (source === this.#snapshot.source) return
    const { timers, nowMs } = this.#ports
    this.#snapshot = { ...this.#snapshot, source, isEdited: true }
    this.#refusal = undefined
    if (!this.#isUnsent) this.#unsentSinceMs = nowMs()
    this.#isUnsent = true
    timers.clear(this.#keepTimer)
    this.#keepTimer = timers.set(() => this.#keep(), KEEP_AFTER_MS)
    const left = this.#unsentSinceMs + SAVE_WITHIN_MS - nowMs()
    this.#loop.soon(Math.max(0, Math.min(SAVE_AFTER_MS, left)))
    this.#tell()
  }

  /** The page is hidden or goes away, perhaps for good. */
  leave(): void {
    if (!this.#isUnsent) return
    this.#keep()
    const { source } = this.#snapshot
    // Hiding and going away are told one after the other.
    if (this.#parting === source || !this.#isWorthSending()) return
    // Two first savings at once would make two guests of one stranger.
    if (this.#owner === undefined && this.#loop.isWorking) return
    this.#parting = source
    void this.#post(source, this.#bases, true).finally(() => {
      this.#parting = undefined
    })
  }

  /** The page is looked at again, or the network is back. */
  async wake(): Promise<void> {
    if (this.#isUnsent || this.#unsent.length > 0) return this.#loop.now()
    this.#tell()
    if (this.#owner === undefined || this.#loop.isWorking) return
    const newer = await this.#ports.fetch()
    if (newer === undefined || this.#isUnsent || this.#bases.includes(newer.version)) return
    this.#descendFrom(newer.version)
    if (newer.source === this.#snapshot.source) return
    this.#snapshot = { ...this.#snapshot, source: newer.source, isEdited: true }
    this.#keep()
    this.#tell()
    this.#events.onNewer(newer.source)
  }

  /** The network is gone. */
  sleep(): void {
    this.#tell()
  }

  /** Sends what is worth it now. Resolves when the server has answered, or cannot. */
  settle(): Promise<void> {
    return this.#loop.now()
  }

  async #work(): Promise<WorkOutcome> {
    const [older] = this.#unsent
    if (older !== undefined) {
      const { kind } = await this.#post(older.source, older.bases, false)
      if (kind === 'failed') return 'failed'
      this.#unsent = this.#unsent.slice(1)
      return 'again'
    }
    if (this.#isUnsent && this.#isWorthSending() && this.#refusal === undefined) {
      const { kind } = await this.#post(this.#snapshot.source, this.#bases, false)
      if (kind === 'failed') return 'failed'
    }
    if (this.#owner !== undefined && !this.#isUnsent) this.#ports.forgetOthers(this.#owner)
    return 'done'
  }

  async #post(source: string, bases: readonly string[], isLast: boolean): Promise<SaveAnswer> {
    const version = this.#ports.newVersion()
    if (source === this.#snapshot.source) this.#descendFrom(version)
    const answer = await this.#ports.save(
      {
        source,
        version,
        bases,
        ...(this.#owner === undefined ? {} : { ownerId: this.#owner.id }),
      },
      isLast,
    )
    this.#failure = answer.kind === 'failed' ? answer.error : undefined
    const isPresent = source === this.#snapshot.source
    if (answer.kind === 'refused' && isPresent) this.#refusal = answer.error
    if (answer.kind === 'saved') {
      const { owner, version: stored, replaced } = answer.saved
      this.#owner = owner
      if (isPresent) {
        this.#descendFrom(stored)
        this.#isUnsent = false
      } else {
        this.#unsentSinceMs = this.#ports.nowMs()
      }
      this.#keep()
      if (replaced !== undefined) this.#events.onReplaced(replaced)
    }
    this.#tell()
    return answer
  }

  #descendFrom(version: string): void {
    const others = this.#bases.filter((base) => base !== version)
    this.#bases = [...others, version].slice(-BASES_MAX)
  }

  /** A stranger who changed nothing but spaces is not made a guest for it. */
  #isWorthSending(): boolean {
    if (this.#owner !== undefined) return true
    return compact(this.#snapshot.source) !== compact(this.#start.first)
  }

  #keep(): void {
    this.#ports.timers.clear(this.#keepTimer)
    this.#isKept = this.#ports.keep({
      source: this.#snapshot.source,
      savedAt: this.#ports.nowMs(),
      bases: this.#bases,
      isUnsent: this.#isUnsent,
      ...(this.#owner === undefined ? {} : { owner: this.#owner }),
    })
  }

  #tell(): void {
    const isOwned = this.#owner !== undefined
    this.#snapshot = { ...this.#snapshot, isOwned, saving: this.#savingState() }
    this.#events.onChange()
  }

  #savingState(): SavingState {
    if (!this.#snapshot.isEdited) return { kind: 'untouched' }
    if (!this.#isUnsent) return { kind: 'saved' }
    if (!this.#isWorthSending()) return { kind: this.#isKept ? 'in-browser' : 'nowhere' }
    const isStuck = this.#loop.isFailing || !this.#ports.isOnline()
    if (isStuck && !this.#isKept) return { kind: 'nowhere' }
    if (!this.#ports.isOnline()) return { kind: 'offline' }
    if (this.#refusal !== undefined) return { kind: 'refused', error: this.#refusal }
    if (this.#loop.isFailing) return { kind: 'failing', error: this.#failure }
    return { kind: 'saving' }
  }
}

/** Without the spaces, which formatters and careless fingers change. */
function compact(text: string): string {
  return text.replaceAll(/\s+/g, '')
}
