/** Two people and the real thing: a visitor on a website, a worker in the console, the server and its stores between. */

import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from './kit/browser.ts';
import { cable } from './kit/cable.ts';
import { demo, type Demo } from './kit/demo.ts';
import { inBytes, inFiles, inHeapDump, inMemory } from './kit/residue.ts';
import { listenTo, type Frames } from './kit/sockets.ts';
import { phone, Visitor } from './kit/visitor.ts';
import { Worker } from './kit/worker.ts';

let running: Demo;
let browser: Browser;
let worker: Worker;
let visitors: BrowserContext;

beforeAll(async () => {
  running = demo();
  browser = await launchBrowser();
  worker = await Worker.onDuty(browser, running.read().pages.worker);
});
afterAll(async () => {
  await worker.offDuty();
  await browser.close();
});

beforeEach(async () => {
  visitors = await phone(browser);
  return () => visitors.close();
});

/** A visitor of the website who was answered. */
async function chat(): Promise<Visitor> {
  const visitor = await Visitor.embedded(visitors, running.read().pages.host);
  await visitor.ring();
  await worker.take();
  await visitor.answered();
  return visitor;
}

async function finish(visitor: Visitor): Promise<void> {
  await visitor.end();
  await worker.sees('Den andre avsluttet samtalen.');
  await worker.clear();
}

/** A word that stands nowhere else in the world. */
const canary = (): string => `kanari-${randomUUID()}`;

describe('a visitor on a website and a worker on duty', () => {
  it('talk, see each other’s words, and see that they have arrived', async () => {
    const visitor = await Visitor.embedded(visitors, running.read().pages.host);
    await visitor.sees('Noen er her nå');
    await visitor.ring();
    await worker.take();
    await visitor.answered();
    await visitor.chat.getByRole('heading', { name: 'Du skriver med Yusuf' }).waitFor();
    await visitor.say('Hei, er det noen der?');
    await worker.bubble('Hei, er det noen der?');
    await visitor.sees('Kommet fram');
    await worker.say('Ja. Jeg er her.');
    await visitor.bubble('Ja. Jeg er her.');
    await worker.sees('framme hos den andre');
    await visitor.sees('Låst mellom dere');
    await worker.sees('Forseglet');
    await finish(visitor);
  });

  it('each read their own script in its own direction', async () => {
    const visitor = await chat();
    const direction = (part: ReturnType<Page['locator']>): Promise<string> =>
      part.evaluate((element) => getComputedStyle(element).direction);
    await visitor.say('مرحبا، هل هناك أحد؟');
    await worker.bubble('مرحبا، هل هناك أحد؟');
    expect(await direction(worker.words('مرحبا، هل هناك أحد؟'))).toBe('rtl');
    await worker.say('أهلا بك');
    await visitor.bubble('أهلا بك');
    expect(await direction(visitor.words('أهلا بك'))).toBe('rtl');
    await worker.say('Hei');
    await visitor.bubble('Hei');
    expect(await direction(worker.words('Hei'))).toBe('ltr');
    await finish(visitor);
  });
});

/** Everything that the top page of a tab was told by other windows. */
async function recordMessages(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)));
  });
}

describe('what two people say to each other', () => {
  it('cannot be read by the website around the chat', async () => {
    const visitor = await chat();
    const [asked, answered] = [canary(), canary()];
    await recordMessages(visitor.page);
    await visitor.say(asked);
    await worker.bubble(asked);
    await worker.say(answered);
    await visitor.bubble(answered);
    const seen = await visitor.page.evaluate(async () => {
      window.postMessage('the recorder works', '*');
      await new Promise((later) => setTimeout(later, 0));
      const frame = [...document.querySelectorAll('*')].map((one) => one.shadowRoot?.querySelector('iframe')).find(Boolean);
      if (frame === undefined || frame === null) throw new Error('no frame');
      const tries = [
        () => frame.contentWindow?.document.body.innerText,
        () => frame.contentWindow?.localStorage.length,
        () => frame.contentWindow?.location.href,
      ];
      const refusals = tries.map((look) => {
        try {
          return String(look());
        } catch (refusal) {
          return (refusal as DOMException).name;
        }
      });
      const { heard } = window as unknown as { heard: string[] };
      const pages = [document.documentElement, ...document.querySelectorAll('*')].map(
        (one) => one.outerHTML + (one.shadowRoot?.innerHTML ?? ''),
      );
      return { document: frame.contentDocument, refusals, heard, pages };
    });
    expect(seen.document).toBeNull();
    expect(seen.refusals).toEqual(['SecurityError', 'SecurityError', 'SecurityError']);
    expect(seen.heard).toContain('"the recorder works"');
    expect(inBytes(seen.pages, ['/frame/pro-mann'])).toContain('/frame/pro-mann');
    expect(inBytes([...seen.pages, ...seen.heard], [asked, answered])).toEqual([]);
    await finish(visitor);
  });

  it('is nowhere in what the server gets, holds, stores or logs', async () => {
    const words = [canary(), canary()] as const;
    const visitor = await Visitor.embedded(visitors, running.read().pages.host);
    const frames: Frames = listenTo(visitor.page);
    await visitor.ring();
    await worker.take();
    await visitor.answered();
    await visitor.say(words[0]);
    await worker.bubble(words[0]);
    await worker.say(words[1]);
    await visitor.bubble(words[1]);

    const passed = [...frames.sent, ...frames.received];
    expect(inBytes(passed, ['pro-mann', ...words])).toContain('pro-mann');
    expect(inBytes(passed, words)).toEqual([]);
    expect(inFiles(running.folder, ['pro-mann']).length).toBeGreaterThan(0);
    expect(inFiles(running.folder, words)).toEqual([]);
    for (const [name, pid] of Object.entries(running.read().pids)) {
      // The service's name stands in all three: whoever finds that would find a word too.
      expect(inMemory(pid, ['pro-mann', ...words]), name).toEqual(['pro-mann']);
    }
    const { pages, pids } = running.read();
    expect(inHeapDump(pids.server, ['pro-mann', ...words])).toEqual(['pro-mann']);
    const metrics = await (await fetch(new URL('/metrics', pages.management))).text();
    expect(inBytes([metrics], ['havn_', ...words])).toEqual(['havn_']);
    await finish(visitor);
    expect(inFiles(running.folder, words)).toEqual([]);
  });
});

describe('a chat goes on', () => {
  it('when the server is killed: what was written meanwhile arrives, once, in order', async () => {
    const visitor = await chat();
    await visitor.say('før v');
    await worker.bubble('før v');
    await worker.say('før a');
    await visitor.bubble('før a');
    const { server } = running.read().pids;
    process.kill(server, 'SIGKILL');
    await visitor.say('imens v');
    await worker.say('imens a');
    await worker.bubble('imens v');
    await visitor.bubble('imens a');
    expect(running.read().pids.server).not.toBe(server);
    await visitor.say('etter v');
    await worker.bubble('etter v');
    await worker.say('etter a');
    await visitor.bubble('etter a');
    for (const words of ['før v', 'før a', 'imens v', 'imens a', 'etter v', 'etter a']) {
      expect([words, await visitor.times(words), await worker.times(words)]).toEqual([words, 1, 1]);
    }
    await finish(visitor);
  });

  it('when the visitor’s network is gone for a while', async () => {
    const { widget } = running.read().pages;
    const network = await cable(widget);
    const behind = await launchBrowser(network.argument);
    const visitor = await Visitor.alone(await phone(behind), widget);
    await visitor.ring();
    await worker.take();
    await visitor.answered();
    await visitor.say('før');
    await worker.bubble('før');
    network.pull();
    await visitor.sees('Forbindelsen er brutt.');
    await worker.sees('Mistet forbindelsen');
    await visitor.say('imens v');
    await worker.say('imens a');
    await visitor.sees('Venter her på siden');
    expect(await worker.times('imens v')).toBe(0);
    network.plugIn();
    await worker.bubble('imens v');
    await visitor.bubble('imens a');
    expect([await visitor.times('imens a'), await worker.times('imens v')]).toEqual([1, 1]);
    await finish(visitor);
    await behind.close();
    await network.close();
  });
});

describe('a chat ends', () => {
  it('when the worker ends it: the visitor is told that nothing is kept', async () => {
    const visitor = await chat();
    await worker.say('Ha det');
    await visitor.bubble('Ha det');
    await worker.end();
    await visitor.sees('Samtalen er avsluttet');
    await visitor.sees('Ingenting av samtalen er lagret hos oss.');
  });

  it('when the visitor leaves the line: nobody stands in it any more', async () => {
    const visitor = await Visitor.embedded(visitors, running.read().pages.host);
    await visitor.ring();
    await worker.page.getByRole('button', { name: /^Ta samtalen/u }).waitFor({ timeout: 30_000 });
    await visitor.chat.getByRole('button', { name: 'Gå ut av køen' }).click();
    await visitor.chat.getByRole('alertdialog').getByRole('button', { name: 'Gå ut av køen' }).click();
    await visitor.sees('Samtalen er slutt');
    await worker.sees('Ingen venter nå.');
  });
});
