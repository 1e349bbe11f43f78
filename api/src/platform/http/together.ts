import DataLoader from 'dataloader';

/**
 * Work that comes while work of its kind is under way waits for it, and is then done together with everything else that
 * came meanwhile. Whoever comes to an idle place begins with those whose requests have been read in the same turn of the
 * event loop, so nothing is ever waited for but the work before.
 * @param work gets what came together and answers each in the same order; an `Error` in a place is thrown there only
 * @param most of one time
 */
export function together<Item, Answer>(
  work: (items: readonly Item[]) => Promise<readonly (Answer | Error)[]>,
  most: number,
): (item: Item) => Promise<Answer> {
  let underWay = 0;
  const waiting: (() => void)[] = [];
  const loader = new DataLoader<Item, Answer>(
    async (items) => {
      underWay += 1;
      try {
        return await work(items);
      } finally {
        underWay -= 1;
        for (const dispatch of waiting.splice(0)) dispatch();
      }
    },
    {
      cache: false,
      maxBatchSize: most,
      batchScheduleFn: (dispatch) => {
        if (underWay === 0) setImmediate(dispatch);
        else waiting.push(dispatch);
      },
    },
  );
  return (item) => loader.load(item);
}
