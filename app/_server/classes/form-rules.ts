/** What the forms of a class may say, with the sentence for each thing that is wrong. */
import 'server-only'
import { z } from 'zod'
import { isTimeZone } from '../../_classes/time-zone.ts'

const TITLE_LENGTH_MAX = 120

/** A line of text that must not be empty. @param name as the sentence calls it */
export function lineRule(name: string) {
  return z
    .string()
    .trim()
    .min(1, `Give ${name}.`)
    .max(TITLE_LENGTH_MAX, `Use ${TITLE_LENGTH_MAX} characters at most for ${name}.`)
    .refine((text) => !text.includes('\0'), `There is a NUL character in ${name}: remove it.`)
}

export const classDetailsRule = z.object({
  title: lineRule('the title'),
  term: lineRule('the term'),
  timeZone: z.string().refine(isTimeZone, 'Choose a time zone of the list, such as Europe/Vienna.'),
})

/** `2026-11-21`. */
export const dayRule = z.iso.date('Give a day.')

/** `2026-11-21T23:59` by the clocks of the class; empty for none. */
export const wallTimeRule = z
  .string()
  .regex(/^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})?$/, 'Give a day and a time.')

export const staffRoleRule = z.enum(['owner', 'instructor', 'assistant', 'reader', 'learner'])

/** A number that a form sends as text. */
export function numberRule(name: string, min: number, max: number) {
  const message = `${name} is a whole number from ${min} to ${max}.`
  return z.coerce.number(message).int(message).min(min, message).max(max, message)
}
