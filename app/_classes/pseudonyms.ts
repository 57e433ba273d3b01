/** Names for a screen that a whole room sees: they say who is the same, and not who it is. */

const FIRST = (
  'Amber Ashen Autumn Azure Bright Bronze Calm Candid Cedar Clear Clever Copper Coral Crimson ' +
  'Curious Early Fair Gentle Golden Green Hazel Hidden Honest Indigo Ivory Jade Keen Kind Late ' +
  'Light Lilac Little Lucid Marble Mellow Misty Modest Noble Olive Patient Pearl Plain Proud ' +
  'Purple Quick Quiet Ready Round Rustic Sandy Scarlet Sharp Silent Silver Sober Steady Stone ' +
  'Sunny Swift Tidy Velvet Violet Warm Wise'
).split(' ')

const SECOND = (
  'Badger Beaver Bison Bittern Bream Bunting Carp Cicada Cod Condor Cormorant Crane Cricket ' +
  'Curlew Deer Dipper Dolphin Dormouse Dove Eagle Egret Elk Ermine Falcon Ferret Finch Gannet ' +
  'Gecko Grouse Gull Hare Heron Hoopoe Ibex Ibis Jackdaw Kestrel Lark Linnet Lynx Magpie Marten ' +
  'Mole Newt Otter Owl Petrel Pike Plover Puffin Quail Raven Robin Salmon Seal Shrew Siskin ' +
  'Stork Swan Tern Thrush Trout Wren Yak'
).split(' ')

/**
 * A name of two words for each of these ids. It follows from the id and the salt: it stays when
 * others come and go (save where two have the same one, who then get numbers), tells nothing of
 * the order of a roster, and is another with another salt.
 */
export function pseudonyms(ids: readonly string[], salt = ''): ReadonlyMap<string, string> {
  const mixed = [...new Set(ids)].map((id) => ({ id, rank: mix(`${salt} ${id}`) }))
  mixed.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
  const times = new Map<string, number>()
  return new Map(
    mixed.map(({ id, rank }) => {
      const first = FIRST[rank % FIRST.length] ?? ''
      const second = SECOND[Math.floor(rank / FIRST.length) % SECOND.length] ?? ''
      const name = `${first} ${second}`
      const time = (times.get(name) ?? 0) + 1
      times.set(name, time)
      return [id, time === 1 ? name : `${name} ${time}`]
    }),
  )
}

/** FNV-1a over UTF-16 units, 32 bits, and its upper half folded in: any order that looks like none. */
function mix(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return (hash ^ (hash >>> 15)) >>> 0
}
