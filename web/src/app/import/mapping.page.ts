import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { IMPORT_KINDS, type ImportKind, type ImportRun } from '@etatlotse/contracts/import/plain';
import { joinSheets } from '@etatlotse/domain/import';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { Icon } from '../ui/icon/icon';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { ImportRunStore } from './import-run.store';
import { importLabels } from './import.labels';
import { type FileCell, MappingColumn } from './mapping-column';
import { MappingDraft } from './mapping-draft';
import { type AmountChoice, type Meaning, withAmount, withMeaning } from './mapping-edit';
import { MappingWhole } from './mapping-whole';
import { mappingLabels } from './mapping.labels';

const DATA_ROWS_SHOWN = 6;
const YEARS_AROUND = 6;

/** How a file is read, column by column, for a person to change. */
@Component({
  selector: 'et-mapping-page',
  imports: [Button, Empty, Failure, Icon, Loading, MappingColumn, MappingWhole, Notice, PageHead, RouterLink, Select],
  providers: [ImportRunStore, MappingDraft],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './mapping.page.html',
})
export class MappingPage {
  readonly importId = input.required<string>();

  protected readonly store = inject(ImportRunStore);
  protected readonly draft = inject(MappingDraft);
  private readonly router = inject(Router);
  protected readonly t = mappingLabels;

  protected readonly crumbs = computed(() => [
    { label: importLabels().title, link: ['/import'] },
    { label: this.store.run()?.fileName ?? '…', link: ['/import', this.importId()] },
    { label: this.t().title },
  ]);
  protected readonly canChange = computed(() => {
    const run = this.store.run();
    const isOpen = run?.state === 'previewed' || run?.state === 'interrupted';
    return isOpen && !run.isWorking && run.hasFile && this.store.mayRun();
  });
  protected readonly rows = computed(() => {
    const mapping = this.draft.mapping();
    if (mapping === null) return [];
    const { headerRows, firstDataRow } = mapping;
    const data = this.draft.rows().filter(({ row }) => row >= firstDataRow);
    const last = data[DATA_ROWS_SHOWN - 1]?.row ?? data.at(-1)?.row ?? 0;
    return this.draft
      .rows()
      .filter(({ row }) => row <= last)
      .map(({ row, cells }) => ({
        row,
        cells,
        place: headerRows.includes(row) ? HEADER : row < firstDataRow ? BEFORE : DATA,
      }));
  });
  protected readonly columns = computed(() =>
    (this.draft.mapping()?.columns ?? []).map((column, at) => ({
      column,
      at,
      letter: letterOf(at),
      cells: this.rows().map(({ row, cells, place }): FileCell => ({ row, text: cells[at] ?? '', place })),
    })),
  );
  protected readonly years = computed(() => {
    const mapping = this.draft.mapping();
    const known = (mapping?.columns ?? []).flatMap((column) =>
      column.role === 'amount' ? (column.fiscalYear ?? []) : [],
    );
    const around = [...known, mapping?.plan?.firstYear ?? mapping?.accountYear ?? 0];
    const first = Math.min(...around) - YEARS_AROUND;
    return Array.from({ length: Math.max(...around) + YEARS_AROUND - first + 1 }, (_, at) => first + at);
  });

  protected readonly kindOptions = computed(() =>
    IMPORT_KINDS.map((value) => ({ value, label: importLabels().kinds[value] })),
  );
  protected readonly kind = linkedSignal<string | null>(() => this.draft.mapping()?.kind ?? null);
  protected readonly sheetOptions = computed(() => {
    const sheets = this.store.run()?.preview?.sheets ?? [];
    const alike = sheets.filter(({ isAlike }) => isAlike === true).map(({ name }) => name);
    const together = { value: joinSheets(alike), label: this.t().sheetsTogether(formatNumber(alike.length)) };
    const single = sheets.map(({ name, rows, isHidden }) => ({
      value: name,
      label: this.t().sheetRows(isHidden ? this.t().sheetHidden(name) : name, formatNumber(rows)),
    }));
    return alike.length > 1 ? [together, ...single] : single;
  });
  protected readonly sheet = linkedSignal<string | null>(() => this.store.run()?.preview?.sheetName ?? null);
  protected readonly asksAgain = computed(
    () =>
      this.kind() !== (this.draft.mapping()?.kind ?? null) ||
      this.sheet() !== (this.store.run()?.preview?.sheetName ?? null),
  );
  protected readonly forBatch = signal(false);
  private readonly hasTried = signal(false);
  /** What keeps the file from being read again; at first only what is not said at a column. */
  protected readonly wrong = computed(() => {
    const problem = this.draft.problem();
    if (problem !== null) return this.draft.problemColumn() === null || this.hasTried() ? problem.detail : null;
    return this.hasTried() && this.isUnchanged() ? this.t().unchanged : null;
  });
  private readonly isUnchanged = computed(() => !this.draft.isDirty() && !this.forBatch());

  constructor() {
    effect(() => this.store.importId.set(this.importId()));
  }

  protected mean(at: number, meaning: Meaning): void {
    this.draft.edit((mapping) => withMeaning(mapping, at, meaning));
  }

  protected meanAmount(at: number, choice: AmountChoice): void {
    this.draft.edit((mapping) => withAmount(mapping, at, choice));
  }

  protected async read(run: ImportRun): Promise<void> {
    this.hasTried.set(true);
    const mapping = this.draft.mapping();
    if (mapping === null || this.draft.problem() !== null || this.isUnchanged()) return;
    await this.send(run, { mapping, forBatch: this.forBatch() });
  }

  /** Kind and sheet decide what the columns can mean, so the file is recognised anew. */
  protected async detectAgain(run: ImportRun): Promise<void> {
    const kind = IMPORT_KINDS.find((known) => known === this.kind());
    const sheet = this.sheet();
    await this.send(run, {
      mapping: null,
      ...(kind === undefined ? {} : { kind }),
      ...(sheet === null ? {} : { sheet }),
    });
  }

  protected async detect(run: ImportRun): Promise<void> {
    await this.send(run, { mapping: null });
  }

  private async send(
    run: ImportRun,
    change: { mapping?: ImportRunMapping | null; kind?: ImportKind; sheet?: string; forBatch?: boolean },
  ): Promise<void> {
    const read = await this.store.read.run(run, change);
    if (read === null) return;
    await this.router.navigate(['/import', run.id], { queryParamsHandling: 'preserve' });
  }
}

type ImportRunMapping = NonNullable<ImportRun['preview']>['mapping'];

const [BEFORE, HEADER, DATA] = ['before', 'header', 'data'] as const;
const ALPHABET = 26;

/** `A` to `Z`, then `AA` and so on, as in a spreadsheet. */
function letterOf(at: number): string {
  const letter = String.fromCharCode(65 + (at % ALPHABET));
  return at < ALPHABET ? letter : letterOf(Math.floor(at / ALPHABET) - 1) + letter;
}
