/** The prompts of a mock interview: the scenario's parts, with the two that every answer needs. */
import type { KeyParts, PublicQuestion, RubricPoint } from '#content/schema/compiled-question.ts'
import { stepName } from '../../_quiz/kinds/words-field.tsx'

export type Scenario = Extract<PublicQuestion, { readonly kind: 'design' }>
export type ScenarioKey = KeyParts['design']

export interface Prompt {
  readonly id: string
  /** The step of the frame. */
  readonly name: string
  readonly html: string
  /** For prompts that are added to every scenario; those of a scenario come with its key. */
  readonly rubric?: readonly RubricPoint[]
}

const OPERATION: Prompt = {
  id: 'name-operation',
  name: stepName('name-operation'),
  html: 'Before anything else: which operation do you speak of, with which setting, and where is the client?',
  rubric: [
    {
      point: 'One operation, such as a confirmed read or adding to a cart.',
      listensFor: 'Something that a client asks for, in place of the name of a product.',
    },
    {
      point: 'Its setting, and where the client is.',
      listensFor: 'Whether you know that the answer depends on both.',
    },
  ],
}

const MEASURE: Prompt = {
  id: 'say-measure',
  name: stepName('say-measure'),
  html: 'Last: what would you measure to find out whether all this is true, and how?',
  rubric: [
    {
      point:
        'A number with a unit: a latency at a percentile, an age of reads, a share of refusals.',
      listensFor: 'A statement that a measurement could refute.',
    },
    {
      point: 'The fault under which it is measured, and from which client.',
      listensFor: 'That an average over a year, from one place, hides what a cut does.',
    },
  ],
}

/** In the order in which they are asked. */
export function promptsOf({ parts }: Scenario): readonly Prompt[] {
  const own = parts.map(({ id, step, prompt }) => ({
    id,
    name: stepName(step),
    html: prompt,
    step,
  }))
  const has = (step: string) => own.some((part) => part.step === step)
  return [
    ...(has('name-operation') ? [] : [OPERATION]),
    ...own.map(({ id, name, html }) => ({ id, name, html })),
    ...(has('say-measure') ? [] : [MEASURE]),
  ]
}

/** The rubric of a prompt, once the key is there. */
export function rubricOf(prompt: Prompt, key: ScenarioKey | undefined): readonly RubricPoint[] {
  return prompt.rubric ?? key?.parts.find(({ id }) => id === prompt.id)?.rubric ?? []
}
