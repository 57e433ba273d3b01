/** What the checks of this step share. */
import {
  isRegisterUpdate,
  keepsSiblings,
  REGISTER_JUDGEMENTS,
  replacesWhatItSaw,
  showsWhatWasWritten,
} from '#core'
import { claimsOfType } from '../../claims.ts'
import { registerCommand } from '../../register-commands.ts'
import type { TypeUnderTest } from '../../type-under-test.ts'

export const multiValue: TypeUnderTest = {
  step: '05-mv-register',
  claims: claimsOfType({
    isUpdate: isRegisterUpdate,
    meaning: [showsWhatWasWritten(), keepsSiblings(), replacesWhatItSaw()],
    judgements: REGISTER_JUDGEMENTS['multi-value'],
  }),
  command: registerCommand,
}
