declare module '*/tools/browser.mjs' {
  export function findBrowser(): Promise<{ executablePath: string; args: string[] }>;
  export function findWindowless(): Promise<string | undefined>;
}
declare module '*/tools/throw-away-folder.mjs' {
  export function makeThrowAwayFolder(prefix: string): string;
}
