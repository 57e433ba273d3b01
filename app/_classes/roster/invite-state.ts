/** Whether a link still lets somebody in. */

export type InviteState = 'usable' | 'expired' | 'used-up'

export interface InviteBounds {
  readonly expiresAt: Date
  readonly uses: number
  readonly usesMax: number
}

export function inviteState({ expiresAt, uses, usesMax }: InviteBounds, now: Date): InviteState {
  if (now >= expiresAt) return 'expired'
  return uses >= usesMax ? 'used-up' : 'usable'
}
