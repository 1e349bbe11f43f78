// The browser for journeys, screenshots and measurements: an installed one, else the one that comes with the packages.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const FIXED_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Flags without which a browser does not start in a container or as root. */
const CONTAINER_FLAGS = ['--no-sandbox', '--disable-dev-shm-usage'];

/**
 * Where the browser is and how to start it: `{ executablePath, args }` for playwright-core and chrome-launcher.
 * ETATLOTSE_BROWSER names another one.
 */
export async function findBrowser() {
  const installed = process.env.ETATLOTSE_BROWSER || findInstalled();
  if (installed) return { executablePath: installed, args: CONTAINER_FLAGS };
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    return {
      executablePath: await chromium.executablePath(),
      args: [...new Set([...chromium.args, ...CONTAINER_FLAGS])],
    };
  } catch (error) {
    throw new Error(
      'Kein Browser gefunden: weder ein installiertes Chromium oder Chrome noch das beigelegte läuft auf diesem System. ' +
        'Installieren Sie Chromium (Debian: apt install chromium) oder nennen Sie eines mit ETATLOTSE_BROWSER.',
      { cause: error },
    );
  }
}

/**
 * The browser that comes with the packages: it has no window, which is a fifth of what an installed one does for a page, and it is
 * the same one for everybody. Unpacked when first asked for. Undefined where it does not run.
 */
export async function findWindowless() {
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const file = await chromium.executablePath();
    return spawnSync(file, ['--version']).status === 0 ? file : undefined;
  } catch {
    return undefined;
  }
}

function findInstalled() {
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...onPath, ...FIXED_PLACES].find((file) => fs.existsSync(file));
}
