/** Number of single-character changes that turn one text into the other. */
export function levenshteinDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const changed = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(changed, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}

/** Where two texts begin to differ, or -1 when they are equal. */
export function indexOfDifference(left: string, right: string): number {
  if (left === right) return -1;
  let index = 0;
  while (index < left.length && index < right.length && left[index] === right[index]) index++;
  return index;
}

/** What all texts begin with. */
export function commonPrefix(texts: readonly string[]): string {
  return texts.reduce((prefix, text) => {
    const index = indexOfDifference(prefix, text);
    return index < 0 ? prefix : prefix.slice(0, index);
  }, texts[0] ?? '');
}
