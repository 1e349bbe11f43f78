import type { Page } from 'playwright-core';

/** Texts that do something where a page takes them for markup, script, a template or an address. */
export const PAYLOADS = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '<svg/onload=alert(1)>',
  '" autofocus onfocus=alert(1) x="',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)} #{alert(1)}',
  '[x](javascript:alert(1))',
  'javascript:alert(1)',
  '</textarea><iframe srcdoc="<script>parent.alert(1)</script>">',
  '<style>*{background:url(//evil.example)}</style>',
  '<a href="javascript:alert(1)">hier</a>',
  "'-alert(1)-'",
] as const;

/** What went wrong on a page: each dialog, each breach of the content security policy, each thing that has no business there. */
export interface Watch {
  /** Everything since the last call. */
  findings(): Promise<readonly string[]>;
}

/** Watches a page from its first line on. Called before the first address is opened. */
export async function watch(page: Page): Promise<Watch> {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.addInitScript(() => {
    const breaches: string[] = [];
    Reflect.set(window, 'breaches', breaches);
    document.addEventListener('securitypolicyviolation', (breach) => {
      breaches.push(`${breach.violatedDirective} ${breach.blockedURI} ${breach.sourceFile}:${breach.lineNumber}`);
    });
  });
  return { findings: async () => [...dialogs.splice(0), ...(await page.evaluate(strangers))] };
}

/** Runs in the page: breaches of the policy, scripts that are not ours, handlers in markup, addresses that run. */
function strangers(): string[] {
  const breaches = (Reflect.get(window, 'breaches') as string[]).splice(0).map((breach) => `policy: ${breach}`);
  const scripts = [...document.scripts]
    .filter(({ src }) => !src.startsWith(location.origin))
    .map(({ outerHTML }) => `script: ${outerHTML.slice(0, 120)}`);
  const handlers = [...document.querySelectorAll('*')]
    .filter((element) => element.getAttributeNames().some((name) => name.startsWith('on') || name === 'srcdoc'))
    .map(({ outerHTML }) => `handler: ${outerHTML.slice(0, 120)}`);
  const addresses = [...document.querySelectorAll('[href^="javascript:" i], [src="x"], iframe, style:not([nonce])')]
    .filter(({ textContent, tagName }) => tagName !== 'STYLE' || textContent.includes('evil.example'))
    .map(({ outerHTML }) => `address: ${outerHTML.slice(0, 120)}`);
  return [...breaches, ...scripts, ...handlers, ...addresses];
}
