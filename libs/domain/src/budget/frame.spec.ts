import { cents } from '../shared/cents';
import { availableCents, balanceOf } from './availability';
import { type FrameCode, type FrameFigures, decideFramePlan, frameRoomCents, frameTotals } from './frame';

const frame = (code: FrameCode, ceiling: number | null, expense = 0, investment = 0): FrameFigures => ({
  frame: code,
  ceilingCents: ceiling === null ? null : cents(ceiling),
  expense: balanceOf([{ kind: 'appropriation', amountCents: cents(expense) }]),
  investment: balanceOf([{ kind: 'appropriation', amountCents: cents(investment) }]),
});

describe('totals over frames (R26)', () => {
  const known = [
    frame('CORE', 350_000_000, 200_000_000, 150_000_000),
    frame('SCHOOL_NET', 150_000_000, 40_000_000, 110_000_000),
  ];

  it('T26 the three frames make 5,000,000 plus unknown', () => {
    const totals = frameTotals([...known, frame('FEES', null, 7_500_000)]);
    expect(totals.knownCeilingCents).toBe(500_000_000);
    expect(totals.unknownFrames).toEqual(['FEES']);
  });

  it('T26 fees of 0 are known: the same sum without the remark', () => {
    const totals = frameTotals([...known, frame('FEES', 0)]);
    expect(totals.knownCeilingCents).toBe(500_000_000);
    expect(totals.unknownFrames).toEqual([]);
  });

  it('T4a shows expense and investment apart and together', () => {
    const totals = frameTotals([
      frame('CORE', null, 67_560_000, 69_650_000),
      frame('FEES', null, 30_000_000, 5_000_000),
    ]);
    expect(availableCents(totals.expense)).toBe(97_560_000);
    expect(availableCents(totals.investment)).toBe(74_650_000);
    expect(availableCents(totals.total)).toBe(172_210_000);
  });

  it('nothing known is not a sum of zero', () => {
    expect(frameTotals([frame('FEES', null), frame('CORE', null)])).toMatchObject({
      knownCeilingCents: null,
      unknownFrames: ['CORE', 'FEES'],
    });
    expect(frameTotals([])).toMatchObject({ knownCeilingCents: null, unknownFrames: [] });
    expect(availableCents(frameTotals([]).total)).toBe(0);
  });
});

describe('planning in a frame', () => {
  const plan = (ceiling: number | null, planned: number, more: number, reason: string | null = null): unknown =>
    decideFramePlan(
      { frame: 'CORE', ceilingCents: ceiling === null ? null : cents(ceiling), plannedCents: cents(planned) },
      cents(more),
      reason,
    );

  it('fills the frame to the last cent and not beyond', () => {
    expect(plan(1000, 600, 400)).toEqual({ ok: true, value: { roomCents: 0 } });
    expect(plan(1000, 600, 401)).toEqual({
      ok: false,
      refusal: { code: 'FRAME_EXCEEDED', params: { frame: 'CORE', missingCents: 1, roomCents: 400 } },
    });
  });

  it('lets an overfull frame be emptied', () => {
    expect(plan(1000, 1500, -100)).toEqual({ ok: true, value: { roomCents: -400 } });
    expect(plan(1000, 1500, 0)).toEqual({ ok: true, value: { roomCents: -500 } });
  });

  it.each([[null], [''], ['  ']])('an unknown frame needs a reason, %p is none', (reason) => {
    expect(plan(null, 0, 1, reason)).toEqual({
      ok: false,
      refusal: { code: 'FRAME_UNKNOWN', params: { frame: 'CORE' } },
    });
  });

  it('with the reason of finance it is planned without a ceiling', () => {
    expect(plan(null, 0, 1, 'Gebühren laut Vorjahr')).toEqual({ ok: true, value: { roomCents: null } });
  });

  it('the room of an unknown frame is unknown', () => {
    expect(frameRoomCents(null, cents(5))).toBeNull();
    expect(frameRoomCents(cents(5), cents(7))).toBe(-2);
  });
});
