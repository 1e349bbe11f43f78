/** A small file that somebody uploaded, whole in memory. */
export interface UploadedFile {
  readonly fileName: string;
  readonly content: Buffer;
}
