/** What the checks of this step share. */
import {
  additionsStay,
  isSetUpdate,
  nothingFromNowhere,
  removedForGood,
  SET_JUDGEMENTS,
} from '#core'
import { claimsOfType } from '../../claims.ts'
import { setCommand } from '../../set-commands.ts'
import type { TypeUnderTest } from '../../type-under-test.ts'

export const twoPhaseSet: TypeUnderTest = {
  step: '03-sets',
  claims: claimsOfType({
    isUpdate: isSetUpdate,
    meaning: [nothingFromNowhere(), additionsStay(), removedForGood()],
    judgements: SET_JUDGEMENTS['two-phase'],
  }),
  command: setCommand(8),
}
