// Shows what arrived on the phones of the demonstration.
'use strict';
const list = document.getElementById('texts');
const none = document.getElementById('none');
const mood = document.getElementById('mood');
let before = '';
const look = async () => {
  const answer = await (await fetch('/phone/shown')).json();
  const now = JSON.stringify(answer);
  if (now === before) return;
  before = now;
  mood.value = answer.mood;
  none.hidden = answer.texts.length > 0;
  list.replaceChildren(
    ...answer.texts.map(({ to, text }) => {
      const item = document.createElement('li');
      const number = document.createElement('strong');
      number.textContent = to;
      item.append(number, document.createElement('br'), text);
      return item;
    }),
  );
};
look();
setInterval(look, 1_000);
