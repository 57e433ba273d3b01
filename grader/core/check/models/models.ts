/** All models, in the order in which a person should meet them. */
import { casRegister } from './cas-register.ts'
import { counter } from './counter.ts'
import { kv } from './kv.ts'
import { lock } from './lock.ts'
import { log } from './log.ts'
import type { ModelFamily } from './model.ts'
import { queue } from './queue.ts'
import { register } from './register.ts'
import { set } from './set.ts'

export const MODELS: readonly ModelFamily[] = [
  register,
  casRegister,
  kv,
  counter,
  set,
  queue,
  log,
  lock,
]

/** The model called `id`, or undefined when there is none. */
export function findModel(id: string): ModelFamily | undefined {
  return MODELS.find((model) => model.id === id)
}
