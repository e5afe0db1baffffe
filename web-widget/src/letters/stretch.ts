/** Argon2id, slow on purpose, in a worker of its own so that the page goes on answering. */

import { own } from '../kernel/bytes.ts';

/** 32 bytes from a code. Fails when stopped by `signal`, or when this browser cannot do it. */
export type Stretch = (code: Uint8Array, salt: Uint8Array, signal: AbortSignal) => Promise<Uint8Array>;

/** 64 MiB, three passes, one lane (RFC 9106, version 0x13). */
export const ARGON2 = { memorySize: 65_536, iterations: 3, parallelism: 1, hashLength: 32 } as const;

/** Runs after the library's own text. It answers bytes, or nothing when it failed. */
const HANDLER = `
onmessage = ({ data }) => hashwasm.argon2id({ ...data, outputType: 'binary' }).then(
  (bytes) => postMessage(bytes, [bytes.buffer]),
  () => postMessage(undefined),
);`;

export const stretchInWorker: Stretch = async (code, salt, signal) => {
  const { default: library } = await import('hash-wasm/dist/argon2.umd.min.js?raw');
  signal.throwIfAborted();
  const address = URL.createObjectURL(new Blob([library, HANDLER], { type: 'text/javascript' }));
  const worker = new Worker(trusted(address) as string);
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      const failed = (): void => reject(new Error('this browser cannot derive the key'));
      signal.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')), { once: true });
      worker.onerror = failed;
      worker.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (data instanceof Uint8Array && data.length === ARGON2.hashLength) resolve(data);
        else failed();
      };
      worker.postMessage({ ...ARGON2, password: own(code), salt: own(salt) });
    });
  } finally {
    worker.terminate();
    URL.revokeObjectURL(address);
  }
};

interface Policy {
  createScriptURL(address: string): unknown;
}
interface PolicyMaker {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): Policy;
}

/** The page allows only script addresses of a named policy; this one is for the blob made above. */
function trusted(address: string): unknown {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyMaker };
  policy ??= trustedTypes?.createPolicy('havn-stretch', { createScriptURL: (blob) => blob });
  return policy?.createScriptURL(address) ?? address;
}
let policy: Policy | undefined;
