/** What the checks of this step share. */
import { addWins, isSetUpdate, nothingFromNowhere, removesWhatItSaw, SET_JUDGEMENTS } from '#core'
import { claimsOfType } from '../../claims.ts'
import { setCommand } from '../../set-commands.ts'
import type { TypeUnderTest } from '../../type-under-test.ts'

export const observedRemove: TypeUnderTest = {
  step: '06-or-set',
  claims: claimsOfType({
    isUpdate: isSetUpdate,
    meaning: [nothingFromNowhere(), addWins(), removesWhatItSaw()],
    judgements: SET_JUDGEMENTS['add-wins'],
  }),
  command: setCommand(4),
}
