/** What the number of a line is put together from. */
export interface LineCode {
  readonly product: string;
  readonly account: string;
}

const PRODUCT_AND_ACCOUNT = /^(\d[\d.]*?)\s*[./|:\u2013-]\s*(\d{4,10})(?:\.\d{1,3})?$/;

/**
 * Product and account of a number such as `11.1.05 / 4431000` or `111105.443100`: the account is its last part, the product
 * all before it. Null for a number that is put together in another way.
 */
export function partsOfLine(line: string): LineCode | null {
  const [, product, account] = PRODUCT_AND_ACCOUNT.exec(line.trim()) ?? [];
  return product === undefined || account === undefined ? null : { product, account };
}
