// Lets a page of a demonstration live on its clock: Date and timers follow PACES, which is asked for again twice a
// second. Served only where `demo-clock` is set, which no installation but a demonstration may.
'use strict';
(() => {
  let paces = PACES; // [{since, shown, speed}], milliseconds; the second one begins later
  const real = {
    Date: globalThis.Date,
    setTimeout: globalThis.setTimeout.bind(globalThis),
    clearTimeout: globalThis.clearTimeout.bind(globalThis),
    setInterval: globalThis.setInterval.bind(globalThis),
  };
  const pace = () => {
    const wall = real.Date.now();
    return paces.findLast(({ since }) => since <= wall) ?? paces[0];
  };
  const now = () => {
    const { since, shown, speed } = pace();
    return shown + (real.Date.now() - since) * speed;
  };

  globalThis.Date = class Date extends real.Date {
    constructor(...given) {
      if (given.length === 0) super(now());
      else super(...given);
    }
    static now() {
      return now();
    }
  };

  const waiting = new Map();
  let last = 0;
  const arm = (id, entry) => {
    real.clearTimeout(entry.timer);
    entry.timer = real.setTimeout(() => ring(id, entry), Math.max(0, entry.due - now()) / pace().speed);
  };
  const ring = (id, entry) => {
    if (waiting.get(id) !== entry) return;
    if (entry.every === undefined) {
      waiting.delete(id);
    } else {
      entry.due = now() + entry.every;
      arm(id, entry);
    }
    entry.task(...entry.given);
  };
  const set = (task, delay, every, given) => {
    const wait = Number(delay) || 0;
    const entry = { task, due: now() + wait, every: every ? Math.max(1, wait) : undefined, given, timer: undefined };
    waiting.set(++last, entry);
    arm(last, entry);
    return last;
  };
  const clear = (id) => {
    real.clearTimeout(waiting.get(id)?.timer);
    waiting.delete(id);
  };
  globalThis.setTimeout = (task, delay, ...given) => set(task, delay, false, given);
  globalThis.setInterval = (task, delay, ...given) => set(task, delay, true, given);
  globalThis.clearTimeout = clear;
  globalThis.clearInterval = clear;

  const address = new URL('/demo-clock.json', document.currentScript.src);
  let speed = pace().speed;
  const look = async () => {
    try {
      paces = await (await fetch(address)).json();
    } catch {
      // The demonstration restarts or has ended; the clock goes on as it did.
    }
    if (pace().speed === speed) return;
    speed = pace().speed;
    for (const [id, entry] of waiting) arm(id, entry);
  };
  real.setInterval(look, 500);
})();
