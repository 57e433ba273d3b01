/** Columns and scores of a platform's gradebook (LTI Assignment and Grade Services 2.0). */
import 'server-only'
import { z } from 'zod'
import { askPlatform, jsonOf, PlatformTrouble } from './ask-platform.ts'
import { addressProblem } from './platform-address.ts'
import type { PlatformView } from './platforms.ts'
import { forgetTokens, SCOPE, serviceToken } from './service-token.ts'

/** Of a column that we make: grades are shown in percent. */
const COLUMN_POINTS = 100
const COLUMN = 'application/vnd.ims.lis.v2.lineitem+json'
const COLUMNS = 'application/vnd.ims.lis.v2.lineitemcontainer+json'
const SCORE = 'application/vnd.ims.lis.v1.score+json'

const Column = z.object({ id: z.string(), resourceId: z.string().nullish() })

export interface ColumnToFind {
  readonly columnsUrl: string
  readonly assignmentId: string
  readonly title: string
}

/** The address of the column for an assignment, which is made when there is none (3.2). */
export async function findOrMakeColumn(
  platform: PlatformView,
  { columnsUrl, assignmentId, title }: ColumnToFind,
): Promise<string> {
  const token = await serviceToken(platform, [SCOPE.column, SCOPE.score])
  const authorization = `Bearer ${token}`
  const search = new URL(columnsUrl)
  search.searchParams.set('resource_id', assignmentId)
  const listed = await askPlatform(search.href, {
    method: 'GET',
    headers: { authorization, accept: COLUMNS },
  })
  const found = z.array(Column).safeParse(jsonOf(columnsUrl, listed))
  // Platforms may answer with columns that were not asked for.
  const known = found.data?.find(({ resourceId }) => resourceId === assignmentId)
  if (known !== undefined) return usable(known.id, columnsUrl)
  const made = await askPlatform(columnsUrl, {
    method: 'POST',
    headers: { authorization, accept: COLUMN, 'content-type': COLUMN },
    body: JSON.stringify({
      scoreMaximum: COLUMN_POINTS,
      label: title,
      resourceId: assignmentId,
      tag: 'netsplit',
    }),
  })
  const parsed = Column.safeParse(jsonOf(columnsUrl, made))
  if (!parsed.success) throw new PlatformTrouble('The platform made a column without an address.')
  return usable(parsed.data.id, columnsUrl)
}

/** Our token goes to the host that the platform signed, and to no other. */
function usable(columnUrl: string, columnsUrl: string): string {
  const isSame =
    addressProblem(columnUrl) === undefined &&
    new URL(columnUrl).origin === new URL(columnsUrl).origin
  if (isSame) return columnUrl
  throw new PlatformTrouble('The platform keeps the column at another host, which is not told.')
}

export interface ScoreToSend {
  readonly columnUrl: string
  /** The person, as the platform knows them. */
  readonly subject: string
  /** Undefined to take back what was sent. */
  readonly grade: { readonly points: number; readonly pointsMax: number } | undefined
  readonly at: Date
}

/** `gone`: the column was deleted there. `later`: it may well go the next time. */
export type Sent =
  | { readonly kind: 'sent' }
  | { readonly kind: 'gone' | 'later' | 'refused'; readonly why: string }

/** Tells the platform one grade (3.4). Never throws for what the platform does. */
export async function sendScore(
  platform: PlatformView,
  { columnUrl, subject, grade, at }: ScoreToSend,
): Promise<Sent> {
  try {
    const token = await serviceToken(platform, [SCOPE.column, SCOPE.score])
    const { status } = await askPlatform(scoresOf(columnUrl), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': SCORE },
      body: JSON.stringify({
        userId: subject,
        timestamp: at.toISOString(),
        activityProgress: 'Completed',
        // Without a score, the one before it is cleared (3.4.7).
        ...(grade === undefined
          ? { gradingProgress: 'Pending' }
          : {
              gradingProgress: 'FullyGraded',
              scoreGiven: grade.points,
              scoreMaximum: grade.pointsMax,
            }),
      }),
    })
    if (status === 401) forgetTokens(platform.id)
    return outcomeOf(status)
  } catch (error) {
    if (error instanceof PlatformTrouble) return { kind: 'later', why: error.message }
    throw error
  }
}

function outcomeOf(status: number): Sent {
  if (status >= 200 && status <= 299) return { kind: 'sent' }
  if (status === 404) return { kind: 'gone', why: 'The column is not there any more.' }
  const isLater = status === 401 || status === 408 || status === 429 || status >= 500
  return {
    kind: isLater ? 'later' : 'refused',
    why: `The platform answered ${status}.`,
  }
}

/** Some platforms have a query in a column's address, which stays behind the path (3.3.2). */
function scoresOf(columnUrl: string): string {
  const url = new URL(columnUrl)
  url.pathname = `${url.pathname.replace(/\/$/, '')}/scores`
  return url.href
}
