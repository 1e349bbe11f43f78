import { cents } from '../shared/cents';
import { type FlowLink, moneyFlow, OTHER_VENDORS, type ProjectUse, type VendorUse } from './money-flow';

const use = (more: Partial<ProjectUse>): ProjectUse => ({
  ...{ frame: 'CORE', projectId: 'p1', name: 'DMS', programmeId: 'g1', programme: 'Rathaus', usedCents: cents(1000) },
  ...more,
});
const order = (vendor: string, amount: number, projectId = 'p1'): VendorUse => ({
  projectId,
  vendor,
  usedCents: cents(amount),
});
const said = (links: readonly FlowLink[]): string[] =>
  links.map(({ from, to, amountCents }) => `${from.stage} ${from.key} > ${to.key}: ${amountCents}`);

it('goes from the frame through programme and project to vendors, and what no order explains to nobody', () => {
  expect(said(moneyFlow([use({})], [order('Nord IT', 700), order('Süd', 100)]))).toEqual([
    'frame CORE > g1: 1000',
    'programme g1 > p1: 1000',
    'project p1 > Nord IT: 700',
    'project p1 > Süd: 100',
    'project p1 > : 200',
  ]);
});

it('orders that say more than the ledger count up to it, the largest first', () => {
  expect(said(moneyFlow([use({})], [order('Süd', 400), order('Nord IT', 900)])).slice(2)).toEqual([
    'project p1 > Nord IT: 900',
    'project p1 > Süd: 100',
  ]);
});

it('a project of two frames has one stream out of it; nothing used is no stream', () => {
  const uses = [
    use({}),
    use({ frame: 'SCHOOL_NET', usedCents: cents(500), programmeId: null, programme: null }),
    use({ projectId: 'p2', usedCents: cents(0) }),
  ];
  expect(said(moneyFlow(uses, []))).toEqual([
    'frame CORE > g1: 1000',
    'programme g1 > p1: 1000',
    'frame SCHOOL_NET > : 500',
    'programme  > p1: 500',
    'project p1 > : 1500',
  ]);
});

it('what comes into a station goes out of it, and small vendors are one', () => {
  const vendors = Array.from({ length: 12 }, (_, at) => order(`Firma ${at}`, 50 - at));
  const links = moneyFlow([use({})], vendors);
  const out = links.filter(({ from }) => from.stage === 'project');
  expect(out.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(1000);
  expect(out.filter(({ to }) => to.key === OTHER_VENDORS).map(({ amountCents }) => amountCents)).toEqual([
    42 + 41 + 40 + 39,
  ]);
  expect(out).toHaveLength(10);
});
