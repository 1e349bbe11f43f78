import { aRow } from './import.sample';
import { groupedRuns } from './run-rows';

describe('the list of imports', () => {
  it('shows the files of a batch as one line, in the state of the file that needs a person most', () => {
    const rows = groupedRuns([
      aRow({ id: 'i-3', batchId: 'b-1', state: 'committed', rowsRead: 10 }),
      aRow({ id: 'i-2' }),
      aRow({ id: 'i-1', batchId: 'b-1', state: 'failed', rowsRead: 5 }),
    ]);
    expect(rows.map(({ key }) => key)).toEqual(['b-1', 'i-2']);
    expect(rows[0]).toMatchObject({ kind: 'batch', rows: 15, first: { state: 'failed' } });
  });
});
