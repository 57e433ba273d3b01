/** Where the learner's text is safe at the moment, and how that is said. */

export type SavingState =
  /** Nothing was edited. */
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  /** In the browser alone, because there is nothing yet that would be worth a guest. */
  | { readonly kind: 'in-browser' }
  | { readonly kind: 'offline' }
  /** It is tried again by itself. */
  | { readonly kind: 'failing'; readonly error: string | undefined }
  /** It is not tried again before the text changes. */
  | { readonly kind: 'refused'; readonly error: string }
  /** Neither the server nor the browser keeps it. */
  | { readonly kind: 'nowhere' }

export interface SavingWords {
  /** Short, for the line above the editor. */
  readonly text: string
  /** The whole of it, for those who ask; empty when the short text says all. */
  readonly more: string
  readonly isProblem: boolean
}

/** How a state is said to the learner. */
export function savingWords(state: SavingState): SavingWords {
  switch (state.kind) {
    case 'untouched':
      return fine('')
    case 'saving':
      return fine('Saving…')
    case 'saved':
      return fine('Saved')
    case 'in-browser':
      return fine('Saved in this browser')
    case 'offline':
      return problem(
        'Offline: saved in this browser',
        'You are offline. Your code is kept in this browser and goes to the server by itself when you are back.',
      )
    case 'failing':
      return problem(
        'Saved in this browser only',
        `${state.error ?? 'The server does not answer.'} Saving there is tried again by itself.`,
      )
    case 'refused':
      return problem('Saved in this browser only', state.error)
    case 'nowhere':
      return problem(
        'Not saved',
        'The server does not answer and this browser keeps nothing. Copy your code to a safe place before you leave.',
      )
  }
}

function fine(text: string): SavingWords {
  return { text, more: '', isProblem: false }
}

function problem(text: string, more: string): SavingWords {
  return { text, more, isProblem: true }
}
