import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { FINDING_TEXTS, type ImportFinding, type ImportPreview } from '@etatlotse/contracts/import/plain';
import { isProblemCode, PROBLEMS } from '@etatlotse/contracts/problem/plain';
import { fillProblemText } from '../platform/problem';
import { formatNumber } from '../ui/amount/format';
import type { IconName } from '../ui/icon/icons';
import { language } from '../ui/language/language';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { importLabels } from './import.labels';

/** What was noticed, errors first, each with row, column and the cell as it stands in the file. */
@Component({
  selector: 'et-import-findings',
  imports: [Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
    <div class="et-panel__head">
      <h2>{{ t().findingsQuestion }}</h2>
      @if (findings().first.length > 0) {
        <a [href]="csvUrl()" download>{{ t().errorsCsv }}</a>
      }
    </div>
    @if (findings().first.length === 0) {
      <p class="et-finding">{{ t().noFindings }}</p>
    } @else {
      <p class="et-finding">{{ sentence() }}</p>
      <et-scroll [label]="t().findingsQuestion">
        <table class="et-table">
          <thead>
            <tr>
              <th scope="col">{{ t().row }}</th>
              <th scope="col">{{ t().finding }}</th>
              <th scope="col">{{ t().column }}</th>
              <th scope="col">{{ t().value }}</th>
            </tr>
          </thead>
          <tbody>
            @for (finding of findings().first; track finding.number) {
              <tr>
                <th scope="row" class="et-num">{{ finding.row ?? '–' }}</th>
                <td>
                  <et-tag [kind]="look(finding).kind" [icon]="look(finding).icon">{{
                    t().severities[finding.severity]
                  }}</et-tag>
                  {{ text(finding) }}
                </td>
                <td>{{ finding.column }}</td>
                <td class="et-import__value">{{ finding.value }}</td>
              </tr>
            }
          </tbody>
        </table>
      </et-scroll>
    }
  </section>`,
})
export class ImportFindings {
  readonly findings = input.required<ImportPreview['findings']>();
  readonly csvUrl = input.required<string>();
  protected readonly t = importLabels;
  protected readonly sentence = computed(() =>
    this.t().findingsSentence(formatNumber(this.findings().errors), formatNumber(this.findings().warnings)),
  );

  protected look(finding: ImportFinding): { kind: 'bad' | 'warn' | 'info'; icon: IconName } {
    if (finding.severity === 'error') return { kind: 'bad', icon: 'error' };
    return finding.severity === 'warning' ? { kind: 'warn', icon: 'warning' } : { kind: 'info', icon: 'help' };
  }

  /** The finding's sentence; what is wrong with a cell has the sentence of its own code. */
  protected text(finding: ImportFinding): string {
    const reason = finding.params['reason'];
    if (typeof reason === 'string' && isProblemCode(reason))
      return fillProblemText(PROBLEMS[reason].detail, finding.params);
    const known: Readonly<Record<string, { readonly de: string; readonly en: string }>> = FINDING_TEXTS;
    const text = known[finding.code];
    if (text !== undefined) return fillProblemText(text, finding.params);
    return isProblemCode(finding.code) ? PROBLEMS[finding.code].detail[language()] : finding.code;
  }
}
