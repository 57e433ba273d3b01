/** Joins class names; of two that set the same property, the later one wins. */
import { type ClassValue, clsx } from 'clsx'
import { twMerge } from 'tailwind-merge'

/** `cn('p-2', isWide && 'p-4')` gives `p-4` when `isWide`. */
export function cn(...values: ClassValue[]): string {
  return twMerge(clsx(values))
}
