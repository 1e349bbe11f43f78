/** Words that say by themselves that a row adds up others. */
const STRONG =
  /^(?:\d{1,3}[.)]?\s*)?(?:=|Σ|∑)|^(?:zwischen|teil|gesamt|end|haupt|schluss|(?:sach)?konto|konten|kostenstellen|produkt|block|blatt|seiten|monats|quartals|jahres)?summen?(?![a-zäöüß])|^(?:sub|grand )?total(?![a-zäöüß])|[-\s](?:zwischen|gesamt)?summe$|\d\S*\sergebnis$/i;
/** Words that say so only where the row names no line of its own. */
const WEAK =
  /^(?:insgesamt|gesamt|gesamtbetrag|gesamtergebnis|jahresergebnis|finanzergebnis|verwaltungsergebnis|(?:konto|konten|gesamt|jahres|monats)?saldo|kontostand|ergebnis|überschuss|fehlbetrag|zuschussbedarf|sum)(?![a-zäöüß])|\S\s(?:ergebnis|gesamt|insgesamt)$/iu;

/** Rows at the end of a Finanzplan: what is in the till is neither received nor paid. */
const CASH_IN_HAND =
  /^(?:\d{1,3}\s*)?[+=]?\s*(?:änderung des (?:finanzmittel)?bestand|anfangsbestand an |liquide mittel$)/i;
const NUMBERED = /^\d{1,3}[.)]?\s*[\u2212\u2013-]\s*(?=\p{L})/u;

/** Whether a text marks a sum: by a clear word or a leading `=`; weaker words count where the row has no complete key. */
export function isSumText(text: string, hasKey: boolean): boolean {
  const written = text.trim();
  // `06 - Summe der Einzahlungen`: the number of the row stands before its text.
  const word = written.replace(NUMBERED, '');
  if (word !== written && /^saldo\b/i.test(word)) return true;
  if (CASH_IN_HAND.test(word)) return true;
  return STRONG.test(word) || (!hasKey && WEAK.test(word));
}

/** What an account sheet begins and ends with: what was there before, and what is left. A lecture is called Vortrag, too. */
const BALANCE =
  /^(?:saldo|summen)vortrag\b|^(?:anfangs|end|schlu(?:ss|ß)|alter |neuer )(?:saldo|bestand)\b|^(?:vortrag|übertrag)(?: (?:von|vom|aus|auf|nach)(?: dem)? (?:seite|vorjahr|vormonat|vorperiode|\d).*)?$/i;

export const isBalanceText = (text: string): boolean => BALANCE.test(text.trim());

/** What stands in the place of a day where a row is no booking: `Summe`, `Saldovortrag`. */
export const isSumOrBalance = (text: string): boolean => isSumText(text, false) || isBalanceText(text);

const ALONE =
  /^(?:(?:konto|konten|gesamt|jahres|monats)?saldo|kontostand|(?:ins)?gesamt|(?:sub|grand )?total)\s*[:.]?$/i;

/** A text that can mean nothing else than a sum; a company may be called Total. */
export const isPlainSum = (text: string): boolean => {
  return ALONE.test(text.trim()) || (/summe/i.test(text) && isSumText(text, true));
};
