/** What the checks of this step share. */
import {
  addWins,
  isSetUpdate,
  nothingFromNowhere,
  removesWhatItSaw,
  SET_JUDGEMENTS,
  stateStaysSmall,
} from '#core'
import { claimsOfType } from '../../claims.ts'
import { setCommand } from '../../set-commands.ts'
import type { TypeUnderTest } from '../../type-under-test.ts'

export const withoutTombstones: TypeUnderTest = {
  step: '07-or-set-without-tombstones',
  claims: claimsOfType({
    isUpdate: isSetUpdate,
    meaning: [
      nothingFromNowhere(),
      addWins(),
      removesWhatItSaw(),
      stateStaysSmall({ emptyMax: 120, perNodeMax: 50, perNodeAndElementMax: 45 }),
    ],
    judgements: SET_JUDGEMENTS['add-wins'],
  }),
  command: setCommand(4),
}
