import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { DESK_PATHS, type DeskPage, type DeskRow } from '@etatlotse/contracts/inventory/plain';
import { DESK_KINDS } from '@etatlotse/domain/inventory';
import { formatNumber } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import type { RecordTableShape } from '../ui/record/record-table';
import { deskLook } from './desk-look';
import { fteText } from './desk-shape';
import { deskLabels } from './desk.labels';
import { listed, ownerText } from './record-look';
import { RegisterList, type RegisterWords } from './register-list';
import { filterBy, openRegister, type RegisterFilter } from './register-view';

/** The directory: groups, central contacts and coordinators with their mailbox and their capacity. */
@Component({
  selector: 'et-desk-list-page',
  imports: [RegisterList],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-register-list [words]="words()" [register]="register" [shape]="shape()" [filters]="filters()" />`,
})
export class DeskListPage {
  protected readonly register = openRegister<DeskRow, DeskPage>(DESK_PATHS.desks, ['kind', 'withEnded']);

  private readonly lead = computed(() => {
    const totals = this.register.list.first()?.totals;
    const t = deskLabels();
    if (totals === undefined) return '';
    if (totals.count === 0) return t.leadNone;
    const { groups, contacts, coordinators, fteHundredths, withoutFte } = totals;
    return [
      t.lead(formatNumber(groups), formatNumber(contacts), formatNumber(coordinators)),
      t.leadFte(fteText(fteHundredths)),
      withoutFte === 0 ? '' : t.leadUnknown(withoutFte),
    ].join(' ');
  });
  protected readonly words = computed<RegisterWords>(() => ({ ...deskLabels(), path: '/desks', lead: this.lead() }));
  protected readonly filters = computed<RegisterFilter[]>(() => {
    const t = deskLabels();
    return [filterBy('kind', t.kind, DESK_KINDS, t.kinds), filterBy('withEnded', t.withEnded, ['true'], t.withEndeds)];
  });
  protected readonly shape = computed<RecordTableShape<DeskRow>>(() => {
    const t = deskLabels();
    return {
      caption: t.list,
      nameHead: t.desk,
      name: ({ name }) => name,
      link: ({ id }) => ['/desks', id],
      under: (row) => listed(t.kinds[row.kind], ownerText(row)),
      columns: [
        { head: t.mailbox, kind: 'text', of: ({ mailbox }) => mailbox ?? t.noMailbox },
        {
          head: t.startsOn,
          kind: 'look',
          of: deskLook,
          under: ({ startsOn, endsOn }) => listed(formatDate(startsOn), endsOn !== null && formatDate(endsOn)),
          isWideOnly: true,
        },
        {
          head: t.fte,
          kind: 'number',
          of: ({ fteHundredths }) => (fteHundredths === null ? null : fteText(fteHundredths)),
        },
      ],
    };
  });
}
