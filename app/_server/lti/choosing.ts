/** The answer to a platform whose instructor chose a link (LTI Deep Linking 2.0, 4.5). */
import 'server-only'
import { findStep } from '#labs/index.ts'
import { readAssignment } from '../classes/assignments.ts'
import { CLAIM, CUSTOM } from './claims.ts'
import { findClassOf } from './courses.ts'
import type { Launch } from './launched.ts'
import { readPlatform } from './platforms.ts'
import { signForPlatform } from './tool-keys.ts'
import { toolUrls } from './tool-urls.ts'

/** Of each column that a link makes: grades here are in percent. */
const COLUMN_POINTS = 100

/** Learners may reach the page where platforms let them; they choose nothing. */
export function mayChoose({ role, choosing }: Launch): boolean {
  return choosing !== undefined && role !== 'learner' && role !== 'nobody'
}

/** A link as the platform keeps it. */
interface Item {
  readonly type: 'ltiResourceLink'
  readonly url: string
  readonly title: string
  readonly custom?: Readonly<Record<string, string>>
  readonly lineItem?: {
    readonly scoreMaximum: number
    readonly label: string
    readonly resourceId: string
  }
}

/** Undefined for a choice that is not of this class, or not there any more. */
export async function itemOf(
  launch: Launch,
  chosen: string,
  step: string,
): Promise<Item | undefined> {
  const base = { type: 'ltiResourceLink', url: toolUrls().launch } as const
  if (chosen === 'class') return { ...base, title: 'Netsplit' }
  if (chosen === 'step') {
    const [labId = '', stepId = ''] = step.split('/')
    const found = findStep(labId, stepId)
    return found && { ...base, title: found.step.title, custom: { [CUSTOM.step]: step } }
  }
  const [, assignmentId = ''] = /^assignment (\S+)$/.exec(chosen) ?? []
  const classId = await findClassOf(launch)
  const found = classId === undefined ? undefined : await readAssignment(classId, assignmentId)
  if (found === undefined) return undefined
  const { id, title } = found
  return {
    ...base,
    title,
    custom: { [CUSTOM.assignment]: id },
    lineItem: { scoreMaximum: COLUMN_POINTS, label: title, resourceId: id },
  }
}

/** The signed answer; the browser carries it to the platform. */
export async function answerChoice(
  { platformId, deploymentId, choosing }: Launch,
  item: Item,
): Promise<string | undefined> {
  const platform = await readPlatform(platformId)
  if (platform === undefined) return undefined
  return signForPlatform({
    iss: platform.clientId,
    aud: platform.issuer,
    nonce: crypto.randomUUID(),
    [CLAIM.type]: 'LtiDeepLinkingResponse',
    [CLAIM.version]: '1.3.0',
    [CLAIM.deployment]: deploymentId,
    [CLAIM.items]: [item],
    ...(choosing?.data === undefined ? {} : { [CLAIM.data]: choosing.data }),
  })
}
