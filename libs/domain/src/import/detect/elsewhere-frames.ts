import type { AccountFrameCode } from '../../budget/account-class';
import { classifyAccount, isEarning } from '../../budget/account-frame';
import { fiscalYear } from '../../shared/fiscal-year';
import { directionOfWords } from '../direction-words';
import type { Notes } from './notes';
import { type AboutAccounts, areSwiss, countsOf, type SampleAccount } from './sample-accounts';

type Elsewhere = Exclude<AccountFrameCode, 'NI' | 'NW' | 'BY' | 'unclassified'>;

const ELSEWHERE: readonly Elsewhere[] = ['cameral', 'CH', 'AT', 'HE'];
/** Names that agree with a frame before it counts as proven, none of them opposing. */
const PROVING_NAMES = 3;
/** Every position of a cameral budget: its part, its section, its group. */
const POSITION = /^([01])[./](\d{4,5})[./](\d{4,6})$/;

/**
 * The frame of another country or Land, or that of cameral budgets, where the accounts and what stands beside them look like
 * it. It is taken where the header, the build of the number or the names of the accounts prove it, else proposed in a question.
 * Null where they look like none, and where the rows say themselves which way they point.
 */
export function frameFromElsewhere(
  accounts: readonly SampleAccount[],
  year: number,
  about: AboutAccounts,
  notes: Notes,
): AccountFrameCode | null {
  if (accounts.some(({ side }) => side !== null)) return null;
  const alike = ELSEWHERE.filter((frame) => looksLike(frame, accounts, about) && fits(accounts, frame, year));
  const [first] = alike;
  if (first === undefined) return null;
  const proven = alike.find((frame) => isProven(frame, accounts, about, year));
  if (proven !== undefined) {
    const params = { accountFrame: proven, ...countsOf(accounts, proven, year) };
    notes.say('accounts', 'FRAME_BY_ACCOUNTS', params);
    return proven;
  }
  const example = accounts[0]?.account ?? '';
  const answer = notes.ask('ACCOUNT_FRAME', [...alike, 'unclassified'], { header: about.header, example });
  return alike.find((frame) => frame === answer) ?? 'unclassified';
}

function looksLike(frame: Elsewhere, accounts: readonly SampleAccount[], about: AboutAccounts): boolean {
  const has = (pattern: RegExp): boolean => accounts.some(({ account }) => pattern.test(account));
  if (frame === 'cameral') return isGrouped(about) || isCameral(about.lines ?? []);
  if (frame === 'CH') return areSwiss(accounts) || (about.hasApostrophes && !has(/^[0-2789]/));
  // Receipts of class 8 beside costs of 4 to 7 stand nowhere else; classes 3 and 9 are rare there.
  if (frame === 'AT') return has(/^8/) && has(/^[4-7]/) && accounts.every(({ account }) => account.length === 6);
  return has(/^6/) && !has(/^[0-4]/);
}

const isGrouped = ({ header }: AboutAccounts): boolean => /gruppierung|^gruppe?n?nr/i.test(header);

/** `0.0600.6570`: the part of the budget must be that of the group, 1 before the groups 3 and 9 and 0 before all others. */
function isCameral(lines: readonly string[]): boolean {
  return (
    lines.length > 0 &&
    lines.every((line) => {
      const [, part, , group = ''] = POSITION.exec(line.trim()) ?? [];
      return part !== undefined && (part === '1') === /^[39]/.test(group);
    })
  );
}

function fits(accounts: readonly SampleAccount[], frame: Elsewhere, year: number): boolean {
  const isKnown = accounts.every(({ account }) => classifyAccount(account, frame, fiscalYear(year)) !== null);
  return isKnown && namesOf(accounts, frame, year).opposing === 0;
}

function isProven(frame: Elsewhere, accounts: readonly SampleAccount[], about: AboutAccounts, year: number): boolean {
  if (frame === 'cameral') return isGrouped(about) || isCameral(about.lines ?? []);
  return namesOf(accounts, frame, year).agreeing >= PROVING_NAMES;
}

/** How many accounts say by their name what the frame makes of their class, and how many the opposite. */
function namesOf(
  accounts: readonly SampleAccount[],
  frame: Elsewhere,
  year: number,
): { readonly agreeing: number; readonly opposing: number } {
  let agreeing = 0;
  let opposing = 0;
  for (const { account, name } of accounts) {
    const said = directionOfWords(name);
    const meant = classifyAccount(account, frame, fiscalYear(year))?.direction;
    if (said === null || meant === undefined || meant === 'internal' || meant === 'unclassified') continue;
    if (isEarning(said) === isEarning(meant)) agreeing += 1;
    else opposing += 1;
  }
  return { agreeing, opposing };
}
