import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './tree';

interface Service {
  readonly image: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly secrets?: readonly string[];
  readonly networks: readonly string[];
  readonly configs?: readonly { readonly source: string }[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
  readonly configs: Readonly<Record<string, { readonly file: string }>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
}

const read = (file: string): string => fs.readFileSync(path.join(ROOT, file), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true }) as Compose;
const services = Object.entries(compose.services);

describe('docker-compose.yml', () => {
  it('runs database, migrations, server and proxy, in this order', () => {
    expect(services.map(([name]) => name)).toEqual(['db', 'migrate', 'api', 'proxy']);
    expect(compose.services['migrate']?.depends_on).toEqual({ db: { condition: 'service_healthy' } });
    expect(compose.services['api']?.depends_on?.['migrate']).toEqual({ condition: 'service_completed_successfully' });
    expect(compose.services['proxy']?.depends_on?.['api']).toEqual({ condition: 'service_healthy' });
  });

  it('opens the proxy alone to the outside', () => {
    expect(services.filter(([, { ports }]) => ports !== undefined).map(([name]) => name)).toEqual(['proxy']);
    expect(services.filter(([, { networks }]) => networks.includes('outside')).map(([name]) => name)).toEqual([
      'proxy',
    ]);
    expect(compose.networks).toEqual({ inside: { internal: true }, proxied: { internal: true }, outside: {} });
    expect(compose.services['proxy']?.networks).not.toContain('inside');
  });

  it('takes passwords from files only', () => {
    const given = services.flatMap(([, { environment }]) => Object.entries(environment ?? {}));
    const passwords = given.filter(([name]) => /PASSWORD|SECRET|KEY|TOKEN/.test(name));
    expect(passwords.length).toBeGreaterThan(0);
    expect(passwords.filter(([name, value]) => !name.endsWith('_FILE') || !value.startsWith('/run/secrets/'))).toEqual(
      [],
    );
    const addresses = given.filter(([name]) => name.startsWith('DATABASE_'));
    expect(addresses.filter(([, value]) => !value.includes(':PASSWORD@'))).toEqual([]);
  });

  it('gives the server neither the password nor the address of the owner', () => {
    const server = compose.services['api'];
    expect(server?.environment).not.toHaveProperty('DATABASE_URL');
    expect(server?.secrets).toEqual(['app-password', 'public-password']);
  });

  it('names every secret and configuration it uses, and the configurations exist', () => {
    const used = services.flatMap(([, { secrets, configs }]) => [
      ...(secrets ?? []),
      ...(configs ?? []).map(({ source }) => source),
    ]);
    expect([...new Set(used)].sort()).toEqual(
      [...Object.keys(compose.secrets), ...Object.keys(compose.configs)].sort(),
    );
    expect(Object.values(compose.configs).filter(({ file }) => !fs.existsSync(path.join(ROOT, file)))).toEqual([]);
  });

  it('offers no demo city and no other weak spot of the start at home', () => {
    expect(read('docker-compose.yml')).not.toMatch(/DEMO|privileged: true|docker\.sock|network_mode: host/);
  });
});

describe('Dockerfile', () => {
  const dockerfile = read('Dockerfile');

  it('has scripts for steps, and all of them exist', () => {
    const scripts = [...dockerfile.matchAll(/\bsh (tools\/docker\/\S+\.sh)/g)].map(([, file]) => String(file));
    expect(scripts).toEqual(['install', 'build', 'prune', 'entry'].map((step) => `tools/docker/${step}.sh`));
    expect(scripts.filter((file) => !fs.existsSync(path.join(ROOT, file)))).toEqual([]);
  });

  it('runs without root, in production mode, on the Node of the packages', () => {
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).toMatch(/NODE_ENV=production/);
    expect(dockerfile.match(/^FROM node:(\d+)/gm)).toEqual([
      `FROM node:${read('.nvmrc').trim()}`,
      `FROM node:${read('.nvmrc').trim()}`,
    ]);
  });

  it('copies what the ignore file lets in', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, list]) =>
      String(list).split(' '),
    );
    const letIn = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'));
    expect(copied.map((file) => `!${file.replace(/\/$/, '')}`).sort()).toEqual(letIn.sort());
  });
});

describe('The entry of the image', () => {
  /** Runs entry.sh with a `node` that only shows its environment. */
  function enter(program: string, environment: Record<string, string>): string {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'etatlotse-entry-'));
    try {
      fs.writeFileSync(path.join(folder, 'node'), '#!/bin/sh\necho "$@"; env', { mode: 0o755 });
      fs.writeFileSync(path.join(folder, 'owner'), 'owner-secret\n');
      fs.writeFileSync(path.join(folder, 'app'), 'app-secret\n');
      fs.writeFileSync(path.join(folder, 'empty'), '');
      const env = {
        PATH: `${folder}:/usr/bin:/bin`,
        ETATLOTSE_OWNER_PASSWORD_FILE: `${folder}/owner`,
        ETATLOTSE_APP_PASSWORD_FILE: `${folder}/app`,
      };
      return execFileSync('/bin/sh', [path.join(ROOT, 'tools/docker/entry.sh'), program], {
        env: {
          ...env,
          ...Object.fromEntries(
            Object.entries(environment).map(([name, value]) => [name, value.replace('FOLDER', folder)]),
          ),
        },
        encoding: 'utf8',
        stdio: 'pipe',
      });
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  }

  it('fills the passwords from the files into the addresses', () => {
    const shown = enter('migrate', { DATABASE_URL: 'postgres://etatlotse:PASSWORD@db:5432/etatlotse' });
    expect(shown).toContain('dist/api/migrate.js');
    expect(shown).toContain('DATABASE_URL=postgres://etatlotse:owner-secret@db:5432/etatlotse');
    expect(shown).toContain('ETATLOTSE_APP_PASSWORD=app-secret');
  });

  it('keeps the passwords of the owner and of the roles away from the server', () => {
    const shown = enter('api', {
      DATABASE_URL: 'postgres://etatlotse:PASSWORD@db/etatlotse',
      DATABASE_APP_URL: 'postgres://app_rw:PASSWORD@db/etatlotse',
    });
    expect(shown).toContain('DATABASE_APP_URL=postgres://app_rw:app-secret@db/etatlotse');
    expect(shown).not.toMatch(/^DATABASE_URL=|owner-secret|^ETATLOTSE_\w+_PASSWORD=/m);
  });

  it('refuses an empty secret, a missing one and an unknown program', () => {
    expect(() => enter('api', { ETATLOTSE_APP_PASSWORD_FILE: 'FOLDER/empty' })).toThrow(/ist leer/);
    expect(() => enter('api', { ETATLOTSE_APP_PASSWORD_FILE: 'FOLDER/nowhere' })).toThrow(/nicht lesbar/);
    expect(() => enter('shell', {})).toThrow(/Unbekanntes Programm/);
  });
});

describe('The proxy', () => {
  const limits = read('tools/docker/nginx.conf');
  const site = read('tools/docker/site.conf.template');
  const location = (head: string): string => new RegExp(`location ${head} \\{([^}]*)\\}`).exec(site)?.[1] ?? '';

  it.each([
    ['slow headers', /client_header_timeout 5s;/],
    ['slow bodies', /client_body_timeout 5s;/],
    ['large bodies', /client_max_body_size 1m;/],
    ['old TLS', /ssl_protocols TLSv1\.2 TLSv1\.3;/],
    ['too many requests, with the right code', /limit_req_status 429;/],
    ['too many connections, with the right code', /limit_conn_status 429;/],
  ])('stops %s', (_what, setting) => {
    expect(limits).toMatch(setting);
  });

  it('applies the limits to the site', () => {
    expect(site).toMatch(/limit_conn address_connections \d+;/);
    expect(site).toMatch(/limit_req zone=address_requests burst=\d+ nodelay;/);
    expect(location('= /api/v1/session')).toMatch(/limit_req zone=address_logins/);
  });

  it('lets large files through on the routes of files alone', () => {
    const head = (route: string): string => `~ \\^/api/v1/${route}\\$`;
    expect(location(head('\\(imports\\|import-batches\\)'))).toMatch(/client_max_body_size 64m;/);
    const papers = '\\(budget/documents\\|planning/plan-versions/\\[0-9a-f-\\]\\+/amounts-file\\)';
    expect(location(head(papers))).toMatch(/client_max_body_size 11m;/);
    expect(site.match(/client_max_body_size/g)).toHaveLength(2);
  });

  it('answers to one name only', () => {
    expect(site).toMatch(/listen 443 ssl default_server;[^}]*ssl_reject_handshake on;[^}]*return 444;/);
    expect(site).toMatch(/if \(\$http_host !~\* \^\$\{ETATLOTSE_NAME\}\(:443\)\?\$\) \{\s+return 400;/);
  });

  it('keeps the figures of the operators inside', () => {
    expect(location('= /metrics')).toMatch(/return 404;/);
  });
});
