/** POST: keeps the rules by which staff are told of learners who may need them. */
import { classRoute } from '../../../../_server/classes/class-route.ts'
import {
  AtRiskForm,
  keepAtRiskRules,
  rulesOf,
} from '../../../../_server/classes/statistics/at-risk-rules.ts'

export const POST = classRoute('class.change', AtRiskForm, ({ user, classId, value }) =>
  keepAtRiskRules(user, classId, rulesOf(value)),
)
