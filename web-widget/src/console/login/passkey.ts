/** Passkeys: the browser's WebAuthn API in the server's JSON (Web Authentication level 3, section 5.1.8). */

import { fromBase64Url, toBase64Url } from '../../kernel/base64.ts';
import { own } from '../../kernel/bytes.ts';
import { systemRandom } from '../../kernel/random.ts';
import { list, members, text, type Members } from './read.ts';

export type Ceremony = { readonly kind: 'done'; readonly answer: unknown } | { readonly kind: 'cancelled' };

export interface Passkeys {
  readonly supported: boolean;
  /** Makes a passkey from the server's creation options. */
  create(options: unknown): Promise<Ceremony>;
  /** Signs in with one, from the server's request options. */
  get(options: unknown): Promise<Ceremony>;
}

/** `none`: this passkey gives no secrets. */
export type PasskeySecret =
  | { readonly kind: 'done'; readonly secret: Uint8Array; readonly user: Uint8Array }
  | { readonly kind: 'none' | 'cancelled' };

/** Secrets that only a passkey has (Web Authentication level 3, section 10.1.4). */
export interface PasskeySecrets {
  /** The 32 bytes one passkey gives for this input, and whose it is. They stay in this page. */
  secret(input: Uint8Array): Promise<PasskeySecret>;
}

const bytes = (value: unknown): Uint8Array<ArrayBuffer> => own(fromBase64Url(text(value)) ?? new Uint8Array(0));
const base64 = (buffer: ArrayBuffer): string => toBase64Url(new Uint8Array(buffer));

const descriptors = (value: unknown): PublicKeyCredentialDescriptor[] =>
  list(value).map((each) => {
    const { id, transports } = members(each);
    return { type: 'public-key', id: bytes(id), transports: list(transports) as AuthenticatorTransport[] };
  });

/** Some servers wrap the options in `publicKey`, as the browser's own call does. */
const inner = (options: unknown): Members => {
  const whole = members(options);
  return whole['publicKey'] === undefined ? whole : members(whole['publicKey']);
};

export function creationOptions(options: unknown): PublicKeyCredentialCreationOptions {
  const given = inner(options);
  const user = members(given['user']);
  return {
    ...(given as unknown as PublicKeyCredentialCreationOptions),
    challenge: bytes(given['challenge']),
    user: { id: bytes(user['id']), name: text(user['name']), displayName: text(user['displayName']) },
    excludeCredentials: descriptors(given['excludeCredentials']),
    // So that it can hold the spare of a device key later.
    extensions: { prf: {} },
  };
}

export function requestOptions(options: unknown): PublicKeyCredentialRequestOptions {
  const given = inner(options);
  return {
    ...(given as unknown as PublicKeyCredentialRequestOptions),
    challenge: bytes(given['challenge']),
    allowCredentials: descriptors(given['allowCredentials']),
  };
}

function answerOf(credential: PublicKeyCredential): unknown {
  const common = {
    id: credential.id,
    rawId: base64(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    // What extensions gave is this page's alone.
    clientExtensionResults: {},
  };
  const { response } = credential;
  if (response instanceof AuthenticatorAttestationResponse) {
    return {
      ...common,
      response: {
        clientDataJSON: base64(response.clientDataJSON),
        attestationObject: base64(response.attestationObject),
        transports: response.getTransports(),
      },
    };
  }
  const { clientDataJSON, authenticatorData, signature, userHandle } = response as AuthenticatorAssertionResponse;
  return {
    ...common,
    response: {
      clientDataJSON: base64(clientDataJSON),
      authenticatorData: base64(authenticatorData),
      signature: base64(signature),
      userHandle: userHandle === null ? undefined : base64(userHandle),
    },
  };
}

async function ceremony(ask: () => Promise<Credential | null>): Promise<Ceremony> {
  try {
    const credential = await ask();
    return credential instanceof PublicKeyCredential
      ? { kind: 'done', answer: answerOf(credential) }
      : { kind: 'cancelled' };
  } catch {
    return { kind: 'cancelled' };
  }
}

async function secret(input: Uint8Array): Promise<PasskeySecret> {
  try {
    const credential = await navigator.credentials.get({
      publicKey: {
        // Nobody verifies this answer; only the secret counts.
        challenge: own(systemRandom(32)),
        userVerification: 'required',
        extensions: { prf: { eval: { first: own(input) } } },
      },
    });
    if (!(credential instanceof PublicKeyCredential)) return { kind: 'cancelled' };
    const first = credential.getClientExtensionResults().prf?.results?.first;
    const { userHandle } = credential.response as AuthenticatorAssertionResponse;
    if (!(first instanceof ArrayBuffer) || first.byteLength !== 32) return { kind: 'none' };
    return { kind: 'done', secret: new Uint8Array(first), user: new Uint8Array(userHandle ?? new ArrayBuffer(0)) };
  } catch {
    return { kind: 'cancelled' };
  }
}

/** The passkeys of this browser. */
export const browserPasskeys = (): Passkeys & PasskeySecrets => ({
  supported: typeof PublicKeyCredential === 'function' && isSecureContext,
  create: (options) => ceremony(() => navigator.credentials.create({ publicKey: creationOptions(options) })),
  get: (options) => ceremony(() => navigator.credentials.get({ publicKey: requestOptions(options) })),
  secret,
});
