/** What every part of the lab page gets, so that parts can grow without new wiring. */
import type { Workspace } from './use-workspace.ts'
import type { LabWorkspaceProps } from './workspace-props.ts'

export interface SlotProps {
  /** What the server gave. */
  readonly page: LabWorkspaceProps
  /** All state of the page. */
  readonly workspace: Workspace
}
