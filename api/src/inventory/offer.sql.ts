import {
  foundBy,
  isSeen,
  pageOf,
  paymentJoins,
  paymentOf,
  recordedOf,
  recorderJoin,
  rowOf,
  unitJoin,
} from './register.sql';

const facts = `${rowOf('offer_id')}, 'recipientKind', x.recipient_kind, 'recipient', x.recipient, 'state', x.state,
  'offeredOn', x.offered_on, 'costCents', x.cost_cents, 'recoveryCents', x.recovery_cents, 'vatAnswer', x.vat_answer`;

/** Offers made up to the end of the year $3; $9 kind of recipient, $10 state. */
export const offerListSql = `
  SELECT json_build_object(${facts}) AS facts FROM offer x ${unitJoin}
  WHERE ${isSeen} AND x.offered_on <= make_date($3::integer, 12, 31) AND ($9::text IS NULL OR x.recipient_kind = $9)
    AND ($10::text IS NULL OR x.state = $10)
    ${foundBy('offer_id')}`;

export const offerSql = `
  SELECT json_build_object(${facts}, ${pageOf}, ${paymentOf}) AS facts FROM offer x ${unitJoin} ${paymentJoins}
  WHERE ${isSeen} AND $3::integer IS NOT NULL AND x.offer_id = $4`;

/** Every step, the newest first. */
export const stepsSql = `
  SELECT json_build_object('id', e.step_id, 'state', e.state, 'happenedOn', e.happened_on, 'reason', e.reason,
    ${recordedOf}) AS facts
  FROM offer_step e ${recorderJoin} WHERE e.tenant_id = $1 AND e.offer_id = $2 ORDER BY e.step_id DESC LIMIT 50`;
