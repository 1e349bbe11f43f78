import { signal } from '@angular/core';

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
  return () => (language() === 'de' ? (texts.de as unknown as SameKeys<T>) : texts.en);
}
