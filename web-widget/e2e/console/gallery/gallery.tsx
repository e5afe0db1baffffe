/** One state at a time: `?look=dark&language=en#chat`. Never part of a build. */

import { render, type JSX } from 'preact';
import type { Look } from '../../../src/console/stores/preferences.ts';
import '../../../src/console/ui/styles/index.css';
import { pictures } from './states.tsx';

const wanted = new URLSearchParams(location.search);
const look = (wanted.get('look') ?? 'light') as Look;
const language = wanted.get('language') === 'en' ? 'en' : 'nb';
document.documentElement.dataset['colorScheme'] = look;
document.documentElement.dataset['size'] = 'sm';
document.documentElement.lang = language;
document.title = 'Havn';
const place = document.getElementById('app');

function show(): void {
  if (place === null) return;
  const name = location.hash.slice(1);
  const picture = pictures[name];
  render(null, place);
  render(picture === undefined ? <List /> : picture({ look, language }), place);
  document.documentElement.dataset['state'] = name;
}

const List = (): JSX.Element => (
  <ul>
    {Object.keys(pictures).map((name) => (
      <li key={name}>
        <a href={`#${name}`}>{name}</a>
      </li>
    ))}
  </ul>
);

addEventListener('hashchange', show);
show();
