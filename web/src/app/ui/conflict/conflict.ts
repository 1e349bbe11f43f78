import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output } from '@angular/core';
import { Button } from '../button/button';
import { Notice } from '../notice/notice';
import { Scroll } from '../table/scroll';
import { conflictLabels } from './conflict.labels';

/** A field in which two versions differ. Empty texts are empty fields. */
export interface ConflictRow {
  readonly name: string;
  readonly label: string;
  /** What stood there when the form was opened. */
  readonly before: string;
  readonly mine: string;
  readonly theirs: string;
}

/**
 * Two people have changed the same record: both versions beside each other, field by field, to choose from. What only one of
 * them touched is chosen already.
 */
@Component({
  selector: 'et-conflict',
  imports: [Button, Notice, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-notice kind="warn" class="et-form-notice" [live]="true" [heading]="heading()">
    <p>{{ t().text }}</p>
    @if (rows().length > 1) {
      <p class="et-actions">
        {{ t().all }}
        @for (side of sides; track side) {
          <button type="button" class="et-link-button" (click)="keepAll(side === 'mine')">{{ t()[side] }}</button>
        }
      </p>
    }
    <et-scroll [label]="heading()">
      <table class="et-table et-cards et-cards--pairs">
        <thead>
          <tr>
            <th scope="col">{{ t().field }}</th>
            <th scope="col">{{ t().mine }}</th>
            <th scope="col">{{ t().theirs }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.name) {
            <tr>
              <th scope="row">
                {{ row.label }}
                <small class="et-under et-muted">{{ t().before(row.before || t().empty) }}</small>
              </th>
              @for (side of sides; track side) {
                <td [attr.data-label]="t()[side]">
                  <label class="et-conflict__choice">
                    <input
                      type="radio"
                      [name]="'conflict-' + row.name"
                      [attr.aria-label]="row.label + ', ' + t()[side] + ': ' + (row[side] || t().empty)"
                      [checked]="kept().includes(row.name) === (side === 'mine')"
                      (change)="keep(row.name, side === 'mine')"
                    />
                    <span>{{ row[side] || t().empty }}</span>
                  </label>
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </et-scroll>
    <div class="et-actions et-actions--below">
      <button type="button" etButton="primary" (click)="settled.emit(kept())">{{ t().save }}</button>
      @if (mayWait()) {
        <button type="button" etButton="secondary" (click)="closed.emit()">{{ t().later }}</button>
      }
    </div>
  </et-notice>`,
})
export class Conflict {
  readonly rows = input.required<readonly ConflictRow[]>();
  /** Who was faster, where that is known. */
  readonly by = input<string | null>(null);
  /** False where the form saves itself: nothing goes on before something has been chosen. */
  readonly mayWait = input(true);
  /** Names of the fields in which one's own entry is to hold. */
  readonly settled = output<readonly string[]>();
  readonly closed = output<void>();
  protected readonly t = conflictLabels;
  protected readonly heading = computed(() => this.t().heading(this.by() ?? this.t().someone));
  protected readonly sides = ['mine', 'theirs'] as const;
  /** A choice stays when somebody types on; a field that was not there before begins with what was touched. */
  protected readonly kept = linkedSignal<readonly ConflictRow[], readonly string[]>({
    source: this.rows,
    computation: (rows, last) =>
      rows
        .filter((row) =>
          last?.source.some(({ name }) => name === row.name) === true
            ? last.value.includes(row.name)
            : row.mine !== row.before,
        )
        .map(({ name }) => name),
  });

  protected keepAll(isMine: boolean): void {
    this.kept.set(isMine ? this.rows().map(({ name }) => name) : []);
  }

  protected keep(name: string, isMine: boolean): void {
    this.kept.update((kept) => (isMine ? [...kept, name] : kept.filter((one) => one !== name)));
  }
}
