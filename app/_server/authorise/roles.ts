/** Who there is, as far as rights go: on the site, and in a class. */

/** From the one with the fewest rights; a stranger has no session, a guest no way to sign in. */
export const SITE_ROLES = ['stranger', 'guest', 'member', 'instructor', 'administrator'] as const
export type SiteRole = (typeof SITE_ROLES)[number]

/** What the database keeps of an account (prisma/schema.prisma). */
export type AccountRole = 'member' | 'instructor' | 'administrator'

/** What somebody is in one class. The role on the site gives none of these. */
export const CLASS_ROLES = ['owner', 'instructor', 'assistant', 'reader', 'learner'] as const
export type ClassRole = (typeof CLASS_ROLES)[number]

/** Whoever asks; a stranger has no id. */
export type Actor =
  | { readonly role: 'stranger' }
  | {
      readonly role: Exclude<SiteRole, 'stranger'>
      readonly id: string
      /** Somebody else sees the site as they do: for reading, and mostly in one class only. */
      readonly seenIn?: 'site' | { readonly classId: string }
    }

/** What is asked about. */
export type Subject =
  /** The site as a whole. */
  | { readonly kind: 'site' }
  /** Something that belongs to one person: work, sessions, the account itself. */
  | { readonly kind: 'own'; readonly ownerId: string }
  /** Somebody's account, as administrators deal with it. */
  | { readonly kind: 'person'; readonly id: string }
  /** A class, and what the one who asks is in it; undefined for a foreign one. */
  | {
      readonly kind: 'class'
      readonly id: string
      readonly role: ClassRole | undefined
      /** Archived classes are for reading. */
      readonly isArchived?: boolean
    }
