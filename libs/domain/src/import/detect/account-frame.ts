import type { AccountDirection, AccountFrameCode } from '../../budget/account-class';
import { classifyAccount, isEarning } from '../../budget/account-frame';
import { fiscalYear } from '../../shared/fiscal-year';
import { directionOfWords } from '../direction-words';
import { frameFromElsewhere } from './elsewhere-frames';
import type { Notes } from './notes';
import { type AboutAccounts, areSwiss, countsOf, type SampleAccount } from './sample-accounts';

const FRAMES = ['NI', 'NW'] as const;
/** Numbers of cameral budgets, of the Länder and of Austria: their classes mean something else. */
const OTHER_FRAMES = /gruppierung|titel|^post(?![a-zäöü])/i;
/** How many accounts must be in a frame; that of the city's Land is trusted sooner. */
const ENOUGH = 0.9;
const ENOUGH_FOR_CITY = 0.7;

/**
 * Finds in which account frame a file speaks: that of the city's Land where the accounts fit it, else the one that the
 * classes and their names prove. Where both fit, it is asked: class 4 is revenue in one and expense in the other. Where
 * neither does, it may be one from elsewhere; else the accounts decide nothing.
 */
export function findAccountFrame(
  accounts: readonly SampleAccount[],
  year: number,
  about: AboutAccounts,
  notes: Notes,
): AccountFrameCode {
  const { header, hasApostrophes } = about;
  const none = (): AccountFrameCode => frameFromElsewhere(accounts, year, about, notes) ?? noFrame(header, notes);
  const isGroup = /kont(?:o|en)|kostenart/i.test(header);
  const shape = isGroup ? /^\d{2,}/ : /^\d{3,}/;
  const digits = accounts.filter(({ account }) => shape.test(account.replaceAll(' ', '')));
  const isElsewhere = OTHER_FRAMES.test(header) || (hasApostrophes && areSwiss(digits));
  if (digits.length < accounts.length * 0.8 || digits.length === 0) return none();
  const own = ownFrame(digits, year, notes);
  if (own !== null) return own;
  if (isElsewhere) return none();
  const { accountFrame } = notes.hints;
  const possible = FRAMES.filter((frame) => {
    return !isContradicted(digits, frame, year) && isPlausible(digits, frame, year, frame === accountFrame);
  });
  const shares = possible.map((frame) => {
    return { frame, share: shareOf(digits, frame, year) };
  });
  const fitting = shares.filter(({ share }) => share >= ENOUGH);
  const proven = provenFrame(digits);
  const byCity = shares.find(({ frame, share }) => frame === accountFrame && share >= ENOUGH_FOR_CITY);
  if (byCity !== undefined && (proven === null || proven === byCity.frame)) {
    say('FRAME_BY_CITY', byCity.frame, digits, year, notes);
    return byCity.frame;
  }
  const byAccounts = fitting.find(({ frame }) => frame === proven) ?? (fitting.length === 1 ? fitting[0] : undefined);
  if (byAccounts !== undefined) {
    say('FRAME_BY_ACCOUNTS', byAccounts.frame, digits, year, notes);
    return byAccounts.frame;
  }
  const fitsNowhere = fitting.length === 0 && shares.every(({ share }) => share < ENOUGH_FOR_CITY);
  if (fitting.length === 0 && (shares.length === FRAMES.length || fitsNowhere)) return none();
  const answer = notes.ask('ACCOUNT_FRAME', ['NI', 'NW', 'unclassified'], {
    header,
    example: digits[0]?.account ?? '',
  });
  return answer === 'NI' || answer === 'NW' ? answer : 'unclassified';
}

/** A city may have said that its files speak in the frame of a neighbour; its accounts must fit it all the same. */
function ownFrame(accounts: readonly SampleAccount[], year: number, notes: Notes): AccountFrameCode | null {
  const { accountFrame } = notes.hints;
  if (accountFrame === undefined || FRAMES.some((frame) => frame === accountFrame)) return null;
  const fits = shareOf(accounts, accountFrame, year) >= ENOUGH && !isContradicted(accounts, accountFrame, year);
  if (!fits) return null;
  say('FRAME_BY_CITY', accountFrame, accounts, year, notes);
  return accountFrame;
}

function noFrame(header: string, notes: Notes): AccountFrameCode {
  notes.say('accounts', 'FRAME_NONE', { header });
  return 'unclassified';
}

function shareOf(accounts: readonly SampleAccount[], frame: AccountFrameCode, year: number): number {
  const known = accounts.filter(({ account }) => classifyAccount(account, frame, fiscalYear(year)) !== null);
  return known.length / accounts.length;
}

/** How many accounts a table must have before something missing among them says anything; of a foreign frame hardly any. */
const WHOLE_TABLE = 5;
const FOREIGN_TABLE = 2;

/**
 * Whether accounts make a budget in this frame. Where the classes of another Land are read by it, one side is missing: expense
 * and receipts without any revenue, or receipts alone.
 */
function isPlausible(
  accounts: readonly SampleAccount[],
  frame: AccountFrameCode,
  year: number,
  isOwn: boolean,
): boolean {
  const said = accounts.map(({ account }) => classifyAccount(account, frame, fiscalYear(year))?.direction);
  const has = (direction: AccountDirection): boolean => said.includes(direction);
  if (accounts.length < (isOwn ? WHOLE_TABLE : FOREIGN_TABLE)) return true;
  const hasCash = has('receipt') || has('payment');
  const hasOneResult = has('revenue') !== has('expense');
  const hasReceiptsOnly = has('receipt') && !has('payment') && !has('revenue') && !has('expense');
  return !hasReceiptsOnly && !(hasCash && hasOneResult);
}

/**
 * Rows or names of accounts that say the opposite of what the frame makes of their class: it is the frame of somewhere else.
 * What a row says in a column of its own stands above a name.
 */
function isContradicted(accounts: readonly SampleAccount[], frame: AccountFrameCode, year: number): boolean {
  let agreeing = 0;
  let opposing = 0;
  const hasSides = accounts.some(({ side }) => side !== null);
  for (const { account, name, side } of accounts) {
    const said = hasSides ? side : directionOfWords(name);
    const meant = classifyAccount(account, frame, fiscalYear(year))?.direction;
    if (said === null || meant === undefined || meant === 'internal') continue;
    if (isEarning(said) === isEarning(meant)) agreeing += 1;
    else opposing += 1;
  }
  return opposing > agreeing;
}

/** Class 3 and classes 52 to 59 exist in one frame only; else the names of class 4 tell. */
function provenFrame(accounts: readonly SampleAccount[]): 'NI' | 'NW' | null {
  const count = (pattern: RegExp): number => accounts.filter(({ account }) => pattern.test(account)).length;
  const [revenue3, expense5] = [count(/^3/), count(/^5[2-9]/)];
  if (revenue3 > 0 !== expense5 > 0) return revenue3 > 0 ? 'NI' : 'NW';
  const named = accounts.filter(({ account }) => account.startsWith('4')).map(({ name }) => directionOfWords(name));
  const [earning, spending] = [
    named.filter((way) => way === 'revenue').length,
    named.filter((way) => way === 'expense').length,
  ];
  if (earning + spending < 2) return null;
  if (earning >= spending * 3) return 'NW';
  return spending >= earning * 3 ? 'NI' : null;
}

function say(
  code: 'FRAME_BY_CITY' | 'FRAME_BY_ACCOUNTS',
  frame: AccountFrameCode,
  accounts: readonly SampleAccount[],
  year: number,
  notes: Notes,
): void {
  const params = { accountFrame: frame, ...countsOf(accounts, frame, year) };
  notes.say('accounts', code, params);
}
