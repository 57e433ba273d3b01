/** What generators make: questions as they stand in a file, whose name gives the topic. */
export type Generated<Question> = Omit<Question, 'topic' | 'labClaims'>
