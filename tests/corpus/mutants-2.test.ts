/** A share of all mutants; how they are shared out: `shares-of-mutants.ts`. */
import { testShareOf } from './shares-of-mutants.ts'

await testShareOf(import.meta.filename)
