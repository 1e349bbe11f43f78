import { checkText } from '@etatlotse/domain/shared';
import type { FastifyRequest } from 'fastify';
import type { UploadedFile } from '../input/uploaded-file';
import { ProblemException } from '../problem/problem-exception';

/** The one file of a multipart form. Refuses forms without one, names that are paths, and more than `maxBytes`. */
export async function readUploadedFile(request: FastifyRequest, maxBytes: number): Promise<UploadedFile> {
  if (!request.isMultipart()) throw new ProblemException('FILE_REQUIRED');
  const part = await request.file({ limits: { fileSize: maxBytes, files: 1, fields: 0 } });
  if (part === undefined) throw new ProblemException('FILE_REQUIRED');
  const name = checkText(part.filename, { max: 200, required: true });
  if (!name.ok || /[/\\]/.test(name.value) || name.value.startsWith('.')) throw new ProblemException('FILE_NAME');
  try {
    return { fileName: name.value, content: await part.toBuffer() };
  } catch (fault) {
    if (part.file.truncated) throw new ProblemException('FILE_TOO_LARGE');
    throw fault;
  }
}
