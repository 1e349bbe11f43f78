import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { SERVICE_PATHS, type ServiceDetail } from '@etatlotse/contracts/inventory/plain';
import { labels } from '../platform/language';
import { LineSearch } from '../platform/line-search';
import { SERVICE_FORM, valuesOfService } from './catalogue-shape';
import { catalogueLabels } from './catalogue.labels';
import { type FormWords, RecordFrame } from './record-frame';
import { paidBody } from './record-look';
import { RecordStore } from './record.store';

const words = labels({
  de: {
    questionNew: 'Welche Leistung kommt dazu?',
    questionEdit: 'Was ändert sich an der Leistung?',
    lead: 'Entscheidung und Fallzahlen kommen auf der Seite der Leistung dazu.',
  },
  en: {
    questionNew: 'Which service is added?',
    questionEdit: 'What changes about the service?',
    lead: 'Decision and cases are added on the page of the service.',
  },
});

/** Enters a service or changes what is said about it. */
@Component({
  selector: 'et-catalogue-form-page',
  imports: [RecordFrame],
  providers: [RecordStore, LineSearch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-record-frame
    [words]="words()"
    [shape]="shape"
    [recordId]="recordId()"
    [known]="known()"
    [body]="body"
  />`,
})
export class CatalogueFormPage {
  readonly recordId = input<string>();
  private readonly store = inject(RecordStore);
  private readonly service = this.store.record<ServiceDetail>();
  protected readonly shape = SERVICE_FORM;
  protected readonly body = paidBody;
  protected readonly words = computed<FormWords>(() => ({
    ...words(),
    title: catalogueLabels().title,
    path: '/services',
    api: SERVICE_PATHS.services,
  }));
  protected readonly known = computed(() => {
    const service = this.service();
    return service === null ? null : valuesOfService(service);
  });

  constructor() {
    effect(() => {
      const id = this.recordId();
      this.store.url.set(id === undefined ? null : SERVICE_PATHS.one(id));
    });
  }
}
