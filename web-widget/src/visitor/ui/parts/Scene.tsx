import type { VNode } from 'preact';

/** `lit`: somebody is there. `busy`: somebody is there for others. `dark`: nobody is there. */
export type Mood = 'lit' | 'busy' | 'dark';

/** A house by the water whose window tells at a glance what the heading says in words. */
export function Scene({ mood }: { readonly mood: Mood }): VNode {
  return (
    <svg class={`scene scene-${mood}`} viewBox="0 0 400 110" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <rect class="sky" width="400" height="110" />
      <circle class="halo" cx="286" cy="62" r="62" />
      <circle class="halo" cx="286" cy="62" r="38" />
      <circle class="orb" cx="92" cy="36" r="13" />
      <circle class="bite" cx="98" cy="32" r="12" />
      <path class="far" d="M0 78C40 60 70 66 104 58s66-22 104-8 60 2 92-10 66 2 100-6v76H0z" />
      <path class="near" d="M0 96c60-14 120-6 176-13s92-20 132-17 64 6 92 2v42H0z" />
      <g class="house">
        <path class="wall" d="M262 50h48v27h-48z" />
        <path class="roof" d="m256 52 30-22 30 22z" />
        <path class="window" d="M270 58h11v11h-11zM291 58h11v19h-11z" />
      </g>
      <path class="water" d="M0 96q20-5 40 0t40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0v14H0z" />
      <path class="glint" d="M262 103h18M286 103h30M274 107h22" />
    </svg>
  );
}
