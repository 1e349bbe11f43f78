import { plainDate } from '../shared/plain-date';
import { checkFrameWall, mixesFrames, type PaidPlace, readUse } from './frame-wall';
import { checkPlace, checkSite, decideSiteRemoval, decideSiteStep, type SitePlace } from './site';

const TODAY = plainDate('2026-10-05');

describe('a site', () => {
  it('has at least one network, and each once', () => {
    expect(checkSite({ zones: ['administration', 'telephony'] }).ok).toBe(true);
    expect(checkSite({ zones: [] })).toMatchObject({ refusal: { code: 'SITE_ZONES_NEEDED' } });
    expect(checkSite({ zones: ['education', 'education'] })).toMatchObject({ refusal: { code: 'SITE_ZONE_TWICE' } });
  });

  it.each([
    [{ devices: 0, lines: 0, investments: 0 }, true],
    [{ devices: 1, lines: 0, investments: 0 }, false],
    [{ devices: 0, lines: 2, investments: 0 }, false],
    [{ devices: 0, lines: 0, investments: 3 }, false],
  ])('with %o it can be removed: %s', (ties, expected) => {
    const decided = decideSiteRemoval(ties);
    expect(decided.ok).toBe(expected);
    if (!decided.ok) expect(decided.refusal).toEqual({ code: 'SITE_IN_USE', params: ties });
  });

  it.each<[string, ReturnType<typeof decideSiteStep>, object]>([
    ['close', decideSiteStep('close', TODAY, null, TODAY), { ok: true, value: TODAY }],
    ['close twice', decideSiteStep('close', TODAY, TODAY, TODAY), { refusal: { code: 'SITE_CLOSED' } }],
    [
      'close long ago',
      decideSiteStep('close', plainDate('1995-12-31'), null, TODAY),
      { refusal: { code: 'SITE_CLOSING_DATE' } },
    ],
    [
      'close far ahead',
      decideSiteStep('close', plainDate('2032-01-01'), null, TODAY),
      { refusal: { code: 'SITE_CLOSING_DATE' } },
    ],
    ['close at the edges', decideSiteStep('close', plainDate('2031-12-31'), null, TODAY), { ok: true }],
    ['close at the other edge', decideSiteStep('close', plainDate('1996-01-01'), null, TODAY), { ok: true }],
    ['reopen', decideSiteStep('reopen', TODAY, TODAY, TODAY), { ok: true, value: null }],
    ['reopen what is open', decideSiteStep('reopen', TODAY, null, TODAY), { refusal: { code: 'SITE_OPEN' } }],
  ])('%s', (_case, outcome, expected) => expect(outcome).toMatchObject(expected));

  it('takes only what its networks reach, and nothing once it is closed', () => {
    const school: SitePlace = { kind: 'school', zones: ['education', 'administration'], closedOn: null };
    expect(checkPlace(school, 'education').ok).toBe(true);
    expect(checkPlace(school, null).ok).toBe(true);
    expect(checkPlace(school, 'building')).toMatchObject({
      refusal: { code: 'SITE_ZONE_ABSENT', params: { zone: 'building' } },
    });
    expect(checkPlace({ ...school, closedOn: TODAY }, 'education')).toMatchObject({ refusal: { code: 'SITE_CLOSED' } });
  });
});

describe('the frames of administration and schools', () => {
  it.each<[PaidPlace, boolean]>([
    [{ frame: 'CORE', zone: 'administration', siteKind: 'administration' }, false],
    [{ frame: 'CORE', zone: 'administration', siteKind: 'school' }, false],
    [{ frame: 'CORE', zone: 'education', siteKind: 'school' }, true],
    [{ frame: 'SCHOOL_NET', zone: 'education', siteKind: 'school' }, false],
    [{ frame: 'SCHOOL_NET', zone: 'external', siteKind: 'school' }, false],
    [{ frame: 'SCHOOL_NET', zone: 'education', siteKind: null }, false],
    [{ frame: 'SCHOOL_NET', zone: 'administration', siteKind: 'branch' }, true],
    [{ frame: 'SCHOOL_NET', zone: 'building', siteKind: null }, true],
  ])('%o mixes them: %s', (place, expected) => expect(mixesFrames(place)).toBe(expected));

  it('never mix without a recorded decision of the past', () => {
    const place: PaidPlace = { frame: 'CORE', zone: 'education', siteKind: 'school' };
    const decision = { decidedOn: TODAY, body: 'Rat', document: 'DS 26-1' };
    expect(checkFrameWall(place, null, TODAY)).toEqual({
      ok: false,
      refusal: { code: 'FRAME_DECISION_NEEDED', params: { frame: 'CORE', zone: 'education' } },
    });
    expect(checkFrameWall(place, decision, TODAY).ok).toBe(true);
    expect(checkFrameWall({ ...place, frame: 'SCHOOL_NET' }, null, TODAY).ok).toBe(true);
    for (const day of ['2026-10-06', '1989-12-31']) {
      expect(checkFrameWall(place, { ...decision, decidedOn: plainDate(day) }, TODAY)).toMatchObject({
        refusal: { code: 'DECISION_DATE' },
      });
    }
    expect(checkFrameWall(place, { ...decision, decidedOn: plainDate('1990-01-01') }, TODAY).ok).toBe(true);
  });
});

describe('what hardware is for', () => {
  it.each<[Parameters<typeof readUse>[0], string]>([
    [{ zone: 'education', frame: 'SCHOOL_NET', keyId: null }, 'ok'],
    [{ zone: null, frame: null, keyId: 'k-1' }, 'ok'],
    [{ zone: null, frame: null, keyId: null }, 'USE_NEEDED'],
    [{ zone: 'education', frame: null, keyId: null }, 'USE_NEEDED'],
    [{ zone: null, frame: 'CORE', keyId: null }, 'USE_NEEDED'],
    [{ zone: 'education', frame: null, keyId: 'k-1' }, 'USE_TWICE'],
    [{ zone: null, frame: 'CORE', keyId: 'k-1' }, 'USE_TWICE'],
  ])('%o is %s', (stated, expected) => {
    const read = readUse(stated);
    expect(read.ok ? 'ok' : read.refusal.code).toBe(expected);
    if (read.ok) expect(read.value).toEqual(stated);
  });
});
