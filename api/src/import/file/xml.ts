import { SaxesParser } from 'saxes';
import { FileRefused } from './file-refused';

/** What a part of a workbook is read by. Names come without their prefix, which writers choose freely. */
export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Characters between two tags; no cell of a spreadsheet holds more than 32,767. */
const SILENCE_MAX_CHARACTERS = 1024 * 1024;

/**
 * Feeds a part of a workbook to its handler and stops after each piece, so that rows can be handed on. Document types and
 * entities are refused (FILE_UNSAFE): no spreadsheet program writes them, and they can name other files or grow without
 * end. XML that is none is FILE_CORRUPT.
 */
export async function* feedXml(bytes: AsyncIterable<Buffer>, handler: XmlHandler): AsyncGenerator<void, void> {
  const decode = strictUtf8();
  const parser = new SaxesParser();
  const silence = { characters: 0 };
  parser.on('doctype', () => {
    throw new FileRefused('FILE_UNSAFE');
  });
  parser.on('error', () => {
    throw new FileRefused('FILE_CORRUPT');
  });
  parser.on('opentag', (tag) => {
    silence.characters = 0;
    handler.open?.(localName(tag.name), tag.attributes);
  });
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  parser.on('closetag', (tag) => {
    silence.characters = 0;
    handler.close?.(localName(tag.name));
  });
  for await (const piece of bytes) {
    const text = decode(piece);
    if (text.includes('<!DOCTYPE')) throw new FileRefused('FILE_UNSAFE');
    silence.characters += text.length;
    if (silence.characters > SILENCE_MAX_CHARACTERS + text.length) throw new FileRefused('FILE_TOO_LARGE');
    parser.write(text);
    yield;
  }
  parser.close();
  yield;
}

/** Reads a small part as a whole. */
export async function readXml(bytes: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  const steps = feedXml(bytes, handler);
  while ((await steps.next()).done !== true);
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function strictUtf8(): (piece: Buffer) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return (piece) => {
    try {
      return decoder.decode(piece, { stream: true });
    } catch {
      throw new FileRefused('FILE_CORRUPT');
    }
  };
}
