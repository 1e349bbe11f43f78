import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ControlTotal, ImportPreview, ImportRun } from '@etatlotse/contracts/import/plain';
import { formatNumber } from '../ui/amount/format';
import { Icon } from '../ui/icon/icon';
import type { IconName } from '../ui/icon/icons';
import { extentOf, identityOf } from './import-identity';
import { importRunLabels } from './import-run.labels';

type Tone = 'ok' | 'warn' | 'bad' | 'info';

interface Check {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly question: string;
  readonly answer: string;
  readonly detail: string;
}

/** The four things one wants to know about a file first, each in one line: what, sums, questions, rows. */
@Component({
  selector: 'et-import-checks',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<dl class="et-import__checks" [attr.aria-label]="t().checks.label">
    @for (check of checks(); track check.question) {
      <div [class]="'et-import__check--' + check.tone">
        <dt>{{ check.question }}</dt>
        <dd>
          <et-icon [name]="check.icon" [class]="'et-icon--' + check.tone" />
          <span>
            <span class="et-strong">{{ check.answer }}</span>
            @if (check.detail) {
              <span class="et-import__checkdetail">{{ check.detail }}</span>
            }
          </span>
        </dd>
      </div>
    }
  </dl>`,
})
export class ImportChecks {
  readonly run = input.required<ImportRun>();
  readonly preview = input.required<ImportPreview>();
  protected readonly t = importRunLabels;
  protected readonly checks = computed((): readonly Check[] => {
    const preview = this.preview();
    return [
      {
        tone: 'info',
        icon: 'description',
        question: this.t().checks.what,
        answer: identityOf(this.run()),
        detail: extentOf(preview),
      },
      this.sums(preview.totals),
      this.questions(preview.questions.length),
      this.rows(preview),
    ];
  });

  private sums(totals: readonly ControlTotal[]): Check {
    const words = this.t().checkSums;
    const question = this.t().checks.sums;
    const stated = totals.filter(({ printedCents }) => printedCents !== null);
    const differing = stated.filter(({ differenceCents }) => differenceCents !== 0).length;
    const [all, compared] = [formatNumber(totals.length), formatNumber(stated.length)];
    const detail = this.t().checkSumsDetail(compared, all);
    if (totals.length === 0) return { tone: 'info', icon: 'info', question, answer: words.none, detail: '' };
    if (stated.length === 0) return { tone: 'info', icon: 'info', question, answer: words.missing, detail: '' };
    if (differing > 0) {
      const answer = words.differs(formatNumber(differing), differing === 1);
      return { tone: 'bad', icon: 'error', question, answer, detail };
    }
    const matches = this.run().kind === 'staffing_plan' ? words.matchesPosts : words.matches;
    const answer = stated.length === totals.length ? matches : words.some;
    return { tone: 'ok', icon: 'check_circle', question, answer, detail };
  }

  private questions(count: number): Check {
    const question = this.t().checks.questions;
    if (count === 0) {
      return { tone: 'ok', icon: 'check_circle', question, answer: this.t().checkQuestionsNone, detail: '' };
    }
    const answer = this.t().checkQuestions(formatNumber(count), count === 1);
    return { tone: 'warn', icon: 'help', question, answer, detail: '' };
  }

  private rows({ findings: { errors, warnings, infos }, questions }: ImportPreview): Check {
    const words = this.t();
    const question = words.checks.rows;
    const isOpen = errors > 0 && questions.length > 0;
    const noted = [
      isOpen ? words.checkRowsOpen : '',
      warnings > 0 ? words.warnings(formatNumber(warnings), warnings === 1) : '',
      infos > 0 ? words.infos(formatNumber(infos), infos === 1) : '',
    ].filter(Boolean);
    const detail = noted.join(', ');
    if (errors > 0) {
      const answer = words.checkRows(formatNumber(errors), errors === 1);
      return { tone: isOpen ? 'warn' : 'bad', icon: isOpen ? 'warning' : 'error', question, answer, detail };
    }
    const isWarned = warnings > 0;
    return {
      tone: isWarned ? 'warn' : 'ok',
      icon: isWarned ? 'warning' : 'check_circle',
      question,
      answer: words.checkRowsFine,
      detail,
    };
  }
}
