/** A learner's browsers and the server, as far as drafts go; the network is the test's. */
import {
  type DraftBody,
  DraftKeeper,
  type DraftStart,
  type SaveAnswer,
} from '#app/labs/_workspace/drafts/draft-keeper.ts'
import type { Owner, SavedDraft, StoredDraft } from '#app/labs/_workspace/drafts/draft-view.ts'
import {
  type DraftStorage,
  findLocal,
  forgetOthers,
  keepLocal,
} from '#app/labs/_workspace/drafts/local-drafts.ts'
import { FakeClock, fakeStorage } from './fake-browser.ts'

export const STEP = 'raft/03-election'
export const GUEST: Owner = { id: 'guest-1', isGuest: true }
export const ADA: Owner = { id: 'ada', isGuest: false }

/** The server as far as one draft goes, by the rules of app/_server/drafts.ts. */
class FakeServer {
  draft: StoredDraft | undefined
  owner: Owner | undefined
  readonly aside: string[] = []
  readonly received: DraftBody[] = []
  /** Answers that are given in place of the real one, first come first. */
  readonly faults: SaveAnswer[] = []
  /** Stores what comes, and loses the answer. */
  losesAnswers = false
  isHeld = false
  #release: (() => void)[] = []

  async save(body: DraftBody): Promise<SaveAnswer> {
    this.received.push(body)
    const fault = this.faults.shift()
    if (fault !== undefined) return fault
    if (this.isHeld) await new Promise<void>((resolve) => this.#release.push(resolve))
    const saved = this.#store(body)
    return this.losesAnswers ? { kind: 'failed' } : { kind: 'saved', saved }
  }

  /** Lets all that is held go on. */
  release(): void {
    this.isHeld = false
    for (const go of this.#release.splice(0)) go()
  }

  #store({ source, version, bases }: DraftBody): SavedDraft {
    this.owner ??= GUEST
    const before = this.draft
    const answer = { version, savedAt: '2026-11-21T10:00:00.000Z', owner: this.owner }
    if (before?.source === source) return { ...answer, version: before.version }
    this.draft = { source, version, savedAt: answer.savedAt }
    if (before === undefined || bases.includes(before.version)) return answer
    this.aside.push(before.source)
    return { ...answer, replaced: { attemptId: `a${this.aside.length}`, savedAt: before.savedAt } }
  }
}

interface Tab {
  readonly keeper: DraftKeeper
  /** Ids of the attempts that the page was told of. */
  readonly replaced: readonly string[]
  /** Texts that came from elsewhere. */
  readonly newer: readonly string[]
  readonly state: () => string
}

export class DraftWorld {
  readonly clock = new FakeClock()
  readonly server = new FakeServer()
  /** Of the browser that tabs open in, unless they are given another. */
  readonly storage = fakeStorage()
  isOnline = true
  #versions = 0

  /** Opens the page of the step, as the server would give it now. */
  openTab(start: Partial<DraftStart> = {}, storage: DraftStorage = this.storage): Tab {
    const replaced: string[] = []
    const newer: string[] = []
    const { server, clock } = this
    const full = { first: 'starter', owner: server.owner, draft: server.draft, ...start }
    const keeper = new DraftKeeper(
      full,
      {
        find: () => findLocal(storage, STEP, full.owner),
        keep: (draft) => {
          try {
            keepLocal(storage, STEP, draft)
            return true
          } catch {
            return false
          }
        },
        forgetOthers: (owner) => forgetOthers(storage, STEP, owner),
        save: (body) => (this.isOnline ? server.save(body) : Promise.resolve({ kind: 'failed' })),
        fetch: () => Promise.resolve(this.isOnline ? server.draft : undefined),
        timers: clock,
        nowMs: () => clock.nowMs,
        isOnline: () => this.isOnline,
        newVersion: () => `v${(this.#versions += 1)}`,
      },
      {
        onChange: () => {},
        onReplaced: ({ attemptId }) => replaced.push(attemptId),
        onNewer: (source) => newer.push(source),
      },
    )
    keeper.begin()
    return { keeper, replaced, newer, state: () => keeper.snapshot.saving.kind }
  }
}
