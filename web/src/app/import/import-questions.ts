import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ImportPreview, ImportRun } from '@etatlotse/contracts/import/plain';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { type AskedQuestion, askedQuestion } from './question-words';
import { questionLabels } from './question.labels';

/** What a person answers, and for which files it holds. */
export interface Answers {
  readonly answers: readonly { readonly id: string; readonly value: string }[];
  readonly forBatch: boolean;
}

/** The open questions of a file, each with the cells that raise it and its answers as large choices. */
@Component({
  selector: 'et-import-questions',
  imports: [Button, Choice, DateField, RouterLink, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './import-questions.html',
})
export class ImportQuestions {
  readonly run = input.required<ImportRun>();
  readonly preview = input.required<ImportPreview>();
  readonly mayRun = input(false);
  /** Names the file, where questions of several are asked on one page. */
  readonly namesFile = input(false);
  readonly answered = output<Answers>();
  protected readonly t = questionLabels;

  private readonly given = signal<Readonly<Record<string, string>>>({});
  protected readonly forBatch = signal(true);
  private readonly hasTried = signal(false);
  protected readonly questions = computed(() =>
    this.preview().questions.map((question) => askedQuestion(question, this.preview())),
  );
  protected readonly lead = computed(() => {
    const count = this.questions().length;
    return this.t().lead(formatNumber(count), count === 1);
  });

  protected valueOf({ id }: AskedQuestion): string | null {
    return this.given()[id] ?? null;
  }

  protected errorOf(question: AskedQuestion): string | null {
    if (!this.hasTried() || this.valueOf(question) !== null) return null;
    return question.typed === null ? this.t().missing : this.t().missingText;
  }

  protected answer({ id }: AskedQuestion, value: string | null): void {
    const { [id]: _before, ...others } = this.given();
    const text = value?.trim() ?? '';
    this.given.set(text === '' ? others : { ...others, [id]: text });
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const answers = this.questions().flatMap((question) => {
      const value = this.valueOf(question);
      return value === null ? [] : [{ id: question.id, value }];
    });
    if (answers.length < this.questions().length) return;
    this.answered.emit({ answers, forBatch: this.run().batchId !== null && this.forBatch() });
  }
}
