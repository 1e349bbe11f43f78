const LIMIT_MS = 10_000;

/** Asks again until it is so; after ten seconds the test fails. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + LIMIT_MS;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('It did not come about in ten seconds.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
