/** What a verified launch says, as it is kept until somebody is where they were going. */
import { z } from 'zod'
import { CLASS_ROLES } from '../authorise/roles.ts'

export const launchSchema = z.object({
  platformId: z.string(),
  deploymentId: z.string(),
  /** Who it is, by the name that only this platform uses. */
  subject: z.string(),
  /** Empty when the platform does not tell; so are all texts below. */
  name: z.string(),
  email: z.string(),
  /** In the course. */
  role: z.enum([...CLASS_ROLES, 'nobody']),
  contextId: z.string(),
  courseTitle: z.string(),
  /** What a deep link of ours is for. */
  assignmentId: z.string(),
  /** `raft/03-election` */
  step: z.string(),
  /** The gradebook's column of this link. */
  columnUrl: z.string(),
  columnsUrl: z.string(),
  scopes: z.array(z.string()),
  membershipsUrl: z.string(),
  /** Where a choice of what to link goes; absent for a launch that opens something. */
  choosing: z.object({ returnUrl: z.string(), data: z.string().optional() }).optional(),
})

export type Launch = z.infer<typeof launchSchema>
