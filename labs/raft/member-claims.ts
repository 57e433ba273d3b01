/** What must hold of Raft servers whose cluster changes, at every step from “Members” on. */
import {
  acknowledgedIsApplied,
  answeredWithin,
  type Claim,
  changeIsDone,
  changesAfterOwnCommit,
  changesOneMember,
  commitHasMajorityOfMembers,
  type Json,
  leaderHasMajorityOfMembers,
  leaderOfMembersStays,
  membersFollowLog,
  oneChangeAtATime,
  readsLeaveTheLogAlone,
  removedLeaderStepsDown,
  yieldsUnlessLed,
} from '#core'
import { SECOND } from '../shared-scenarios/units.ts'
import { ELECTION_MICROS_MAX, EXACTLY_ONCE, SAFETY as SERVICE_SAFETY } from './service-claims.ts'

/** Only these commands must be applied before they are answered: the others may change nothing. */
const WRITES: readonly Json[] = ['put', 'append', 'cas']

/** Claims of a fixed cluster, and what takes their place where members change. */
const INSTEAD: Readonly<Record<string, Claim>> = {
  'yields-to-newer-term': yieldsUnlessLed,
  'leader-has-majority': leaderHasMajorityOfMembers,
  'commit-has-majority': commitHasMajorityOfMembers(),
  'acknowledged-is-applied': acknowledgedIsApplied({
    isRead: (command) => !WRITES.includes(opOf(command)),
  }),
}

function opOf(command: Json): Json {
  return typeof command === 'object' && command !== null && 'op' in command ? command.op : null
}

/** What must hold in every run. Where several break at one event, the first here is named. */
export const SAFETY: readonly Claim[] = [
  changesOneMember,
  oneChangeAtATime,
  changesAfterOwnCommit,
  changeIsDone,
  removedLeaderStepsDown,
  membersFollowLog,
  ...SERVICE_SAFETY.map((claim) => INSTEAD[claim.id] ?? claim),
  ...EXACTLY_ONCE,
]

/** The same for servers whose reads are no entries. */
export const READ_SAFETY: readonly Claim[] = [readsLeaveTheLogAlone, ...SAFETY]

/**
 * The standing promises after every fault. A node that was removed may know nothing of it, so
 * nothing is asked of it; and a request may first reach one.
 */
export const TRANSFER_LIVENESS: readonly Claim[] = [
  answeredWithin({ graceMicros: ELECTION_MICROS_MAX, withinMicros: 1.5 * SECOND }),
]

/** The same where nobody hands leadership over: then nothing may take it from a leader. */
export const LIVENESS: readonly Claim[] = [...TRANSFER_LIVENESS, leaderOfMembersStays]
