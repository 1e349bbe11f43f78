import { type Cents, cents } from '../shared/cents';

/** What a project used of one frame in a year. */
export interface ProjectUse {
  readonly frame: string | null;
  readonly projectId: string;
  readonly name: string;
  readonly programmeId: string | null;
  readonly programme: string | null;
  readonly usedCents: Cents;
}

/** What of it is ordered from somebody. */
export interface VendorUse {
  readonly projectId: string;
  readonly vendor: string;
  readonly usedCents: Cents;
}

/** A station of the money: frame, programme, project, and whom it goes to. `rest` is what stands in no order. */
export interface FlowNode {
  readonly stage: 'frame' | 'programme' | 'project' | 'vendor';
  /** The frame, the id, or the name of the vendor; empty for what has no programme, no frame, or no order. */
  readonly key: string;
  readonly name: string;
}

export interface FlowLink {
  readonly from: FlowNode;
  readonly to: FlowNode;
  readonly amountCents: Cents;
}

/** More vendors than this are one: small ones would be lines without a width. */
export const VENDORS_SHOWN = 8;

/**
 * The way of the money, station by station. What flows into a project flows out of it to the cent: what no order explains
 * goes to nobody by name, and orders that say more than the ledger count up to it, the largest first.
 */
export function moneyFlow(uses: readonly ProjectUse[], vendors: readonly VendorUse[]): FlowLink[] {
  const spent = uses.filter(({ usedCents }) => usedCents > 0);
  const links = new Map<string, FlowLink>();
  const add = (from: FlowNode, to: FlowNode, amountCents: number): void => {
    if (amountCents <= 0) return;
    const key = `${from.stage} ${from.key} ${to.key}`;
    const before = links.get(key)?.amountCents ?? 0;
    links.set(key, { from, to, amountCents: cents(before + amountCents) });
  };
  for (const use of spent) {
    const frame: FlowNode = { stage: 'frame', key: use.frame ?? '', name: use.frame ?? '' };
    const hasProgramme = use.programmeId !== null && use.programme !== null;
    const programme: FlowNode = {
      stage: 'programme',
      key: hasProgramme ? (use.programmeId ?? '') : '',
      name: hasProgramme ? (use.programme ?? '') : '',
    };
    add(frame, programme, use.usedCents);
    add(programme, projectNode(use), use.usedCents);
  }
  for (const [node, total] of totals(spent)) {
    let rest = total;
    for (const { vendor, usedCents } of ofProject(vendors, node.key)) {
      const amount = Math.min(rest, usedCents);
      add(node, vendorNode(vendor, shownVendors(vendors)), amount);
      rest -= amount;
    }
    add(node, { stage: 'vendor', key: '', name: '' }, rest);
  }
  return [...links.values()];
}

const projectNode = ({ projectId, name }: ProjectUse): FlowNode => ({ stage: 'project', key: projectId, name });

function totals(uses: readonly ProjectUse[]): [FlowNode, number][] {
  const nodes = new Map<string, [FlowNode, number]>();
  for (const use of uses) {
    const known = nodes.get(use.projectId);
    nodes.set(use.projectId, [projectNode(use), (known?.[1] ?? 0) + use.usedCents]);
  }
  return [...nodes.values()];
}

/** The largest first. */
function ofProject(vendors: readonly VendorUse[], projectId: string): VendorUse[] {
  return vendors.filter((one) => one.projectId === projectId).sort((a, b) => b.usedCents - a.usedCents);
}

function shownVendors(vendors: readonly VendorUse[]): ReadonlySet<string> {
  const sums = new Map<string, number>();
  for (const { vendor, usedCents } of vendors) sums.set(vendor, (sums.get(vendor) ?? 0) + usedCents);
  const largest = [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return new Set(largest.slice(0, VENDORS_SHOWN).map(([vendor]) => vendor));
}

/** The key of vendors that are too small to be shown by name. */
export const OTHER_VENDORS = '…';

function vendorNode(vendor: string, shown: ReadonlySet<string>): FlowNode {
  return shown.has(vendor)
    ? { stage: 'vendor', key: vendor, name: vendor }
    : { stage: 'vendor', key: OTHER_VENDORS, name: OTHER_VENDORS };
}
