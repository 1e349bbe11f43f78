declare module '*/tools/browser.mjs' {
  export function findBrowser(): Promise<{ executablePath: string; args: string[] }>;
}
declare module '*/tools/throw-away-folder.mjs' {
  export function makeThrowAwayFolder(prefix: string): string;
}
