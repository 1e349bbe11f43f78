import type { FrameCode, NetworkZone } from '@etatlotse/domain/budget';
import type { DemandItemKind, DemandReason, DemandState } from '@etatlotse/domain/demand';

/** An item of a sample demand: kind, name, quantity, unit, price of one in euro net (null: unknown), and whether it comes every year. */
export type DemoItem = readonly [
  kind: DemandItemKind,
  label: string,
  quantity: number | null,
  unit: string,
  euro: number | null,
  rhythm: 'once' | 'yearly',
];

export interface DemoDemand {
  readonly title: string;
  readonly unit: string;
  readonly state: DemandState;
  readonly frame: FrameCode;
  readonly run: boolean;
  readonly reason: DemandReason;
  readonly basis?: string;
  readonly zone: NetworkZone;
  readonly central: boolean;
  readonly forWhom: string;
  readonly items: readonly DemoItem[];
  /** Thousandths of a full-time equivalent: introduction in the first year, operation from then on; what runs already is operated from the first year. */
  readonly fte?: readonly [introduction: number, operation: number];
  readonly needs?: string;
  readonly excludes?: string;
}

type Face = Omit<DemoDemand, 'title' | 'unit' | 'state' | 'items' | 'frame' | 'forWhom'>;

export const RUN: Face = { run: true, reason: 'economic', zone: 'administration', central: true, fte: [0, 50] };
export const NEW: Face = { run: false, reason: 'economic', zone: 'administration', central: true, fte: [300, 100] };
export const APP: Face = { ...NEW, central: false };
export const APP_RUN: Face = { ...RUN, central: false };
export const SCHOOL: Face = { ...NEW, zone: 'education' };
export const yearly = (
  kind: DemandItemKind,
  label: string,
  quantity: number | null,
  unit: string,
  euro: number | null,
): DemoItem => [kind, label, quantity, unit, euro, 'yearly'];
export const once = (
  kind: DemandItemKind,
  label: string,
  quantity: number | null,
  unit: string,
  euro: number | null,
): DemoItem => [kind, label, quantity, unit, euro, 'once'];

export const demand = (
  title: string,
  [unit, state, frame]: readonly [string, DemandState, FrameCode],
  forWhom: string,
  face: Face,
  ...items: DemoItem[]
): DemoDemand => ({ title, unit, state, frame, forWhom, ...face, items });
