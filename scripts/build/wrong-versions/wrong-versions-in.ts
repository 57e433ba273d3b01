/** Finds which wrong versions a text of instructions shows. */

/** Ids of the mutants that `<WrongVersion mutant="…">` names, in order. */
export function wrongVersionsIn(source: string): readonly string[] {
  return [...source.matchAll(/<WrongVersion\s+mutant="([^"]*)"/g)].map(([, id = '']) => id)
}
