/** What travels between the nodes of the step about forgetting, and what their clients ask. */
import type { Progress, Stamped } from './causal-log.ts'

/** What clients ask for. An index beyond the end means the end. */
export type Command =
  | { readonly id: string; readonly op: 'insert'; readonly index: number; readonly char: string }
  | { readonly id: string; readonly op: 'remove'; readonly index: number }

export type Message =
  | { readonly type: 'Operations'; readonly operations: readonly Stamped[] }
  | { readonly type: 'Progress'; readonly progress: Progress }
