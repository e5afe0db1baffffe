/** Asks whether a text came from the service. */

/** ms until nobody waits for an answer any more. */
const PATIENCE = 10_000;

/** `unknown`: no text of the last 14 days has this code, or it was asked for five times. `busy`: too many ask. */
export type Answer =
  | { readonly kind: 'ours'; readonly name: string; readonly day: string }
  | { readonly kind: 'unknown' | 'busy' | 'lost' };

const isOurs = (body: unknown): body is { readonly name: string; readonly day: string } =>
  typeof body === 'object' &&
  body !== null &&
  'name' in body &&
  typeof body.name === 'string' &&
  'day' in body &&
  typeof body.day === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/u.test(body.day);

export async function check(ask: typeof fetch, service: string, code: string, language: string): Promise<Answer> {
  try {
    const answer = await ask(`/api/v1/services/${encodeURIComponent(service)}/proof`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, language }),
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.status === 404 || answer.status === 400) return { kind: 'unknown' };
    if (answer.status === 429) return { kind: 'busy' };
    const body: unknown = answer.ok ? await answer.json() : undefined;
    return isOurs(body) ? { kind: 'ours', name: body.name, day: body.day } : { kind: 'lost' };
  } catch {
    return { kind: 'lost' };
  }
}

/** "mandag 23. november 2026", in the words of a language. */
export const printed = (day: string, tag: string): string =>
  new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
