/** What a leader has heard from the others, and whether that is enough. */
import type { Heard } from './messages.ts'

/** Takes news of one node in; of what may arrive out of order, the furthest counts. */
export function withNews(heard: readonly Heard[], news: Heard): readonly Heard[] {
  return heard.map((known) => {
    if (known.node !== news.node) return known
    const round = Math.max(known.round, news.round)
    return { ...news, round, length: Math.max(known.length, news.length) }
  })
}

/** Whether these nodes and the leader are more than half of the cluster. */
export function isMajority(others: readonly Heard[], clusterSize: number): boolean {
  return (others.length + 1) * 2 > clusterSize
}
