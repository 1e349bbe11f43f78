import type { Place } from './plan-selection';

export const ROW_PX = 36;
export const HEAD_PX = 48;
/** Name and account stand before the first figure. */
const COLUMNS_BEFORE = 2;

/** Scrolls the box of the grid until a cell is seen: its head, frozen columns and sums cover the edges. */
export function bringIntoSight(box: HTMLElement, { row, column }: Place, footRows: number): void {
  const y = row * ROW_PX;
  if (y < box.scrollTop) box.scrollTop = y;
  const visiblePx = box.clientHeight - HEAD_PX - footRows * ROW_PX - ROW_PX;
  if (y > box.scrollTop + visiblePx) box.scrollTop = y - Math.max(0, visiblePx);
  const cell = box.querySelector<HTMLElement>(`thead th[aria-colindex="${column + COLUMNS_BEFORE}"]`);
  if (cell === null || column === 0) return;
  const account = box.querySelector<HTMLElement>('thead th[aria-colindex="2"]');
  const isFrozen = account !== null && getComputedStyle(account).position === 'sticky';
  const nameEnd = (box.querySelector<HTMLElement>('thead th')?.offsetWidth ?? 0) + (isFrozen ? account.offsetWidth : 0);
  const [left, right] = [cell.offsetLeft, cell.offsetLeft + cell.offsetWidth];
  if (left < box.scrollLeft + nameEnd) box.scrollLeft = left - nameEnd;
  if (right > box.scrollLeft + box.clientWidth) box.scrollLeft = right - box.clientWidth;
}
