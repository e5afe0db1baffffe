// Shows the demonstration's time, in Oslo.
'use strict';
const oslo = new Intl.DateTimeFormat('nb', {
  timeZone: 'Europe/Oslo',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const shown = document.getElementById('now');
const show = () => {
  shown.textContent = oslo.format(new Date());
};
show();
setInterval(show, 1_000);
