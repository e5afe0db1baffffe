/** Passkeys: the browser's WebAuthn API in the server's JSON (Web Authentication level 3, section 5.1.8). */

import { fromBase64Url, toBase64Url } from '../../kernel/base64.ts';
import { own } from '../../kernel/bytes.ts';
import { list, members, text, type Members } from './read.ts';

export type Ceremony = { readonly kind: 'done'; readonly answer: unknown } | { readonly kind: 'cancelled' };

export interface Passkeys {
  readonly supported: boolean;
  /** Makes a passkey from the server's creation options. */
  create(options: unknown): Promise<Ceremony>;
  /** Signs in with one, from the server's request options. */
  get(options: unknown): Promise<Ceremony>;
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
    clientExtensionResults: credential.getClientExtensionResults(),
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

/** The passkeys of this browser. */
export const browserPasskeys = (): Passkeys => ({
  supported: typeof PublicKeyCredential === 'function' && isSecureContext,
  create: (options) => ceremony(() => navigator.credentials.create({ publicKey: creationOptions(options) })),
  get: (options) => ceremony(() => navigator.credentials.get({ publicKey: requestOptions(options) })),
});
