/** The browser's storage; one that forgets with the page where the browser refuses it. */
import type { DraftStorage } from './local-drafts.ts'

export function storageOfPage(): DraftStorage {
  try {
    return localStorage
  } catch {
    return NONE
  }
}

const NONE: DraftStorage = {
  length: 0,
  key: () => null,
  getItem: () => null,
  removeItem: () => {},
  setItem: () => {
    throw new Error('the browser refuses its storage to this page')
  },
}
