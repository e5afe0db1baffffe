/** The one-time link: `/#i=<token>`. */

/** Its token, 32 bytes in base64url, or undefined when the fragment is no such link. */
export const inviteToken = (fragment: string): string | undefined => /^#i=([A-Za-z0-9_-]{20,128})$/.exec(fragment)?.[1];

export interface AddressBar {
  readonly location: { readonly hash: string; readonly pathname: string };
  readonly history: { replaceState(data: unknown, unused: string, url: string): void };
}

/** Takes the token and removes it from the address bar at once, whether or not it will be accepted. */
export function takeInvite(bar: AddressBar): string | undefined {
  const token = inviteToken(bar.location.hash);
  if (token !== undefined) bar.history.replaceState(null, '', bar.location.pathname);
  return token;
}
