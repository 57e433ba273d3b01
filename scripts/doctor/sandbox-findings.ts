/** What the doctor says of the sandbox: each layer, what it is for, and how to get a missing one. */
import type { Capabilities, Layer } from '../../grader/host/sandbox/capabilities.ts'
import type { Finding } from './finding.ts'

/** One finding a layer, and one on what all of them together are good for. */
export function sandboxFindings({
  layers,
  isStrong,
}: Pick<Capabilities, 'layers' | 'isStrong'>): readonly Finding[] {
  return [...layers.map(findingOf), { subject: 'sandbox', isGood: isStrong, detail: sum(isStrong) }]
}

function findingOf({ name, on, detail, protects, remedy }: Layer): Finding {
  const what = on
    ? `${detail}, so that ${protects}`
    : `${detail}. This layer is there so that ${protects}`
  const help = on ? '' : `. To get it: ${remedy}`
  return { subject: `sandbox: ${name}`, isGood: on, detail: `${what}${help}.` }
}

function sum(isStrong: boolean): string {
  return isStrong
    ? 'strong enough to grade the code of strangers.'
    : 'good enough for your own code only. A grader whose site is open to others refuses to start ' +
        'without bubblewrap, unless NETSPLIT_ALLOW_WEAK_SANDBOX=1 says that you trust them all.'
}
