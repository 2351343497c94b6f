/** Edits (insert, delete, replace) that turn one text into the other. */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** How alike two texts are by edits, 0 to 100. */
export function editSimilarity(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 100 : 100 * (1 - editDistance(a, b) / longest);
}

/** Jaro-Winkler similarity, 0 to 100: transposed letters and a common start count for much. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 100;
  const range = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Array<boolean>(b.length).fill(false);
  const matchesOfA: string[] = [];
  for (let i = 0; i < a.length; i++) {
    for (let j = Math.max(0, i - range); j <= Math.min(b.length - 1, i + range); j++) {
      if (taken[j] || a[i] !== b[j]) continue;
      taken[j] = true;
      matchesOfA.push(a[i] ?? '');
      break;
    }
  }
  const count = matchesOfA.length;
  if (count === 0) return 0;
  const matchesOfB = [...b].filter((_, j) => taken[j]);
  const transposed = matchesOfA.filter((letter, i) => letter !== matchesOfB[i]).length / 2;
  const jaro = (count / a.length + count / b.length + (count - transposed) / count) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++;
  return 100 * (jaro + prefix * 0.1 * (1 - jaro));
}

/** How many pairs of letters two texts share, 0 to 100. */
export function pairSimilarity(a: string, b: string): number {
  if (a === b) return 100;
  const pairsOf = (text: string): string[] =>
    text.split(' ').flatMap((word) => [...word].slice(0, -1).map((_, i) => word.slice(i, i + 2)));
  const [left, right] = [pairsOf(a), pairsOf(b)];
  const rest = [...right];
  const shared = left.filter((pair) => {
    const position = rest.indexOf(pair);
    if (position >= 0) rest.splice(position, 1);
    return position >= 0;
  }).length;
  return left.length + right.length === 0 ? 0 : (200 * shared) / (left.length + right.length);
}

/** A rough key of how an English name sounds: `smith` and `smyth` have the same. */
export function soundKey(name: string): string {
  const sounds = name
    .replace(/^(kn|gn|pn|wr)/, (pair) => pair.slice(1))
    .replace(/ph/g, 'f')
    .replace(/ck|q|c(?![eiyh])/g, 'k')
    .replace(/c(?=[eiy])|z/g, 's')
    .replace(/sch|sh|ch|tch/g, 'x')
    .replace(/th/g, '0')
    .replace(/gh(?=[^aeiou]|$)/g, '')
    .replace(/d(?=t)|h/g, '')
    .replace(/v|w/g, 'f');
  return (sounds.slice(0, 1) + sounds.slice(1).replace(/[aeiouy]/g, '')).replace(/(.)\1+/g, '$1');
}

/** `chief executive officer` is `ceo`. */
export function acronymOf(text: string): string {
  const words = text.split(' ').filter((word) => word !== '' && word !== 'of' && word !== 'and');
  return words.length < 2 ? '' : words.map((word) => word[0]).join('');
}
