import { render } from 'preact';
import { createSession } from '../session.ts';
import { visit } from '../stores/visit.ts';
import { App } from './App.tsx';
import { pageHands, watchPage } from './page.ts';
import { placeOf } from './place.ts';
import './style/style.ts';

const root = document.getElementById('app');
if (root !== null) {
  const place = placeOf(location);
  const hands = pageHands(place.pin, () => render(null, root));
  const shown = visit(createSession(place), hands, place.reload);
  watchPage(shown);
  render(<App visit={shown} />, root);
}
