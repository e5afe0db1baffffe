/** Asks the browser to keep this page for evenings without a network. */

import { unattended } from '../kernel/unattended.ts';

const ADDRESS = '/field/worker.js';
const SCOPE = '/field/';

interface PolicyMaker {
  createPolicy(name: string, rules: { createScriptURL(text: string): string }): { createScriptURL(text: string): unknown };
}

/** Whether the page opens without a network from now on. */
export async function keepOffline(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  try {
    await navigator.serviceWorker.register(trusted(), { scope: SCOPE, updateViaCache: 'none' });
  } catch {
    // Without a network an earlier one still stands.
  }
  const registered = await navigator.serviceWorker.getRegistration(SCOPE);
  if (registered === undefined) return false;
  // Browsers look for a newer one by themselves, but in their own time.
  unattended(registered.update());
  await navigator.serviceWorker.ready;
  return true;
}

/** The one address that this page may load a program from. */
function trusted(): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyMaker };
  const policy = trustedTypes?.createPolicy('havn-field', { createScriptURL: () => ADDRESS });
  return (policy?.createScriptURL(ADDRESS) ?? ADDRESS) as string;
}
