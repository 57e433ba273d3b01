import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'O05',
  title: 'Confirms an add when it is sent',
  breaks: 'acknowledged-is-applied',
  patch: [
    {
      find: `    this.try(call)
  }

  onAnswer`,
      replace: `    this.try(call)
    if (call.command.op === 'add') this.reply(call, null)
  }

  onAnswer`,
    },
  ],
}
