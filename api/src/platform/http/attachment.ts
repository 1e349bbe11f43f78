/**
 * `Content-Disposition` of a file to be saved (RFC 6266): a plain name for old programs and the full one in UTF-8. Quotes,
 * line breaks and everything else that could end the header never come through.
 */
export function attachment(fileName: string): string {
  const plain = fileName
    .normalize('NFKD')
    .replace(/[^\x20-\x7E]/g, '')
    .replace(/["\\%;/]/g, '_');
  const full = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (letter) => `%${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
