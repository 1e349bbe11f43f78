declare module '*/tools/browser.mjs' {
  export function findBrowser(): Promise<{ executablePath: string; args: string[] }>;
}
