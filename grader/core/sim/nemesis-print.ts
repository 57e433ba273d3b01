/** Writes faults in the text form that `nemesis-script.ts` reads. */
import type { DeliveryChoice } from './delivery.ts'
import type { Endpoints, Fault, NemesisStep, Target } from './nemesis.ts'

const MICROS_PER_MS = 1_000

/** Writes a script, one fault a line. */
export function printNemesis(steps: readonly NemesisStep[]): string {
  return steps
    .map(({ at, fault, after }) => {
      const when = after === undefined ? `at ${ms(at)}` : `after ${after}`
      return `${when} ${printFault(fault)}\n`
    })
    .join('')
}

/** Writes settled fates of messages, one a line: `message n1 > n2 #3 lost`. */
export function printDeliveries(choices: readonly DeliveryChoice[]): string {
  return choices
    .map(({ from, to, index, fate }) => {
      const what =
        fate.kind === 'lost'
          ? 'lost'
          : `delay=${fate.delaysMicros.map((delay) => ms(delay)).join(',')}`
      return `message ${from} > ${to} #${index} ${what}\n`
    })
    .join('')
}

/** `n1 n2`, or `*` for everybody. */
export function printEndpoints(endpoints: Endpoints): string {
  return endpoints === 'everybody' ? '*' : endpoints.join(' ')
}

/** One fault without its time: `crash n1 unsynced=lost`. */
export function printFault(fault: Fault): string {
  switch (fault.kind) {
    case 'partition':
      return `partition ${fault.groups.map((group) => group.join(' ')).join(' | ')}${named(fault)}`
    case 'one-way':
      return `one-way ${fault.from.join(' ')} > ${fault.to.join(' ')}${named(fault)}`
    case 'ring':
      return `ring ${fault.order.join(' ')}${named(fault)}`
    case 'isolate':
    case 'deafen':
    case 'mute':
    case 'bridge':
      return `${fault.kind} ${printTarget(fault.target)}${named(fault)}`
    case 'heal':
      return fault.name === undefined ? 'heal' : `heal ${fault.name}`
    case 'crash':
      return printCrash(fault)
    case 'clog':
    case 'unclog':
    case 'restore':
      return `${fault.kind} ${printLinks(fault)}`
    case 'degrade': {
      const { lossPermille, duplicatePermille, delayMicrosMin, delayMicrosMax } = fault.weather
      const delay = `delay=${ms(delayMicrosMin)}..${ms(delayMicrosMax)}`
      return `degrade ${printLinks(fault)} loss=${lossPermille} duplicate=${duplicatePermille} ${delay}`
    }
    case 'skew': {
      const { target, offsetMicros, driftPpm } = fault
      return `skew ${printTarget(target)} offset=${ms(offsetMicros)} drift=${driftPpm}`
    }
    case 'drift':
      return `drift ${printTarget(fault.target)} ppm=${fault.driftPpm}`
    case 'jump':
      return `jump ${printTarget(fault.target)} by=${ms(fault.byMicros)}`
    default:
      return `${fault.kind} ${printTarget(fault.target)}`
  }
}

function printLinks({ from, to }: { readonly from: Endpoints; readonly to: Endpoints }): string {
  return `${printEndpoints(from)} > ${printEndpoints(to)}`
}

function named({ name }: { readonly name?: string }): string {
  return name === undefined ? '' : ` as ${name}`
}

function printTarget(target: Target): string {
  if (target.kind === 'node') return target.node
  return `${target.field}=${target.value}${target.pick === 'earliest' ? ' earliest' : ''}`
}

function printCrash(fault: Fault & { readonly kind: 'crash' }): string {
  const { target, moment, unsynced, downMicros } = fault
  const when =
    moment.kind === 'mid-call'
      ? ` mid-call ${moment.afterEffects}`
      : moment.kind === 'after-send'
        ? ` after-send ${quoteIfNeeded(moment.containing)}`
        : ''
  const down = downMicros === null ? '' : ` down=${ms(downMicros)}`
  return `crash ${printTarget(target)}${when} unsynced=${unsynced}${down}`
}

/** A text with blanks in it stands in quotes, so that a script splits at blanks only. */
function quoteIfNeeded(text: string): string {
  return /^[^\s"]\S*$/.test(text) ? text : JSON.stringify(text)
}

/** Whole microseconds as milliseconds with at most three decimals, without rounding. */
function ms(micros: number): string {
  return String(micros / MICROS_PER_MS)
}
