/** A piece of a paper's text: words, or the name of a figure that stands in for its value. */
export type PaperRun = { readonly text: string } | { readonly figure: string };

/** A part of a paper. Tables are named, too: what they hold comes from the snapshot. */
export type PaperPart =
  | { readonly kind: 'heading'; readonly runs: readonly PaperRun[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly PaperRun[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly PaperRun[])[] }
  | { readonly kind: 'table'; readonly table: string };

const FIGURE = /\{([A-Za-z0-9_.:-]{1,80})\}/;
const TABLE = /^\[\[([A-Za-z0-9_.:-]{1,80})\]\]$/;

/**
 * Reads the text that a person writes: a line with `# ` is a heading, `- ` an item of a list, `[[name]]` a table, `{name}` a
 * figure, an empty line ends a paragraph. Everything else is words; nothing of it is code.
 */
export function readPaperText(body: string): readonly PaperPart[] {
  const parts: PaperPart[] = [];
  let lines: string[] = [];
  const endParagraph = (): void => {
    if (lines.length > 0) parts.push({ kind: 'paragraph', runs: readRuns(lines.join(' ')) });
    lines = [];
  };
  for (const line of body.split(/\r?\n/).map((one) => one.trim())) {
    const table = TABLE.exec(line)?.[1];
    if (line !== '' && !line.startsWith('# ') && !line.startsWith('- ') && table === undefined) {
      lines.push(line);
      continue;
    }
    endParagraph();
    if (table !== undefined) parts.push({ kind: 'table', table });
    else if (line.startsWith('# ')) parts.push({ kind: 'heading', runs: readRuns(line.slice(2)) });
    else if (line.startsWith('- ')) addItem(parts, readRuns(line.slice(2)));
  }
  endParagraph();
  return parts;
}

function addItem(parts: PaperPart[], item: readonly PaperRun[]): void {
  const last = parts.at(-1);
  if (last?.kind === 'list') parts[parts.length - 1] = { kind: 'list', items: [...last.items, item] };
  else parts.push({ kind: 'list', items: [item] });
}

function readRuns(text: string): readonly PaperRun[] {
  const runs: PaperRun[] = [];
  for (let rest = text; rest !== '';) {
    const found = FIGURE.exec(rest);
    if (found === null) return [...runs, { text: rest }];
    if (found.index > 0) runs.push({ text: rest.slice(0, found.index) });
    runs.push({ figure: found[1] ?? '' });
    rest = rest.slice(found.index + found[0].length);
  }
  return runs;
}

/** Names of the figures and tables that a text stands on. */
export function namesInPaper(body: string): readonly string[] {
  const ofRuns = (runs: readonly PaperRun[]): string[] => runs.flatMap((run) => ('figure' in run ? [run.figure] : []));
  return readPaperText(body).flatMap((part) => {
    if (part.kind === 'table') return [part.table];
    return part.kind === 'list' ? part.items.flatMap(ofRuns) : ofRuns(part.runs);
  });
}
