import type { ServiceInfo } from '../session-view.ts';
import type { Texts } from '../texts/texts.ts';

/** The service's name in the language of the page, else in any language it has. */
export function nameOf(service: Pick<ServiceInfo, 'names'>, texts: Texts): string | undefined {
  const short = texts.tag.split('-')[0] ?? texts.tag;
  return service.names[short] ?? Object.values(service.names)[0];
}
