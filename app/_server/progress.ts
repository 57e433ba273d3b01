/** The progress of the present reader, for pages. */
import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import { db } from '#db'
import type { KnownProgress } from '../_progress/progress-keeper.ts'
import { readProgress } from './progress-store.ts'
import { readUser } from './session.ts'

/** The progress of whoever asks. Reading goes on while the database is away. */
export async function readOwnProgress(): Promise<KnownProgress> {
  try {
    const user = await readUser()
    if (user === undefined) return { ownerId: undefined, lessons: {} }
    return { ownerId: user.id, lessons: await readProgress(db, user.id) }
  } catch (error) {
    unstable_rethrow(error)
    console.error('Progress could not be read:', error)
    return { ownerId: undefined, lessons: {} }
  }
}
