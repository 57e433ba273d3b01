/** JSON for people who open it in an editor. */

export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
