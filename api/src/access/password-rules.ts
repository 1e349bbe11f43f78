import { PASSWORD_MAX_CHARACTERS, PASSWORD_MIN_CHARACTERS } from '@etatlotse/contracts/session/plain';
import { COMMON_WORDS } from './common-words';

/** So many different signs must be left when everything that is easily guessed has been taken out. */
const OWN_SIGNS_MIN = 5;
const YEAR = /(?:19|20)\d\d/g;
const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '€': 'e',
};

/**
 * Whether a password is too easy to guess: shorter than 12 signs, or hardly anything besides common words, the names
 * around it (city, person, address) and years. No rules about kinds of signs: length and own thoughts count (ASVS 6.2).
 */
export function isWeakPassword(password: string, context: readonly string[]): boolean {
  const length = Array.from(password.normalize('NFC')).length;
  if (length < PASSWORD_MIN_CHARACTERS || length > PASSWORD_MAX_CHARACTERS) return true;
  const words = guessableWords(context);
  const text = fold(password).replaceAll(YEAR, ' ');
  const variants = [text, Array.from(text, (sign) => LEET[sign] ?? sign).join('')];
  return variants.some((variant) => ownSigns(variant, words) < OWN_SIGNS_MIN);
}

/** Counts the different signs that no guessable word explains. */
function ownSigns(text: string, words: readonly string[]): number {
  const rest = words.reduce((remaining, word) => remaining.replaceAll(word, ' '), text);
  return new Set(rest.replaceAll(/\s/g, '')).size;
}

/** Longest first, so that "haushaltsplan" is not cut into "splan" by "haushalt". */
function guessableWords(context: readonly string[]): string[] {
  const around = context
    .flatMap((entry) => [fold(entry), fold(digraphs(entry))])
    .flatMap((entry) => [entry.replaceAll(/[^a-z0-9]/g, ''), ...entry.split(/[^a-z0-9]+/)])
    .filter((word) => word.length >= 3);
  return [...new Set([...COMMON_WORDS, ...around])].sort((a, b) => b.length - a.length);
}

/** Small letters without accents: "Löwe" and "LÖWE" are "lowe". */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '');
}

function digraphs(text: string): string {
  return text.toLowerCase().normalize('NFC').replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue');
}
