/**
 * One PostgreSQL for a whole test run, in a temporary folder and without fsync.
 * Its address goes to the tests in ETATLOTSE_TEST_DATABASE_URL (the owner of everything); an address
 * that is already set is used as it is.
 */
module.exports = async () => {
  if (process.env.ETATLOTSE_TEST_DATABASE_URL) return;
  const { startPostgres } = await import('../../../tools/postgres.mjs');
  const { makeThrowAwayFolder } = await import('../../../tools/throw-away-folder.mjs');
  const dataDir = makeThrowAwayFolder('etatlotse-test-');
  const server = await startPostgres({ dataDir, durable: false, throwAway: true, settings: { max_connections: 300 } });
  process.env.ETATLOTSE_TEST_DATABASE_URL = server.url;
  globalThis.etatlotseTestDatabase = server;
};
