/** Words that say by themselves that a row adds up others. */
const STRONG =
  /^(?:\d{1,3}[.)]?\s*)?(?:=|Σ|∑)|^(?:zwischen|teil|gesamt|end|haupt)?summen?(?![a-zäöüß])|^(?:sub|grand )?total(?![a-zäöüß])|[-\s](?:zwischen|gesamt)?summe$|\d\S*\sergebnis$/i;
/** Words that say so only where the row names no line of its own. */
const WEAK =
  /^(?:insgesamt|gesamt|gesamtbetrag|gesamtergebnis|saldo|ergebnis|überschuss|fehlbetrag|zuschussbedarf|sum)(?![a-zäöüß])|\S\s(?:ergebnis|gesamt|insgesamt)$/iu;

/** Whether a text marks a sum: by a clear word or a leading `=`; weaker words count where the row has no complete key. */
export function isSumText(text: string, hasKey: boolean): boolean {
  const word = text.trim();
  return STRONG.test(word) || (!hasKey && WEAK.test(word));
}

/** What an account sheet begins and ends with: what was there before, and what is left. */
const BALANCE =
  /^(?:saldo|summen)?vortrag\b|^(?:anfangs|end|schlu(?:ss|ß)|alter |neuer )(?:saldo|bestand)\b|^übertrag(?: (?:von|aus) .*)?$/i;

export const isBalanceText = (text: string): boolean => BALANCE.test(text.trim());
