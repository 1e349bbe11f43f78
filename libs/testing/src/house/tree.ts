import fs from 'node:fs';
import path from 'node:path';

/** Top folder of the checkout. */
export const ROOT = path.resolve(__dirname, '../../../..');

export interface SourceFile {
  /** Path from the top folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** What tools make, as in .gitignore. */
const MADE = new Set([
  'node_modules',
  'dist',
  '.git',
  '.nx',
  '.angular',
  '.data',
  '.stryker-tmp',
  'reports',
  'coverage',
]);

/** Every file of the project, whether committed or not; nothing that tools make. */
export function projectFiles(folder = ''): string[] {
  const entries = fs.readdirSync(path.join(ROOT, folder), { withFileTypes: true });
  return entries
    .filter(({ name }) => !MADE.has(name) && !name.endsWith('.log'))
    .flatMap((entry) => {
      const file = path.posix.join(folder, entry.name);
      return entry.isDirectory() ? projectFiles(file) : [file];
    })
    .sort();
}

export function readFiles(files: readonly string[]): SourceFile[] {
  return files.map((file) => ({ path: file, text: fs.readFileSync(path.join(ROOT, file), 'utf8') }));
}

export const isTypeScript = (file: string): boolean => file.endsWith('.ts') && !file.endsWith('.d.ts');

export const isTest = (file: string): boolean =>
  /\.spec\.ts$/.test(file) || /^(api\/test|web\/e2e|libs\/testing)\//.test(file);
