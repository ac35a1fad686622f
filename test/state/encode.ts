export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh';

/** Encodes a text as a program does that writes files, without a byte order mark. */
export function encode(text: string, encoding: Encoding = 'utf-8'): ArrayBuffer {
  if (encoding === 'utf-8') return new TextEncoder().encode(text).buffer;
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const view = new DataView(new ArrayBuffer(text.length * 2));
    for (let at = 0; at < text.length; at += 1) {
      view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le');
    }
    return view.buffer;
  }
  const characters = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from(text, (character) => characters.indexOf(character)).buffer;
}
