/** How the elected register runs in figures: it notices within a second, and can be drawn. */
import type { ElectedSettings } from '#systems/elected-register/messages.ts'

export const ELECTED = { initial: 0, heartbeatMs: 120, electionMinMs: 300, electionMaxMs: 600 }

/** With the two guards of Raft against candidates and leaders that hear only some of the others. */
export const GUARDED = { ...ELECTED, preVote: true, checkQuorum: true } satisfies ElectedSettings
