/** A failed check as plain text: for a message to a tutor, or a note to oneself. */
import { printStory, type Story } from '#core'
import type { CheckRow } from './check-rows.ts'

/** Title, seed, and the story; without a run, what is known without it. */
export function failureText(row: CheckRow, story: Story | undefined): string {
  const { title, status, explanation } = row
  const head = [`Check: ${title} (${status})`]
  if (explanation === undefined) return `${head.join('\n')}\n`
  if (explanation.where !== '') head.push(`At ${explanation.where}`)
  if (story !== undefined) return `${head.join('\n')}\n\n${printStory(story)}`
  const { claim, label, message, ask } = explanation
  const parts = [claim?.sentence ?? label, message, ...(ask === '' ? [] : [`Ask yourself: ${ask}`])]
  return `${head.join('\n')}\n\n${parts.join('\n')}\n`
}
