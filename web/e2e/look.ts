import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { isWaiting } from './browser';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds, one line a finding: rule, element, what to do. Empty is clean.
 * Only findings are gathered, and in the page itself, as no page has frames: a quarter of the time.
 */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  const builder = new AxeBuilder({ page }).setLegacyMode(true);
  const result = await builder
    .options({ runOnly: { type: 'tag', values: RULES }, resultTypes: ['violations'] })
    .analyze();
  return result.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}: ${violation.help}`),
  );
}

/** Elements that make the page wider than the window; tables may scroll in their own region. */
export function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const inside = '.et-scroll, .et-window';
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1 && !element.closest(inside))
      .slice(0, 5)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
  });
}

/** Words that stand letter below letter because their box has no room left. */
export function squeezed(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main :is(h1, h2, h3, p, th, td, dt, dd, li, label)')]
      .filter((element) => {
        const words = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
        const letters = words.map(({ textContent }) => textContent?.trim() ?? '').join('').length;
        const { width, height } = element.getBoundingClientRect();
        return letters > 6 && width > 0 && width < 30 && height > 80;
      })
      .slice(0, 5)
      .map(
        (element) => `squeezed: ${element.tagName.toLowerCase()} "${element.textContent?.trim().slice(0, 40) ?? ''}"`,
      ),
  );
}

/** Waits until every request has its answer, the page shows it and the letters have arrived. */
export async function settled(page: Page): Promise<void> {
  do {
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
    await page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    });
  } while (isWaiting(page));
}
