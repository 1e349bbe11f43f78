import { checkText } from '@etatlotse/domain/shared';
import type { FastifyRequest } from 'fastify';
import type { UploadedFile } from '../input/uploaded-file';
import { ProblemException } from '../problem/problem-exception';

/** The one file of a multipart form. Refuses forms without one, names that are paths, forms that break off, and more than `maxBytes`. */
export async function readUploadedFile(request: FastifyRequest, maxBytes: number): Promise<UploadedFile> {
  if (!request.isMultipart()) throw new ProblemException('FILE_REQUIRED');
  const limits = { fileSize: maxBytes, files: 1, fields: 0 };
  const part = await request.file({ limits }).catch(() => Promise.reject(new ProblemException('MULTIPART')));
  if (part === undefined) throw new ProblemException('FILE_REQUIRED');
  const name = checkText(part.filename, { max: 200, required: true });
  if (!name.ok || /[/\\]/.test(name.value) || name.value.startsWith('.')) throw new ProblemException('FILE_NAME');
  try {
    return { fileName: name.value, content: await part.toBuffer() };
  } catch {
    // Nothing but the form's own bytes can fail here: it is larger than allowed, or breaks off.
    throw new ProblemException(part.file.truncated ? 'FILE_TOO_LARGE' : 'MULTIPART');
  }
}
