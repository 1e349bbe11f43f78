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
import type { ChangeLine, CreateLine, LineDetail } from '@etatlotse/contracts/budget';
import { ACCOUNT_FRAME_CODES, type AccountFrameCode, classifyAccount } from '@etatlotse/domain/budget';
import { fiscalYear as toFiscalYear } from '@etatlotse/domain/shared';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { ErrorSummary } from '../ui/field/error-summary';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { budgetLabels } from './budget.labels';
import { LineFormOptions, optionsOf } from './line-form-options';
import { lineFormLabels } from './line-form.labels';
import { LineFormStore } from './line-form.store';
import { lineLabels } from './line.labels';

/** What the form holds: every text as it is typed, every choice as its code or null. */
interface LineDraft {
  readonly number: string;
  readonly name: string;
  readonly accountFrame: AccountFrameCode;
  readonly account: string;
  readonly accountName: string;
  readonly subBudget: string;
  readonly product: string;
  readonly productName: string;
  readonly statementLine: string;
  readonly projectKey: string;
  readonly costCentre: string;
  readonly unitId: string | null;
  readonly frame: string | null;
  readonly runOrChange: string | null;
  readonly serviceClass: string | null;
  readonly networkZone: string | null;
  readonly isNonStaff: boolean;
  readonly poolId: string | null;
  readonly reserve: string | null;
  readonly mayCarryOver: boolean;
  readonly explanation: string;
  readonly isArchived: boolean;
}

const EMPTY: LineDraft = {
  ...{ number: '', name: '', accountFrame: 'NI', account: '', accountName: '', subBudget: '', product: '' },
  ...{ productName: '', statementLine: '', projectKey: '', costCentre: '', unitId: null, frame: null },
  ...{ runOrChange: null, serviceClass: null, networkZone: null, isNonStaff: true, poolId: null, reserve: null },
  ...{ mayCarryOver: true, explanation: '', isArchived: false },
};

/** Creates a budget line or changes what it belongs to. What its account means is shown while typing (R3). */
@Component({
  selector: 'et-line-form-page',
  imports: [Button, ErrorSummary, Failure, Loading, Notice, PageHead, RouterLink, Select, TextField],
  providers: [LineFormOptions, LineFormStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './line-form.page.html',
})
export class LineFormPage {
  /** Given where a line is changed. */
  readonly lineId = input<string>();
  protected readonly store = inject(LineFormStore);
  protected readonly line = this.store.line;
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly options = inject(LineFormOptions);
  protected readonly t = lineFormLabels;
  protected readonly MORE = [
    'accountName',
    'subBudget',
    'product',
    'productName',
    'statementLine',
    'projectKey',
    'costCentre',
  ] as const;
  /** Where a line stands in the plan may change; its number and account may not. */
  protected readonly PLACE = ['subBudget', 'product', 'productName', 'statementLine', 'costCentre'] as const;
  protected readonly noFrame = computed(() => budgetLabels().noFrame);

  protected readonly isNew = computed(() => this.lineId() === undefined);
  protected readonly draft = linkedSignal((): LineDraft => {
    const line = this.line();
    return line === null ? EMPTY : draftOf(line);
  });
  private readonly hasTried = signal(false);
  protected readonly accountFrames = computed(() =>
    ACCOUNT_FRAME_CODES.map((value) => ({ value, label: this.t().accountFrames[value] })),
  );
  protected readonly reserves = computed(() => optionsOf(this.t().reserves));
  protected readonly meaning = computed(() => {
    const { account, accountFrame } = this.draft();
    return classifyAccount(account.trim(), accountFrame, toFiscalYear(this.store.year()));
  });
  protected readonly meaningText = computed(() => {
    const meaning = this.meaning();
    if (this.draft().account.trim() === '') return null;
    const words = budgetLabels();
    return meaning === null
      ? this.t().meaningNone
      : this.t().meaning(words.directions[meaning.direction], words.spheres[meaning.sphere]);
  });
  /** What is to be mended, by field; empty before the first try. */
  protected readonly mistakes = computed((): Readonly<Partial<Record<'number' | 'name' | 'account', string>>> => {
    if (!this.hasTried()) return {};
    const { number, name } = this.draft();
    const { missing } = this.t();
    const isMissing = { number: number.trim() === '', name: name.trim() === '', account: this.meaning() === null };
    const fields = this.isNew() ? (['number', 'name', 'account'] as const) : (['name'] as const);
    return Object.fromEntries(fields.filter((field) => isMissing[field]).map((field) => [field, missing[field]]));
  });
  protected readonly messages = computed(() => Object.values(this.mistakes()));
  protected readonly crumbs = computed(() => [
    { label: lineLabels().crumbLines, link: ['/budget/lines'] },
    ...(this.line() === null ? [] : [{ label: this.line()?.number ?? '', link: ['/budget/lines', this.lineId()!] }]),
    { label: this.isNew() ? this.t().titleNew : this.t().edit },
  ]);

  constructor() {
    effect(() => this.store.lineId.set(this.lineId()));
  }

  protected set<Field extends keyof LineDraft>(field: Field, value: LineDraft[Field]): void {
    this.draft.update((draft) => ({ ...draft, [field]: value }));
  }

  protected setFrameOfAccounts(value: string | null): void {
    this.set('accountFrame', ACCOUNT_FRAME_CODES.find((code) => code === value) ?? 'unclassified');
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    if (this.messages().length > 0) return;
    const line = this.line();
    const draft = this.draft();
    const saved =
      line === null
        ? await this.store.create.run(creationOf(draft, this.store.year()))
        : await this.store.change.run(line.id, changeOf(draft, line.version));
    if (saved === null) return;
    this.toasts.show(line === null ? this.t().created(draft.number.trim()) : this.t().saved);
    await this.router.navigate(['/budget/lines', saved.id], { queryParamsHandling: 'preserve' });
  }
}

function draftOf(line: LineDetail): LineDraft {
  return {
    ...line,
    accountFrame: ACCOUNT_FRAME_CODES.find((code) => code === line.accountFrame) ?? 'unclassified',
    unitId: line.unit?.id ?? null,
    poolId: line.pool?.id ?? null,
  };
}

function creationOf(draft: LineDraft, fiscalYear: number): CreateLine {
  const { isArchived: _, ...line } = draft;
  return { ...line, number: line.number.trim(), account: line.account.trim(), fiscalYear } as CreateLine;
}

function changeOf(draft: LineDraft, version: number): ChangeLine {
  const changeable = Object.fromEntries(
    (
      [
        ...(['name', 'unitId', 'frame', 'runOrChange', 'serviceClass', 'networkZone', 'isNonStaff'] as const),
        ...(['poolId', 'reserve', 'mayCarryOver', 'explanation', 'isArchived'] as const),
        ...(['subBudget', 'product', 'productName', 'statementLine', 'costCentre'] as const),
      ] as const
    ).map((field) => [field, draft[field]]),
  );
  return { ...changeable, version };
}
