// Pictures of every page: light and dark, 1440 and 390 px wide. For looking at, and for the README.
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from './browser.mjs';

const HELP = `Bilder aller Seiten

  node tools/shots.mjs --address http://127.0.0.1:3000 --password <Demo-Passwort> [Wahl]

  --account finanzen    nur die Seiten dieses Kontos
  --path /dashboard     nur diese Adresse (mehrfach erlaubt)
  --theme light|dark    nur diese Darstellung
  --width 1440          nur diese Breite
  --out <Ordner>        Ziel, voreingestellt dist/shots

Das Programm muss laufen (npm start).`;

const args = process.argv.slice(2);
const all = (name) => args.flatMap((arg, index) => (arg === `--${name}` ? [args[index + 1]] : []));
const one = (name, otherwise) => all(name)[0] ?? otherwise;

if (args.includes('--help') || !one('address') || !one('password')) {
  console.log(HELP);
  process.exit(args.includes('--help') ? 0 : 1);
}

/** The list of pages lives with the journeys; only its data is needed here. */
function views() {
  const source = fs.readFileSync(new URL('../web/e2e/views.ts', import.meta.url), 'utf8');
  return [...source.matchAll(/path: '([^']+)', account: (?:'([^']+)'|null)/g)].map(([, view, account]) => ({
    path: view,
    account: account ?? null,
  }));
}

const address = one('address');
const out = path.resolve(one('out', 'dist/shots'));
const wanted = views()
  .filter((view) => !all('account').length || all('account').includes(view.account))
  .filter((view) => !all('path').length || all('path').includes(view.path));
const asked = all('path').filter((view) => !wanted.some((known) => known.path === view));
wanted.push(...asked.map((view) => ({ path: view, account: one('account', 'finanzen') })));

fs.mkdirSync(out, { recursive: true });
const { executablePath, args: flags } = await findBrowser();
const browser = await chromium.launch({ executablePath, args: flags });
try {
  for (const theme of all('theme').length ? all('theme') : ['light', 'dark']) {
    for (const width of all('width').length ? all('width').map(Number) : [1440, 390]) await shoot(theme, width);
  }
} finally {
  await browser.close();
}
console.log(`Bilder in ${out}`);

/** One login an account, then all its pages. */
async function shoot(colorScheme, width) {
  const accounts = [...new Set(wanted.map((view) => view.account))];
  for (const account of accounts) {
    const context = await browser.newContext({ colorScheme, locale: 'de-DE', viewport: { width, height: 900 } });
    const page = await context.newPage();
    if (account) await logIn(page, account);
    for (const view of wanted.filter((candidate) => candidate.account === account)) {
      await page.goto(address + view.path);
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const name = `${account ?? 'fremd'}${view.path.replaceAll(/[^a-z0-9]+/gi, '-')}-${width}-${colorScheme}.png`;
      await page.screenshot({ path: path.join(out, name), fullPage: true });
    }
    await context.close();
  }
}

async function logIn(page, account) {
  await page.goto(`${address}/login`);
  await page.getByLabel('E-Mail-Adresse').fill(`${account}@loewenstadt.example`);
  await page.getByLabel('Passwort', { exact: true }).fill(one('password'));
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await page.locator('#et-nav').waitFor({ state: 'attached' });
}
