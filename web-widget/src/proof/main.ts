/** The page where people ask whether a text was ours. It keeps nothing, and its title says nothing. */

import { check, printed } from './check.ts';
import type { Answer } from './check.ts';
import { chosen, PROOF_LANGUAGES, PROOF_TEXTS } from './texts.ts';
import type { ProofLanguage, ProofTexts } from './texts.ts';
import './proof.css';

const AWAY = 'https://www.yr.no/';
const service = decodeURIComponent(location.pathname.split('/')[2] ?? '');

let language: ProofLanguage = chosen(navigator.languages);
let answer: Answer | undefined;
/** Counts questions, so that only the last one is answered. */
let asked = 0;

const texts = (): ProofTexts => PROOF_TEXTS[language];

function made<K extends keyof HTMLElementTagNameMap>(tag: K, text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

const title = made('h1');
const lead = made('p');
const label = made('label');
const field = made('input');
const button = made('button');
const said = made('p');
const choice = made('select');
const leave = made('button');
const form = made('form');

function words(): string {
  if (answer === undefined) return '';
  return answer.kind === 'ours' ? texts().ours(answer.name, printed(answer.day, language)) : texts()[answer.kind];
}

function show(): void {
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  document.title = texts().code;
  title.textContent = texts().title;
  lead.textContent = texts().lead;
  label.textContent = texts().code;
  button.textContent = texts().check;
  leave.textContent = texts().leave;
  choice.setAttribute('aria-label', texts().language);
  choice.value = language;
  said.textContent = words();
  said.className = answer === undefined ? 'said' : `said ${answer.kind}`;
}

/** What was answered of one code is not in sight beside another. */
function unsay(): void {
  asked += 1;
  answer = undefined;
  button.disabled = false;
  show();
}

async function ask(): Promise<void> {
  unsay();
  const mine = asked;
  button.disabled = true;
  const came = await check(fetch, service, field.value.trim(), language);
  if (mine !== asked) return;
  button.disabled = false;
  answer = came;
  show();
}

field.id = 'code';
field.name = 'code';
field.dir = 'ltr';
field.maxLength = 40;
field.required = true;
field.autocomplete = 'off';
field.autocapitalize = 'characters';
field.spellcheck = false;
label.htmlFor = field.id;
leave.type = 'button';
said.setAttribute('role', 'status');
for (const each of PROOF_LANGUAGES) {
  const option = made('option', PROOF_TEXTS[each].own);
  option.value = each;
  option.lang = each;
  choice.append(option);
}
choice.addEventListener('change', () => {
  language = chosen([choice.value]);
  show();
});
field.addEventListener('input', unsay);
leave.addEventListener('click', () => location.replace(AWAY));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  ask().catch(() => undefined);
});
addEventListener('pagehide', () => {
  field.value = '';
  unsay();
});
form.append(label, field, button);
document.getElementById('app')?.append(title, lead, form, said, choice, leave);
show();
