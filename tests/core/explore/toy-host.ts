/** Step hosts for tests: a node is a plain function of what it remembers and the call. */
import { type HandlerCall, type Json } from '#core'
import type { LiveHost, StepHost } from '../../../grader/core/explore/step-host.ts'
import { type Effect, encodeEffect } from '../../../grader/core/sim/effect.ts'
import type { StartConfig } from '../../../grader/core/sim/node-host.ts'

export interface ToyStep {
  readonly memory: Json
  readonly effects: readonly Effect[]
}

/** `memory` is null at a start. */
export type ToyNode = (memory: Json, call: HandlerCall, config: StartConfig) => ToyStep

export function toyHost(node: ToyNode): StepHost {
  return {
    step(config, state, call) {
      const memory = state === null ? null : (JSON.parse(state) as Json)
      const after = node(memory, call, config)
      const reply = `O${after.effects.map(encodeEffect).join('')}`
      return { kind: 'stepped', reply, state: JSON.stringify(after.memory) }
    },
  }
}

/** The same functions with memories that live on. */
export function toyLiveHost(node: ToyNode): LiveHost {
  const host = toyHost(node)
  const states = new Map<string, string>()
  const configs = new Map<string, StartConfig>()
  return {
    call(id, call) {
      if (call.kind === 'start') configs.set(id, call.config)
      const config = configs.get(id) as StartConfig
      const result = host.step(config, call.kind === 'start' ? null : (states.get(id) ?? ''), call)
      if (result.kind === 'stepped') states.set(id, result.state)
      return result
    },
  }
}

/** Messages of toys are plain JSON values. */
export function sendTo(to: string, body: Json): Effect {
  return { kind: 'send', to, body: JSON.stringify(body) }
}

export function setTimer(name: string, delayMicros = 1_000): Effect {
  return { kind: 'set-timer', name, delayMicros }
}
