/** Names a question by its words. */

/** The id of a question: a changed question is another one, and old answers do not count for it. */
export function questionId(question: string): string {
  // FNV-1a with 32 bits: there are a handful of questions in a lesson.
  let hash = 0x811c9dc5
  for (const character of question.replaceAll(/\s+/g, ' ').trim()) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return hash.toString(16).padStart(8, '0')
}
