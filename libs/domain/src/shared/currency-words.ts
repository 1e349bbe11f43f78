import { currencySign } from './amount-format';

/** What people call a currency; one that is not here is called by its code. */
const NAMES: Readonly<Record<string, { readonly de: string; readonly en: string }>> = {
  GBP: { de: 'Pfund', en: 'pounds' },
  USD: { de: 'Dollar', en: 'dollars' },
  CHF: { de: 'Franken', en: 'francs' },
};

/**
 * A sentence or a heading as it is said in a city with another currency. They are written in euros: `€` becomes its sign,
 * the German `Euro` and the English `euro` its name.
 */
export function inCurrency(text: string, currency: string): string {
  if (currency === 'EUR') return text;
  const sign = currencySign(currency);
  const name = NAMES[currency];
  return text
    .replace(/€(?=\d)/g, sign.length > 1 ? `${sign}\u00A0` : sign)
    .replaceAll('€', sign)
    .replace(/\bEuro\b/g, name?.de ?? currency)
    .replace(/\beuros?\b/g, name?.en ?? currency);
}
