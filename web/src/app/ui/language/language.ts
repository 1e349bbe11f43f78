import { signal } from '@angular/core';
import { currencySign, inCurrency as saidIn } from '@etatlotse/domain/shared';
import { currency } from './currency';

export type LanguageCode = 'de' | 'en';

/** The language on screen. Read inside templates and computed values, so that a switch needs no reload. */
export const language = signal<LanguageCode>('de');

/** The BCP 47 tag that numbers and dates follow. */
export const localeTag = (): string => (language() === 'de' ? 'de-DE' : 'en-GB');

/** A tree of texts; a text with parameters is a function. */
export interface LabelTree {
  readonly [key: string]: string | ((...values: never[]) => string) | LabelTree | readonly string[];
}

/** The same keys and parameters, other words. */
export type SameKeys<T> = T extends (...values: infer V) => string
  ? (...values: V) => string
  : T extends string
    ? string
    : T extends readonly string[]
      ? readonly string[]
      : { readonly [K in keyof T]: SameKeys<T[K]> };

/**
 * Both languages of a label file as one function that answers in the language on screen.
 * English must have exactly the keys of German, which the compiler checks.
 */
export function labels<T extends LabelTree>(texts: {
  readonly de: T;
  readonly en: SameKeys<NoInfer<T>>;
}): () => SameKeys<T> {
  return () => asShown(language() === 'de' ? (texts.de as unknown as SameKeys<T>) : texts.en);
}

const EURO = '€';
/** Texts of a tree in the currency they were last asked for, so that a page gets the same tree each time. */
const shown = new WeakMap<object, { readonly sign: string; readonly tree: unknown }>();

/** Texts speak of euros; in a city with another currency its sign stands in their place. A sign stays with its number. */
function asShown<T extends object>(tree: T): T {
  const sign = currencySign(currency());
  const known = shown.get(tree);
  if (known?.sign === sign) return known.tree as T;
  const made = written(tree, (text) => keptTogether(text.replaceAll(EURO, sign))) as T;
  shown.set(tree, { sign, tree: made });
  return made;
}

/** "§ 19 Abs. 4" and "80 %" are not torn apart at the end of a line. */
const keptTogether = (text: string): string =>
  text.replace(/(§|Abs\.|Satz) (?=\d)/g, '$1\u00a0').replace(/ (?=[%€])/g, '\u00a0');

/** A single sentence in the city's currency. */
export const sentenceInCurrency = (text: string): string => saidIn(text, currency());

/** The same tree, each of its texts as `write` puts it. */
function written(text: unknown, write: (text: string) => string): unknown {
  if (typeof text === 'string') return write(text);
  if (typeof text === 'function') {
    const say = text as (...values: unknown[]) => string;
    return (...values: unknown[]): string => write(say(...values));
  }
  if (Array.isArray(text)) return text.map((part) => written(part, write));
  if (typeof text !== 'object' || text === null) return text;
  return Object.fromEntries(Object.entries(text).map(([key, part]) => [key, written(part, write)]));
}
