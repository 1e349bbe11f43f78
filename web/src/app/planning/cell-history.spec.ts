import { NO_HISTORY, redoLast, undoLast, withDeed } from './cell-history';
import { editOf } from './plan-cells';

const deed = (from: number | null, to: number): Parameters<typeof withDeed>[1] => ({
  before: [editOf('l', 2027, from)],
  after: [editOf('l', 2027, to)],
});

describe('what can be undone', () => {
  it('goes back step by step and forward again', () => {
    const both = withDeed(withDeed(NO_HISTORY, deed(null, 1)), deed(1, 2));
    const once = undoLast(both);
    expect(once?.deed).toEqual(deed(1, 2));
    const twice = once && undoLast(once.history);
    expect(twice?.deed).toEqual(deed(null, 1));
    expect(twice && undoLast(twice.history)).toBeNull();
    expect(twice && redoLast(twice.history)?.deed).toEqual(deed(null, 1));
  });

  it('a new deed ends what could be done again', () => {
    const undone = undoLast(withDeed(NO_HISTORY, deed(null, 1)))?.history ?? NO_HISTORY;
    expect(redoLast(withDeed(undone, deed(null, 3)))).toBeNull();
    expect(redoLast(NO_HISTORY)).toBeNull();
  });

  it('keeps two hundred deeds', () => {
    const many = Array.from({ length: 250 }, (_, at) => deed(at, at + 1)).reduce(withDeed, NO_HISTORY);
    expect([many.done.length, many.done[0]]).toEqual([200, deed(50, 51)]);
  });
});
