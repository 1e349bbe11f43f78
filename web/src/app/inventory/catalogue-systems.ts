import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ServiceDetail, SYSTEM_PATHS, type SystemPage } from '@etatlotse/contracts/inventory/plain';
import { query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { type ChosenLine, LineChoice } from '../ui/line-choice/line-choice';
import { Tag } from '../ui/tag/tag';
import { catalogueLabels } from './catalogue.labels';

const OFFERED = 10;

/** The systems a service runs on, the end of support of each, and the way to name another one. */
@Component({
  selector: 'et-catalogue-systems',
  imports: [Button, LineChoice, RouterLink, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
    <h2>{{ t().systems }}</h2>
    @if (service().systems.length > 0) {
      <ul class="et-inventory-entries">
        @for (system of service().systems; track system.id) {
          <li>
            <a [routerLink]="['/systems', system.id]" queryParamsHandling="preserve">{{ system.name }}</a>
            @if (system.supportEndsOn; as day) {
              <et-tag
                [kind]="system.isSupportEnding ? 'warn' : 'plain'"
                [icon]="system.isSupportEnding ? 'schedule' : undefined"
                >{{ t().supportUntil(date(day)) }}</et-tag
              >
            }
            @if (service().mayWrite) {
              <button
                type="button"
                etButton="tertiary"
                [compact]="true"
                [attr.aria-label]="t().releaseOf(system.name)"
                (click)="changed.emit({ systemId: system.id, isUsed: false })"
              >
                {{ t().release }}
              </button>
            }
          </li>
        }
      </ul>
    } @else {
      <p>{{ t().noSystems }}</p>
    }
    @if (service().mayWrite) {
      <et-line-choice
        class="et-section"
        [label]="t().addSystem"
        [hint]="t().addSystemHint"
        [found]="found()"
        [value]="null"
        (searched)="words.set($event)"
        (valueChange)="choose($event)"
      />
    }
  </section>`,
})
export class CatalogueSystems {
  readonly service = input.required<ServiceDetail>();
  readonly changed = output<{ readonly systemId: string; readonly isUsed: boolean }>();
  private readonly year = inject(FiscalYear).year;
  protected readonly t = catalogueLabels;
  protected readonly date = formatDate;
  protected readonly words = signal('');

  private readonly offers = httpResource<SystemPage>(() =>
    this.words() === ''
      ? undefined
      : { url: SYSTEM_PATHS.systems, params: query({ q: this.words(), fiscalYear: this.year(), limit: OFFERED }) },
  );
  /** What was found and is not named yet. */
  protected readonly found = computed<readonly ChosenLine[] | null>(() => {
    if (!this.offers.hasValue()) return null;
    const known = new Set(this.service().systems.map(({ id }) => id));
    const free = this.offers.value().rows.filter(({ id }) => !known.has(id));
    return free.map(({ id, name, vendor }) => ({ id, name, number: vendor }));
  });

  protected choose(system: ChosenLine | null): void {
    if (system === null) return;
    this.words.set('');
    this.changed.emit({ systemId: system.id, isUsed: true });
  }
}
