import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { PUBLIC_CONTACT_KINDS, type PublicContact } from '@etatlotse/contracts/settings/plain';
import { Facts } from '../ui/facts/facts';
import { CityStore } from './city.store';
import { PublicContactForm } from './public-contact-form';
import { publicContactLabels } from './public-contact.labels';

const FACTS = ['name', 'address', 'email', 'source'] as const;

/** Whom readers of the public page write to: to be entered by the administration, to be read by others. */
@Component({
  selector: 'et-public-contacts',
  imports: [Facts, PublicContactForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ t().heading }}</h2>
    <p class="et-finding">
      {{ t().finding }}
      <a [href]="'/oeffentlich/' + slug() + '/barrierefreiheit'">{{ t().statement }}</a>
    </p>
    <div class="et-grid">
      @for (office of offices(); track office.kind) {
        <div class="et-span-6">
          <h3>{{ t().kinds[office.kind] }}</h3>
          @if (office.contact === null) {
            <p class="et-muted">{{ t().missing[office.kind] }}</p>
          }
          @if (store.mayWrite()) {
            <et-public-contact-form [kind]="office.kind" [contact]="office.contact" />
          } @else if (office.contact !== null) {
            <et-facts [facts]="office.facts" />
          }
        </div>
      }
    </div>`,
})
export class PublicContactsPanel {
  readonly contacts = input.required<readonly PublicContact[]>();
  readonly slug = input.required<string>();
  protected readonly store = inject(CityStore);
  protected readonly t = publicContactLabels;
  protected readonly offices = computed(() => {
    const t = this.t();
    return PUBLIC_CONTACT_KINDS.map((kind) => {
      const contact = this.contacts().find((one) => one.kind === kind) ?? null;
      const facts = contact === null ? [] : FACTS.map((name) => ({ term: t[name], text: contact[name] }));
      return { kind, contact, facts };
    });
  });
}
