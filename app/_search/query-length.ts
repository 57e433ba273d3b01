/** Longer queries are cut: nobody types them, and their cost grows with their length. */
export const QUERY_LENGTH_MAX = 120
