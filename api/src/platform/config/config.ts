import path from 'node:path';

/** Everything the process is told from outside, read once at start. A wrong value stops the start with a sentence. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Own port for `/metrics`; null switches it off. */
  readonly metricsPort: number | null;
  /** Connection of the API's own role (`app_rw`): owns nothing, bypasses nothing. */
  readonly databaseUrl: string;
  readonly databasePoolSize: number;
  /** Connection of anybody's page (`app_public`), which reads released public snapshots and nothing else; null serves none. */
  readonly databasePublicUrl: string | null;
  readonly isProduction: boolean;
  readonly isTest: boolean;
  /** Demo cities and their accounts are offered only here. */
  readonly isDemo: boolean;
  readonly demoPassword: string | null;
  /** Folder with the built web app; null serves the API alone. */
  readonly webRoot: string | null;
  /** Folder outside the database where the heads of the audit chains are anchored. */
  readonly anchorDir: string;
  /** The key that signs snapshots and papers: a file outside the database, made at first use where there is none. */
  readonly signingKeyFile: string;
  readonly importMaxBytes: number;
  /** From so many movements on, a file becomes a part of the ledger of its own. */
  readonly importPartRows: number;
  /** Folder into which finance systems put their exports, one folder below it for each city by its slug; null watches none. */
  readonly importDir: string | null;
  readonly loginAttemptsPerAccount: number;
  readonly loginAttemptsPerAddress: number;
  /** Requests a minute that one address may send to anybody's page. */
  readonly publicPerMinute: number;
  /** How long anybody's page answers from memory before it looks for a newer release; 0 always looks. */
  readonly publicKeptSeconds: number;
  readonly publicOrigin: string | null;
  /** Addresses of the proxy in front whose forwarded headers are believed; null believes nobody. */
  readonly trustedProxy: string | null;
  /** Mail server as `smtp://user:password@host:port`; null sends no e-mails, the inbox of the program stays. */
  readonly smtpUrl: string | null;
  /** Sender of e-mails. */
  readonly mailFrom: string;
  readonly logLevel: string;
  /** Program of the thread that searches for portfolios; in the bundle it lies beside the API. */
  readonly solverFile: string;
}

/** The one token under which the configuration is injected. */
export const CONFIG = Symbol('Config');

export function readConfig(env: NodeJS.ProcessEnv): Config {
  const isProduction = env['NODE_ENV'] === 'production';
  const isDemo = env['ETATLOTSE_DEMO'] === '1';
  if (isProduction && isDemo) {
    throw new Error('Im Betrieb (NODE_ENV=production) gibt es keine Demo-Konten. Bitte ETATLOTSE_DEMO entfernen.');
  }
  return {
    host: env['HOST'] ?? '127.0.0.1',
    port: wholeNumber(env, 'PORT', 3000, 0, 65_535),
    metricsPort: env['METRICS_PORT'] === undefined ? null : wholeNumber(env, 'METRICS_PORT', 0, 0, 65_535),
    databaseUrl: required(env, 'DATABASE_APP_URL'),
    databasePoolSize: wholeNumber(env, 'DATABASE_POOL_SIZE', 10, 2, 200),
    databasePublicUrl: env['DATABASE_PUBLIC_URL'] ?? null,
    isProduction,
    isTest: env['NODE_ENV'] === 'test',
    isDemo,
    demoPassword: isDemo ? (env['ETATLOTSE_DEMO_PASSWORD'] ?? null) : null,
    webRoot: env['WEB_ROOT'] === undefined ? null : path.resolve(env['WEB_ROOT']),
    anchorDir: path.resolve(env['ETATLOTSE_ANCHOR_DIR'] ?? path.join(env['ETATLOTSE_DATA_DIR'] ?? '.data', 'anchor')),
    signingKeyFile: signingKeyFile(env),
    importMaxBytes: wholeNumber(env, 'IMPORT_MAX_BYTES', 64 * 1024 * 1024, 1024, 1024 * 1024 * 1024),
    importPartRows: wholeNumber(env, 'IMPORT_PART_ROWS', 100_000, 1, 1_000_000_000),
    importDir: env['ETATLOTSE_IMPORT_DIR'] === undefined ? null : path.resolve(env['ETATLOTSE_IMPORT_DIR']),
    loginAttemptsPerAccount: wholeNumber(env, 'LOGIN_ATTEMPTS_PER_ACCOUNT', 5, 1, 1000),
    loginAttemptsPerAddress: wholeNumber(env, 'LOGIN_ATTEMPTS_PER_ADDRESS', 100, 1, 100_000),
    publicPerMinute: wholeNumber(env, 'PUBLIC_PER_MINUTE', 240, 1, 1_000_000_000),
    publicKeptSeconds: wholeNumber(env, 'PUBLIC_KEPT_SECONDS', 1, 0, 3600),
    publicOrigin: env['PUBLIC_ORIGIN'] ?? null,
    trustedProxy: env['TRUSTED_PROXY'] ?? null,
    smtpUrl: smtpUrl(env),
    mailFrom: env['MAIL_FROM'] ?? 'Etatlotse <etatlotse@localhost>',
    logLevel: env['LOG_LEVEL'] ?? 'info',
    solverFile: env['ETATLOTSE_SOLVER_FILE'] ?? path.join(__dirname, 'portfolio-solver.js'),
  };
}

/** Where the signing key lies; the seeding of the sample city signs with the same one. */
export function signingKeyFile(env: NodeJS.ProcessEnv): string {
  return path.resolve(
    env['ETATLOTSE_SIGNING_KEY_FILE'] ?? path.join(env['ETATLOTSE_DATA_DIR'] ?? '.data', 'signing', 'key.pem'),
  );
}

function smtpUrl(env: NodeJS.ProcessEnv): string | null {
  const url = env['SMTP_URL'];
  if (url === undefined || url === '') return null;
  if (!/^smtps?:\/\/[^\s]+$/.test(url)) {
    throw new Error('Die Einstellung SMTP_URL muss mit smtp:// oder smtps:// beginnen.');
  }
  return url;
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new Error(`Die Einstellung ${name} fehlt.`);
  return value;
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, fallback: number, min: number, max: number): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new Error(`Die Einstellung ${name} muss eine ganze Zahl von ${min} bis ${max} sein, nicht „${text}“.`);
  }
  return value;
}
