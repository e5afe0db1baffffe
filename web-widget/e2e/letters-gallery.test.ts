/** What people do on the screens about letters, return codes and files, without a server. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveGallery, type Gallery } from './gallery/serve.ts';
import { faults } from './kit/axe.ts';
import { launchBrowser } from './kit/browser.ts';
import { covered } from './kit/covered.ts';

/** What a visitor may choose by mistake, and what the page says. */
const REFUSED = [
  ['av et annet slag', 'image/png', Buffer.from('no picture')],
  ['av et annet slag', 'image/svg+xml', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['av et annet slag', 'audio/x-m4a', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['Filen er tom.', 'application/pdf', Buffer.alloc(0)],
  ['Filen er for stor.', 'application/pdf', Buffer.concat([Buffer.from('%PDF-1.4'), Buffer.alloc(10_485_760)])],
] as const;
const TAKEN = [
  ['audio/mpeg', Buffer.from('ID3\x04')],
  ['audio/x-wav', Buffer.from('RIFF....WAVEfmt ')],
] as const;

let gallery: Gallery;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  gallery = await serveGallery();
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 390, height: 780 }, timezoneId: 'Europe/Oslo' });
  await page.goto(gallery.address);
});
afterAll(async () => {
  await browser.close();
  await gallery.stop();
});

/** Every test begins anew in the same page. */
async function at(query: string, task: (page: Page) => Promise<void>): Promise<void> {
  await page.evaluate((next) => window.begin(next), query);
  await task(page);
}

const asked = (page: Page): Promise<string[]> => page.evaluate(() => window.asked);
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('in a running chat', () => {
  it('one tap says that there is danger, and the numbers to phone stand beside what came of it', async () => {
    await at('state=talk', async (page) => {
      await page.getByRole('button', { name: 'Det er fare nå' }).click();
      await page.getByText('Vi kalte på flere her.').waitFor();
      expect(await asked(page)).toContain('callForHelp');
      expect(await page.getByRole('alert').locator('a').allTextContents()).toHaveLength(2);
      expect(await covered(page)).toEqual([]);
      expect(await faults(page)).toEqual([]);
    });
  });
});

describe('a call for help', () => {
  it('that nobody got, since many call, may be made again', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 780 } });
    await page.goto(`${gallery.address}?state=talk-full`);
    await page.getByRole('button', { name: 'Det er fare nå' }).click();
    await page.getByText('Mange kaller akkurat nå').waitFor();
    await page.getByRole('button', { name: 'Si fra en gang til' }).waitFor();
    await page.close();
  });

  it('that was said in the line just as somebody took them is made without a tap', async () => {
    await at('state=talk&unsaid=yes', async (page) => {
      await page.getByText('Vi kalte på flere her.').waitFor();
      expect((await asked(page)).filter((call) => call === 'callForHelp')).toHaveLength(1);
    });
  });

  it('that reached nobody is made again by itself', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 780 }, timezoneId: 'Europe/Oslo' });
    await page.clock.install();
    await page.goto(`${gallery.address}?state=talk-full&unsaid=yes`);
    await page.getByText('Mange kaller akkurat nå').waitFor();
    await page.clock.fastForward(14_000);
    expect((await asked(page)).filter((call) => call === 'callForHelp')).toHaveLength(1);
    await page.clock.fastForward(1_000);
    await expect.poll(async () => (await asked(page)).filter((call) => call === 'callForHelp').length).toBe(2);
    await page.getByText('Mange kaller akkurat nå').waitFor();
    await page.close();
  });

  it('is spoken of no longer than it stands', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 780 }, timezoneId: 'Europe/Oslo' });
    await page.clock.install();
    await page.goto(gallery.address);
    await page.evaluate((next) => window.begin(next), 'state=talk');
    await page.getByRole('button', { name: 'Det er fare nå' }).click();
    const told = page.getByText('Vi kalte på flere her.');
    await told.waitFor();
    await page.clock.fastForward(14_000);
    expect(await asked(page)).not.toContain('helpStands');
    await page.clock.fastForward(1_000);
    await told.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Det er fare nå' }).waitFor();
    await page.close();
  });
});

describe('a code that somebody takes', () => {
  const OVER = 'Chatten er over.';
  const ANSWERED = 'Noen har svart deg i chatten.';
  const NEWS = 'Det er en ny melding i chatten.';
  const atTheCode = (from: string, task: (page: Page) => Promise<void>): Promise<void> =>
    at(`state=${from}`, async (page) => {
      await page.evaluate(() => {
        window.openCode();
        return window.goLetters('letter-keeping');
      });
      await page.getByRole('heading', { name: 'En kode å komme tilbake med' }).waitFor();
      await task(page);
    });
  const told = (page: Page): Promise<string> => page.getByRole('status').first().innerText();

  it('in the line says nothing while they wait, and then that somebody has answered', async () => {
    await atTheCode('waiting', async (page) => {
      expect(await told(page)).toBe('');
      await page.evaluate(() => window.go('checking'));
      await page.getByText(ANSWERED).waitFor();
      await page.evaluate(() => window.goLetters('letter-key'));
      await page.evaluate(() => window.go('talk'));
      await page.evaluate(() => window.goLetters('letter-kept'));
      await page.getByText(ANSWERED).waitFor();
      await page.evaluate(() => window.go('ended-staff'));
      await page.getByText(OVER).waitFor();
    });
  });

  it('in the chat says that something new came, and in the next line that somebody answered there', async () => {
    await atTheCode('talk-first', async (page) => {
      expect(await told(page)).toBe('');
      await page.evaluate(() => window.go('talk'));
      await page.getByText(NEWS).waitFor();
      await page.evaluate(() => window.go('waiting-left'));
      await expect.poll(() => told(page)).toBe('');
      await page.evaluate(() => window.go('talk-first'));
      await page.getByText(ANSWERED).waitFor();
      await page.evaluate(() => window.go('stopped-replaced'));
      await page.getByText(OVER).waitFor();
    });
  });
});

describe('leaving a message', () => {
  it('is offered when nobody answers, and takes along what was written in the line', async () => {
    await at('state=start-closed', async (page) => {
      await page.getByRole('button', { name: 'Legg igjen en melding' }).click();
      await page.getByRole('heading', { name: 'Legg igjen en melding' }).waitFor();
    });
    await at('state=start-lane-late', async (page) => {
      expect(await page.getByRole('button', { name: 'Skriv med oss' }).count()).toBe(0);
      await page.getByRole('button', { name: 'Legg igjen en melding' }).click();
      await page.getByRole('heading', { name: 'Legg igjen en melding' }).waitFor();
    });
    await at('state=waiting', async (page) => {
      await page.getByRole('textbox').fill('Jeg har ventet lenge');
      await page.getByRole('button', { name: 'Legg igjen en melding i stedet' }).click();
      await expect.poll(() => page.getByRole('textbox', { name: 'Meldingen' }).inputValue()).toBe('Jeg har ventet lenge');
      expect(await asked(page)).toEqual(['leave']);
    });
    await at('state=refused-full', async (page) => {
      await page.getByRole('button', { name: 'Legg igjen en melding' }).click();
      await page.getByRole('heading', { name: 'Legg igjen en melding' }).waitFor();
    });
  });

  it('sends the text and a picture that was drawn anew, and nothing while there is nothing', async () => {
    await at('letters=letter-writing', async (page) => {
      const send = page.getByRole('button', { name: 'Send meldingen' });
      await expect.poll(() => send.isDisabled()).toBe(true);
      await page.locator('input[type=file]').setInputFiles({ name: 'IMG_1.png', mimeType: 'image/png', buffer: PIXEL });
      await page.getByRole('img', { name: 'Bilde' }).waitFor();
      await page.getByRole('textbox', { name: 'Meldingen' }).fill('Hei');
      expect(await faults(page)).toEqual([]);
      await send.click();
      await expect.poll(() => asked(page)).toEqual(['letter Hei image/png']);
    });
  });

  it('sends a WebP picture as a JPEG: drawn anew, like every picture', async () => {
    await at('letters=letter-writing', async (page) => {
      const webp = await page.evaluate(async () => {
        const canvas = new OffscreenCanvas(12, 9);
        canvas.getContext('2d')?.fillRect(0, 0, 6, 9);
        return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp' })).arrayBuffer())];
      });
      expect(Buffer.from(webp).subarray(8, 12).toString()).toBe('WEBP');
      await page.locator('input[type=file]').setInputFiles({ name: 'a.webp', mimeType: 'image/webp', buffer: Buffer.from(webp) });
      const picture = page.getByRole('img', { name: 'Bilde' });
      await expect.poll(() => picture.evaluate(({ width, height }: HTMLCanvasElement) => [width, height])).toEqual([12, 9]);
      await page.getByRole('button', { name: 'Send meldingen' }).click();
      await expect.poll(() => asked(page)).toEqual(['letter  image/jpeg']);
    });
  });

  it('refuses a file of another kind with a sentence, and lets a file be taken back', async () => {
    await at('letters=letter-writing', async (page) => {
      const input = page.locator('input[type=file]');
      const choose = (mimeType: string, buffer: Buffer): Promise<void> => input.setInputFiles({ name: 'a', mimeType, buffer });
      for (const [words, mimeType, content] of REFUSED) {
        await choose('application/pdf', Buffer.from('%PDF-1.4'));
        await page.getByText('av et annet slag').or(page.getByText(/er tom|for stor/u)).waitFor({ state: 'detached' });
        await choose(mimeType, content);
        await page.getByText(words).waitFor();
        await page.getByRole('button', { name: 'Fjern PDF' }).click();
      }
      for (const [mimeType, content] of TAKEN) await choose(mimeType, content);
      await expect.poll(() => page.getByRole('button', { name: 'Fjern Lydfil' }).count()).toBe(TAKEN.length);
      await page.evaluate(() => window.goLetters('letter-sent'));
      await page.evaluate(() => window.goLetters('letter-writing'));
      await input.setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') });
      await page.getByRole('button', { name: 'Fjern PDF' }).click();
      await expect.poll(() => page.getByRole('button', { name: 'Fjern PDF' }).count()).toBe(0);
    });
  });

  it('warns before something that looks like an identity number is sent', async () => {
    await at('letters=letter-writing', async (page) => {
      await page.getByRole('textbox', { name: 'Meldingen' }).fill('Jeg heter 31129956715 hos dere');
      await page.getByRole('button', { name: 'Send meldingen' }).click();
      await page.getByRole('alertdialog').waitFor();
      expect(await asked(page)).toEqual([]);
    });
  });
});

describe('the code', () => {
  it('is shown on request only, as words or digits, and hidden again', async () => {
    await at('letters=letter-writing', async (page) => {
      await page.getByRole('button', { name: 'Vis koden' }).waitFor();
      expect(await page.getByText('felt-tip').count()).toBe(0);
      await page.getByRole('button', { name: 'Vis koden' }).click();
      await page.getByText('felt-tip').waitFor();
      await page.getByText('24 sifre').click();
      await page.getByText('8901').waitFor();
      expect(await faults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Skjul koden' }).click();
      await expect.poll(() => page.getByText('8901').count()).toBe(0);
    });
  });

  it('is practised without looking', async () => {
    await at('letters=letter-sent', async (page) => {
      await page.getByRole('button', { name: 'Øv: skriv koden uten å se' }).click();
      const field = page.getByLabel('Skriv koden', { exact: true });
      await field.fill('YO YO Zoom, abacus drop-down unlit felt tip');
      await field.press('Enter');
      await page.getByText('Riktig. Du kan den.').waitFor();
      await field.fill('zoom zoom zoom zoom zoom zoom');
      await field.press('Enter');
      await page.getByText('Det er en annen kode.').waitFor();
    });
  });

  it('is asked for in one field that says what is missing, without asking anybody', async () => {
    await at('state=start-closed&letters=letter-asking', async (page) => {
      const field = page.getByLabel('Koden din');
      await field.fill('zoom zooom abacus');
      await field.blur();
      await page.getByText('Ikke i ordlisten: zooom.').waitFor();
      await field.fill('0123 4567');
      await field.press('Enter');
      await page.getByText('16 sifre mangler.').waitFor();
      expect(await asked(page)).toEqual([]);
      await field.fill('0123-4567-8901-2345-6789-0123');
      await field.press('Enter');
      await expect.poll(() => asked(page)).toEqual(['open 012345678901234567890123']);
    });
  });
});

describe('the mailbox', () => {
  it('shows who answered and the word from last time, and opens what was sealed', async () => {
    await at('letters=letter-open', async (page) => {
      await page.getByText('Kjenner du det ikke igjen, har noen andre vært her.').waitFor();
      await page.getByText('Ett svar kunne ikke bekreftes.').waitFor();
      const picture = page.getByRole('group', { name: 'Bilde' }).first();
      await picture.getByRole('button', { name: 'Åpne' }).click();
      await picture.getByRole('img', { name: 'Bilde' }).waitFor();
      const damaged = page.getByRole('group', { name: 'Bilde' }).last();
      await damaged.getByRole('button', { name: 'Åpne' }).click();
      await damaged.getByText('Filen er ødelagt eller ikke det den kalles, og vises ikke.').waitFor();
      expect(await damaged.getByRole('img').count()).toBe(0);
      const paper = page.getByRole('group', { name: 'PDF' });
      await paper.getByRole('button', { name: 'Åpne' }).click();
      await paper.getByText('Filen er borte eller endret').waitFor();
      expect(await faults(page)).toEqual([]);
    });
  });

  it('rings with the wish for whoever answered', async () => {
    await at('state=start-open&letters=letter-open', async (page) => {
      await page.getByRole('button', { name: 'Skriv med oss nå' }).click();
      await expect.poll(() => asked(page)).toEqual(['ring chat nb device:AAAAAAAAAAAAAAAAAAAAAA']);
    });
  });

  it('is erased only after a question', async () => {
    await at('letters=letter-open', async (page) => {
      await page.getByRole('button', { name: 'Slett alt nå' }).click();
      await page.getByRole('button', { name: 'Nei, behold' }).click();
      await page.getByRole('button', { name: 'Slett alt nå' }).click();
      await page.getByRole('button', { name: 'Ja, slett alt' }).click();
      await expect.poll(() => asked(page)).toEqual(['erase']);
    });
  });

  it('is forgotten by the way out', async () => {
    await at('state=start-closed&letters=letter-open', async (page) => {
      await page.getByText('hummus').waitFor();
      await page.getByRole('button', { name: 'Forlat siden' }).click();
      await expect.poll(() => asked(page)).toEqual(['vanish', 'forget', 'away https://www.yr.no/']);
      await expect.poll(() => page.locator('body').innerText()).toBe('');
    });
  });
});

describe('why a file cannot be sent in a chat', () => {
  it('stays until the visitor says something, not the other side', async () => {
    await at('state=talk-asked', async (page) => {
      await page.locator('input[type=file]').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) });
      const why = page.getByText('Filen er tom.');
      await why.waitFor();
      await page.evaluate(() => window.go('talk-joined'));
      await page.getByRole('log').getByText('Amal kan lese og skrive herfra.').waitFor();
      expect(await why.count()).toBe(1);
      await page.evaluate(() => window.go('talk'));
      await expect.poll(() => why.count()).toBe(0);
    });
  });
});

describe('who has been quiet', () => {
  it('is asked, Send stays where it was, and the answer is one press', async () => {
    await at('state=talk', async (page) => {
      await page.getByRole('button', { name: 'Fil', exact: true }).waitFor();
      const place = (): Promise<number> => page.getByRole('button', { name: 'Send', exact: true }).evaluate((send) => send.getBoundingClientRect().bottom);
      const before = await place();
      await page.evaluate(() => window.go('talk-quiet'));
      await page.getByText('Er du der fortsatt?').waitFor();
      expect(Math.abs((await place()) - before)).toBeLessThan(10);
      await page.getByRole('button', { name: 'Ja, jeg er her' }).press('Enter');
      await expect.poll(() => page.getByText('Er du der fortsatt?').count()).toBe(0);
      expect(await asked(page)).toEqual(['here']);
    });
  });
});
