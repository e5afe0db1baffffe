/** Every state of the duty console, without a server: accessibility, keyboard, small and large displays. */

import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { faults } from '../kit/axe.ts';
import { galleryPages } from '../kit/gallery.ts';

const PHONE = { width: 360, height: 740 };
const NARROW = { width: 320, height: 568 };
const DESK = { width: 1280, height: 800 };

const gallery = galleryPages(`${import.meta.dirname}/gallery`);
/** Names of all states, as the gallery lists them. */
let names: string[];

beforeAll(() =>
  withPage(DESK, async (page) => {
    await page.goto(gallery.address());
    await page.locator('li').first().waitFor();
    names = await page.locator('li').allTextContents();
  }),
);

const withPage = (viewport: { width: number; height: number }, task: (page: Page) => Promise<void>): Promise<void> =>
  gallery.withPage({ viewport, reducedMotion: 'reduce' }, task);

async function open(page: Page, state: string, look = 'light', language = 'nb'): Promise<void> {
  await page.goto(`${gallery.address()}?look=${look}&language=${language}#${state}`);
  await page.locator('#main').waitFor({ state: 'attached' });
}

/** Visits every state in one page, and answers what `find` found wrong in each. */
async function each(page: Page, find: (page: Page) => Promise<string[]>): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const name of names) {
    await page.evaluate((next) => (location.hash = next), name);
    await page.locator(`html[data-state="${name}"]`).waitFor({ state: 'attached' });
    const wrong = await find(page);
    if (wrong.length > 0) found[name] = wrong;
  }
  return found;
}

/** Parts that scroll sideways. */
const wide = (page: Page): Promise<string[]> =>
  page
    .locator('body, .left, .middle, .right, .page, dialog, .log, .sms-log')
    .evaluateAll((parts) =>
      parts
        .filter((part) => part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 1)
        .map((part) => `wide: ${part.outerHTML.slice(0, 60)}`),
    );

/** Buttons under 24 pixels (WCAG 2.2, 2.5.8). */
const small = (page: Page): Promise<string[]> =>
  page.locator('button:visible, a.number:visible').evaluateAll((parts) =>
    parts
      .filter((part) => Math.min(part.getBoundingClientRect().width, part.getBoundingClientRect().height) < 24)
      .map((part) => `small: ${part.outerHTML.slice(0, 80)}`),
  );

describe('every state of the console', () => {
  it('has no fault that axe can find at a desk, in the light, in Norwegian', async () => {
    await withPage(DESK, async (page) => {
      await open(page, 'off');
      expect(await each(page, faults)).toEqual({});
    });
  }, 180_000);

  it('has none on a narrow phone, in the dark, in English, and fits and can be pressed', async () => {
    await withPage(NARROW, async (page) => {
      await open(page, 'off', 'dark', 'en');
      const all = async (): Promise<string[]> => [...(await faults(page)), ...(await wide(page)), ...(await small(page))];
      expect(await each(page, all)).toEqual({});
    });
  }, 180_000);
});

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');

describe('the keyboard', () => {
  it('reaches everything in the order in which it is read', async () => {
    await withPage(DESK, async (page) => {
      await open(page, 'waiting');
      const order: string[] = [];
      for (let press = 0; press < 13; press += 1) {
        await page.keyboard.press('Tab');
        order.push(await focused(page));
      }
      const expected = ['Hopp til samtalen', 'Vakt', 'Folk og enheter', 'På vakt', 'Hurtigtaster', 'Innstillinger', 'Ta samtalen'];
      const places = expected.map((name) => order.findIndex((each) => each.startsWith(name)));
      expect(places).not.toContain(-1);
      expect([...places].sort((a, b) => a - b)).toEqual(places);
    });
  });

  it('opens the list of shortcuts with ? and closes it with Escape, back where it was', async () => {
    await withPage(DESK, async (page) => {
      await open(page, 'waiting');
      await page.getByRole('button', { name: 'Innstillinger' }).focus();
      await page.keyboard.press('?');
      const dialog = page.getByRole('dialog', { name: 'Hurtigtaster' });
      await dialog.waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await expect.poll(() => focused(page)).toBe('Innstillinger');
    });
  });

  it('writes, breaks a line, and sends with Enter', async () => {
    await withPage(DESK, async (page) => {
      await open(page, 'chat');
      const field = page.getByLabel('Skriv et svar');
      await field.focus();
      await page.keyboard.type('en?');
      await page.keyboard.press('Shift+Enter');
      await page.keyboard.type('to');
      await expect.poll(() => field.inputValue()).toBe('en?\nto');
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
      await page.keyboard.press('Enter');
      await expect.poll(() => field.inputValue()).toBe('');
    });
  });

  it('leaves the field with Escape and then switches chats with single keys', async () => {
    await withPage(DESK, async (page) => {
      await open(page, 'chat');
      await page.getByLabel('Skriv et svar').focus();
      await page.keyboard.press('Escape');
      await page.keyboard.press('2');
      await page.getByRole('region', { name: 'Samtale B' }).waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('k');
      await page.getByRole('region', { name: 'Samtale A' }).waitFor();
    });
  });

  it('asks before a chat ends, and does not end it on Escape', async () => {
    await withPage(DESK, async (page) => {
      await open(page, 'chat');
      await page.keyboard.press('Escape');
      await page.keyboard.press('e');
      const dialog = page.getByRole('dialog', { name: 'Avslutte samtale A?' });
      await dialog.waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    });
  });

  it('asks again after a browser closed the question by itself', async () => {
    await withPage(DESK, async (page) => {
      await open(page, 'chat');
      const dialog = page.getByRole('dialog', { name: 'Avslutte samtale A?' });
      await page.keyboard.press('Escape');
      await page.keyboard.press('e');
      await dialog.evaluate((found: HTMLDialogElement) => found.close());
      // Closed is not yet put away: the page hears of it a moment later.
      await page.locator('dialog').waitFor({ state: 'detached' });
      await page.keyboard.press('e');
      await dialog.waitFor();
    });
  });
});

describe('the question before a device is revoked', () => {
  it('shows which one it is: its code, since when it is here, and where the same code can be read', async () => {
    await withPage(DESK, async (page) => {
      await open(page, 'people');
      await page.getByRole('button', { name: 'Trekk tilbake enheten til Ingrid' }).click();
      const dialog = page.getByRole('dialog', { name: 'Trekke tilbake enheten til Ingrid?' });
      await expect.poll(() => dialog.locator('.code').textContent()).toMatch(/48213\D*90277\D*11650\D*73304\D*59918\D*20476/u);
      await dialog.getByText(/Meldt inn .*\d/u).waitFor();
      await dialog.getByText('står den under Mine nøkler').waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    });
  });
});

describe('services that others change while the console is open', () => {
  it('say what can be chosen now and what no longer, until that is put away', async () => {
    await withPage(PHONE, async (page) => {
      await open(page, 'services-changed');
      const told = page.getByRole('status').filter({ hasText: 'Tjenestene dine er endret' });
      for (const line of ['ROSA er ny hos deg.', 'Nytt du kan velge i Nadheim: Thai, Fagperson.', 'Ikke lenger i Nadheim: Rumensk.']) await told.getByText(line).waitFor();
      await told.getByRole('button', { name: 'Lukk' }).click();
      await told.waitFor({ state: 'detached' });
    });
  });

  it('leave what is ticked as it is, and choose no new service for anybody', async () => {
    await withPage(DESK, async (page) => {
      await open(page, 'services-new');
      const ticked = (name: string): Promise<boolean> => page.getByLabel(name, { exact: true }).isChecked();
      expect([await ticked('Pro Mann'), await ticked('ROSA')]).toEqual([true, false]);
      await page.getByText('Ingen av dem du har valgt, finnes i tjenestene dine.').waitFor();
      await page.getByLabel('ROSA', { exact: true }).check();
      await page.getByLabel('Fagperson', { exact: true }).check();
      await page.getByText('Ingen av dem du har valgt, finnes i tjenestene dine.').waitFor({ state: 'detached' });
    });
  });
});

describe('the page of outreach', () => {
  it('has its parts one press away from each other, on a phone and at a desk', async () => {
    for (const size of [PHONE, DESK]) {
      await withPage(size, async (page) => {
        await open(page, 'outreach-worklist');
        const parts = page.getByRole('navigation', { name: 'Deler av siden' });
        for (const [part, heading] of [['Samtaler', 'Samtaler'], ['Kampanjer', 'Foreslå kampanje'], ['Import', 'Import'], ['Reservasjoner', 'Reservasjoner'], ['Arbeidsliste', 'Arbeidsliste']] as const) {
          await parts.getByRole('button', { name: part }).click();
          await page.getByRole('heading', { name: heading }).first().waitFor();
        }
      });
    }
  });

  it('keeps numbers that a provider stopped, and what became of them, when another part is looked at', async () => {
    await withPage(DESK, async (page) => {
      await open(page, 'outreach-opt-outs');
      const parts = page.getByRole('navigation', { name: 'Deler av siden' });
      const field = page.locator('#opt-outs');
      const away = async (): Promise<void> => {
        await parts.getByRole('button', { name: 'Arbeidsliste' }).click();
        await field.waitFor({ state: 'detached' });
        await parts.getByRole('button', { name: 'Reservasjoner' }).click();
      };
      await field.fill('+4790000001\nhei');
      await away();
      await expect.poll(() => field.inputValue()).toBe('+4790000001\nhei');
      await page.getByRole('button', { name: 'Stans dem' }).click();
      await page.getByText('1 nye er stanset.').waitFor();
      await away();
      await page.getByText('1 nye er stanset.').waitFor();
      await expect.poll(() => field.inputValue()).toBe('hei');
    });
  });

  it('leaves an answer where it is written when no permitted hour is left, and sends nothing', async () => {
    await withPage(DESK, async (page) => {
      await open(page, 'outreach-thread-no-hour');
      const answer = page.getByLabel('Svar', { exact: true });
      const send = page.getByRole('button', { name: 'Send svar' });
      await expect.poll(() => answer.inputValue()).toBe('Legen er her');
      await page.getByText('det finnes ingen tillatt tid de neste 14 dagene').waitFor();
      expect(await send.isDisabled()).toBe(true);
      await answer.fill('Legen er her tirsdag.');
      await page.getByText(/^1 SMS · /u).waitFor();
      await expect.poll(() => answer.inputValue()).toBe('Legen er her tirsdag.');
      expect(await send.isDisabled()).toBe(true);
      await open(page, 'outreach-thread');
      await answer.fill('Legen er her tirsdag.');
      await expect.poll(() => send.isEnabled()).toBe(true);
      await open(page, 'outreach-thread-stopped');
      await page.getByRole('log').waitFor();
      expect(await answer.count(), 'nobody is to answer').toBe(0);
    });
  });

  it('puts the next press on Send, and asks before somebody is never contacted again', async () => {
    await withPage(PHONE, async (page) => {
      await open(page, 'outreach-worklist');
      await page.getByRole('button', { name: 'Neste', exact: true }).press('Enter');
      await expect.poll(() => focused(page)).toBe('Send');
      await page.getByRole('button', { name: 'Bruk enkle tegn' }).click();
      await page.getByText(/^1 SMS · .* GSM-7$/u).waitFor();
      await page.getByRole('button', { name: 'Aldri kontakt' }).click();
      await page.getByRole('dialog', { name: 'Aldri kontakte denne personen?' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await open(page, 'outreach-later');
      await page.getByText('Den som ser telefonen, kan forstå hva det gjelder: massasje, politiet').waitFor();
    });
  });
});

describe('the numbers of a card', () => {
  it('are called with one press, but not of somebody who is never to be contacted; that somebody called is noted of both', async () => {
    await withPage(DESK, async (page) => {
      await open(page, 'outreach-card-numbers');
      await page.getByText('Ringt, nummer 2').waitFor();
      await page.getByText(/^Ring bare når det er lov å skrive: ikke utenom 10–20/u).waitFor();
      await page.getByRole('link', { name: '+4790000001' }).waitFor();
      await open(page, 'outreach-card-stopped');
      await page.getByText('Skal ikke kontaktes: ikke ring.').waitFor();
      expect(await page.getByRole('link', { name: '+4790000001' }).count()).toBe(0);
      await page.getByRole('button', { name: 'Jeg ringte: +4790000001' }).click();
      await page.getByText('Samtalen er notert som kontakt, men står ikke blant notatene.').waitFor();
    });
  });
});

describe('advice that becomes care', () => {
  it('is marked after the words about records were read here, and not without such words', async () => {
    await withPage(DESK, async (page) => {
      await open(page, 'chat-care');
      await page.getByRole('button', { name: 'Herfra er det helsehjelp' }).click();
      const dialog = page.getByRole('dialog', { name: 'Blir rådgivning til helsehjelp herfra?' });
      await dialog.getByText('Da fører vi journal.').waitFor();
      await dialog.getByRole('button', { name: 'Vis teksten, og marker' }).click();
      await dialog.waitFor({ state: 'detached' });
      await open(page, 'chat');
      await page.getByText('tjenesten sier ingenting om journal på norsk').waitFor();
      await open(page, 'chat-foreign');
      await page.getByRole('button', { name: 'Hent inn en tolk' }).waitFor();
    });
  });
});

describe('a chat that is over', () => {
  it('says neither that it is open nor that it is not sealed yet', async () => {
    await withPage(DESK, async (page) => {
      for (const state of ['chat-ended', 'chat-stopped', 'chat-stopped-empty']) {
        await open(page, state);
        await page.getByRole('button', { name: 'Fjern fra skjermen' }).waitFor();
        expect(await page.getByText(/Ikke forseglet ennå|kan lese$|Samtalen er åpen/u).allTextContents(), state).toEqual([]);
        await page.getByRole('heading', { name: 'Hvem som kunne lese' }).waitFor();
      }
    });
  });
});

describe('on a phone', () => {
  it('off duty, it opens on how to begin, or why that is not possible now', async () => {
    await withPage(PHONE, async (page) => {
      await open(page, 'off');
      await page.getByRole('button', { name: 'Gå på vakt' }).waitFor();
      await page.getByText('vises som åpne i åpningstidene sine').waitFor();
      await open(page, 'volunteer');
      await page.getByRole('heading', { name: 'Du har ingen vakt nå' }).waitFor();
      await open(page, 'waiting');
      await page.getByRole('heading', { name: 'Venter' }).waitFor();
    });
  });

  it('a keyboard that slides up leaves the newest message in view, and somebody who reads further up where they are', async () => {
    await withPage(PHONE, async (page) => {
      await open(page, 'chat');
      const log = page.getByRole('log');
      const fromEnd = (): Promise<number> => log.evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight);
      await expect.poll(fromEnd).toBeLessThan(5);
      await page.setViewportSize({ ...PHONE, height: 420 });
      await expect.poll(fromEnd).toBeLessThan(5);
      await log.evaluate((box) => (box.scrollTop = 0));
      await page.setViewportSize({ ...PHONE, height: 500 });
      await expect.poll(() => log.evaluate((box) => box.scrollTop)).toBe(0);
    });
  });

  it('a picture that is chosen is seen whole, and leaves room for what was said last', async () => {
    for (const size of [PHONE, NARROW]) {
      await withPage(size, async (page) => {
        await open(page, 'chat-picture');
        const picture = page.getByRole('img', { name: 'Bilde (PNG)' });
        await expect.poll(() => picture.evaluate(({ height }: HTMLCanvasElement) => height)).toBe(1_600);
        const send = page.getByRole('button', { name: 'Send filen' });
        for (const part of [picture, send]) {
          expect(await part.evaluate((each) => each.getBoundingClientRect().bottom)).toBeLessThan(size.height - 56);
        }
        expect(await page.getByRole('log').evaluate((log) => log.clientHeight)).toBeGreaterThan(60);
        await page.getByRole('button', { name: 'Fjern Bilde (PNG)' }).click();
        await page.getByRole('button', { name: 'Legg ved fil' }).waitFor();
      });
    }
  });

  it('the three views are one press away from each other', async () => {
    await withPage(PHONE, async (page) => {
      await open(page, 'chat');
      const tabs = page.getByRole('navigation', { name: 'Visninger' });
      await tabs.getByRole('button', { name: /Kø/u }).click();
      await page.getByRole('heading', { name: 'Venter' }).waitFor();
      await tabs.getByRole('button', { name: /Om/u }).click();
      await page.getByRole('heading', { name: 'Nødnumre' }).waitFor();
      await tabs.getByRole('button', { name: /Samtale/u }).click();
      await page.getByLabel('Skriv et svar').waitFor();
    });
  });
});
