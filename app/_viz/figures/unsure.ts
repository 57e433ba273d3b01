/** The last answer to every prediction: who does not know says so, and still learns. */
export const UNSURE = { id: 'unsure', name: 'Not sure' } as const
