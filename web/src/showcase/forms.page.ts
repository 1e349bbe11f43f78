import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Amount } from '../app/ui/amount/amount';
import { Button } from '../app/ui/button/button';
import { Chart } from '../app/ui/chart/chart';
import { Choice, Select } from '../app/ui/choice/choice';
import { Dialog } from '../app/ui/dialog/dialog';
import { Facts } from '../app/ui/facts/facts';
import { AmountField } from '../app/ui/field/amount-field';
import { DateField } from '../app/ui/field/date-field';
import { ErrorSummary } from '../app/ui/field/error-summary';
import { TextField } from '../app/ui/field/text-field';
import { Notice } from '../app/ui/notice/notice';
import { PageHead } from '../app/ui/page-head/page-head';
import { Stand } from '../app/ui/page-head/stand';
import { Empty, Failure, Loading } from '../app/ui/state/state';
import { StageBar } from '../app/ui/stage-bar/stage-bar';
import { Steps } from '../app/ui/steps/steps';
import { Cell, Foot, VirtualTable, type Column } from '../app/ui/table/virtual-table';
import { Toasts } from '../app/ui/toast/toasts';
import { Waterfall } from '../app/ui/waterfall/waterfall';
import { WaysOut } from '../app/ui/ways-out/ways-out';
import { LINE, rows, STEPS, WAYS } from './sample';

@Component({
  selector: 'et-forms-page',
  imports: [
    Amount,
    AmountField,
    Button,
    Cell,
    Chart,
    Choice,
    DateField,
    Dialog,
    Empty,
    ErrorSummary,
    Facts,
    Failure,
    Foot,
    Loading,
    Notice,
    PageHead,
    Select,
    StageBar,
    Stand,
    Steps,
    TextField,
    VirtualTable,
    Waterfall,
    WaysOut,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './forms.page.html',
})
export class FormsPage {
  protected readonly toasts = inject(Toasts);
  protected readonly line = LINE;
  protected readonly steps = STEPS;
  protected readonly ways = WAYS;
  protected readonly purpose = signal('Scannen, Altakten FB 60');
  protected readonly cents = signal<number | null>(13_140_000);
  protected readonly until = signal<string | null>('2026-12-15');
  protected readonly kind = signal<string | null>('reservation');
  protected readonly asking = signal(false);
  protected readonly rows = rows(10_000);
  protected readonly columns: readonly Column[] = [
    { key: 'name', label: 'Zeile', isSortable: true },
    { key: 'frame', label: 'Rahmen', width: '120px', isWideOnly: true },
    {
      key: 'adjusted',
      label: 'Fortgeschrieben in €',
      isNumber: true,
      width: '150px',
      isWideOnly: true,
      isSortable: true,
    },
    { key: 'use', label: 'Verwendung', width: '180px', isWideOnly: true },
    { key: 'available', label: 'Verfügbar in €', isNumber: true, width: '140px', isSortable: true },
  ];
  protected readonly kinds = [
    { value: 'reservation', label: 'Vormerkung' },
    { value: 'commitment', label: 'Bestellung' },
    { value: 'actual', label: 'Rechnung' },
  ];
  protected readonly noop = (): void => undefined;
  protected readonly facts = [
    { term: 'Rahmen', text: 'Kern-IT' },
    { term: 'Teilhaushalt', text: 'FB 10 Zentrale Dienste' },
    { term: 'Deckungskreis', text: 'DK 10-3', link: ['/x'] },
    { term: 'Obergrenze', text: null },
  ];
}
