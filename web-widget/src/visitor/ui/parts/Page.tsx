import type { ComponentChildren, VNode } from 'preact';
import { Scene, type Mood } from './Scene.tsx';

export interface PageProps {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly mood?: Mood;
  /** The service's own neutral name. */
  readonly name?: string | undefined;
  /** The heading changes while it stands, so it is read out when it does. */
  readonly live?: boolean;
  readonly children?: ComponentChildren;
}

/** A screen to read: picture, heading, lead, and what belongs to it. The heading takes the focus when it comes. */
export function Page({ title, lead, mood, name, live = false, children }: PageProps): VNode {
  return (
    <main class="page">
      {mood !== undefined && <Scene mood={mood} />}
      <div class="column">
        <div class="heading" aria-live={live ? 'polite' : undefined}>
          {name !== undefined && <p class="name">{name}</p>}
          <h1 tabIndex={-1}>{title}</h1>
          {lead !== undefined && <p class="lead">{lead}</p>}
        </div>
        {children}
      </div>
    </main>
  );
}
