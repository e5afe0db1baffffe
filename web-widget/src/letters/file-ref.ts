import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { FileRefSchema } from '../gen/havn/v1/files_pb.ts';
import type { FileRef as FileRefWord } from '../gen/havn/v1/files_pb.ts';

/** What a page shows. Everything else is refused, whatever it looks like inside. */
export const FILE_TYPES = [
  'image/jpeg',
  'image/png',
  'application/pdf',
  'audio/webm',
  'audio/mp4',
  'audio/ogg',
  'audio/mpeg',
  'audio/wav',
] as const;
export type FileType = (typeof FILE_TYPES)[number];

/** Bytes of one file. */
export const LARGEST_FILE = 10_485_760;
/** Files of one letter or answer. */
export const MOST_FILES = 5;
/** Longest recording, in seconds. */
export const LONGEST_RECORDING = 180;

/** Where a sealed file is and what opens it; only ever inside a sealed text. */
export interface FileRef {
  /** 16 bytes. */
  readonly id: Uint8Array;
  /** 32 bytes. */
  readonly key: Uint8Array;
  /** SHA-256 of the stored bytes. */
  readonly hash: Uint8Array;
  readonly type: FileType;
  /** Bytes of the content. */
  readonly length: number;
  /** Of a recording; 0 otherwise. */
  readonly seconds: number;
}

export const fileType = (type: string): FileType | undefined => FILE_TYPES.find((known) => known === type);

export const writeFileRef = (ref: FileRef): FileRefWord => create(FileRefSchema, ref);

/** Undefined unless there are at most 5 and all are well-formed and of a type that is shown. */
export function readFileRefs(words: readonly FileRefWord[]): readonly FileRef[] | undefined {
  const refs = words.map(readFileRef).filter((ref) => ref !== undefined);
  return refs.length === words.length && refs.length <= MOST_FILES ? refs : undefined;
}

/** Body of a talk frame that says where a file is. */
export const encodeFileRef = (ref: FileRef): Uint8Array => toBinary(FileRefSchema, writeFileRef(ref));

/** Undefined unless it is one well-formed reference of a type that is shown. */
export function decodeFileRef(body: Uint8Array): FileRef | undefined {
  try {
    return readFileRef(fromBinary(FileRefSchema, body));
  } catch {
    return undefined;
  }
}

function readFileRef({ id, key, hash, type, length, seconds }: FileRefWord): FileRef | undefined {
  const known = fileType(type);
  const wellFormed = id.length === 16 && key.length === 32 && hash.length === 32 && length <= LARGEST_FILE;
  return known !== undefined && wellFormed ? { id, key, hash, type: known, length, seconds } : undefined;
}
