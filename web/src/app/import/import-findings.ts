import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import type { FindingSeverity, ImportFinding, ImportPreview } from '@etatlotse/contracts/import/plain';
import { placedParams, placeOfRow } from '@etatlotse/domain/import';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import type { IconName } from '../ui/icon/icons';
import { Scroll } from '../ui/table/scroll';
import { findingGroups } from './finding-groups';
import { importRunLabels } from './import-run.labels';
import { findingSentence } from './import-words';

const SYMBOLS: Readonly<Record<FindingSeverity, readonly [IconName, string]>> = {
  error: ['error', 'et-icon--bad'],
  warning: ['warning', 'et-icon--warn'],
  info: ['info', 'et-icon--info'],
};

/** What was noticed while reading: errors first, each with its row, its column and what stands there. */
@Component({
  selector: 'et-import-findings',
  imports: [Button, Icon, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div class="et-panel__head">
      <h2>{{ t().findings }}</h2>
      @if (findings().first.length > 0) {
        <a [href]="csvUrl()" download>{{ t().findingsCsv }}</a>
      }
    </div>
    <p class="et-finding">{{ sentence() }}</p>
    @if (findings().first.length > 0) {
      <et-scroll [label]="t().findings">
        <table class="et-table et-cards et-import__findings">
          <thead>
            <tr>
              <th scope="col">{{ t().row }}</th>
              @if (hasColumns()) {
                <th scope="col">{{ t().column }}</th>
              }
              @if (hasValues()) {
                <th scope="col">{{ t().stands }}</th>
              }
              <th scope="col">{{ t().finding }}</th>
            </tr>
          </thead>
          <tbody>
            @for (group of groups(); track group.key) {
              @for (finding of group.shown; track finding.number) {
                <tr>
                  <th scope="row">
                    <span class="et-import__mark">
                      <et-icon [name]="symbol(finding)[0]" [class]="symbol(finding)[1]" />
                      <span>
                        <span class="et-hidden">{{ t().severity[finding.severity] }}: </span>
                        @if (finding.row === null) {
                          {{ t().wholeFile }}
                        } @else {
                          <span class="et-import__rowword">{{ t().row }}</span>
                          {{ place(finding.row) }}
                        }
                      </span>
                    </span>
                  </th>
                  @if (hasColumns()) {
                    <td>{{ finding.column }}</td>
                  }
                  @if (hasValues()) {
                    <td>
                      @if (finding.value) {
                        <code>{{ finding.value }}</code>
                      }
                    </td>
                  }
                  <td class="et-import__sentence">{{ words(finding) }}</td>
                </tr>
              }
              @if (group.more > 0) {
                <tr>
                  <td class="et-muted" [attr.colspan]="width()">
                    {{ t().findingsAlike(number(group.more), group.more === 1) }}
                  </td>
                </tr>
              }
            }
          </tbody>
        </table>
      </et-scroll>
      @if (hides()) {
        <button type="button" etButton="secondary" icon="keyboard_arrow_down" (click)="showsAll.set(true)">
          {{ t().findingsShow(number(findings().first.length)) }}
        </button>
      } @else if (all() > findings().first.length) {
        <p class="et-source">{{ t().findingsMore(number(findings().first.length), number(all())) }}</p>
      }
    }`,
})
export class ImportFindings {
  readonly findings = input.required<ImportPreview['findings']>();
  /** Of the table that was read; several sheets may be one. */
  readonly sheetName = input<string | null>(null);
  readonly csvUrl = input.required<string>();
  protected readonly t = importRunLabels;
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly hasColumns = computed(() => this.findings().first.some(({ column }) => column !== ''));
  protected readonly hasValues = computed(() => this.findings().first.some(({ value }) => value !== ''));
  protected readonly all = computed(() => {
    const { errors, warnings, infos } = this.findings();
    return errors + warnings + infos;
  });
  protected readonly showsAll = signal(false);
  protected readonly groups = computed(() => findingGroups(this.findings(), this.showsAll()));
  protected readonly hides = computed(
    () => this.groups().reduce((sum, { shown }) => sum + shown.length, 0) < this.findings().first.length,
  );
  protected readonly width = computed(() => 2 + Number(this.hasColumns()) + Number(this.hasValues()));
  protected readonly sentence = computed(() => findingCounts(this.findings()) ?? this.t().findingsNone);

  protected symbol(finding: ImportFinding): readonly [IconName, string] {
    return SYMBOLS[finding.severity];
  }

  /** A row of several sheets is named with its own. */
  protected place(row: number): string {
    const place = placeOfRow(row, this.sheetName());
    return place.sheet === null ? formatNumber(place.row) : `${place.sheet}, ${formatNumber(place.row)}`;
  }

  protected words(finding: ImportFinding): string {
    return findingSentence({ ...finding, params: placedParams(finding.params, this.sheetName()) });
  }
}

/** "2 Fehler, eine Warnung." or null. */
function findingCounts({ errors, warnings, infos }: ImportPreview['findings']): string | null {
  const words = importRunLabels();
  const parts = [
    errors > 0 ? words.errors(formatNumber(errors), errors === 1) : '',
    warnings > 0 ? words.warnings(formatNumber(warnings), warnings === 1) : '',
    infos > 0 ? words.infos(formatNumber(infos), infos === 1) : '',
  ].filter(Boolean);
  if (parts.length === 0) return null;
  const text = parts.join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
