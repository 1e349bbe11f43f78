import type {
  CommitmentAuthorityRow,
  EarmarkRow,
  ExtraRow,
  ObligationRow,
  TransferRow,
} from '@etatlotse/contracts/authority/plain';
import { tableOf } from '../platform/http/table';

export const TRANSFER_TABLE = tableOf<TransferRow>('Umschichtungen', 'Transfers', [
  ['fiscalYear', 'number', 'Haushaltsjahr', 'Fiscal year'],
  [
    'form',
    'text',
    'Form',
    'Form',
    {
      transfer: ['Umbuchung', 'transfer'],
      one_sided: ['einseitige Deckung', 'one-sided cover'],
      investment_cover: ['laufend an Investition', 'current to investment'],
    },
  ],
  [
    'state',
    'text',
    'Stand',
    'State',
    {
      requested: ['beantragt', 'requested'],
      booked: ['gebucht', 'booked'],
      undone: ['zurückgenommen', 'undone'],
      refused: ['abgelehnt', 'refused'],
      withdrawn: ['zurückgezogen', 'withdrawn'],
    },
  ],
  ['amountCents', 'cents', 'Betrag in Euro', 'Amount in euros'],
  ['from.number', 'text', 'Von Zeile', 'From line'],
  ['from.name', 'text', 'Von', 'From'],
  ['to.number', 'text', 'An Zeile', 'To line'],
  ['to.name', 'text', 'An', 'To'],
  ['reason', 'text', 'Begründung', 'Reason'],
  ['documentNumber', 'text', 'Beleg', 'Document'],
  ['requestedByName', 'text', 'Beantragt von', 'Requested by'],
  ['requestedAt', 'moment', 'Beantragt', 'Requested'],
  ['decidedByName', 'text', 'Entschieden von', 'Decided by'],
  ['decidedAt', 'moment', 'Entschieden', 'Decided'],
]);

export const EXTRA_TABLE = tableOf<ExtraRow>('Über- und außerplanmäßig', 'Over and outside plan', [
  ['number', 'text', 'Antrag', 'Request'],
  ['fiscalYear', 'number', 'Haushaltsjahr', 'Fiscal year'],
  ['subject', 'text', 'Gegenstand', 'Subject'],
  [
    'state',
    'text',
    'Stand',
    'State',
    {
      draft: ['Entwurf', 'draft'],
      submitted: ['eingereicht', 'submitted'],
      examined: ['geprüft', 'examined'],
      granted: ['bewilligt', 'granted'],
      refused: ['abgelehnt', 'refused'],
      withdrawn: ['zurückgezogen', 'withdrawn'],
    },
  ],
  ['lineNumbers', 'text', 'Zeilen', 'Lines'],
  ['operatingCents', 'cents', 'Laufend in Euro', 'Operating in euros'],
  ['investingCents', 'cents', 'Investiv in Euro', 'Investment in euros'],
  ['decidedOn', 'day', 'Entschieden am', 'Decided on'],
  ['createdByName', 'text', 'Von', 'By'],
]);

export const COMMITMENT_TABLE = tableOf<CommitmentAuthorityRow>(
  'Verpflichtungsermächtigungen',
  'Commitment authorities',
  [
    ['number', 'text', 'Nummer', 'Number'],
    ['purpose', 'text', 'Zweck', 'Purpose'],
    ['fiscalYear', 'number', 'Haushaltsjahr', 'Fiscal year'],
    ['line.number', 'text', 'Haushaltszeile', 'Budget line'],
    ['line.name', 'text', 'Bezeichnung', 'Name'],
    ['planVersion.name', 'text', 'Planfassung', 'Plan version'],
    ['decidedOn', 'day', 'Beschlossen am', 'Decided on'],
    ['isUsable', 'yesNo', 'Nutzbar', 'Usable'],
    ['totalCents', 'cents', 'Zusammen in Euro', 'Total in euros'],
    ['usedCents', 'cents', 'Genutzt in Euro', 'Used in euros'],
    ['leftCents', 'cents', 'Frei in Euro', 'Left in euros'],
    ['isDemo', 'yesNo', 'Demo', 'Demo'],
  ],
);

export const OBLIGATION_TABLE = tableOf<ObligationRow>('Verpflichtungen', 'Obligations', [
  ['reference', 'text', 'Aktenzeichen', 'Reference'],
  ['partner', 'text', 'Partner', 'Partner'],
  ['subject', 'text', 'Gegenstand', 'Subject'],
  ['signedOn', 'day', 'Unterschrieben am', 'Signed on'],
  ['noticeBy', 'day', 'Kündigung spätestens', 'Notice by'],
  ['line.number', 'text', 'Haushaltszeile', 'Budget line'],
  ['line.name', 'text', 'Bezeichnung', 'Name'],
  ['authority.number', 'text', 'Verpflichtungsermächtigung', 'Commitment authority'],
  ['totalCents', 'cents', 'Zusammen in Euro', 'Total in euros'],
  ['isReversed', 'yesNo', 'Zurückgenommen', 'Taken back'],
  ['isDemo', 'yesNo', 'Demo', 'Demo'],
]);

export const EARMARK_TABLE = tableOf<EarmarkRow>('Zweckbindungen', 'Earmarks', [
  ['number', 'text', 'Nummer', 'Number'],
  ['giver', 'text', 'Geber', 'Giver'],
  ['purpose', 'text', 'Zweck', 'Purpose'],
  ['fiscalYear', 'number', 'Haushaltsjahr', 'Fiscal year'],
  ['plannedCents', 'cents', 'Geplant in Euro', 'Planned in euros'],
  ['promisedCents', 'cents', 'Zugesagt in Euro', 'Promised in euros'],
  ['receivedCents', 'cents', 'Eingegangen in Euro', 'Received in euros'],
  ['refundedCents', 'cents', 'Zurückgezahlt in Euro', 'Refunded in euros'],
  ['authorityCents', 'cents', 'Ermächtigung in Euro', 'Authority in euros'],
  ['useBy', 'day', 'Zu verwenden bis', 'To be used by'],
  ['proofDueOn', 'day', 'Nachweis fällig', 'Proof due'],
  ['isDemo', 'yesNo', 'Demo', 'Demo'],
]);
