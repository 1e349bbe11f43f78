const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** A header or word as it is compared: small letters, no umlauts, no signs, single blanks; `plan2026` is two words. */
export function normalWords(text: string): string {
  return text
    .normalize('NFC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L}{2})((?:19|20)\d{2})(?!\d)/gu, '$1 $2')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => UMLAUTS[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The same without blanks: `Sach-Konto` and `Sachkonto` are one word. */
export function compact(words: string): string {
  return words.replaceAll(' ', '');
}

/** How many typing slips a word of this length may have. */
function slipsAllowed(length: number): number {
  if (length < 5) return 0;
  return length < 9 ? 1 : 2;
}

/** Whether two words are the same but for a slip or a German ending; both without blanks. */
export function isSimilar(first: string, second: string): boolean {
  if (first.length === 4 && second.length === 4) return isSwapped(first, second);
  const allowed = slipsAllowed(Math.min(first.length, second.length));
  if (allowed === 0 || Math.abs(first.length - second.length) > allowed) return false;
  // Slips at both ends of a word are too rare to look for.
  if (first[0] !== second[0] && first.at(-1) !== second.at(-1)) return false;
  return slips(first, second, allowed) <= allowed;
}

/** In words of four letters only two neighbours may have changed places: anything else is another word. */
function isSwapped(first: string, second: string): boolean {
  return [...first].sort().join('') === [...second].sort().join('') && slips(first, second, 1) <= 1;
}

/** Letters to change, add, leave out or swap with their neighbour until one word is the other; stops beyond `limit`. */
export function slips(first: string, second: string, limit: number): number {
  let before: number[] = [];
  let row = Array.from({ length: second.length + 1 }, (_, at) => at);
  for (let i = 1; i <= first.length; i++) {
    const next = [i];
    for (let j = 1; j <= second.length; j++) {
      const cost = first[i - 1] === second[j - 1] ? 0 : 1;
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost);
      const isSwap = i > 1 && j > 1 && first[i - 1] === second[j - 2] && first[i - 2] === second[j - 1];
      if (isSwap) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      next.push(best);
    }
    if (Math.min(...next) > limit) return limit + 1;
    [before, row] = [row, next];
  }
  return row[second.length] ?? 0;
}
