import { cents } from '../shared/cents';
import { type PlainDate, plainDate } from '../shared/plain-date';
import type { DeviceKindFacts } from './device';
import { checkBatch, checkDeviceKind, decideDisposal, decideMove, leftAfterCorrection } from './device-check';
import { checkEquipment, equipmentBalance, workplaceGrossCents } from './equipment';

const TODAY = plainDate('2026-10-05');
const batch = (more: object = {}) => ({
  quantity: 40,
  boughtOn: plainDate('2026-07-01'),
  netUnitCents: cents(99_000),
  ...more,
});
const kind = (more: object = {}): DeviceKindFacts => ({
  netUnitCents: cents(99_000),
  vatBasisPoints: 1900,
  cycleMonths: 60,
  isStandalone: true,
  answer: null,
  ...more,
});
const codeOf = (outcome: { readonly ok: boolean; readonly refusal?: { readonly code: string } }): string =>
  outcome.refusal?.code ?? 'ok';

describe('a batch', () => {
  it.each<[string, object, string]>([
    ['40 notebooks', {}, 'ok'],
    ['bought today', { boughtOn: TODAY }, 'ok'],
    ['one, for a cent', { quantity: 1, netUnitCents: 1 }, 'ok'],
    ['a full store', { quantity: 100_000, netUnitCents: 9_999_999 }, 'ok'],
    ['nothing', { quantity: 0 }, 'DEVICE_QUANTITY'],
    ['less than nothing', { quantity: -40 }, 'DEVICE_QUANTITY'],
    ['half a notebook', { quantity: 0.5 }, 'DEVICE_QUANTITY'],
    ['more than a city has', { quantity: 100_001 }, 'DEVICE_QUANTITY'],
    ['a present', { netUnitCents: 0 }, 'DEVICE_PRICE'],
    ['a price below nothing', { netUnitCents: -99_000 }, 'DEVICE_PRICE'],
    ['a price with a part of a cent', { netUnitCents: 99_000.5 }, 'DEVICE_PRICE'],
    ['a price beyond reason', { netUnitCents: 10_000_000 }, 'DEVICE_PRICE'],
    ['bought tomorrow', { boughtOn: plainDate('2026-10-06') }, 'DEVICE_BOUGHT_LATER'],
    ['bought in another age', { boughtOn: plainDate('1989-12-31') }, 'DEVICE_BOUGHT_EARLY'],
    ['bought long ago', { boughtOn: plainDate('1990-01-01') }, 'ok'],
  ])('%s: %o is %s', (_case, more, expected) => expect(codeOf(checkBatch(batch(more), TODAY))).toBe(expected));
});

describe('a kind of device', () => {
  it.each<[string, object, string, string]>([
    ['as it should be', {}, '', 'ok'],
    ['a cycle of 0 months', { cycleMonths: 0 }, '', 'DEVICE_CYCLE'],
    ['a cycle of half a month', { cycleMonths: 0.5 }, '', 'DEVICE_CYCLE'],
    ['a cycle of 20 years', { cycleMonths: 240 }, '', 'ok'],
    ['a cycle beyond', { cycleMonths: 241 }, '', 'DEVICE_CYCLE'],
    ['a price of 0', { netUnitCents: 0 }, '', 'DEVICE_PRICE'],
    ['no tax', { vatBasisPoints: 0 }, '', 'ok'],
    ['a tax below nothing', { vatBasisPoints: -1 }, '', 'DEVICE_VAT'],
    ['a tax beyond reason', { vatBasisPoints: 2_501 }, '', 'DEVICE_VAT'],
    ['half a hundredth of tax', { vatBasisPoints: 0.5 }, '', 'DEVICE_VAT'],
    ['an answer without a reason', { answer: 'expense' }, ' ', 'DEVICE_ANSWER_REASON'],
    ['an answer with a reason', { answer: 'expense' }, 'Vermerk FB 20', 'ok'],
  ])('%s', (_case, more, reason, expected) => expect(codeOf(checkDeviceKind(kind(more), reason))).toBe(expected));
});

describe('what leaves the stock', () => {
  const dispose = (quantity: number, disposedOn: PlainDate = TODAY) =>
    decideDisposal({ boughtOn: plainDate('2022-05-01'), left: 30 }, { quantity, disposedOn }, TODAY);

  it('leaves the rest', () => {
    expect(dispose(10)).toEqual({ ok: true, value: 20 });
    expect(dispose(30)).toEqual({ ok: true, value: 0 });
    expect(dispose(1, plainDate('2022-05-01')).ok).toBe(true);
  });

  it('is not more than there is, not nothing, not before the purchase and not tomorrow', () => {
    expect(dispose(31)).toEqual({ ok: false, refusal: { code: 'DEVICE_DISPOSED_TOO_MANY', params: { left: 30 } } });
    expect(codeOf(dispose(0))).toBe('DEVICE_QUANTITY');
    expect(codeOf(dispose(1, plainDate('2022-04-30')))).toBe('DEVICE_DISPOSAL_DATE');
    expect(codeOf(dispose(1, plainDate('2026-10-06')))).toBe('DEVICE_DISPOSAL_DATE');
  });

  it('stays gone when the quantity bought is put right', () => {
    expect(leftAfterCorrection({ quantity: 40, left: 30 }, 45)).toEqual({ ok: true, value: 35 });
    expect(leftAfterCorrection({ quantity: 40, left: 30 }, 10)).toEqual({ ok: true, value: 0 });
    expect(leftAfterCorrection({ quantity: 40, left: 30 }, 9)).toEqual({
      ok: false,
      refusal: { code: 'DEVICE_QUANTITY_GONE', params: { gone: 10 } },
    });
  });
});

describe('what moves to another place', () => {
  const move = (quantity: number, isElsewhere = true, batch = { quantity: 40, left: 30 }) =>
    decideMove(batch, { quantity, isElsewhere });

  it.each<[string, number, { quantity: number; left: number }, object]>([
    ['some of it', 12, { quantity: 40, left: 30 }, { isWhole: false, quantity: 28, left: 18 }],
    [
      'all that is left; what has gone stays',
      30,
      { quantity: 40, left: 30 },
      { isWhole: false, quantity: 10, left: 0 },
    ],
    ['everything that was bought', 40, { quantity: 40, left: 40 }, { isWhole: true }],
  ])('%s', (_, quantity, batch, value) => {
    expect(move(quantity, true, batch)).toEqual({ ok: true, value });
  });

  it('is not more than there is, not nothing, and not to where it stands', () => {
    expect(move(31)).toEqual({ ok: false, refusal: { code: 'DEVICE_DISPOSED_TOO_MANY', params: { left: 30 } } });
    expect(codeOf(move(0))).toBe('DEVICE_QUANTITY');
    expect(codeOf(move(1, false))).toBe('DEVICE_MOVED_NOWHERE');
  });
});

describe('equipment of workplaces', () => {
  const desk = {
    workplaces: 100,
    items: [
      { kindId: 'notebook', quantity: 1 },
      { kindId: 'monitor', quantity: 2 },
    ],
  };
  const field = { workplaces: 20, items: [{ kindId: 'notebook', quantity: 1 }] };

  it('says what all workplaces need, what is there and what is missing', () => {
    const stock = new Map([
      ['notebook', 110],
      ['monitor', 220],
      ['phone', 7],
    ]);
    expect(equipmentBalance([desk, field], stock)).toEqual([
      { kindId: 'notebook', needed: 120, stock: 110, missing: 10 },
      { kindId: 'monitor', needed: 200, stock: 220, missing: -20 },
      { kindId: 'phone', needed: 0, stock: 7, missing: -7 },
    ]);
  });

  it('costs gross what its devices cost; a price that is not known is not zero', () => {
    const kinds = new Map([
      ['notebook', kind()],
      ['monitor', kind({ netUnitCents: cents(18_000) })],
    ]);
    expect(workplaceGrossCents(desk.items, kinds)).toBe(117_810 + 42_840);
    expect(workplaceGrossCents([...desk.items, { kindId: 'dock', quantity: 1 }], kinds)).toBeNull();
  });

  it('names at least one device, and each once', () => {
    expect(codeOf(checkEquipment(desk.items))).toBe('ok');
    expect(codeOf(checkEquipment([]))).toBe('EQUIPMENT_EMPTY');
    expect(codeOf(checkEquipment([...desk.items, ...field.items]))).toBe('EQUIPMENT_KIND_TWICE');
  });
});
