/** Nobody leaves a class full of people without an owner. */
import 'server-only'
import type { Transaction } from '../../../prisma/line.ts'

/** Whether some class has others in it, and this person as its only owner. */
export async function ownsAlone(transaction: Transaction, userId: string): Promise<boolean> {
  const active = { state: 'active' } as const
  const owned = await transaction.class.findFirst({
    where: {
      memberships: { some: { userId, role: 'owner', ...active } },
      AND: [
        { memberships: { some: { userId: { not: userId }, ...active } } },
        { memberships: { none: { userId: { not: userId }, role: 'owner', ...active } } },
      ],
    },
    select: { id: true },
  })
  return owned !== null
}
