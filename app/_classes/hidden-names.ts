/** The cookie by which a browser asks for pages without learners' names. */
export const HIDDEN_NAMES_COOKIE = 'netsplit-hidden-names'
