import type { KindName } from '@etatlotse/contracts/device/plain';
import { type DeviceKindFacts, monthDay, monthNumber, type StockGroup, wholeFrame } from '@etatlotse/domain/device';
import { cents, plainDate } from '@etatlotse/domain/shared';
import { frameShare, HARDWARE_FRAMES, type HardwareFrame } from '@etatlotse/domain/site';
import { searchPatterns } from '../budget';
import type { Transaction } from '../platform/database/transactions';
import { readSplitKeys, type StoredKey } from '../site';
import { kindsSql, stockGroupsSql } from './stock.sql';

/** What batches can be asked by. */
export interface StockFilter {
  readonly q?: string;
  readonly kindId?: string;
  readonly siteId?: string;
  readonly unitId?: string;
  readonly networkZone?: string;
  readonly frame?: string;
  readonly isDue?: boolean;
  readonly dueYear?: number;
  readonly withGone?: boolean;
}

/** The parameters $1 to $12 of statements about batches. */
export function stockParams(tx: Transaction, scope: readonly string[] | null, filter: StockFilter): unknown[] {
  return [
    tx.tenantId,
    scope,
    monthNumber(plainDate(tx.today)),
    filter.q === undefined ? null : searchPatterns(filter.q),
    filter.kindId ?? null,
    filter.siteId ?? null,
    filter.unitId ?? null,
    filter.networkZone ?? null,
    filter.frame ?? null,
    filter.isDue ?? false,
    filter.dueYear ?? null,
    filter.withGone ?? false,
  ];
}

interface GroupRow {
  readonly kindId: string;
  readonly month: number;
  readonly frame: HardwareFrame | null;
  readonly keyId: string | null;
  readonly quantity: number;
  readonly batches: number;
}

export interface Stock {
  readonly groups: readonly StockGroup[];
  readonly batches: number;
}

/** What is found, ready for the rules: a few hundred groups, however many batches there are. */
export async function readStock(tx: Transaction, scope: readonly string[] | null, filter: StockFilter): Promise<Stock> {
  const rows = await tx.query<GroupRow>(stockGroupsSql, stockParams(tx, scope, filter));
  const keys = rows.some(({ keyId }) => keyId !== null) ? await readSplitKeys(tx) : null;
  return {
    batches: rows.reduce((sum, { batches }) => sum + batches, 0),
    groups: rows.map(({ kindId, month, frame, keyId, quantity }) => ({
      kindId,
      boughtOn: monthDay(month),
      quantity,
      frames: framesOf(frame, keyId === null ? undefined : keys?.get(keyId)),
    })),
  };
}

function framesOf(frame: HardwareFrame | null, key: StoredKey | undefined): StockGroup['frames'] {
  if (frame !== null) return wholeFrame(frame);
  const { parts } = key ?? { parts: [] };
  return HARDWARE_FRAMES.map((one) => ({ frame: one, shareBasisPoints: frameShare(parts, one) })).filter(
    ({ shareBasisPoints }) => shareBasisPoints > 0,
  );
}

export interface StoredDeviceKind extends KindName, DeviceKindFacts {
  readonly answerReason: string;
  readonly source: string;
  readonly isDemo: boolean;
  readonly version: number;
}

/** Every kind by name. */
export async function readKinds(tx: Transaction): Promise<readonly StoredDeviceKind[]> {
  const rows = await tx.query<StoredDeviceKind>(kindsSql, [tx.tenantId]);
  return rows.map((row) => ({ ...row, netUnitCents: cents(row.netUnitCents) }));
}

export const nameOf = ({ id, code, name }: KindName): KindName => ({ id, code, name });
