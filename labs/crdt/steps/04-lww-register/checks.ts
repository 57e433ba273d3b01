/** What the checks of this step share. */
import {
  isRegisterUpdate,
  REGISTER_JUDGEMENTS,
  replacesWhatItSaw,
  showsWhatWasWritten,
} from '#core'
import { claimsOfType } from '../../claims.ts'
import { registerCommand } from '../../register-commands.ts'
import type { TypeUnderTest } from '../../type-under-test.ts'

export const lastWriterWins: TypeUnderTest = {
  step: '04-lww-register',
  claims: claimsOfType({
    isUpdate: isRegisterUpdate,
    meaning: [showsWhatWasWritten(), replacesWhatItSaw()],
    judgements: REGISTER_JUDGEMENTS['last-writer'],
  }),
  command: registerCommand,
}
