/** Ids of rows, as they come in addresses. */

/** The database refuses to compare anything else with an id. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
